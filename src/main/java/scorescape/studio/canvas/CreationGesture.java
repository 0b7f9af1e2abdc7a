package scorescape.studio.canvas;

import java.util.Set;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Marks;
import scorescape.studio.canvas.CanvasGestures.Pointer;

/// Drags out a new component, or places one of a usual size.
final class CreationGesture extends Gesture {

    /// Sizes of what a click places, as shares of the height of the picture.
    private static final double USUAL_SIZE = 0.06;
    private static final double USUAL_RING = 0.12;

    private final Tool kind;
    private final Snapper snapper = canvas.snapper(Set.of());
    private final double weight = editor.usualWeight();
    private final int label = selection.activeClassProperty().get();
    private final Vec2 corner;

    CreationGesture(CanvasGestures canvas, Pointer pointer, Tool kind) {
        super(canvas, pointer);
        this.kind = kind;
        corner = pointer.free() ? start : start.plus(snapper.point(start).shift());
    }

    @Override
    void drag(Pointer pointer, Vec2 place) {
        Vec2 target = place;
        if (!pointer.free()) {
            Snapper.Snap snap = snapper.point(place);
            target = place.plus(snap.shift());
            canvas.show(Marks.guides(snap.guides()));
        }
        put(component(target, pointer));
    }

    @Override
    void click(Pointer pointer) {
        double size = USUAL_SIZE * canvas.pictureHeight();
        put(switch (kind) {
            case RECTANGLE -> new RectangleComponent(weight, label, corner, new Vec2(1.5 * size, size), 0);
            case RING -> ArcComponent.ring(weight, label, corner, USUAL_RING * canvas.pictureHeight());
            case SEGMENT -> new SegmentComponent(weight, label, corner.minus(new Vec2(2 * size, 0)),
                    corner.plus(new Vec2(2 * size, 0)));
            default -> new GaussianComponent(weight, label, corner, SymMat2.scalar(size * size));
        });
    }

    private Component component(Vec2 target, Pointer pointer) {
        double least = 0.5 * pixel();
        return switch (kind) {
            case RING -> ArcComponent.ring(weight, label, corner, Math.max(2 * least, corner.distance(target)));
            case SEGMENT -> new SegmentComponent(weight, label, corner,
                    pointer.constrains() ? Handles.straightened(corner, target) : target);
            default -> {
                Vec2 span = target.minus(corner);
                double side = Math.max(Math.abs(span.x()), Math.abs(span.y()));
                Vec2 reach = pointer.constrains()
                        ? new Vec2(Math.copySign(side, span.x()), Math.copySign(side, span.y()))
                        : span;
                Box box = Box.between(pointer.centred() ? corner.minus(reach) : corner, corner.plus(reach));
                Vec2 half = new Vec2(Math.max(least, box.half().x()), Math.max(least, box.half().y()));
                // The box holds the ellipse of two standard deviations.
                yield kind == Tool.RECTANGLE
                        ? new RectangleComponent(weight, label, box.centre(), half, 0)
                        : new GaussianComponent(weight, label, box.centre(),
                                new SymMat2(0.25 * half.x() * half.x(), 0, 0.25 * half.y() * half.y()));
            }
        };
    }

    @Override
    void finish() {
        canvas.toolProperty().set(Tool.SELECT);
    }
}
