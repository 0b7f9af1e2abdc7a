package scorescape.studio.canvas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import scorescape.document.DataItem;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Marks;
import scorescape.studio.canvas.CanvasGestures.Pointer;

/// Selects by a rubber band what has its centre in it.
final class BandGesture extends Gesture {

    private final List<Integer> before;

    BandGesture(CanvasGestures canvas, Pointer pointer) {
        super(canvas, pointer);
        before = pointer.constrains() ? selection.indices() : List.of();
    }

    @Override
    void drag(Pointer pointer, Vec2 place) {
        Box band = Box.between(start, place);
        Bounds bounds = Bounds.around(band.centre(), band.half());
        List<DataItem> items = store.current().items();
        Set<Integer> wanted = new HashSet<>(before);
        wanted.addAll(selection.withGroups(IntStream.range(0, items.size())
                .filter(i -> items.get(i).counts() && !items.get(i).locked()
                        && bounds.contains(items.get(i).component().bounds().centre()))
                .boxed()
                .toList()));
        selection.select(wanted);
        canvas.show(new Marks(List.of(), band, null, List.of()));
    }

    @Override
    void click(Pointer pointer) {
        if (!pointer.constrains()) {
            selection.clear();
        }
    }
}
