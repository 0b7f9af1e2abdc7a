package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.document.Clipping;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.document.DocumentStore;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static java.util.stream.Collectors.toSet;
import static scorescape.text.Texts.text;

/// What menus, keys and the list do with the items of the document. What the document refuses is told in a sentence, and
/// nothing has changed then.
public final class Editor {

    private final DocumentStore store;
    private final Selection selection;
    private final Consumer<String> complain;

    /// @param complain told a sentence about what could not be done
    public Editor(DocumentStore store, Selection selection, Consumer<String> complain) {
        this.store = store;
        this.selection = selection;
        this.complain = complain;
    }

    public DocumentStore store() {
        return store;
    }

    public Selection selection() {
        return selection;
    }

    private Document document() {
        return store.current();
    }

    /// @return whether the document took the change
    private boolean edit(Object gesture, UnaryOperator<Document> change) {
        try {
            store.edit(gesture, change);
            return true;
        } catch (IllegalArgumentException e) {
            complain.accept(text("editor.refused", e.getMessage()));
            return false;
        }
    }

    /// Changes some items, as one step with other changes of the same gesture.
    public boolean change(Object gesture, Collection<Integer> indices, UnaryOperator<DataItem> change) {
        return edit(gesture, document -> {
            List<DataItem> items = new ArrayList<>(document.items());
            indices.forEach(i -> items.set(i, change.apply(items.get(i))));
            return document.withItems(items);
        });
    }

    private void changeSelected(UnaryOperator<DataItem> change) {
        change(new Object(), selection.indices(), change);
    }

    /// Adds items and selects them.
    private boolean add(Object gesture, List<DataItem> added) {
        int first = document().items().size();
        boolean taken = edit(gesture, document -> {
            List<DataItem> items = new ArrayList<>(document.items());
            items.addAll(added);
            return document.withItems(items);
        });
        if (taken) {
            selectFrom(first);
        }
        return taken;
    }

    /// Adds what a generator makes, in the active class and as one group, together as heavy as another component.
    boolean addGenerated(Object gesture, Supplier<DataDistribution> generate) {
        try {
            DataDistribution data = generate.get();
            int label = selection.activeClassProperty().get();
            double factor = usualWeight() / data.totalWeight();
            int group = data.components().size() == 1 ? 0 : document().newGroup();
            return add(gesture, data.components()
                    .stream()
                    .map(c -> DataItem.of(c.withWeight(c.weight() * factor).withLabel(label)).withGroup(group))
                    .toList());
        } catch (IllegalArgumentException e) {
            complain.accept(text("editor.notAdded", e.getMessage()));
            return false;
        }
    }

    /// Adds data from elsewhere, about the middle of what is seen: as heavy as all that is there, one group, its classes those
    /// of the scene in turn.
    public void addData(DataDistribution data) {
        Document before = document();
        Affine shift = Affine.shift(before.camera().centre().minus(data.bounds().centre()));
        double factor = before.data().totalWeight() / data.totalWeight();
        int group = data.components().size() == 1 ? 0 : before.newGroup();
        int first = before.items().size();
        boolean taken = edit(new Object(), document -> {
            List<Integer> labels = labels(document, data.labels());
            List<DataItem> items = new ArrayList<>(document.items());
            data.components()
                    .forEach(c -> items.add(DataItem.of(Shapes
                            .transformed(c.withWeight(c.weight() * factor), shift)
                            .withLabel(labels.get(data.labels().indexOf(c.label())))).withGroup(group)));
            return document.withItems(items);
        });
        if (taken) {
            selectFrom(first);
        }
    }

    /// Lets the scene have these data and no others, its classes those of the scene in turn, and shows all of them.
    public void replaceData(DataDistribution data) {
        selection.clear();
        edit(new Object(), document -> {
            List<Integer> labels = labels(document, data.labels());
            Document replaced = document.withItems(data.components()
                    .stream()
                    .map(c -> DataItem.of(c.withLabel(labels.get(data.labels().indexOf(c.label())))))
                    .toList());
            return replaced
                    .withClasses(replaced.classes().stream().filter(c -> labels.contains(c.label())).toList())
                    .withPlacement(null)
                    .withCamera(Cameras.around(data.bounds()));
        });
    }

