package scorescape.studio;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The probe: numbers under the pointer, pinned, copied and taken away.
class ProbeTest extends WindowJourney {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void theProbeReadsUnderThePointerAndAClickPinsIt(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.I);
        robot.moveTo(inPicture(0.4, 0.4));
        awaitPanels(robot, 1);
        assertTrue(panels(robot).getFirst().isMouseTransparent());

        robot.clickOn(inPicture(0.4, 0.4));
        awaitPanels(robot, 2);
        robot.moveTo(inPicture(0.7, 0.2));
        robot.type(KeyCode.ESCAPE);
        awaitPanels(robot, 1);
        assertEquals(1, store.current().view().probes().size());

        String text = pinned(robot).text();
        assertTrue(text.startsWith("xₜ = ("), text);
        for (String name : List.of("log pₜ", "p(A|xₜ)", "x̂₀", "x̂₀|y", "x̂ guided", "δ", "score", "score guided")) {
            assertTrue(text.contains("\n" + name + " = "), () -> name + " in " + text);
        }
        robot.interact(() -> playback.goToStep(TOLD + 5));
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> !pinned(robot).text().equals(text));

        fire(robot, "#copy-probe");
        String later = pinned(robot).text();
        robot.interact(() -> assertEquals(later, Clipboard.getSystemClipboard().getString()));
        fire(robot, "#close-probe");
        awaitPanels(robot, 0);
    }

    @Test
    void pinsAreUndoneAndAllTakenAwayAtOnce(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.I);
        robot.clickOn(inPicture(0.3, 0.3));
        robot.clickOn(inPicture(0.6, 0.25));
        robot.type(KeyCode.ESCAPE);
        awaitPanels(robot, 2);

        robot.interact(window.commands().canvas.unpin::run);
        awaitPanels(robot, 0);
        robot.interact(store::undo);
        awaitPanels(robot, 2);
        robot.interact(store::undo);
        awaitPanels(robot, 1);
        robot.interact(() -> store.open(store.current().withProbes(List.of())));
        awaitPanels(robot, 0);
        robot.interact(() -> assertFalse(window.commands().canvas.unpin.enabledProperty().get()));
    }

    @Test
    void aPinIsTakenAwayByDelete(FxRobot robot) throws TimeoutException {
        int components = store.current().items().size();
        robot.type(KeyCode.I);
        robot.clickOn(inPicture(0.3, 0.3));
        robot.type(KeyCode.ESCAPE);
        awaitPanels(robot, 1);

        robot.clickOn(pinned(robot));
        robot.type(KeyCode.DELETE);

        awaitPanels(robot, 0);
        assertEquals(components, store.current().items().size());
    }

    private static List<ProbePanel> panels(FxRobot robot) {
        return robot.lookup(".probe").queryAllAs(ProbePanel.class).stream().filter(ProbePanel::isVisible).toList();
    }

    private static ProbePanel pinned(FxRobot robot) {
        return panels(robot).stream().filter(panel -> !panel.isMouseTransparent()).findFirst().orElseThrow();
    }

    private static void awaitPanels(FxRobot robot, int count) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> panels(robot).size() == count);
    }
}
