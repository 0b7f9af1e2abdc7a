package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.document.DataItem;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Pointer;

/// Takes away points and segments under the brush; a cloud without points goes.
final class EraserGesture extends Gesture {

    EraserGesture(CanvasGestures canvas, Pointer pointer) {
        super(canvas, pointer);
        erase(start);
    }

    @Override
    void drag(Pointer pointer, Vec2 place) {
        erase(place);
    }

    private void erase(Vec2 place) {
        double reach = canvas.brushProperty().get() * pixel();
        edit(document -> {
            List<DataItem> items = new ArrayList<>();
            for (DataItem item : document.items()) {
                if (item.locked() || !item.counts()) {
                    items.add(item);
                } else {
                    rest(item.component(), place, reach).map(item::withComponent).ifPresent(items::add);
                }
            }
            return items.equals(document.items()) ? document : document.withItems(items);
        });
    }

    private static Optional<Component> rest(Component component, Vec2 place, double reach) {
        return switch (component) {
            case PointComponent p -> p.at().distance(place) <= reach ? Optional.empty() : Optional.of(p);
            case SegmentComponent s -> Shapes.distance(s.from(), s.to(), place) <= reach
                    ? Optional.empty()
                    : Optional.of(s);
            case PointCloud c -> restOf(c, place, reach).map(Function.identity());
            case KernelEstimate k ->
                restOf(k.points(), place, reach).map(points -> new KernelEstimate(points, k.bandwidth()));
            default -> Optional.of(component);
        };
    }

    private static Optional<PointCloud> restOf(PointCloud cloud, Vec2 place, double reach) {
        List<Vec2> rest = cloud.points().stream().filter(point -> point.distance(place) > reach).toList();
        if (rest.size() == cloud.size()) {
            return Optional.of(cloud);
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(PointCloud.of(cloud.weight(), cloud.label(), rest));
    }
}
