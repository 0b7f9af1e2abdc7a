package scorescape.diffusion.mixture;

import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// All mass at one point, in data units.
public record PointComponent(double weight, int label, Vec2 at) implements Component {

    public PointComponent {
        Component.requireWeight(weight);
        if (!at.isFinite()) {
            throw new IllegalArgumentException("point must be finite: " + at);
        }
    }

    @Override
    public PointComponent withWeight(double newWeight) {
        return new PointComponent(newWeight, label, at);
    }

    @Override
    public PointComponent withLabel(int newLabel) {
        return new PointComponent(weight, newLabel, at);
    }

    @Override
    public Bounds bounds() {
        return new Bounds(at.x(), at.y(), at.x(), at.y());
    }
}
