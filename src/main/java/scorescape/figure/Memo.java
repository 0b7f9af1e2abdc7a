package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Remembers the results of a pure function for the arguments last used. Not safe for use by several threads.
///
/// Searches by `equals` and never asks for a hash code: to compare two large documents that share their data takes no
/// time, to hash one does.
public final class Memo<K, V> {

    private record Entry<K, V>(K key, V value) {}

    private final int capacity;

    /// The last used is last.
    private final List<Entry<K, V>> entries = new ArrayList<>();

    public Memo(int capacity) {
        this.capacity = capacity;
    }

    public V get(K key, Function<? super K, ? extends V> function) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry<K, V> entry = entries.get(i);
            if (entry.key().equals(key)) {
                entries.add(entries.remove(i));
                return entry.value();
            }
        }
        V value = function.apply(key);
        if (entries.size() >= capacity) {
            entries.removeFirst();
        }
        entries.add(new Entry<>(key, value));
        return value;
    }
}
