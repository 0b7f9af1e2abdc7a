package scorescape.figure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.lesson.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StageClockTest {

    @Test
    void laterStagesHaveNotBegunAndEarlierOnesAreComplete() {
        var clock = new StageClock(Stage.DIFFERENCE, 0.2);

        assertEquals(1, clock.done(Stage.PREDICT, 0, 0.4));
        assertEquals(0, clock.done(Stage.AMPLIFY, 0, 0.4));
    }

    /// Smoothstep 3u² − 2u³ of the share u of the time that has passed.
    @ParameterizedTest
    @CsvSource({"0.0, 0", "0.1, 0", "0.2, 0.15625", "0.3, 0.5", "0.5, 1", "9, 1"})
    void changesBeginAfterTheirDelayAndEndInTime(double elapsed, double expected) {
        assertEquals(expected, new StageClock(Stage.STEP, elapsed).done(Stage.STEP, 0.1, 0.4), 1e-12);
    }

    @Test
    void aDimmedMarkKeepsFifteenPercent() {
        assertEquals(1, new StageClock(Stage.AMPLIFY, 1).dimmed(Stage.STEP));
        assertEquals(0.15, new StageClock(Stage.NOISE, 0).dimmed(Stage.STEP), 1e-12);
    }
}
