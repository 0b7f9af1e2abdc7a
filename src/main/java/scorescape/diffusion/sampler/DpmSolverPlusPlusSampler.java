package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// DPM-Solver++ with two steps of memory (2M): the prediction is carried on along the line through the last two.
///
/// With `λ = ln(α/σ)`, `h = λ' − λ` and `r` the `h` of the step before over this one's,
///
///     D = x̂₀ + (x̂₀ − x̂₀′)/(2r),   x' = (σ'/σ) x + α' (1 − e^{−h}) D
///
/// Second order with one evaluation of the model per step. The first step, one after a step that stayed at its level, and
/// the last one to clean data, take `D = x̂₀`.
///
/// Source: Lu et al. 2022, arXiv:2211.01095, algorithm 2.
public record DpmSolverPlusPlusSampler() implements Sampler {

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        double fromState = to.sigma() / from.sigma();
        double pull = to.alpha() - from.alpha() * fromState;
        double before = index == 0 ? 0 : step(levels.get(index - 1), from);
        double beyond = before == 0 || to.sigma() == 0 ? 0 : 0.5 * step(from, to) / before;
        return StepPlan.of(
                new Move(Move.Role.STEP, from, 0, fromState, pull * (1 + beyond), -pull * beyond, 0));
    }

    /// `h`, infinite from pure noise.
    private static double step(NoiseLevel from, NoiseLevel to) {
        return Math.log(from.ratio() / to.ratio());
    }
}
