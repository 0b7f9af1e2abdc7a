package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.generator.Sketch;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Marks;
import scorescape.studio.canvas.CanvasGestures.Pointer;

/// A line drawn by hand becomes a group of segments, together as heavy as another component.
final class SketchGesture extends Gesture {

    /// How far apart the corners of the line are at least, in pixels.
    private static final double TOLERANCE = 1.5;

    private final List<Vec2> points = new ArrayList<>();

    SketchGesture(CanvasGestures canvas, Pointer pointer) {
        super(canvas, pointer);
        points.add(start);
    }

    @Override
    void drag(Pointer pointer, Vec2 place) {
        points.add(place);
        canvas.show(new Marks(List.of(), null, null, List.copyOf(points)));
    }

    @Override
    void finish() {
        List<Vec2> line = Stroke.simplified(points, TOLERANCE * pixel());
        if (line.size() > 1) {
            editor.addGenerated(this, () -> new Sketch(List.of(line)).generate(0));
        }
    }
}
