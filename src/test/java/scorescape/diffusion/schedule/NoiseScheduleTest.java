package scorescape.diffusion.schedule;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.schedule.DrawnSchedule.Knot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NoiseScheduleTest {

    /// Step of the central differences: their error h² is below the tolerance for rates of a few hundred.
    private static final double STEP = 1e-5;

    private static final List<Double> TIMES = List.of(0.0123, 0.1004, 0.25003, 0.5002, 0.7501, 0.90007);

    static Stream<NoiseSchedule> schedules() {
        return Stream.of(new CosineSchedule(), LinearBetaSchedule.DDPM, VariancePreservingSchedule.STANDARD,
                VarianceExplodingSchedule.EDM, new FlowSchedule(),
                new DrawnSchedule(List.of(new Knot(0, 12), new Knot(0.4, 1), new Knot(1, -9))));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void noiseGrowsFromTheDataOnwards(NoiseSchedule schedule) {
        double before = schedule.at(schedule.smallestTime()).ratio();
        for (double t : TIMES) {
            assertTrue(schedule.at(t).ratio() > before, () -> schedule + " at " + t);
            before = schedule.at(t).ratio();
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void timeAtIsTheInverse(NoiseSchedule schedule) {
        for (double t : TIMES) {
            assertEquals(t, schedule.timeAt(schedule.at(t).logSnr()), 1e-11);
        }
        assertEquals(1, schedule.timeAt(-1e3), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void levelOfARatioIsTheOneOnTheWay(NoiseSchedule schedule) {
        for (double t : TIMES) {
            NoiseLevel level = schedule.at(t);
            assertEquals(level.alpha(), schedule.atRatio(level.ratio()).alpha(), 1e-14);
            assertEquals(level.sigma(), schedule.atRatio(level.ratio()).sigma(), 1e-14 * (1 + level.sigma()));
        }
    }

    /// The rates that the stochastic equation must have for its solution to be `α x₀ + σ ε`.
    @ParameterizedTest
    @MethodSource("schedules")
    void driftAndDiffusionGiveTheMarginals(NoiseSchedule schedule) {
        for (double t : TIMES) {
            NoiseLevel before = schedule.at(t - STEP);
            NoiseLevel after = schedule.at(t + STEP);
            double drift = Math.log(after.alpha() / before.alpha()) / (2 * STEP);
            double growth = (after.sigma() * after.sigma() - before.sigma() * before.sigma()) / (2 * STEP);
            double variance = schedule.at(t).sigma() * schedule.at(t).sigma();

            assertEquals(drift, schedule.drift(t), 1e-5 * (1 + Math.abs(drift)));
            double g = schedule.diffusion(t);
            assertEquals(growth - 2 * drift * variance, g * g, 1e-5 * (1 + g * g));
        }
    }

    /// The values that the seeds of many programs share: ᾱ after 1, 10, 100, 300, 600 and 1,000 steps.
    @ParameterizedTest
    @CsvSource({"1, 0.9999499987499375", "10, 0.999052153186126", "100, 0.9471104189454153", "300, 0.6296187413492808",
        "600, 0.16087072270408587", "1000, 0.006352818087570016"})
    void linearScheduleIsThatOfTheFirstModels(int step, double alpha) {
        assertEquals(alpha, LinearBetaSchedule.DDPM.at(step / 1000.0).alpha(), 1e-13);
    }

    @Test
    void aScheduleCutShortDoesNotEndInNoise() {
        assertTrue(LinearBetaSchedule.DDPM.endsInNoise());
        assertTrue(VarianceExplodingSchedule.EDM.endsInNoise());
        assertTrue(new FlowSchedule().endsInNoise());
        assertFalse(new LinearBetaSchedule(1e-4, 5e-3, 250).endsInNoise());
        assertFalse(new VarianceExplodingSchedule(0.002, 5).endsInNoise());
    }

    /// A drawn schedule ends at the signal-to-noise ratio that was drawn.
    @Test
    void atTimeZeroTheRatioIsThatOfCleanDataOrFinite() {
        schedules().forEach(schedule -> {
            double logSnr = schedule.at(0).logSnr();
            assertTrue(logSnr > 0, schedule + ": " + logSnr);
        });
        assertEquals(Double.POSITIVE_INFINITY, new NoiseLevel(1, -0.0).logSnr());
    }

    @Test
    void aDrawnLineMustFall() {
        assertThrows(IllegalArgumentException.class,
                () -> new DrawnSchedule(List.of(new Knot(0, 1), new Knot(0.5, 2), new Knot(1, -3))));
        assertThrows(IllegalArgumentException.class, () -> new DrawnSchedule(List.of(new Knot(0, 1))));
    }

    @Test
    void timesOutsideAreRejected() {
        schedules().forEach(schedule -> {
            assertThrows(IllegalArgumentException.class, () -> schedule.at(1.01));
            assertThrows(IllegalArgumentException.class, () -> schedule.drift(Double.NaN));
        });
    }
}
