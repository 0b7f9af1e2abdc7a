package scorescape.diffusion.schedule;

import java.util.ArrayList;
import java.util.List;

/// The noise levels that a sampler visits, from noise to clean data.
///
/// Spacings in time are those of published code, which counts a thousand times `k = 0 … 999`; `k` is the time
/// `(k + 1)/1000` here. A run of as many steps or more has no more times to choose from, so it counts as many as it needs
/// instead of a thousand, and its last step may have less noise than the schedule's smallest. The others space the levels
/// themselves, between time 1 and the schedule's [smallest][NoiseSchedule#smallestTime].
public enum TimeGrid {

    /// Every `⌊1000 / n⌋`-th of a thousand times, counted up from the first: the spacing of the DDPM code base.
    /// The last level before clean data is the schedule's smallest, the first one is a little short of pure noise.
    LEADING {
        @Override
        public double time(NoiseSchedule schedule, int step, int steps) {
            int clock = Math.max(CLOCK, steps);
            int stride = clock / steps;
            return ((steps - 1 - step) * stride + 1.0) / clock;
        }
    },

    /// Every `1000 / n`-th of a thousand times, counted down from the last: the run starts at the end of the schedule.
    ///
    /// Source: Lin et al. 2024, arXiv:2305.08891, section 3.3.
    TRAILING {
        @Override
        public double time(NoiseSchedule schedule, int step, int steps) {
            int clock = Math.max(CLOCK, steps);
            return Math.rint(clock - step * (double) clock / steps) / clock;
        }
    },

    /// `n + 1` of the thousand times from the first to the last, evenly and rounded, without the first: the spacing of the
    /// DPM-Solver code.
    LINSPACE {
        @Override
        public double time(NoiseSchedule schedule, int step, int steps) {
            int clock = Math.max(CLOCK, steps + 1);
            return (Math.rint((clock - 1.0) * (steps - step) / steps) + 1) / clock;
        }
    },

    /// `n` times from the first of the thousand to the last, evenly, with `σ/α` interpolated between the thousand: the
    /// spacing of the Euler and Heun samplers in the diffusers code.
    INTERPOLATED {
        @Override
        public double time(NoiseSchedule schedule, int step, int steps) {
            return schedule.timeAt(level(schedule, step, steps).logSnr());
        }

        @Override
        NoiseLevel level(NoiseSchedule schedule, int step, int steps) {
            double clock = steps == 1 ? CLOCK - 1 : (CLOCK - 1.0) * (steps - 1 - step) / (steps - 1);
            double below = Math.floor(clock);
            double within = clock - below;
            NoiseLevel lower = schedule.at(ofClock(below));
            if (within == 0) {
                return lower;
            }
            NoiseLevel upper = schedule.at(ofClock(below + 1));
            // Nothing lies between a finite ratio and an infinite one.
            return upper.alpha() == 0
                    ? schedule.at(ofClock(clock))
                    : schedule.atRatio((1 - within) * lower.ratio() + within * upper.ratio());
        }
    },

    /// Evenly spaced times from 1 to the smallest.
    UNIFORM {
        @Override
        public double time(NoiseSchedule schedule, int step, int steps) {
            return lerp(fraction(step, steps), schedule.smallestTime());
        }
    },

    /// Times whose square roots are evenly spaced from 1 to the smallest: more of them near the data.
    ///
    /// Source: Song, Meng & Ermon 2021, arXiv:2010.02502, appendix D.2.
    QUADRATIC {
        @Override
        public double time(NoiseSchedule schedule, int step, int steps) {
            double root = lerp(fraction(step, steps), Math.sqrt(schedule.smallestTime()));
            return root * root;
        }
    },

    /// Evenly spaced `(σ/α)^{1/7}` from the largest to the smallest; where the end is pure noise, the largest is the inverse
    /// of the smallest.
    ///
    /// Source: Karras et al. 2022, arXiv:2206.00364, equation 5, ρ = 7.
    KARRAS {
        @Override
        public double time(NoiseSchedule schedule, int step, int steps) {
            return schedule.timeAt(level(schedule, step, steps).logSnr());
        }

        @Override
        NoiseLevel level(NoiseSchedule schedule, int step, int steps) {
            double smallest = schedule.at(schedule.smallestTime()).ratio();
            double largest = largestRatio(schedule);
            double root = Math.pow(largest, 1 / RHO)
                    + fraction(step, steps) * (Math.pow(smallest, 1 / RHO) - Math.pow(largest, 1 / RHO));
            return schedule.atRatio(Math.pow(root, RHO));
        }
    },

    /// Evenly spaced log signal-to-noise ratios from the largest noise to the smallest; where the end is pure noise, the
    /// largest is the inverse of the smallest.
    ///
    /// Source: Lu et al. 2022, arXiv:2206.00927, section 3.4.
    LOG_SNR {
        @Override
        public double time(NoiseSchedule schedule, int step, int steps) {
            return schedule.timeAt(level(schedule, step, steps).logSnr());
        }

        @Override
        NoiseLevel level(NoiseSchedule schedule, int step, int steps) {
            double smallest = Math.log(schedule.at(schedule.smallestTime()).ratio());
            double largest = Math.log(largestRatio(schedule));
            return schedule.atRatio(Math.exp(largest + fraction(step, steps) * (smallest - largest)));
        }
    };

    public static final int MAX_STEPS = 5000;

    /// Number of times that published code counts.
    private static final int CLOCK = 1000;

    private static final double RHO = 7;

    /// The `steps + 1` levels of a run: `steps` noisy ones, then [NoiseLevel#CLEAN].
    ///
    /// @param steps from 1 to [#MAX_STEPS]
    public List<NoiseLevel> levels(NoiseSchedule schedule, int steps) {
        if (!(steps >= 1 && steps <= MAX_STEPS)) {
            throw new IllegalArgumentException("steps must be from 1 to " + MAX_STEPS + ": " + steps);
        }
        List<NoiseLevel> levels = new ArrayList<>(steps + 1);
        for (int step = 0; step < steps; step++) {
            levels.add(level(schedule, step, steps));
        }
        levels.add(NoiseLevel.CLEAN);
        return List.copyOf(levels);
    }

    /// Time of step `step`, where step 0 is the noisiest.
    public abstract double time(NoiseSchedule schedule, int step, int steps);

    NoiseLevel level(NoiseSchedule schedule, int step, int steps) {
        return schedule.at(time(schedule, step, steps));
    }

    private static double ofClock(double k) {
        return (k + 1) / CLOCK;
    }

    /// How far step `step` is on the way from the first level to the last one with noise; a single step is the first.
    private static double fraction(int step, int steps) {
        return steps == 1 ? 0 : step / (steps - 1.0);
    }

    /// From 1 to `smallest`, which has all its digits at the end.
    private static double lerp(double fraction, double smallest) {
        return (1 - fraction) + fraction * smallest;
    }

    private static double largestRatio(NoiseSchedule schedule) {
        NoiseLevel end = schedule.at(1);
        return end.alpha() == 0 ? 1 / schedule.at(schedule.smallestTime()).ratio() : end.ratio();
    }
}
