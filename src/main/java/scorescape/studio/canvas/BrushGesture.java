package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.document.DataItem;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Pointer;

/// Sprays points into the cloud that is selected, or into a new one.
final class BrushGesture extends Gesture {

    /// How many points a drag adds at each move of the pointer.
    private static final int SPRAYED = 3;

    private final RandomGenerator random;
    private final List<Vec2> sprayed = new ArrayList<>();
    private final @Nullable Integer target;
    private final @Nullable Component original;
    private final double weight = editor.usualWeight();
    private final int label = selection.activeClassProperty().get();

    BrushGesture(CanvasGestures canvas, Pointer pointer, RandomGenerator random) {
        super(canvas, pointer);
        this.random = random;
        List<DataItem> items = selection.items();
        boolean joins = items.size() == 1 && !items.getFirst().locked()
                && (items.getFirst().component() instanceof PointCloud
                        || items.getFirst().component() instanceof KernelEstimate);
        target = joins ? selection.indices().getFirst() : null;
        original = joins ? items.getFirst().component() : null;
    }

    @Override
    void drag(Pointer pointer, Vec2 place) {
        for (int i = 0; i < SPRAYED; i++) {
            double radius = canvas.brushProperty().get() * pixel() * Math.sqrt(random.nextDouble());
            sprayed.add(place.plus(Vec2.ofAngle(random.nextDouble(2 * Math.PI)).times(radius)));
        }
        spray();
    }

    @Override
    void click(Pointer pointer) {
        sprayed.add(start);
        spray();
    }

    private void spray() {
        if (target != null && original != null) {
            replace(Map.of(target, with(original, sprayed)));
            return;
        }
        put(sprayed.size() == 1
                ? new PointComponent(weight, label, sprayed.getFirst())
                : PointCloud.of(weight, label, sprayed));
    }

    private static Component with(Component cloud, List<Vec2> more) {
        return switch (cloud) {
            case KernelEstimate k -> new KernelEstimate((PointCloud) with(k.points(), more), k.bandwidth());
            case PointCloud c -> {
                List<Vec2> points = new ArrayList<>(c.points());
                points.addAll(more);
                yield PointCloud.of(c.weight(), c.label(), points);
            }
            default -> cloud;
        };
    }
}
