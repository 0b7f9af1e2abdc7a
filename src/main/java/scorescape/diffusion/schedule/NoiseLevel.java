package scorescape.diffusion.schedule;

import scorescape.math.Vec2;

/// How far a sample has been diffused: `x_t = alpha · x_0 + sigma · ε`, with `ε ~ N(0, I)`.
///
/// Variance-preserving schedules keep `alpha² + sigma² = 1`; variance-exploding ones keep `alpha = 1`.
///
/// @param alpha the part of the data that is left: dimensionless, in `[0, 1]`
/// @param sigma standard deviation of the noise: in data units, finite and not negative; positive if `alpha` is 0
public record NoiseLevel(double alpha, double sigma) {

    public static final NoiseLevel CLEAN = new NoiseLevel(1, 0);

    /// Less signal than this is taken for this much in the coordinates of the data, which keeps pure noise in the plane.
    private static final double SMALLEST_ALPHA = 1e-6;

    public NoiseLevel {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be in [0, 1]: " + alpha);
        }
        if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sigma must be finite and not negative: " + sigma);
        }
        if (alpha == 0 && sigma == 0) {
            throw new IllegalArgumentException("alpha and sigma must not both be 0");
        }
        // A zero of either sign becomes 0: a ratio to −0 would be minus infinite, and its logarithm NaN.
        alpha += 0.0;
        sigma += 0.0;
    }

    /// The level with `σ/α = ratio` and `α² + σ² = 1`.
    ///
    /// @param ratio finite, not negative
    public static NoiseLevel variancePreserving(double ratio) {
        double norm = Math.hypot(1, ratio);
        return new NoiseLevel(1 / norm, ratio / norm);
    }

    /// Log signal-to-noise ratio `ln(alpha² / sigma²)`: infinite on clean data, minus infinite on pure noise.
    public double logSnr() {
        return 2 * Math.log(alpha / sigma);
    }

    /// The state `x` of this level in the coordinates of the data, `x/α`: `x₀` with noise of standard deviation [#ratio].
    ///
    /// On pure noise, which has no place there, it is shown very far out in the right direction.
    public Vec2 rescaled(Vec2 x) {
        return x.times(1 / Math.max(alpha, SMALLEST_ALPHA));
    }

    /// The level that states of this one have where [#rescaled] shows them: the data not shrunk, with noise of standard
    /// deviation [#ratio].
    public NoiseLevel rescaled() {
        return new NoiseLevel(1, sigma / Math.max(alpha, SMALLEST_ALPHA));
    }

    /// The level a fraction `t` of the way to `target`, `α` and `σ` on straight lines.
    ///
    /// @param t in `[0, 1]`
    public NoiseLevel lerp(NoiseLevel target, double t) {
        return new NoiseLevel((1 - t) * alpha + t * target.alpha, (1 - t) * sigma + t * target.sigma);
    }

    /// The noise in units of the data that is left, `sigma / alpha`: 0 on clean data, infinite on pure noise.
    public double ratio() {
        return sigma / alpha;
    }
}
