package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Remembers the results of a pure function for the arguments last used. Not safe for use by several threads.
///
/// Searches by `equals` and never asks for a hash code: to compare two large documents that share their data takes no
/// time, to hash one does.
public final class Memo<K, V> {

    private record Entry<K, V>(K key, V value) {}

    private final int capacity;
    private final long room;
    private final ToLongFunction<? super V> size;

    /// The last used is last.
    private final List<Entry<K, V>> entries = new ArrayList<>();

    /// @param capacity how many results are kept
    public Memo(int capacity) {
        this(capacity, 0, _ -> 0);
    }

    /// @param capacity how many results are kept
    /// @param room the largest sum of their sizes; the last one is kept whatever its size
    public Memo(int capacity, long room, ToLongFunction<? super V> size) {
        this.capacity = capacity;
        this.room = room;
        this.size = size;
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
        entries.add(new Entry<>(key, value));
        while (entries.size() > capacity || (entries.size() > 1 && taken() > room)) {
            entries.removeFirst();
        }
        return value;
    }

    private long taken() {
        return entries.stream().map(Entry::value).mapToLong(size).sum();
    }
}
