package scorescape.diffusion.schedule;

import java.util.ArrayList;
import java.util.List;

/// The noise levels that a sampler visits, from noise to clean data.
public enum TimeGrid {

    /// Every `⌊1000 / n⌋`-th of a thousand times, counted up from the first: the spacing of the DDPM code base.
    /// The last level before clean data is the schedule's smallest, the first one is a little short of pure noise.
    LEADING {
        @Override
        public double time(int step, int steps) {
            int stride = CosineSchedule.CLOCK / steps;
            return ((steps - 1 - step) * stride + 1.0) / CosineSchedule.CLOCK;
        }
    };

    public static final int MAX_STEPS = 1000;

    /// The `steps + 1` levels of a run: `steps` noisy ones, then [NoiseLevel#CLEAN].
    ///
    /// @param steps from 1 to [#MAX_STEPS]
    public List<NoiseLevel> levels(NoiseSchedule schedule, int steps) {
        if (!(steps >= 1 && steps <= MAX_STEPS)) {
            throw new IllegalArgumentException("steps must be from 1 to " + MAX_STEPS + ": " + steps);
        }
        List<NoiseLevel> levels = new ArrayList<>(steps + 1);
        for (int step = 0; step < steps; step++) {
            levels.add(schedule.at(time(step, steps)));
        }
        levels.add(NoiseLevel.CLEAN);
        return List.copyOf(levels);
    }

    /// Time of step `step`, where step 0 is the noisiest.
    public abstract double time(int step, int steps);
}
