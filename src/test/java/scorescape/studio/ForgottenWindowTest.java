package scorescape.studio;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// A window that is closed leaves nothing behind that keeps it: neither the toolkit nor the stage, which may show another.
@ExtendWith(ApplicationExtension.class)
class ForgottenWindowTest {

    private final List<WeakReference<StudioWindow>> opened = new ArrayList<>();

    @Test
    void closedWindowsAreForgotten(FxRobot robot) throws TimeoutException {
        var stages = new ArrayList<Stage>();
        robot.interact(() -> stages.add(new Stage()));
        for (int i = 0; i < 3; i++) {
            robot.interact(
                    () -> opened
                            .add(new WeakReference<>(WindowJourney.opened(stages.getFirst(), WindowJourney.SCENE))));
            WaitForAsyncUtils.waitFor(WindowJourney.PATIENCE_SECONDS, TimeUnit.SECONDS,
                    () -> hasPicture(opened.getLast().get()));
            robot.interact(() -> {
                stages.getFirst().hide();
                stages.getFirst().setScene(new Scene(new Group()));
            });
        }
        WaitForAsyncUtils.waitFor(WindowJourney.PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            System.gc();
            return opened.stream().allMatch(window -> window.refersTo(null));
        });
    }

    private static boolean hasPicture(@Nullable StudioWindow window) {
        return window != null && window.picture().shownProperty().get() != null;
    }
}
