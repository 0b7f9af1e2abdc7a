package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Heun's method on the probability-flow ODE: an Euler step on trial, then the step with the mean of the slopes at its
/// two ends. Second order, two evaluations of the model.
///
/// The last step, to clean data, is Euler's: the slope at its end is not defined. So is a step from pure noise in a
/// form whose clock is infinite there.
///
/// Source: Karras et al. 2022, arXiv:2206.00364, algorithm 1.
///
/// @param form the coordinates and clock the steps are straight in
public record HeunSampler(FlowForm form) implements Sampler {

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        if (to.sigma() == 0 || !form.isFinite(from, to)) {
            return new EulerSampler(form).plan(levels, index);
        }
        return StepPlan.of(form.euler(Move.Role.PROBE, from, to), repeat(form, from, to));
    }

    /// The second half of a step: from its start again, with the mean of the two slopes.
    static Move repeat(FlowForm form, NoiseLevel from, NoiseLevel to) {
        double half = 0.5 * (form.clock(to) - form.clock(from));
        double fromStart = form.scale(to) / form.scale(from) * (1 + half * form.fromState(from));
        double fromEarlier = form.scale(to) * half * form.fromPrediction(from);
        double fromPrediction = form.scale(to) * half * form.fromPrediction(to);
        return new Move(Move.Role.REPEAT, to, fromStart, half * form.fromState(to), fromPrediction, fromEarlier, 0);
    }
}
