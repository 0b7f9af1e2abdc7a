package scorescape.studio;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Layer;
import scorescape.document.Parameter;
import scorescape.document.Parameters;
import scorescape.document.Presets;
import scorescape.document.Study.Shown;
import scorescape.studio.canvas.Tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The palette in the whole window, by the keyboard alone.
@ExtendWith(ApplicationExtension.class)
class CommandPaletteTest {

    private static final Document SCENE = Presets.defaultScene();

    /// What has no control in the panes: the step that the film tells is set by a command.
    private static final Set<Parameter> ELSEWHERE = Set.of(Parameters.TOLD_STEP);

    @SuppressWarnings("NullAway.Init")
    private StudioWindow window;

    @SuppressWarnings("NullAway.Init")
    private DocumentStore store;

    @Start
    void start(javafx.stage.Stage stage) {
        window = WindowJourney.opened(stage, SCENE);
        store = window.store();
        window.playback().playingProperty().set(false);
    }

    @Test
    void aCommandIsFoundAndRun(FxRobot robot) {
        choose(robot, "ring or arc");

        assertEquals(Tool.RING, window.gestures().toolProperty().get());
        assertFalse(robot.lookup("#palette").query().isVisible());
        assertTrue(window.picture().isFocused());
    }

    @Test
    void aSettingOfAFoldedSectionIsRevealedAndHasTheFocus(FxRobot robot) {
        robot.interact(() -> robot.lookup("#section-schedule").queryAs(Section.class).unfold(false));

        choose(robot, "schedule");

        Node chooser = robot.lookup("#schedule").query();
        assertTrue(chooser.isFocused());
        assertTrue(robot.lookup("#section-schedule").queryAs(Section.class).isUnfolded());
        Node inspector = robot.lookup("#inspector-pane").query();
        assertTrue(inspector.localToScene(inspector.getLayoutBounds())
                .contains(chooser.localToScene(chooser.getLayoutBounds())));
    }

    @Test
    void aNumberIsTypedWhereThePaletteLeads(FxRobot robot) {
        choose(robot, "class regions opacity");

        TextField field = robot.lookup("#layer-regions-opacity-field").queryAs(TextField.class);
        assertTrue(field.isFocused());
        robot.interact(() -> field.replaceSelection("0.5"));
        robot.type(KeyCode.ENTER);
        assertEquals(0.5, store.current().layers().look(Layer.REGIONS).opacity());
    }

    @Test
    void aLayersSwitchHasTheFocusRingSoThatSpaceIsItsOwn(FxRobot robot) {
        choose(robot, "flow map");

        CheckBox box = robot.lookup("#layer-flow").queryAs(CheckBox.class);
        assertTrue(box.isFocused() && box.isFocusVisible());
        robot.type(KeyCode.SPACE);
        assertTrue(store.current().layers().shows(Layer.FLOW));
        assertFalse(window.playback().isPlaying());
    }

    @Test
    void aValueOfAChoiceIsTakenInOneUndoStep(FxRobot robot) {
        choose(robot, "heun churn");

        assertEquals(SamplerKind.CHURN, SamplerKind.of(store.current().sampler()));
        robot.interact(store::undo);
        assertEquals(SCENE, store.current());
    }

    @Test
    void aPlotIsFoundByItsName(FxRobot robot) {
        choose(robot, "shown sweep");

        assertEquals(Shown.SWEEP, store.current().study().shown());
    }

    @Test
    void escapeGivesTheFocusBack(FxRobot robot) {
        open(robot);
        robot.type(KeyCode.ESCAPE);

        assertFalse(robot.lookup("#palette").query().isVisible());
        assertTrue(window.picture().isFocused());
    }

    @Test
    void whatCannotBeDoneNowIsNotRun(FxRobot robot) {
        choose(robot, "undo");

        assertTrue(robot.lookup("#palette").query().isVisible());
        assertEquals(SCENE, store.current());
    }

    @Test
    void everyCommandLayerParameterSceneAndThemeIsFound(FxRobot robot) {
        open(robot);
        @SuppressWarnings("unchecked")
        ListView<Finding> list = robot.lookup("#palette-list").queryAs(ListView.class);
        Set<String> found =
                list.getItems().stream().map(Finding::title).map(String::strip).collect(Collectors.toSet());

        assertContains(found, window.commands().canvas.all().stream().map(Command::name).toList());
        assertContains(found, window.commands().film().stream().map(Command::name).toList());
        assertContains(found, List.of(Layer.values()).stream().map(Layer::title).toList());
        assertContains(found, Parameters.ALL.stream().filter(p -> !ELSEWHERE.contains(p))
                .map(p -> (p.title() + " " + p.symbol()).strip()).toList());
        assertContains(found,
                Presets.NAMES.stream().map(name -> Presets.named(name).orElseThrow().title()).toList());
        assertContains(found, List.of("Light", "Dark", "Save", "Export picture…", "Undo"));
    }

    private static void assertContains(Set<String> found, List<String> wanted) {
        assertEquals(List.of(), wanted.stream().filter(title -> !found.contains(title)).toList());
    }

    private static void open(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    }

    private static void choose(FxRobot robot, String typed) {
        open(robot);
        robot.interact(() -> robot.lookup("#palette-query").queryAs(TextField.class).setText(typed));
        robot.type(KeyCode.ENTER);
    }
}
