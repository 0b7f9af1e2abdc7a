package scorescape.studio.canvas;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.DocumentStore;

/// Which items of the document are selected, and which class new ones join. State of the view, not undone.
///
/// Items are known by their place in the list. When the list gets longer or shorter, the selection goes with the items that
/// are still there: those themselves, not others that are equal to them, such as copies.
public final class Selection {

    private final ReadOnlyObjectWrapper<List<Integer>> indices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Integer> activeClass;
    private Document document;

    public Selection(DocumentStore store) {
        document = store.current();
        activeClass = new ReadOnlyObjectWrapper<>(document.items().getFirst().component().label());
        store.subscribe(this::follow);
    }

    /// The selected places in the list of items, rising.
    public ReadOnlyObjectProperty<List<Integer>> indicesProperty() {
        return indices.getReadOnlyProperty();
    }

    public List<Integer> indices() {
        return indices.get();
    }

    public List<DataItem> items() {
        return indices.get().stream().map(document.items()::get).toList();
    }

    public boolean isEmpty() {
        return indices.get().isEmpty();
    }

    boolean contains(int index) {
        return indices.get().contains(index);
    }

    /// The label of the class that new components join.
    public ReadOnlyObjectProperty<Integer> activeClassProperty() {
        return activeClass.getReadOnlyProperty();
    }

    public void activateClass(int label) {
        activeClass.set(label);
    }

    /// Selects these items and no others; the class of the last becomes the active one.
    public void select(Collection<Integer> wanted) {
        List<Integer> next = List.copyOf(new TreeSet<>(wanted));
        if (!next.isEmpty()) {
            activeClass.set(document.items().get(next.getLast()).component().label());
        }
        if (!next.equals(indices.get())) {
            indices.set(next);
        }
    }

    public void clear() {
        select(List.of());
    }

    /// Adds the item and its group, or takes them away if the item is selected.
    void toggle(int index) {
        var next = new TreeSet<>(indices.get());
        List<Integer> group = withGroups(List.of(index));
        if (contains(index)) {
            group.forEach(next::remove);
        } else {
            next.addAll(group);
        }
        select(next);
    }

    /// The items and all others of their groups, without locked ones that were not asked for.
    List<Integer> withGroups(Collection<Integer> some) {
        List<DataItem> items = document.items();
        List<Integer> groups = some.stream().map(i -> items.get(i).group()).filter(g -> g != 0).distinct().toList();
        return IntStream.range(0, items.size())
                .filter(i -> some.contains(i) || (groups.contains(items.get(i).group()) && !items.get(i).locked()))
                .boxed()
                .toList();
    }

    private void follow(Document now) {
        List<DataItem> before = document.items();
        document = now;
        if (now.items().size() != before.size()) {
            indices.set(places(indices.get().stream().map(before::get).toList(), now.items()));
        }
        if (now.classes().stream().noneMatch(c -> c.label() == activeClass.get())) {
            activeClass.set(now.items().getFirst().component().label());
        }
    }

    private static List<Integer> places(List<DataItem> wanted, List<DataItem> items) {
        Set<DataItem> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(wanted);
        return IntStream.range(0, items.size()).filter(i -> same.contains(items.get(i))).boxed().toList();
    }
}
