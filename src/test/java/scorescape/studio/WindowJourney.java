package scorescape.studio;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Presets;
import scorescape.studio.PictureWorker.Picture;

/// A whole window with a scene at rest, for tests that go through it with mouse and keys.
@ExtendWith(ApplicationExtension.class)
abstract class WindowJourney {

    static final int TOLD = 5;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    static final Document SCENE = Presets.defaultScene().withToldStep(TOLD).withPlacement(null)
            .withGuidance(new ClassifierFreeGuidance(1, 3));
    static final long PATIENCE_SECONDS = 30;

    // Set before each test by the method that TestFX calls on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    StudioWindow window;

    @SuppressWarnings("NullAway.Init")
    DocumentStore store;

    @SuppressWarnings("NullAway.Init")
    Playback playback;

    /// To be called by a method that TestFX finds in the test class itself.
    final void open(Stage stage) {
        window = opened(stage, SCENE);
        store = window.store();
        playback = window.playback();
    }

    /// A window that knows nothing of the user and of other windows.
    static StudioWindow opened(Stage stage, Document scene) {
        return opened(stage, scene, new ScriptedPrompts());
    }

    static StudioWindow opened(Stage stage, Document scene, Prompts prompts) {
        Look.loadFonts();
        stage.setX(0);
        stage.setY(0);
        // One stage serves all tests.
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        var window = new StudioWindow(stage, scene, new Settings(new MemoryPreferences()), prompts,
                new Recovery(Path.of("target/recovery")), new Journal(Path.of("target/logs")));
        window.show();
        return window;
    }

    @BeforeEach
    void standStill(FxRobot robot) {
        robot.interact(() -> {
            playback.playingProperty().set(false);
            playback.tellFromStart(TOLD);
        });
    }

    /// TestFX keeps all events of a stage, and they keep the controls that they were sent to. It begins anew.
    @AfterEach
    void forgetEvents(FxRobot robot) {
        FxToolkitContext testFx = FxToolkit.toolkitContext();
        robot.interact(() -> testFx.setRegisteredStage(testFx.getRegisteredStage()));
    }

    /// A place in the picture, as shares of its width and height.
    Point2D inPicture(double across, double down) {
        return window.picture().localToScreen(across * window.picture().getWidth(),
                down * window.picture().getHeight());
    }

    /// The picture, once it shows the document as it is now.
    Picture shownPicture() throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            Picture picture = window.picture().shownProperty().get();
            return picture != null && picture.request().playhead().equals(playback.playhead())
                    && picture.request().document().equals(store.current().withToldStep(playback.told()));
        });
        WaitForAsyncUtils.waitForFxEvents();
        return Objects.requireNonNull(window.picture().shownProperty().get());
    }

    static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
