package scorescape.studio;

import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.DrawnSchedule;
import scorescape.diffusion.schedule.DrawnSchedule.Knot;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.LinearBetaSchedule;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.VarianceExplodingSchedule;
import scorescape.diffusion.schedule.VariancePreservingSchedule;
import scorescape.document.Parameters;
import scorescape.studio.Knob.Dial;
import scorescape.text.Texts;

/// The noise schedules, as people choose them.
enum ScheduleKind {

    COSINE {
        @Override
        NoiseSchedule make(NoiseSchedule before) {
            return new CosineSchedule();
        }
    },

    LINEAR_BETA {
        @Override
        NoiseSchedule make(NoiseSchedule before) {
            return LinearBetaSchedule.DDPM;
        }
    },

    VARIANCE_PRESERVING {
        @Override
        NoiseSchedule make(NoiseSchedule before) {
            return VariancePreservingSchedule.STANDARD;
        }
    },

    VARIANCE_EXPLODING {
        @Override
        NoiseSchedule make(NoiseSchedule before) {
            return VarianceExplodingSchedule.EDM;
        }
    },

    FLOW {
        @Override
        NoiseSchedule make(NoiseSchedule before) {
            return new FlowSchedule();
        }
    },

    DRAWN {
        @Override
        NoiseSchedule make(NoiseSchedule before) {
            return before instanceof DrawnSchedule drawn ? drawn : traced(before);
        }
    };

    /// Knots of a schedule that is traced from another one.
    private static final int KNOTS = 5;

    /// How far the log signal-to-noise ratio of a traced schedule reaches.
    private static final double REACH = 12;

    String title() {
        return Texts.of(this);
    }

    String help() {
        return Texts.of(this, "help");
    }

    /// The schedule with its usual numbers.
    ///
    /// @param before the schedule that it takes the place of
    abstract NoiseSchedule make(NoiseSchedule before);

    static ScheduleKind of(NoiseSchedule schedule) {
        return switch (schedule) {
            case CosineSchedule() -> COSINE;
            case LinearBetaSchedule _ -> LINEAR_BETA;
            case VariancePreservingSchedule _ -> VARIANCE_PRESERVING;
            case VarianceExplodingSchedule _ -> VARIANCE_EXPLODING;
            case FlowSchedule() -> FLOW;
            case DrawnSchedule _ -> DRAWN;
        };
    }

    /// A drawn schedule near another one. Each knot lies lower than the one before, where the other is level too.
    private static DrawnSchedule traced(NoiseSchedule schedule) {
        double[] logSnr = IntStream.range(0, KNOTS)
                .mapToDouble(i -> Math.max(schedule.smallestTime(), (double) i / (KNOTS - 1)))
                .map(t -> Math.clamp(schedule.at(t).logSnr(), -REACH, REACH))
                .toArray();
        for (int i = 1; i < KNOTS; i++) {
            logSnr[i] = Math.min(logSnr[i], logSnr[i - 1] - SchedulePane.KNOT_DROP);
        }
        return new DrawnSchedule(IntStream.range(0, KNOTS)
                .mapToObj(i -> new Knot((double) i / (KNOTS - 1), logSnr[i]))
                .toList());
    }

    /// What can be set of a schedule as a number. An end that is pushed past the other takes it along.
    static List<Knob<NoiseSchedule>> knobs(NoiseSchedule schedule) {
        return switch (schedule) {
            case LinearBetaSchedule linear -> List.of(
                    new Dial<>(Parameters.BETA_FIRST, linear.first(),
                            v -> new LinearBetaSchedule(v, Math.max(v, linear.last()), linear.steps())),
                    new Dial<>(Parameters.BETA_LAST, linear.last(),
                            v -> new LinearBetaSchedule(Math.min(v, linear.first()), v, linear.steps())),
                    new Dial<>(Parameters.BETA_STEPS, linear.steps(),
                            v -> new LinearBetaSchedule(linear.first(), linear.last(), (int) v)));
            case VariancePreservingSchedule(double least, double most) -> List.of(
                    new Dial<>(Parameters.BETA_MIN, least,
                            v -> new VariancePreservingSchedule(v, Math.max(v, most))),
                    new Dial<>(Parameters.BETA_MAX, most,
                            v -> new VariancePreservingSchedule(Math.min(v, least), v)));
            case VarianceExplodingSchedule(double least, double most) -> List.of(
                    new Dial<>(Parameters.SIGMA_MIN, least,
                            v -> new VarianceExplodingSchedule(v, Math.max(2 * v, most))),
                    new Dial<>(Parameters.SIGMA_MAX, most,
                            v -> new VarianceExplodingSchedule(Math.min(0.5 * v, least), v)));
            case CosineSchedule() -> List.of();
            case FlowSchedule() -> List.of();
            case DrawnSchedule _ -> List.of();
        };
    }
}
