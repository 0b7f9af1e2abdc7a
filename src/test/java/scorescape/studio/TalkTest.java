package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Presets;
import scorescape.document.Slide;
import scorescape.document.Transition;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.lesson.Story.Beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TalkTest {

    private static final Document SCENE = Presets.defaultScene();
    private static final Beat STEP = new Beat(8, Stage.STEP);
    private static final Playhead END = STEP.end();
    private static final Lesson LESSON = new Lesson("Talk", "", "", List.of(
            Slide.of(SCENE, STEP),
            Slide.of(SCENE.withGuidance(new ClassifierFreeGuidance(1, 7)), STEP)
                    .withFilm(new Beat(8, Stage.AMPLIFY), STEP)
                    .withQuestion("Where to?"),
            Slide.of(Presets.named("two-boxes").orElseThrow(), STEP)));

    private final List<Integer> cuts = new ArrayList<>();
    private final Talk talk = new Talk(LESSON, 0, () -> cuts.add(0));

    @Test
    void aQuestionIsAskedThenAnsweredAndTheFilmPlays() {
        talk.forward();
        talk.advance(Transition.SECONDS);

        assertTrue(talk.askingProperty().get());
        assertEquals(new Playhead(8, Stage.AMPLIFY, 0), talk.playback().playhead());
        assertFalse(talk.playback().isPlaying());
        talk.forward();
        assertFalse(talk.askingProperty().get());
        assertTrue(talk.playback().isPlaying());
        talk.playback().advance(100);
        assertEquals(END, talk.playback().playhead());
        assertFalse(talk.playback().isPlaying());
    }

    @Test
    void theWayToTheNextSlideIsSteadyAndCanBeCutShort() {
        talk.forward();
        talk.advance(0.5 * Transition.SECONDS);

        assertEquals(5, ((ClassifierFreeGuidance) talk.store().current().guidance()).scale(), 1e-9);
        assertFalse(talk.awayProperty().get());
        talk.forward();
        assertEquals(LESSON.slides().get(1).shown(), talk.store().current());
        assertEquals(1, talk.slideProperty().get());
        assertTrue(cuts.isEmpty());
    }

    @Test
    void aPictureThatCannotGrowOutOfTheOneBeforeCutsIn() {
        talk.goTo(2);

        assertEquals(LESSON.slides().get(2).shown(), talk.store().current());
        assertEquals(1, cuts.size());
    }

    @Test
    void aKeyPressDuringAFilmShowsItsEndAndTheNextGoesOn() {
        talk.goTo(1);
        talk.stop();
        talk.forward();
        talk.forward();
        assertEquals(END, talk.playback().playhead());
        assertEquals(1, talk.slideProperty().get());

        talk.forward();
        assertEquals(2, talk.slideProperty().get());
    }

    @Test
    void backIsTheSlideBeforeWithItsAnswer() {
        talk.goTo(2);
        talk.back();
        talk.stop();

        assertEquals(1, talk.slideProperty().get());
        assertFalse(talk.askingProperty().get());
        assertEquals(END, talk.playback().playhead());
    }

    @Test
    void whoLeavesTheSlideComesBackToItWithOneKey() {
        talk.changeScale(2);
        talk.store().edit(new Object(), document -> document.withSeed(5));

        assertTrue(talk.awayProperty().get());
        assertNotEquals(SCENE.guidance(), talk.store().current().guidance());
        talk.restore();
        assertEquals(LESSON.slides().getFirst().shown(), talk.store().current());
        assertFalse(talk.awayProperty().get());
    }

    @Test
    void withReducedMotionSlidesFollowAtOnce() {
        talk.stillProperty().set(true);
        talk.forward();

        assertEquals(LESSON.slides().get(1).shown(), talk.store().current());
        assertFalse(talk.movingProperty().get());
        talk.goTo(2);
        assertTrue(cuts.isEmpty());
    }

    @Test
    void thereIsNothingBeforeTheFirstSlideAndAfterTheLast() {
        talk.back();
        assertEquals(0, talk.slideProperty().get());
        talk.goTo(7);
        assertEquals(0, talk.slideProperty().get());
        talk.goTo(2);
        talk.forward();
        assertEquals(2, talk.slideProperty().get());
    }
}
