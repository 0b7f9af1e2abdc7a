package scorescape.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;
import scorescape.lesson.Story.Beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AnimationPlanTest {

    /// 25 steps of 0.12 s: three seconds.
    private static final Story THREE_SECONDS =
            new Story(IntStream.range(0, 25).mapToObj(step -> new Beat(step, Stage.MOVE)).toList());

    private static final Story WITH_REST = new Story(List.of(new Beat(0, Stage.START), new Beat(0, Stage.END)));

    @Test
    void ninetyFramesAtThirtyASecondLastExactlyThreeSeconds() {
        AnimationPlan plan = plan(THREE_SECONDS, 30);

        assertEquals(90, plan.frames());
        assertEquals(300, sumOfDelays(plan));
        assertEquals(List.of(3, 4, 3, 3, 4, 3),
                IntStream.range(0, 6).map(plan::delayCentiseconds).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 12, 24, 25, 29, 33, 48, 50})
    void noFrameIsShorterThanBrowsersShow(int framesPerSecond) {
        AnimationPlan plan = plan(THREE_SECONDS, framesPerSecond);

        assertTrue(IntStream.range(0, plan.frames()).allMatch(frame -> plan.delayCentiseconds(frame) >= 2));
    }

    /// Rounding to hundredths moves a frame by half of one at most, and the errors do not add up.
    @ParameterizedTest
    @ValueSource(ints = {7, 24, 29, 30, 33, 48})
    void everyFrameStartsWithinHalfAHundredthOfItsTime(int framesPerSecond) {
        AnimationPlan plan = plan(THREE_SECONDS, framesPerSecond);
        int start = 0;
        for (int frame = 0; frame < plan.frames(); frame++) {
            assertEquals(100.0 * frame / framesPerSecond, start, 0.5);
            start += plan.delayCentiseconds(frame);
        }
    }

    @Test
    void framesShowTheStoryAtTheirTimes() {
        AnimationPlan plan = plan(THREE_SECONDS, 25);

        assertEquals(new Playhead(0, Stage.MOVE, 0), plan.playhead(0));
        assertEquals(THREE_SECONDS.at(40 / 25.0), plan.playhead(40));
    }

    @Test
    void theRestIsOneLongFrameAtTheEnd() {
        AnimationPlan plan = AnimationPlan.of(WITH_REST, Pace.of(20));

        assertEquals(1.25 * 20 + 1, plan.frames());
        assertEquals(new Playhead(0, Stage.END, 1), plan.playhead(25));
        assertEquals(150, plan.delayCentiseconds(25));
        assertEquals(275, sumOfDelays(plan));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 51, 1000})
    void ratesThatAGifCannotShowAreRejected(int framesPerSecond) {
        var thrown =
                assertThrows(IllegalArgumentException.class, () -> plan(THREE_SECONDS, framesPerSecond));

        assertEquals("frames per second must be from 1 to 50: " + (double) framesPerSecond, thrown.getMessage());
    }

    @Test
    void framesOutsideTheFilmAreRejected() {
        AnimationPlan plan = AnimationPlan.of(WITH_REST, Pace.of(20));

        assertThrows(IllegalArgumentException.class, () -> plan.playhead(26));
        assertThrows(IllegalArgumentException.class, () -> plan.delayCentiseconds(-1));
    }

    /// Three frames there: the end and the beginning are not shown twice.
    @ParameterizedTest
    @CsvSource({"0, 0 1 2 1", "2, 0 1 2 E 2 1"})
    void pingPongRunsBackToItsBeginning(double hold, String frames) {
        AnimationPlan plan = AnimationPlan.of(new Story(List.of(new Beat(0, Stage.MOVE), new Beat(0, Stage.END))),
                new Pace(25, hold, true, 0));

        assertEquals(frames, IntStream.range(0, plan.frames())
                .mapToObj(plan::playhead)
                .map(shown -> shown.stage() == Stage.END ? "E" : String.valueOf(Math.round(shown.progress() * 3)))
                .collect(Collectors.joining(" ")));
        assertEquals(hold > 0 ? 5 * 4 + 200 : 4 * 4, sumOfDelays(plan));
    }

    /// A GIF tells time in hundredths of a second, and uneven frames judder.
    @ParameterizedTest
    @CsvSource({"25, 4", "30, 3", "24, 4", "50, 2", "40, 3", "12, 8", "1, 100"})
    void evenPacesHaveFramesOfOneLength(int rate, int centiseconds) {
        AnimationPlan plan = AnimationPlan.of(THREE_SECONDS, new Pace(rate, 0, false, 0).even());

        assertEquals(Set.of(centiseconds),
                IntStream.range(0, plan.frames()).mapToObj(plan::delayCentiseconds).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"25, -1, 0", "25, NaN, 0", "25, 61, 0", "NaN, 0, 0", "25, 0, -1", "25, 0, 65537"})
    void impossiblePacesAreRejected(double rate, double hold, int plays) {
        assertThrows(IllegalArgumentException.class, () -> new Pace(rate, hold, false, plays));
    }

    /// Without a rest.
    private static AnimationPlan plan(Story story, double framesPerSecond) {
        return AnimationPlan.of(story, new Pace(framesPerSecond, 0, false, 0));
    }

    private static int sumOfDelays(AnimationPlan plan) {
        return IntStream.range(0, plan.frames()).map(plan::delayCentiseconds).sum();
    }
}
