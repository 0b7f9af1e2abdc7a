package scorescape.studio;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.document.Presets;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;
import scorescape.studio.Settings.Motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The size, the motion and the fineness of the window.
@ExtendWith(ApplicationExtension.class)
class AppearanceTest {

    private static final long PATIENCE_SECONDS = 30;

    @SuppressWarnings("NullAway.Init")
    private StudioWindow window;

    @Start
    void start(javafx.stage.Stage stage) {
        window = WindowJourney.opened(stage, Presets.defaultScene());
        window.playback().playingProperty().set(false);
    }

    @Test
    void atEveryScaleThePointerHoldsWhatItHasGrabbed(FxRobot robot) throws TimeoutException {
        PictureView picture = window.picture();
        robot.interact(() -> window.look().scaleProperty().set(1.5));
        Picture shown = shown(1.5);

        assertEquals(Math.round(1.5 * picture.getWidth()), shown.request().width());
        Node handle = robot.lookup("#state-handle").query();
        robot.drag(handle, MouseButton.PRIMARY).moveBy(-30, 30).moveBy(-30, 30).drop();
        var projection = new StateProjection(shown.request().viewport(), window.store().current().coordinates(),
                shown.trajectory().steps().get(shown.request().playhead().step()).from());
        Vec2 at = Objects.requireNonNull(window.store().current().placement()).at();
        Vec2 before = projection.toPicture(shown.trajectory().steps().get(shown.request().playhead().step()).x());
        // The pointer has gone by 60 pixels of the screen, in steps of whole pixels.
        assertEquals(0, projection.toPicture(at).distance(before.plus(new Vec2(-60, 60).times(1 / 1.5))), 1.5);
    }

    @Test
    void aCoarserPictureFillsTheSamePlace(FxRobot robot) throws TimeoutException {
        PictureView picture = window.picture();

        robot.interact(() -> window.look().sharpnessProperty().set(0.5));

        Picture shown = shown(0.5);
        assertEquals(Math.round(0.5 * picture.getWidth()), shown.request().width());
        assertEquals(Math.round(picture.getWidth()), picture.pixelWidth());
    }

    @Test
    void withReducedMotionEveryStageIsCompleteAtOnce(FxRobot robot) {
        robot.interact(() -> {
            window.look().motionProperty().set(Motion.REDUCED);
            window.playback().playingProperty().set(true);
            window.playback().goTo(Stage.PREDICT);
            window.playback().advance(0.01);
        });

        assertEquals(1, window.playback().playhead().progress());
        assertTrue(window.look().stillProperty().get());
    }

    /// The picture at a scale, once the panes have found their places.
    private Picture shown(double scale) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            Picture shown = window.picture().shownProperty().get();
            return shown != null && shown.request().scale() == scale
                    && shown.request().width() == Math.round(scale * window.picture().getWidth());
        });
        WaitForAsyncUtils.waitForFxEvents();
        return Objects.requireNonNull(window.picture().shownProperty().get());
    }
}
