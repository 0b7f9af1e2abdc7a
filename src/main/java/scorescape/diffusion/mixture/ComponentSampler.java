package scorescape.diffusion.mixture;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrix2x2;
import org.ejml.dense.fixed.CommonOps_DDF2;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Draws from one component, with what can be prepared for many draws prepared once.
@FunctionalInterface
interface ComponentSampler {

    Vec2 sample(RandomGenerator random);

    static ComponentSampler of(Component component) {
        return switch (component) {
            case GaussianComponent gaussian -> gaussian(gaussian);
            case RectangleComponent rectangle -> rectangle(rectangle);
            case SegmentComponent segment -> random -> segment.from().lerp(segment.to(), random.nextDouble());
            case ArcComponent arc -> random -> arc.centre()
                    .plus(Vec2.ofAngle(arc.start() + arc.sweep() * random.nextDouble()).times(arc.radius()));
            case PointComponent point -> random -> point.at();
            case PointCloud cloud -> random -> cloud.point(random.nextInt(cloud.size()));
            case KernelEstimate estimate -> random -> estimate.points()
                    .point(random.nextInt(estimate.points().size()))
                    .plus(new Vec2(random.nextGaussian(), random.nextGaussian()).times(estimate.bandwidth()));
        };
    }

    /// `μ + L z` with the Cholesky factor of the covariance.
    private static ComponentSampler gaussian(GaussianComponent gaussian) {
        SymMat2 s = gaussian.covariance();
        var factor = new DMatrix2x2(s.xx(), s.xy(), s.xy(), s.yy());
        if (!CommonOps_DDF2.cholL(factor)) {
            throw new IllegalStateException("no Cholesky factor of a valid covariance: " + s);
        }
        return random -> {
            double u = random.nextGaussian();
            double v = random.nextGaussian();
            return gaussian.mean().plus(new Vec2(factor.a11 * u, factor.a21 * u + factor.a22 * v));
        };
    }

    private static ComponentSampler rectangle(RectangleComponent rectangle) {
        Vec2 axis = Vec2.ofAngle(rectangle.angle());
        Vec2 along = axis.times(rectangle.halfSize().x());
        Vec2 across = axis.perpendicular().times(rectangle.halfSize().y());
        return random -> rectangle.centre()
                .plus(along.times(2 * random.nextDouble() - 1))
                .plus(across.times(2 * random.nextDouble() - 1));
    }
}
