package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.Component;
import scorescape.document.DataItem;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Marks;
import scorescape.studio.canvas.CanvasGestures.Pointer;

/// Moves what is selected, or a copy of it. Alt may come late: many desktops keep a press with it for themselves.
final class MoveGesture extends Gesture {

    private final List<Integer> hits;
    private final boolean wasSelected;
    private final boolean toggles;
    private boolean copies;
    private List<Integer> moved = List.of();
    private List<Component> originals = List.of();
    private @Nullable Snapper snapper;

    MoveGesture(CanvasGestures canvas, Pointer pointer, List<Integer> hits) {
        super(canvas, pointer);
        this.hits = hits;
        wasSelected = hits.stream().anyMatch(selection::contains);
        toggles = pointer.constrains();
        if (toggles) {
            selection.toggle(hits.getFirst());
        } else if (!wasSelected) {
            selection.select(selection.withGroups(List.of(hits.getFirst())));
        }
    }

    private Snapper begin(Pointer pointer) {
        if (pointer.centred()) {
            put(Vec2.ZERO);
            copy();
            copies = true;
        }
        List<DataItem> items = store.current().items();
        moved = selection.indices().stream().filter(i -> !items.get(i).locked()).toList();
        originals = moved.stream().map(i -> items.get(i).component()).toList();
        return canvas.snapper(new HashSet<>(moved));
    }

    private void copy() {
        List<DataItem> wanted = selection.items();
        int group = store.current().newGroup();
        int first = store.current().items().size();
        boolean grouped = wanted.size() > 1 && wanted.stream().allMatch(item -> item.group() != 0);
        edit(document -> {
            List<DataItem> items = new ArrayList<>(document.items());
            wanted.forEach(item -> items.add(item.withGroup(grouped ? group : 0)));
            return document.withItems(items);
        });
        selection.select(IntStream.range(first, store.current().items().size()).boxed().toList());
    }

    @Override
    void drag(Pointer pointer, Vec2 place) {
        if (snapper == null || (pointer.centred() && !copies)) {
            snapper = begin(pointer);
        }
        if (originals.isEmpty()) {
            return;
        }
        Vec2 by = place.minus(start);
        if (pointer.constrains()) {
            by = Math.abs(by.x()) > Math.abs(by.y()) ? new Vec2(by.x(), 0) : new Vec2(0, by.y());
        }
        if (!pointer.free()) {
            Bounds bounds = originals.stream().map(Component::bounds).reduce(Bounds::union).orElseThrow();
            Snapper.Snap snap = snapper.box(shifted(bounds, by));
            by = by.plus(snap.shift());
            canvas.show(Marks.guides(snap.guides()));
        } else {
            canvas.show(Marks.NONE);
        }
        put(by);
    }

    private static Bounds shifted(Bounds bounds, Vec2 by) {
        return new Bounds(bounds.minX() + by.x(), bounds.minY() + by.y(), bounds.maxX() + by.x(),
                bounds.maxY() + by.y());
    }

    private void put(Vec2 by) {
        Affine shift = Affine.shift(by);
        Map<Integer, Component> components = new HashMap<>();
        for (int i = 0; i < moved.size(); i++) {
            components.put(moved.get(i), Shapes.transformed(originals.get(i), shift));
        }
        replace(components);
    }

    /// A click on what is selected goes down to the next thing below the pointer.
    @Override
    void click(Pointer pointer) {
        if (wasSelected && !toggles) {
            List<List<Integer>> choices =
                    hits.stream().map(i -> selection.withGroups(List.of(i))).distinct().toList();
            int now = choices.indexOf(selection.indices());
            selection.select(choices.get((now + 1) % choices.size()));
        }
    }
}
