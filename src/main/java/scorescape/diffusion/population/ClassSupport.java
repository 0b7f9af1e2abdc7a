package scorescape.diffusion.population;

import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Where the samples of a class may lie: a sample in there is called good.
///
/// The union over the components of the class:
///
/// | component | holds |
/// |---|---|
/// | rectangle | the points of the box, grown by the tolerance to each side |
/// | Gaussian | the points within the ellipse that has 99 % of the mass, `(x − μ)ᵀ Σ⁻¹ (x − μ) ≤ −2 ln 0.01` |
/// | kernel estimate | the same around each of its points |
/// | point, cloud, segment, arc | the points no further away than the tolerance |
///
/// So a class of Gaussians has at least 99 % of its own mass in there, and a class of boxes all of it.
///
/// Source: Chidambaram et al. 2024, arXiv:2409.13074, who count samples in the support; the tolerance is ours.
///
/// @param data of the class alone
/// @param tolerance in data units: finite, not negative
public record ClassSupport(DataDistribution data, double tolerance) {

    /// What is left out of a Gaussian.
    private static final double TAIL = 0.01;

    private static final double RADIUS_SQUARED = -2 * Math.log(TAIL);

    public ClassSupport {
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance must be finite and not negative: " + tolerance);
        }
    }

    /// Whether a point is in the support of one of the components.
    public boolean contains(Vec2 x) {
        for (Component component : data.components()) {
            if (contains(component, x)) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(Component component, Vec2 x) {
        return switch (component) {
            case GaussianComponent gaussian -> x.minus(gaussian.mean()).dot(x.minus(gaussian.mean())) <= RADIUS_SQUARED
                    * gaussian.covariance().trace() && mahalanobisSquared(gaussian, x) <= RADIUS_SQUARED;
            case RectangleComponent box -> {
                Vec2 offset = x.minus(box.centre());
                Vec2 axis = Vec2.ofAngle(box.angle());
                yield Math.abs(axis.dot(offset)) <= box.halfSize().x() + tolerance
                        && Math.abs(axis.perpendicular().dot(offset)) <= box.halfSize().y() + tolerance;
            }
            case PointComponent point -> point.at().distance(x) <= tolerance;
            case PointCloud cloud -> cloud.nearest(x).distance(x) <= tolerance;
            case KernelEstimate estimate -> estimate.points().nearest(x).distance(x) <= Math.sqrt(RADIUS_SQUARED)
                    * estimate.bandwidth();
            case SegmentComponent segment -> {
                Vec2 along = segment.to().minus(segment.from());
                double square = along.dot(along);
                double t = square > 0 ? Math.clamp(x.minus(segment.from()).dot(along) / square, 0, 1) : 0;
                yield segment.from().lerp(segment.to(), t).distance(x) <= tolerance;
            }
            case ArcComponent arc -> nearest(arc, x).distance(x) <= tolerance;
        };
    }

    private static double mahalanobisSquared(GaussianComponent gaussian, Vec2 x) {
        Vec2 offset = x.minus(gaussian.mean());
        SymMat2.Eigen eigen = gaussian.covariance().eigen();
        double u = eigen.axis().dot(offset);
        double v = eigen.axis().perpendicular().dot(offset);
        return u * u / eigen.larger() + v * v / eigen.smaller();
    }

    private static Vec2 nearest(ArcComponent arc, Vec2 x) {
        Vec2 offset = x.minus(arc.centre());
        double first = Math.min(arc.start(), arc.start() + arc.sweep());
        double angle = Math.atan2(offset.y(), offset.x()) - first;
        double turned = angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
        double length = Math.abs(arc.sweep());
        if (turned <= length) {
            return arc.centre().plus(Vec2.ofAngle(first + turned).times(arc.radius()));
        }
        Vec2 start = arc.centre().plus(Vec2.ofAngle(first).times(arc.radius()));
        Vec2 end = arc.centre().plus(Vec2.ofAngle(first + length).times(arc.radius()));
        return start.distance(x) <= end.distance(x) ? start : end;
    }
}
