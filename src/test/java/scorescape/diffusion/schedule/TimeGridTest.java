package scorescape.diffusion.schedule;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TimeGridTest {

    @ParameterizedTest
    @EnumSource
    void noiseFallsFromStepToStepInEverySchedule(TimeGrid grid) {
        NoiseScheduleTest.schedules().forEach(schedule -> {
            for (int steps : List.of(1, 2, 7, 50, 999, 1000, 5000)) {
                List<NoiseLevel> levels = grid.levels(schedule, steps);

                assertEquals(steps + 1, levels.size());
                assertEquals(NoiseLevel.CLEAN, levels.getLast());
                for (int i = 1; i <= steps; i++) {
                    assertTrue(levels.get(i).ratio() < levels.get(i - 1).ratio(),
                            schedule + ", " + steps + " steps, " + levels.get(i));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void timesAreThoseOfTheLevels(TimeGrid grid) {
        NoiseScheduleTest.schedules().forEach(schedule -> {
            List<NoiseLevel> levels = grid.levels(schedule, 9);
            for (int i = 0; i < 9; i++) {
                NoiseLevel at = schedule.at(Math.min(1, grid.time(schedule, i, 9)));
                assertEquals(levels.get(i).alpha(), at.alpha(), 1e-9);
                assertEquals(levels.get(i).sigma(), at.sigma(), 1e-9 * (1 + at.sigma()));
            }
        });
    }

    /// First and last time with noise, in thousandths, of 20 steps of the linear schedule.
    @ParameterizedTest
    @CsvSource({"LEADING, 951, 1", "TRAILING, 1000, 50", "LINSPACE, 1000, 51", "INTERPOLATED, 1000, 1",
        "UNIFORM, 1000, 1", "QUADRATIC, 1000, 1", "KARRAS, 1000, 1", "LOG_SNR, 1000, 1"})
    void publishedSpacingsStartAndEndWhereTheyAreKnownTo(TimeGrid grid, double first, double last) {
        assertEquals(first, 1000 * grid.time(LinearBetaSchedule.DDPM, 0, 20), 1e-6);
        assertEquals(last, 1000 * grid.time(LinearBetaSchedule.DDPM, 19, 20), 1e-6);
    }

    /// The last noisy level is the schedule's smallest, 0.002 in the first EDM settings, to the last digits.
    @ParameterizedTest
    @EnumSource(names = {"UNIFORM", "QUADRATIC", "KARRAS", "LOG_SNR"})
    void gridsEndAtTheSmallestNoise(TimeGrid grid) {
        double last = grid.levels(VarianceExplodingSchedule.EDM, 999).get(998).sigma();

        assertEquals(0.002, last, 1e-13 * 0.002);
    }
}
