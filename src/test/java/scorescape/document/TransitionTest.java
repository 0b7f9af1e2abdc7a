package scorescape.document;

import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document.Camera;
import scorescape.document.Study.Shown;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TransitionTest {

    private static final Document FIRST = Presets.defaultScene().withPlacement(new Placement(8, new Vec2(1, 1)));
    private static final Document SECOND = FIRST.withCamera(new Camera(new Vec2(1, -1), 5))
            .withGuidance(new ClassifierFreeGuidance(1, 7))
            .withPlacement(new Placement(8, new Vec2(2, -1)))
            .withLayers(FIRST.layers().withShown(Layer.SCORE, true));
    private static final Playhead START = new Playhead(8, Stage.STEP, 1);
    private static final Playhead END = new Playhead(18, Stage.START, 1);

    /// A millionth of the lengths and factors here: far above rounding.
    private static final double TOLERANCE = 1e-6;

    @Test
    void whatChangesSteadilyIsBetweenTheTwoOnTheWay() {
        var transition = new Transition(FIRST, START, SECOND, END);

        Document half = transition.document(0.5);

        assertFalse(transition.fades());
        assertEquals(Math.sqrt(10 * 5), half.camera().width(), TOLERANCE);
        assertEquals(5, ((ScaledGuidance) half.guidance()).scale(), TOLERANCE);
        assertEquals(new Placement(8, new Vec2(1.5, 0)), half.placement());
        assertEquals(0.5, half.layers().opacity(Layer.SCORE), TOLERANCE);
        assertEquals(13, transition.playhead(0.5).position(), TOLERANCE);
    }

    @Test
    void theWayBeginsAndEndsAtTheTwo() {
        var transition = new Transition(FIRST, START, SECOND, END);

        assertEquals(FIRST, transition.document(0));
        assertEquals(SECOND, transition.document(1));
        assertEquals(START, transition.playhead(0));
        assertEquals(END, transition.playhead(1));
    }

    @Test
    void timeOfTheProcessAlsoRunsBackwards() {
        assertEquals(15.5, new Transition(SECOND, END, FIRST, START).playhead(0.25).position(), TOLERANCE);
    }

    @Test
    void whatStaysInPlaceIsKeptInViewWhileTheCameraComesNearer() {
        // A camera that sees the half of what it saw, with the same lower left corner.
        var from = new Camera(new Vec2(0, 0), 16);
        var to = new Camera(new Vec2(-4, -2.5), 8);
        Camera half = new Transition(FIRST.withCamera(from), START, FIRST.withCamera(to), START).document(0.5).camera();

        assertEquals(-8, half.bounds().minX(), TOLERANCE);
        assertEquals(-5, half.bounds().minY(), TOLERANCE);
    }

    @Test
    void otherDataAndPlotsAreFadedOver() {
        Document other = Presets.named("two-boxes").orElseThrow();
        Document plot = FIRST.withStudy(FIRST.study().withShown(Shown.SWEEP));

        assertTrue(new Transition(FIRST, START, other, START).fades());
        assertTrue(new Transition(FIRST, START, plot, START).fades());
        assertTrue(new Transition(plot, START, FIRST, START).fades());
        assertEquals(other, new Transition(FIRST, START, other, END).document(0.1));
        assertEquals(END, new Transition(FIRST, START, other, END).playhead(0.1));
    }
}
