package scorescape.studio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import scorescape.document.Layer;
import scorescape.document.Presets;
import scorescape.document.Study.Shown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a person without a mouse, or without eyes for the screen, has of the whole window.
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest {

    @SuppressWarnings("NullAway.Init")
    private StudioWindow window;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(javafx.stage.Stage stage) {
        window = WindowJourney.opened(stage, Presets.defaultScene());
        window.playback().playingProperty().set(false);
        scene = stage.getScene();
    }

    @Test
    void everyControlHasANameAndATooltip(FxRobot robot) {
        robot.interact(this::unfoldAll);

        assertEquals(List.of(), focusable().stream().filter(node -> name(node).isBlank()).toList());
        assertEquals(List.of(), focusable().stream().filter(AccessibilityTest::lacksTooltip).toList());
    }

    @Test
    void everyControlOfAPlotHasANameAndATooltip(FxRobot robot) {
        robot.interact(() -> {
            window.store().edit(new Object(), d -> d.withStudy(d.study().withShown(Shown.SAMPLES)));
            unfoldAll();
        });

        assertEquals(List.of(), focusable().stream().filter(node -> name(node).isBlank()).toList());
        assertEquals(List.of(), focusable().stream().filter(AccessibilityTest::lacksTooltip).toList());
    }

    @Test
    void tabGoesToEveryControl(FxRobot robot) {
        robot.interact(this::unfoldAll);
        Set<Node> reached = new LinkedHashSet<>();

        robot.interact(() -> {
            window.picture().requestFocus();
            for (Node now = window.picture(); now != null && reached.add(now); now = scene.getFocusOwner()) {
                now.requestFocusTraversal(TraversalDirection.NEXT);
            }
        });

        assertEquals(List.of(), focusable().stream().filter(node -> !reached.contains(node)).toList());
    }

    @Test
    void eyeAndLockOfTheSelectedRowArePressedByTheKeyboard(FxRobot robot) {
        robot.interact(() -> {
            window.gestures().editor().selection().select(List.of(0));
            Reveal.reveal(robot.lookup("#data-list").query());
        });

        robot.type(KeyCode.TAB);
        assertTrue(Objects.requireNonNull(scene.getFocusOwner()).getStyleClass().contains("eye"));
        robot.type(KeyCode.SPACE);
        assertFalse(window.store().current().items().getFirst().counts());
        robot.type(KeyCode.TAB);
        robot.type(KeyCode.SPACE);
        assertTrue(window.store().current().items().getFirst().locked());
        assertFalse(window.playback().isPlaying());
    }

    /// Everything that folds is open, and a component is selected, so that its numbers are there.
    private void unfoldAll() {
        window.gestures().editor().selection().select(List.of(0));
        for (Layer layer : List.of(Layer.DENSITY, Layer.SCORE, Layer.PARTICLES, Layer.EQUATION)) {
            unfold(scene.getRoot(), layer);
        }
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void unfold(Node node, Layer layer) {
        if (node instanceof LayersPane.Row row && row.layer() == layer) {
            row.unfold(true);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> unfold(child, layer));
        }
    }

    /// What Tab may go to: visible and not disabled.
    private List<Node> focusable() {
        List<Node> found = new ArrayList<>();
        collect(scene.getRoot(), found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /// What a screen reader says. The text that is typed in a field is its value, not its name.
    private static String name(Node node) {
        String spoken = node.getAccessibleText();
        if (spoken == null && !(node instanceof TextInputControl)) {
            spoken = (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        }
        return spoken == null ? "" : spoken;
    }

    /// Lists say what they are by what is in them, and buttons with words are told by their help as well.
    private static boolean lacksTooltip(Node node) {
        return node instanceof Control control
                && !(node instanceof ListView || node instanceof TableView || node instanceof ScrollPane)
                && control.getTooltip() == null
                && !(node instanceof ButtonBase button && button.getAccessibleHelp() != null);
    }
}
