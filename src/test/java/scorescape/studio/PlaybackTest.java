package scorescape.studio;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scorescape.lesson.Playhead;
import scorescape.lesson.RunShape;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;
import scorescape.lesson.Telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PlaybackTest {

    private static final int STEPS = 10;
    private static final int TOLD = 4;

    private final Playback playback = new Playback();

    @BeforeEach
    void tellTheFourthStepOfAGuidedRun() {
        playback.follow(RunShape.ancestral(STEPS, Telling.CLASSIFIER_FREE));
        playback.tellFromStart(TOLD);
    }

    @Test
    void filmRunsThroughTheStagesOfTheToldStep() {
        playback.togglePlaying();

        playback.advance(Stage.START.seconds() + 0.5 * Stage.PREDICT.seconds());

        assertEquals(new Playhead(TOLD, Stage.PREDICT, 0.5), playback.playhead());
    }

    @Test
    void pausedFilmStandsStill() {
        playback.advance(1);

        assertEquals(new Playhead(TOLD, Stage.START, 0), playback.playhead());
    }

    @Test
    void heldFilmStandsStillAndThenGoesOn() {
        playback.togglePlaying();
        playback.hold(true);
        playback.advance(0.5 * Stage.START.seconds());
        playback.hold(false);
        playback.advance(0.25 * Stage.START.seconds());

        assertEquals(new Playhead(TOLD, Stage.START, 0.25), playback.playhead());
    }

    @Test
    void filmBeginsAgainAfterItsRest() {
        playback.togglePlaying();

        playback.advance(Story.of(RunShape.ancestral(STEPS, Telling.CLASSIFIER_FREE), TOLD).seconds() - 0.1);
        assertEquals(Stage.END, playback.playhead().stage());
        playback.advance(0.2);

        assertEquals(new Playhead(TOLD, Stage.START, 0), playback.playhead());
    }

    @Test
    void stillsShowEachStageCompleteAndLastAsLong() {
        playback.showStills(true);
        playback.togglePlaying();

        playback.advance(0.5 * Stage.START.seconds());
        assertEquals(new Playhead(TOLD, Stage.START, 1), playback.playhead());
        playback.advance(0.4 * Stage.START.seconds());
        assertEquals(new Playhead(TOLD, Stage.START, 1), playback.playhead());
        playback.advance(0.2 * Stage.START.seconds());
        assertEquals(new Playhead(TOLD, Stage.PREDICT, 1), playback.playhead());
    }

    @Test
    void stagesForwardLeadThroughTheWholeRunToItsEnd() {
        playback.goToBeginning();
        int presses = 0;
        while (playback.playhead().stage() != Stage.END) {
            playback.stageForward();
            presses++;
        }

        // Seven stages a step, six in the last one, which draws no noise; the first is there already, the end is extra.
        assertEquals(7 * STEPS - 1, presses);
        assertEquals(new Playhead(STEPS - 1, Stage.END, 1), playback.playhead());
    }

    @Test
    void stagesBackLeadTheSameWayToTheNoise() {
        playback.goToEnd();
        int presses = 0;
        while (!playback.playhead().equals(new Playhead(0, Stage.START, 1))) {
            playback.stageBack();
            presses++;
        }

        assertEquals(7 * STEPS - 1, presses);
    }

    @Test
    void stepsKeepTheStageOfAFilmThatStands() {
        playback.goTo(Stage.AMPLIFY);

        playback.stepForward();

        assertEquals(new Playhead(TOLD + 1, Stage.AMPLIFY, 1), playback.playhead());
        assertEquals(TOLD + 1, playback.told());
    }

    @Test
    void stepsOfARunningFilmAreToldFromTheStart() {
        playback.togglePlaying();
        playback.goTo(Stage.AMPLIFY);

        playback.stepBack();

        assertEquals(new Playhead(TOLD - 1, Stage.START, 0), playback.playhead());
    }

    @Test
    void stepsStopAtTheEndsOfTheRun() {
        playback.goToStep(STEPS + 5);
        assertEquals(STEPS - 1, playback.playhead().step());

        playback.goToStep(-5);
        assertEquals(0, playback.playhead().step());
    }

    @Test
    void lastStepHasNoNoiseToGoTo() {
        playback.goTo(Stage.NOISE);

        playback.goToStep(STEPS - 1);

        assertEquals(new Playhead(STEPS - 1, Stage.STEP, 1), playback.playhead());
        assertFalse(playback.stages().contains(Stage.NOISE));
    }

    @Test
    void withoutAClassTheStagesOfGuidanceAreGone() {
        playback.goTo(Stage.DIFFERENCE);

        playback.follow(RunShape.ancestral(STEPS, Telling.PLAIN));

        assertEquals(new Playhead(TOLD, Stage.NOISE, 1), playback.playhead());
        assertEquals(RunShape.ancestral(STEPS, Telling.PLAIN).stages(TOLD), playback.stages());
    }

    @Test
    void longerRunKeepsThePlaceInTheRun() {
        playback.goTo(Stage.AMPLIFY);

        playback.follow(RunShape.ancestral(2 * STEPS, Telling.CLASSIFIER_FREE));

        assertEquals(new Playhead(2 * TOLD, Stage.AMPLIFY, 1), playback.playhead());
    }

    @Test
    void shorterRunKeepsAPassingStepInsideIt() {
        playback.togglePlaying();
        playback.advance(Story.of(RunShape.ancestral(STEPS, Telling.CLASSIFIER_FREE), TOLD).seconds()
                - Stage.END.seconds() - 0.01);
        assertEquals(new Playhead(STEPS - 1, Stage.MOVE, playback.playhead().progress()), playback.playhead());

        playback.follow(RunShape.ancestral(2, Telling.CLASSIFIER_FREE));

        assertEquals(1, playback.playhead().step());
        playback.advance(0.001);
        assertEquals(1, playback.playhead().step());
    }

    @Test
    void filmWithoutLoopStopsAtItsEndAndPlaysAgainFromTheToldStep() {
        playback.loopingProperty().set(false);
        playback.togglePlaying();

        playback.advance(1000);

        assertEquals(new Playhead(STEPS - 1, Stage.END, 1), playback.playhead());
        assertFalse(playback.isPlaying());
        playback.togglePlaying();
        playback.advance(0.5 * Stage.START.seconds());
        assertEquals(TOLD, playback.playhead().step());
    }

    @Test
    void speedMakesTheFilmRunFasterWithinItsLimits() {
        playback.changeSpeed(1);
        playback.togglePlaying();

        playback.advance(0.25 * Stage.START.seconds());
        assertEquals(new Playhead(TOLD, Stage.START, 0.5), playback.playhead());

        for (int i = 0; i < 10; i++) {
            playback.changeSpeed(-1);
        }
        assertEquals(Playback.SPEEDS.getFirst(), playback.speedProperty().get());
        assertThrows(IllegalArgumentException.class, () -> playback.setSpeed(3));
    }

    @Test
    void scrubbingStaysInTheStageAndEndsInTheData() {
        playback.goTo(Stage.AMPLIFY);

        playback.scrub(TOLD + 2.4);
        assertEquals(new Playhead(TOLD + 2, Stage.AMPLIFY, 1), playback.playhead());
        playback.scrub(STEPS);
        assertEquals(new Playhead(STEPS - 1, Stage.END, 1), playback.playhead());
        playback.scrub(STEPS - 1);
        assertEquals(STEPS - 1, playback.playhead().step());
        assertNotEquals(Stage.END, playback.playhead().stage());
    }

    @Test
    void positionIsWhereScrubbingIntoStagesWentTo() {
        for (double place : new double[]{0, 0.3, 4.5, 8.99, 9.5, 10}) {
            playback.scrubIntoStages(place);

            // A few roundings of sums of stages.
            assertEquals(place, playback.position(), 1e-12);
        }
        assertEquals(STEPS, playback.steps());
    }

    @Test
    void positionOfAStepInMotionIsItsProgress() {
        playback.togglePlaying();
        playback.advance(RunShape.ancestral(STEPS, Telling.CLASSIFIER_FREE).stages(TOLD).stream()
                .mapToDouble(Stage::seconds).sum() + 0.25 * Stage.MOVE.seconds());

        // Story subtracts the stages one by one.
        assertEquals(TOLD + 1.25, playback.position(), 1e-9);
    }
}
