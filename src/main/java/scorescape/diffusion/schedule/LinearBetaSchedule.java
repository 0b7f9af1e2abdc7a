package scorescape.diffusion.schedule;

import java.util.Objects;

/// The schedule of the first diffusion models: variance-preserving steps whose β grows linearly.
///
///     βᵢ = first + i/(steps − 1) · (last − first),  α² = ∏_{i < steps · t} (1 − βᵢ),  σ² = 1 − α²
///
/// Look at what is left of the data at the end: cut to 250 of its thousand steps, `α` is still 0.72, and a run that starts
/// from pure noise starts in the wrong place.
///
/// Source: Ho, Jain & Abbeel 2020, arXiv:2006.11239, section 4: 1,000 steps from 1e-4 to 0.02.
public final class LinearBetaSchedule implements NoiseSchedule {

    public static final LinearBetaSchedule DDPM = new LinearBetaSchedule(1e-4, 0.02, 1000);

    public static final int MAX_STEPS = 10_000;

    private final double first;
    private final double last;
    private final int steps;
    private final StepwiseSchedule table;

    /// @param first the first β: in `(0, 1)`
    /// @param last the last β: in `[first, 1)`
    /// @param steps how many steps: from 2 to [#MAX_STEPS]
    public LinearBetaSchedule(double first, double last, int steps) {
        if (!(first > 0 && last >= first && last < 1)) {
            throw new IllegalArgumentException("need 0 < first <= last < 1: " + first + ", " + last);
        }
        if (!(steps >= 2 && steps <= MAX_STEPS)) {
            throw new IllegalArgumentException("steps must be from 2 to " + MAX_STEPS + ": " + steps);
        }
        this.first = first;
        this.last = last;
        this.steps = steps;
        table = new StepwiseSchedule(steps, i -> first + i / (steps - 1.0) * (last - first));
    }

    public double first() {
        return first;
    }

    public double last() {
        return last;
    }

    public int steps() {
        return steps;
    }

    @Override
    public NoiseLevel at(double t) {
        return table.at(t);
    }

    @Override
    public NoiseLevel atRatio(double ratio) {
        return NoiseLevel.variancePreserving(ratio);
    }

    @Override
    public double timeAt(double logSnr) {
        return table.timeAt(logSnr);
    }

    @Override
    public double drift(double t) {
        return table.drift(t);
    }

    @Override
    public double diffusion(double t) {
        return Math.sqrt(-2 * drift(t));
    }

    @Override
    public double smallestTime() {
        return table.smallestTime();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearBetaSchedule schedule && first == schedule.first && last == schedule.last
                && steps == schedule.steps;
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, last, steps);
    }

    @Override
    public String toString() {
        return "LinearBetaSchedule[first=" + first + ", last=" + last + ", steps=" + steps + "]";
    }
}
