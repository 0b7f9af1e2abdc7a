package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Euler's method on the probability-flow ODE: one straight step along the slope at its start. First order.
///
/// In the form [FlowForm#EXPLODING] it is [DdimSampler] without noise. Where a form's clock is infinite, at pure
/// noise, the step is the one of that sampler, too: exact for a constant prediction.
///
/// @param form the coordinates and clock the steps are straight in
public record EulerSampler(FlowForm form) implements Sampler {

    private static final Sampler FROM_PURE_NOISE = new DdimSampler(0);

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        return form.isFinite(from, to)
                ? StepPlan.of(form.euler(Move.Role.STEP, from, to))
                : FROM_PURE_NOISE.plan(levels, index);
    }
}
