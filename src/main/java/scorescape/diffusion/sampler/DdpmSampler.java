package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Ancestral sampling with a fixed variance.
///
/// A step from (α, σ) to the less noisy (α', σ') replaces `x₀` in the posterior of the forward process by a prediction.
/// With `ᾱ = α²`, `b = 1 − ᾱ/ᾱ'`:
///
///     mean = (α' b x̂₀ + √(ᾱ/ᾱ') (1 − ᾱ') x) / (1 − ᾱ),   x' = mean + s z
///     s² = b (1 − ᾱ')/(1 − ᾱ)   [Variance#SMALL]      s² = b   [Variance#LARGE]
///
/// On a schedule that does not preserve the variance, `1 − ᾱ` stands for `σ²` and `b` for `σ² − σ'² ᾱ/ᾱ'`: the same
/// posterior. The last step, to clean data, draws no noise.
///
/// Source: Ho, Jain & Abbeel 2020, arXiv:2006.11239, equations 6, 7 and section 3.2.
public record DdpmSampler(Variance variance) implements Sampler {

    /// Which of the two fixed variances: `SMALL` is the posterior's for data at one point, `LARGE` for standard
    /// normal data.
    public enum Variance {
        SMALL, LARGE
    }

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        double ratio = from.alpha() / to.alpha();
        double variance = from.sigma() * from.sigma();
        double nextVariance = to.sigma() * to.sigma();
        double kept = ratio * nextVariance / variance;
        // b = σ² − σ'² ᾱ/ᾱ' of the jump, as a product, so that two close levels lose no digits.
        double jump = (from.sigma() - to.sigma() * ratio) * (from.sigma() + to.sigma() * ratio);
        double noise = switch (this.variance) {
            case SMALL -> Math.sqrt(jump * nextVariance / variance);
            case LARGE -> to.sigma() == 0 ? 0 : Math.sqrt(jump);
        };
        return StepPlan.linear(from, kept, to.alpha() * jump / variance, noise);
    }
}
