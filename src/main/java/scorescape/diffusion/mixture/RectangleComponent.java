package scorescape.diffusion.mixture;

import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The uniform distribution on a rectangle.
///
/// @param centre in data units
/// @param halfSize half the width and half the height before turning, in data units: positive
/// @param angle by which the rectangle is turned about its centre, in radians, from the x towards the y axis
public record RectangleComponent(double weight, int label, Vec2 centre, Vec2 halfSize, double angle)
        implements
            Component {

    public RectangleComponent {
        Component.requireWeight(weight);
        if (!centre.isFinite()) {
            throw new IllegalArgumentException("centre must be finite: " + centre);
        }
        if (!(halfSize.x() > 0 && halfSize.y() > 0 && halfSize.isFinite())) {
            throw new IllegalArgumentException("half sizes must be positive and finite: " + halfSize);
        }
        if (!Double.isFinite(angle)) {
            throw new IllegalArgumentException("angle must be finite: " + angle);
        }
    }

    @Override
    public RectangleComponent withWeight(double newWeight) {
        return new RectangleComponent(newWeight, label, centre, halfSize, angle);
    }

    @Override
    public RectangleComponent withLabel(int newLabel) {
        return new RectangleComponent(weight, newLabel, centre, halfSize, angle);
    }

    @Override
    public Bounds bounds() {
        double c = Math.abs(Math.cos(angle));
        double s = Math.abs(Math.sin(angle));
        return Bounds.around(centre,
                new Vec2(c * halfSize.x() + s * halfSize.y(), s * halfSize.x() + c * halfSize.y()));
    }
}
