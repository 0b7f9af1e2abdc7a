package scorescape.diffusion.schedule;

/// How far a sample has been diffused: `x_t = alpha · x_0 + sigma · ε`, with `ε ~ N(0, I)`.
///
/// Variance-preserving schedules keep `alpha² + sigma² = 1`; variance-exploding ones keep `alpha = 1`.
///
/// @param alpha the part of the data that is left: dimensionless, in `[0, 1]`
/// @param sigma standard deviation of the noise: in data units, finite and not negative; positive if `alpha` is 0
public record NoiseLevel(double alpha, double sigma) {

    public static final NoiseLevel CLEAN = new NoiseLevel(1, 0);

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

    /// The noise in units of the data that is left, `sigma / alpha`: 0 on clean data, infinite on pure noise.
    public double ratio() {
        return sigma / alpha;
    }
}
