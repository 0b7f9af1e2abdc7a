package scorescape.diffusion.sampler;

import scorescape.diffusion.schedule.NoiseLevel;

/// Ancestral sampling with a fixed variance.
///
/// A step from (α, σ) to the less noisy (α', σ') replaces `x₀` in the posterior of the forward process by a prediction.
/// With `ᾱ = α²`, `b = 1 − ᾱ/ᾱ'`:
///
///     mean = (α' b x̂₀ + √(ᾱ/ᾱ') (1 − ᾱ') x) / (1 − ᾱ),   x' = mean + s z
///     s² = b (1 − ᾱ')/(1 − ᾱ)   [Variance#SMALL]      s² = b   [Variance#LARGE]
///
/// The last step, to clean data, draws no noise.
///
/// Source: Ho, Jain & Abbeel 2020, arXiv:2006.11239, equations 6, 7 and section 3.2.
public record DdpmSampler(Variance variance) {

    /// Which of the two fixed variances: `SMALL` is the posterior's for data at one point, `LARGE` for standard
    /// normal data.
    public enum Variance {
        SMALL, LARGE
    }

    /// The step as a linear map: `x' = fromPrediction · x̂₀ + fromState · x + noise · z`.
    public record Coefficients(double fromPrediction, double fromState, double noise) {}

    /// @param from a variance-preserving level with noise
    /// @param to a less noisy one, or [NoiseLevel#CLEAN]
    public Coefficients coefficients(NoiseLevel from, NoiseLevel to) {
        double ratio = from.alpha() / to.alpha();
        double variance = from.sigma() * from.sigma();
        double nextVariance = to.sigma() * to.sigma();
        // b = 1 − ᾱ/ᾱ' written with the variances, so that two close levels lose no digits.
        double b = (variance - nextVariance) / (to.alpha() * to.alpha());
        double noise = switch (this.variance) {
            case SMALL -> Math.sqrt(b * nextVariance / variance);
            case LARGE -> to.sigma() == 0 ? 0 : Math.sqrt(b);
        };
        return new Coefficients(to.alpha() * b / variance, ratio * nextVariance / variance, noise);
    }
}