    /// As many labels as `wanted` has: those of the document's classes in turn, then unused ones.
    private static List<Integer> labels(Document document, List<Integer> wanted) {
        List<Integer> known = document.classes().stream().map(DataClass::label).toList();
        return Stream
                .concat(known.stream(), Stream.iterate(0, i -> i + 1).filter(i -> !known.contains(i)))
                .limit(wanted.size())
                .toList();
    }

    /// The weight of a new component: what the others have in the mean.
    double usualWeight() {
        return document().items().stream().mapToDouble(item -> item.component().weight()).average().orElse(1);
    }

    public void selectAll() {
        List<DataItem> items = document().items();
        selection.select(IntStream.range(0, items.size()).filter(i -> !items.get(i).locked()).boxed().toList());
    }

    public void delete() {
        Set<Integer> gone = new HashSet<>(selection.indices());
        remove(gone);
    }

    /// @return whether they are gone; the last one that counts stays
    boolean remove(Set<Integer> gone) {
        List<DataItem> items = document().items();
        List<DataItem> rest =
                IntStream.range(0, items.size()).filter(i -> !gone.contains(i)).mapToObj(items::get).toList();
        if (!keepsData(rest)) {
            return false;
        }
        selection.clear();
        return edit(new Object(), document -> document.withItems(rest));
    }

    private boolean keepsData(List<DataItem> items) {
        if (items.stream().noneMatch(DataItem::counts)) {
            complain.accept(text("editor.lastComponent"));
            return false;
        }
        return true;
    }

    /// @param offset of the copies from the originals, in data units
    public void duplicate(Vec2 offset) {
        if (!selection.isEmpty()) {
            paste(Clipping.of(document(), selection.items()), offset);
        }
    }

    /// The selected items as text, empty if there are none.
    public String copied() {
        return selection.isEmpty() ? "" : Clipping.of(document(), selection.items()).text();
    }

    /// Adds the components that a text describes. While one of them would cover another of the scene exactly, all are moved
    /// by `step`.
    public void paste(String text, Vec2 step) {
        Clipping clipping = read(text);
        if (clipping != null) {
            Set<Bounds> taken = document().items().stream().map(item -> item.component().bounds()).collect(toSet());
            Vec2 offset = Vec2.ZERO;
            while (covers(clipping.items(), Affine.shift(offset), taken)) {
                offset = offset.plus(step);
            }
            paste(clipping, offset);
        }
    }

    /// Adds the components that a text describes, their middle at a place.
    public void pasteAt(String text, Vec2 middle) {
        Clipping clipping = read(text);
        if (clipping != null) {
            paste(clipping, middle.minus(Shapes.bounds(clipping.items()).centre()));
        }
    }

    private @Nullable Clipping read(String text) {
        if (text.isBlank()) {
            complain.accept(text("editor.nothingToPaste"));
            return null;
        }
        try {
            return Clipping.read(text);
        } catch (IllegalArgumentException e) {
            complain.accept(text("editor.notPasted", e.getMessage()));
            return null;
        }
    }

    private static boolean covers(List<DataItem> items, Affine shift, Set<Bounds> taken) {
        return items.stream().anyMatch(item -> taken.contains(Shapes.transformed(item.component(), shift).bounds()));
    }

    private void paste(Clipping clipping, Vec2 offset) {
        Affine shift = Affine.shift(offset);
        int first = document().items().size();
        boolean taken = edit(new Object(), document -> document.withAdded(new Clipping(clipping.classes(),
                clipping.items()
                        .stream()
                        .map(item -> item.withComponent(Shapes.transformed(item.component(), shift)))
                        .toList())));
        if (taken) {
            selectFrom(first);
        }
    }

