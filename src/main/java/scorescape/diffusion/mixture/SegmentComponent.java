package scorescape.diffusion.mixture;

import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The uniform distribution on a line segment.
///
/// @param from one end, in data units
/// @param to the other end, in data units
public record SegmentComponent(double weight, int label, Vec2 from, Vec2 to) implements Component {

    public SegmentComponent {
        Component.requireWeight(weight);
        if (!(from.isFinite() && to.isFinite())) {
            throw new IllegalArgumentException("the ends must be finite: " + from + ", " + to);
        }
    }

    /// Half of the way from one end to the other.
    Vec2 half() {
        return to.minus(from).times(0.5);
    }

    @Override
    public SegmentComponent withWeight(double newWeight) {
        return new SegmentComponent(newWeight, label, from, to);
    }

    @Override
    public SegmentComponent withLabel(int newLabel) {
        return new SegmentComponent(weight, newLabel, from, to);
    }

    @Override
    public Bounds bounds() {
        return new Bounds(Math.min(from.x(), to.x()), Math.min(from.y(), to.y()), Math.max(from.x(), to.x()),
                Math.max(from.y(), to.y()));
    }
}
