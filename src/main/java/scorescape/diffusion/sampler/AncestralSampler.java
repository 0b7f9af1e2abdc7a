package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Euler's method that steps below the next level and adds noise to come up to it.
///
/// With `s = σ/α`, `u = min(s', s' √(1 − s'²/s²))` of new noise and `d = √(s'² − u²)` of old,
///
///     x'/α' = x̂₀ + (d/s) (x/α − x̂₀) + u z
///
/// It is [DdpmSampler] with the small variance, told as a step of the ODE: the two agree.
///
/// Source: the samplers of the k-diffusion library (Crowson 2022), `sample_euler_ancestral`.
public record AncestralSampler() implements Sampler {

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        double next = to.ratio();
        double share = next / from.ratio();
        double up = Math.min(next, next * Math.sqrt((1 - share) * (1 + share)));
        double down = Math.sqrt((next - up) * (next + up));
        double fromState = to.alpha() * down / from.sigma();
        return StepPlan.linear(from, fromState, to.alpha() - fromState * from.alpha(), to.alpha() * up);
    }
}
