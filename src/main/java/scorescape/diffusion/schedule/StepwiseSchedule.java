package scorescape.diffusion.schedule;

import java.util.function.IntToDoubleFunction;
import scorescape.math.Numerics;

/// A variance-preserving schedule given by the β of each of its steps: `α² = ∏ (1 − βᵢ)` after so many steps.
///
/// Between two steps `ln α²` is interpolated linearly, which is a constant β inside a step.
final class StepwiseSchedule {

    /// A time this close to a step, in steps, is meant to be it, though `0.951 · 1000` is not exactly 951.
    private static final double SAME_STEP = 1e-9;

    /// `ln α²` of the least signal that is told apart, `α = e⁻²⁵⁰`: what [VariancePreservingSchedule] has at its steepest.
    /// Beyond it `α` runs out of numbers, and the ratio of two levels would be 0/0.
    private static final double LEAST_LOG = -500;

    private final int steps;

    /// `ln α²` after 0, 1, …, `steps` steps.
    private final double[] logAlphaSquared;

    StepwiseSchedule(int steps, IntToDoubleFunction beta) {
        this.steps = steps;
        logAlphaSquared = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            logAlphaSquared[i + 1] = logAlphaSquared[i] + Math.log1p(-beta.applyAsDouble(i));
        }
    }

    NoiseLevel at(double t) {
        NoiseSchedule.requireTime(t);
        double clock = t * steps;
        double nearest = Math.rint(clock);
        double log;
        if (Math.abs(clock - nearest) < SAME_STEP) {
            log = logAlphaSquared[(int) nearest];
        } else {
            int below = (int) clock;
            double within = clock - below;
            log = (1 - within) * logAlphaSquared[below] + within * logAlphaSquared[below + 1];
        }
        return new NoiseLevel(Math.exp(0.5 * Math.max(LEAST_LOG, log)), Math.sqrt(-Math.expm1(log)));
    }

    double timeAt(double logSnr) {
        double log = -Numerics.softplus(-logSnr);
        int below = 0;
        int above = steps;
        while (above - below > 1) {
            int middle = (below + above) >>> 1;
            if (logAlphaSquared[middle] > log) {
                below = middle;
            } else {
                above = middle;
            }
        }
        double within = (log - logAlphaSquared[below]) / (logAlphaSquared[above] - logAlphaSquared[below]);
        return (below + Math.clamp(within, 0, 1)) / steps;
    }

    /// `f = ½ d ln α²/dt`, the mean of both sides at a step.
    double drift(double t) {
        NoiseSchedule.requireTime(t);
        int below = Math.max(0, (int) Math.ceil(t * steps - SAME_STEP) - 1);
        int above = Math.min(steps, (int) Math.floor(t * steps + SAME_STEP) + 1);
        return 0.5 * (logAlphaSquared[above] - logAlphaSquared[below]) * steps / (above - below);
    }

    double smallestTime() {
        return 1.0 / steps;
    }
}