    private void selectFrom(int first) {
        selection.select(IntStream.range(first, document().items().size()).boxed().toList());
    }

    public void group() {
        int group = document().newGroup();
        changeSelected(item -> item.withGroup(group));
    }

    public void ungroup() {
        changeSelected(item -> item.withGroup(0));
    }

    /// Locks the selected items, or unlocks them if all are locked.
    public void toggleLock() {
        boolean lock = !selection.items().stream().allMatch(DataItem::locked);
        changeSelected(item -> item.withLocked(lock));
    }

    /// Lets the selected items count for nothing, or count again if none does.
    public void toggleCounts() {
        setCounts(selection.indices(), selection.items().stream().noneMatch(DataItem::counts));
    }

    public void setCounts(Collection<Integer> indices, boolean counts) {
        List<DataItem> items = new ArrayList<>(document().items());
        indices.forEach(i -> items.set(i, items.get(i).withCounts(counts)));
        if (keepsData(items)) {
            edit(new Object(), document -> document.withItems(items));
        }
    }

    public void setLocked(Collection<Integer> indices, boolean locked) {
        change(new Object(), indices, item -> item.withLocked(locked));
    }

    public void moveToClass(Collection<Integer> indices, int label) {
        if (change(new Object(), indices, item -> item.withComponent(item.component().withLabel(label)))) {
            selection.activateClass(label);
        }
    }

    public void rename(int index, String name) {
        change(new Object(), List.of(index), item -> item.withName(name.strip()));
    }

    public void renameClass(int label, String name) {
        edit(new Object(), document -> document.withClasses(document.classes()
                .stream()
                .map(c -> c.label() == label ? new DataClass(label, name.strip()) : c)
                .toList()));
    }

    /// Adds a class and makes it the active one.
    public void addClass() {
        if (edit(new Object(),
                document -> document.withNewClass(text("editor.newClass", document.classes().size() + 1)))) {
            selection.activateClass(document().classes().getLast().label());
        }
    }

    public void removeClass(int label) {
        List<DataItem> rest =
                document().items().stream().filter(item -> item.component().label() != label).toList();
        if (keepsData(rest)) {
            edit(new Object(), document -> document.withoutClass(label));
        }
    }

    /// Lines the selected items up; a group moves as one.
    public void align(Alignment alignment) {
        List<List<Integer>> units = units();
        List<Bounds> bounds = units.stream()
                .map(unit -> Shapes.bounds(unit.stream().map(document().items()::get).toList()))
                .toList();
        List<Vec2> shifts = alignment.shifts(bounds);
        Map<Integer, Affine> moves = new HashMap<>();
        for (int u = 0; u < units.size(); u++) {
            Affine shift = Affine.shift(shifts.get(u));
            units.get(u).forEach(i -> moves.put(i, shift));
        }
        edit(new Object(), document -> transformed(document, moves));
    }

    private static Document transformed(Document document, Map<Integer, Affine> moves) {
        List<DataItem> items = new ArrayList<>(document.items());
        moves.forEach((i, move) -> items.set(i,
                items.get(i).withComponent(Shapes.transformed(items.get(i).component(), move))));
        return document.withItems(items);
    }

    /// How many things are selected, a group counting as one.
    public int unitCount() {
        return units().size();
    }

    private List<List<Integer>> units() {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        List<List<Integer>> units = new ArrayList<>();
        for (int i : selection.indices()) {
            int group = document().items().get(i).group();
            if (group == 0) {
                units.add(List.of(i));
            } else {
                groups.computeIfAbsent(group, _ -> {
                    List<Integer> members = new ArrayList<>();
                    units.add(members);
                    return members;
                }).add(i);
            }
        }
        return units;
    }

    /// Moves the selected items that are not locked.
    void nudge(Object gesture, Vec2 by) {
        Affine shift = Affine.shift(by);
        List<Integer> free = selection.indices().stream().filter(i -> !document().items().get(i).locked()).toList();
        change(gesture, free, item -> item.withComponent(Shapes.transformed(item.component(), shift)));
    }
}
