package scorescape.studio;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.diffusion.schedule.VariancePreservingSchedule;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The film's controls, its scrubber and the curve under it, through the whole window.
class TimelineTest extends WindowJourney {

    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
    }

    @Test
    void aDragOnTheTrackKeepsTheStageAndWithShiftGoesThroughTheStages(FxRobot robot) {
        robot.interact(() -> playback.goTo(Stage.AMPLIFY));

        robot.drag(onTrack(robot, TOLD), MouseButton.PRIMARY).moveTo(onTrack(robot, 9)).drop();
        assertEquals(new Playhead(9, Stage.AMPLIFY, 1), playback.playhead());

        // The robot's modifier keys do not reach its mouse.
        Slider slider = robot.lookup("#scrubber").queryAs(Slider.class);
        Point2D at = window.picture().getScene().getRoot().screenToLocal(onTrack(robot, 9.5));
        robot.interact(() -> {
            slider.fireEvent(withShift(MouseEvent.MOUSE_PRESSED, at));
            slider.fireEvent(withShift(MouseEvent.MOUSE_RELEASED, at));
        });
        // The places of windows on the screen are single floats.
        assertEquals(9.5, playback.position(), 1e-5);
        assertFalse(store.canUndo());
    }

    /// @param at in the scene
    private static MouseEvent withShift(EventType<MouseEvent> type, Point2D at) {
        return new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, true, false,
                false, false, type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true, null);
    }

    @Test
    void keysOfTheScrubberGoByWholeSteps(FxRobot robot) {
        Slider scrubber = robot.lookup("#scrubber").queryAs(Slider.class);
        robot.interact(() -> {
            playback.goTo(Stage.NOISE);
            scrubber.increment();
        });
        assertEquals(new Playhead(TOLD + 1, Stage.NOISE, 1), playback.playhead());

        robot.interact(scrubber::decrement);
        assertEquals(TOLD, playback.playhead().step());
        assertEquals("step 6 of 25", scrubber.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING));
    }

    @Test
    void speedAndLoopHaveKeys(FxRobot robot) {
        robot.type(KeyCode.PERIOD, 2);
        assertEquals(4, playback.speedProperty().get());
        assertEquals("4×", robot.lookup("#speed").queryAs(MenuButton.class).getText());
        robot.type(KeyCode.COMMA);
        assertEquals(2, playback.speedProperty().get());

        robot.type(KeyCode.L);
        assertFalse(playback.loopingProperty().get());
        fire(robot, "#loop");
        assertTrue(playback.loopingProperty().get());
    }

    @Test
    void theCurveTellsTheValueOfThePresentStep(FxRobot robot) throws TimeoutException {
        double difference = shownPicture().trajectory().steps().get(TOLD).difference().norm();
        awaitValue(robot, String.format(Locale.ROOT, "%.4g", difference));

        robot.interact(() -> robot.lookup("#strip-chooser").queryAs(MenuButton.class).getItems().get(3).fire());
        double logDensity = shownPicture().trajectory().steps().get(TOLD).unconditional().logDensity();
        awaitValue(robot, String.format(Locale.ROOT, "%.4g", logDensity).replace('-', '−'));

        robot.interact(playback::goToEnd);
        shownPicture();
        assertFalse(robot.lookup("#strip-value").query().isVisible());
    }

    @Test
    void aPressOnTheCurveGoesThere(FxRobot robot) {
        Point2D track = onTrack(robot, 12);

        robot.clickOn(track.add(0, 50));

        assertEquals(12, playback.playhead().step());
    }

    @Test
    void theCurveGivesItsRoomToThePicture(FxRobot robot) {
        assertTrue(robot.lookup("#strip-chooser").query().isVisible());
        double picture = window.picture().getHeight();

        robot.type(KeyCode.F7);
        assertFalse(robot.lookup("#strip-chooser").query().isVisible());
        assertTrue(window.picture().getHeight() > picture);

        robot.type(KeyCode.F7);
        assertTrue(robot.lookup("#strip-chooser").query().isVisible());
    }

    @Test
    void thePointerIsToldInDataUnits(FxRobot robot) {
        robot.moveTo(inPicture(0.5, 0.25));
        WaitForAsyncUtils.waitForFxEvents();

        assertTrue(text(robot, "#pointer-reading").matches("x/α = \\(−?\\d\\.\\d\\d, −?\\d\\.\\d\\d\\)"),
                () -> text(robot, "#pointer-reading"));
        robot.moveTo(onTrack(robot, 3));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("", text(robot, "#pointer-reading"));
    }

    @Test
    void aScheduleThatDoesNotEndInNoiseIsToldInTheStatusLine(FxRobot robot) {
        assertFalse(robot.lookup("#status-warning").query().isVisible());

        robot.interact(() -> store.edit(new Object(),
                d -> d.withSampling(d.sampling().withSchedule(new VariancePreservingSchedule(0.1, 1)))));

        assertTrue(robot.lookup("#status-warning").query().isVisible());
        assertTrue(text(robot, "#status-warning").contains("short of pure noise"));
    }

    @Test
    void aRunOfThousandsOfStepsIsScrubbed(FxRobot robot) {
        robot.interact(() -> store.edit(new Object(), d -> d.withSteps(5000)));

        robot.interact(() -> robot.lookup("#scrubber").queryAs(Slider.class).setValue(4321));
        assertEquals(4321, playback.playhead().step());
        robot.interact(() -> robot.lookup("#scrubber").queryAs(Slider.class).setValue(5000));
        assertEquals(Stage.END, playback.playhead().stage());
    }

    /// A place along the run on the track.
    private Point2D onTrack(FxRobot robot, double position) {
        Slider slider = robot.lookup("#scrubber").queryAs(Slider.class);
        double thumb = 8;
        return slider.localToScreen(thumb + (slider.getWidth() - 2 * thumb) * position / playback.steps(),
                0.5 * slider.getHeight());
    }

    private static void awaitValue(FxRobot robot, String expected) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> text(robot, "#strip-value").equals(expected));
    }
}
