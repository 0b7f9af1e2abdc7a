package scorescape.diffusion.mixture;

import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// A component at a noise level: the law of `α x₀ + σ ε` for `x₀` from the component alone. All that depends on the
/// component and the level is worked out when it is made.
sealed interface NoisedShape permits NoisedGaussian, NoisedRectangle, NoisedArc, NoisedPoints {

    /// Stands for σ = 0 in divisions: so small that every limit is reached in double precision, so large that nothing
    /// overflows up to [#LARGEST_COORDINATE].
    double SMALLEST_SIGMA = 1e-50;

    /// Points further out count as this far out.
    double LARGEST_COORDINATE = 1e50;

    double LN_TWO_PI = Math.log(2 * Math.PI);

    /// `ln p_t(x|k)`.
    double logDensity(double x, double y);

    /// `ln (p_t(x|k) / N(x; 0, σ² I))`, how far the shape tells the point apart from pure noise.
    ///
    /// Right to the last digits where the noise is larger than the data, and meant for that alone: there the log
    /// densities of all shapes are nearly the same large number.
    double logRatioToNoise(double x, double y);

    /// Fills `out` with everything at one point.
    void estimate(double x, double y, LocalEstimate out);

    static NoisedShape of(Component component, NoiseLevel level) {
        double alpha = level.alpha();
        double sigma = Math.max(level.sigma(), SMALLEST_SIGMA);
        return switch (component) {
            case GaussianComponent gaussian -> NoisedGaussian.of(gaussian.mean(), gaussian.covariance(), alpha, sigma);
            case RectangleComponent rectangle -> new NoisedRectangle(rectangle.centre(), rectangle.halfSize(),
                    rectangle.angle(), alpha, sigma);
            case SegmentComponent segment -> new NoisedRectangle(segment.from().lerp(segment.to(), 0.5),
                    new Vec2(segment.half().norm(), 0), Math.atan2(segment.half().y(), segment.half().x()), alpha,
                    sigma);
            case ArcComponent arc -> new NoisedArc(arc, alpha, sigma);
            case PointComponent point -> NoisedGaussian.of(point.at(), SymMat2.ZERO, alpha, sigma);
            case PointCloud cloud -> new NoisedPoints(cloud.index(), 0, alpha, sigma);
            case KernelEstimate estimate -> new NoisedPoints(estimate.points().index(), estimate.bandwidth(), alpha,
                    sigma);
        };
    }
}
