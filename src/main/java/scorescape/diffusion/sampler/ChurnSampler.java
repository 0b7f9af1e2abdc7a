package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Heun's method with churn: each step first adds a little noise, and then goes from the noisier level it is at.
///
/// With `s = σ/α` and `n` steps, `ŝ = s (1 + min(churn / n, √2 − 1))` where `s` is in `[from, to]`, else `ŝ = s`; then
///
///     x̂ = x + α √(ŝ² − s²) · inflation · z
///
/// and a step of [HeunSampler] in the form [FlowForm#EXPLODING] from `x̂` at `ŝ`. The errors that a step makes are
/// partly forgotten in the noise of the next.
///
/// Source: Karras et al. 2022, arXiv:2206.00364, algorithm 2, where the four are S_churn, S_tmin, S_tmax and S_noise.
///
/// @param churn how much noise in all, not negative; 0 is plain Heun
/// @param lowest smallest `s` with churn, not negative
/// @param highest largest `s` with churn
/// @param inflation factor on the noise that is added, slightly above 1 to make up for what the model takes too much
public record ChurnSampler(double churn, double lowest, double highest, double inflation) implements Sampler {

    private static final double LARGEST_RISE = Math.sqrt(2) - 1;

    public ChurnSampler {
        if (!(churn >= 0 && churn < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("churn must be finite and not negative: " + churn);
        }
        if (!(lowest >= 0 && highest >= lowest && highest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("need finite 0 <= lowest <= highest: " + lowest + ", " + highest);
        }
        if (!(inflation >= 0 && inflation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("inflation must be finite and not negative: " + inflation);
        }
    }

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        double ratio = from.ratio();
        if (!(ratio >= lowest && ratio <= highest)) {
            return new HeunSampler(FlowForm.EXPLODING).plan(levels, index);
        }
        double rise = Math.min(churn / (levels.size() - 1), LARGEST_RISE);
        var churned = new NoiseLevel(from.alpha(), from.sigma() * (1 + rise));
        double added = from.sigma() * Math.sqrt(rise * (2 + rise)) * inflation;
        Move probe = FlowForm.EXPLODING.euler(Move.Role.PROBE, churned, to);
        if (to.sigma() == 0) {
            return new StepPlan(added, List.of(FlowForm.EXPLODING.euler(Move.Role.STEP, churned, to)));
        }
        return new StepPlan(added, List.of(probe, HeunSampler.repeat(FlowForm.EXPLODING, churned, to)));
    }
}
