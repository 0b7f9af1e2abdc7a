package scorescape.diffusion.mixture;

import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The uniform distribution on an arc of a circle, or on all of it.
///
/// @param centre of the circle, in data units
/// @param radius in data units: positive and finite
/// @param start angle of one end from the x axis towards the y axis, in radians
/// @param sweep how far the arc goes on from there, in radians: in `(0, 2π]`
public record ArcComponent(double weight, int label, Vec2 centre, double radius, double start, double sweep)
        implements
            Component {

    public ArcComponent {
        Component.requireWeight(weight);
        if (!centre.isFinite()) {
            throw new IllegalArgumentException("centre must be finite: " + centre);
        }
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("radius must be positive and finite: " + radius);
        }
        if (!Double.isFinite(start)) {
            throw new IllegalArgumentException("start must be finite: " + start);
        }
        if (!(sweep > 0 && sweep <= 2 * Math.PI)) {
            throw new IllegalArgumentException("sweep must be above 0 and at most 2π: " + sweep);
        }
    }

    /// A full circle.
    public static ArcComponent ring(double weight, int label, Vec2 centre, double radius) {
        return new ArcComponent(weight, label, centre, radius, 0, 2 * Math.PI);
    }

    @Override
    public ArcComponent withWeight(double newWeight) {
        return new ArcComponent(newWeight, label, centre, radius, start, sweep);
    }

    @Override
    public ArcComponent withLabel(int newLabel) {
        return new ArcComponent(weight, newLabel, centre, radius, start, sweep);
    }

    /// The box of the whole circle.
    @Override
    public Bounds bounds() {
        return Bounds.around(centre, new Vec2(radius, radius));
    }
}
