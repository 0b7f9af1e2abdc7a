package scorescape.diffusion.population;

import java.util.List;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.math.Vec2;

/// A direction along which a population is followed. Positions are measured from the origin of the plane.
///
/// @param direction a unit vector
public record Axis(Vec2 direction) {

    public static final Axis X = new Axis(new Vec2(1, 0));

    private static final double UNIT_TOLERANCE = 1e-9;

    public Axis {
        if (!(Math.abs(direction.norm() - 1) <= UNIT_TOLERANCE)) {
            throw new IllegalArgumentException("an axis needs a unit vector: " + direction);
        }
    }

    /// The axis from one point to another.
    ///
    /// @throws IllegalArgumentException if they are the same or not finite
    public static Axis between(Vec2 from, Vec2 to) {
        Vec2 way = to.minus(from);
        if (!(way.norm() > 0 && way.isFinite())) {
            throw new IllegalArgumentException("an axis needs two points: " + from + ", " + to);
        }
        return new Axis(way.times(1 / way.norm()));
    }

    /// The axis from the mean of all other classes to the mean of one. Where the means are the same, or there is no other
    /// class, that of the largest variance of the data.
    ///
    /// @throws IllegalArgumentException if no component has `label`
    public static Axis towards(DataDistribution data, int label) {
        List<Component> others = data.components().stream().filter(c -> c.label() != label).toList();
        Vec2 own = Moments.of(data.given(label)).mean();
        if (!others.isEmpty()) {
            Vec2 other = Moments.of(new DataDistribution(others)).mean();
            if (own.distance(other) > 0) {
                return between(other, own);
            }
        }
        return new Axis(Moments.of(data).covariance().eigen().axis());
    }

    /// The position of a point along the axis, in data units.
    public double position(Vec2 point) {
        return direction.dot(point);
    }
}
