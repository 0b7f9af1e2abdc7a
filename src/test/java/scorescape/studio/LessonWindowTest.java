package scorescape.studio;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.document.Slide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A lesson in the window: opened, edited and given.
@ExtendWith(ApplicationExtension.class)
class LessonWindowTest {

    // Set before each test by the method that TestFX calls on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private StudioWindow window;

    @Start
    void start(Stage stage) {
        window = WindowJourney.opened(stage, Presets.defaultScene());
    }

    @Test
    void aLessonIsOpenedEditedAndGiven(FxRobot robot) {
        assertFalse(robot.lookup("#lesson").queryAs(LessonPane.class).isVisible());
        robot.interact(() -> window.lessons().openShipped(Lessons.named("guidance-scale").orElseThrow()));
        assertTrue(robot.lookup("#lesson").queryAs(LessonPane.class).isVisible());

        robot.interact(() -> robot.lookup("#slides").queryAs(ListView.class).getSelectionModel().select(2));
        assertEquals(slides().get(2).scene(), window.store().current());
        robot.interact(() -> robot.lookup("#slide-caption").queryAs(TextArea.class).setText("Now **you**."));
        robot.interact(() -> window.picture().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.M);

        assertEquals("Now **you**.", slides().get(2).caption());
        assertEquals(7, slides().size());
        assertEquals(3, state().slide());

        robot.push(KeyCode.SHIFT, KeyCode.F5);
        PresenterWindow presenter = Objects.requireNonNull(window.presenter());
        assertTrue(presenter.stage().isShowing());
        assertEquals(3, presenter.talk().slideProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertFalse(presenter.stage().isShowing());
    }

    @Test
    void slidesAreMovedDoubledAndDeletedInTheirList(FxRobot robot) {
        robot.interact(() -> window.lessons().openShipped(Lessons.named("guidance-scale").orElseThrow()));
        List<Slide> before = slides();
        robot.interact(() -> robot.lookup("#slides").queryAs(ListView.class).requestFocus());

        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(before.getFirst(), slides().get(1));
        assertEquals(1, state().slide());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertEquals(before.size() + 1, slides().size());
        robot.push(KeyCode.DELETE);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, slides());

        robot.drag(row(robot, 0)).dropBy(0, 2 * row(robot, 0).getBoundsInParent().getHeight());
        assertEquals(List.of("γ = 1", "γ = 3", "γ = 0"), slides().subList(0, 3).stream().map(Slide::title).toList());
    }

    @Test
    void aCaptionIsShownTypesetAndTheWayToTheSlideIsSaid(FxRobot robot) {
        robot.interact(() -> window.lessons().openShipped(Lessons.named("guidance-scale").orElseThrow()));
        assertTrue(robot.lookup("#slide-preview").query().isVisible());
        robot.interact(() -> robot.lookup("#slide-caption").queryAs(TextArea.class).setText("Plain."));
        assertFalse(robot.lookup("#slide-preview").query().isVisible());
        robot.interact(() -> robot.lookup("#slides").queryAs(ListView.class).getSelectionModel().select(1));

        assertEquals("Shows 25/end. It grows out of the slide before.", WindowJourney.text(robot, "#slide-film"));
        robot.interact(() -> robot.lookup("#lesson-source").queryAs(TextArea.class).setText("Ours."));
        assertEquals("Ours.", state().lesson().source());
    }

    @Test
    void theDisplayForTheAudienceIsChosenAndRemembered(FxRobot robot) {
        robot.interact(() -> {
            assertTrue(display("display-other").isSelected());
            display("display-1").fire();
            assertTrue(display("display-1").isSelected());
            display("display-other").fire();
            assertFalse(display("display-1").isSelected());
        });
    }

    /// An item of the menu as it is when the menu opens.
    private RadioMenuItem display(String id) {
        MainMenu menu = (MainMenu) window.picture().getScene().lookup("#menu");
        menu.fill();
        return menu.getItems().stream()
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> "displays".equals(item.getId()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .map(RadioMenuItem.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Node row(FxRobot robot, int index) {
        return robot.lookup("#slides .list-cell").queryAllAs(ListCell.class).stream()
                .filter(cell -> cell.getIndex() == index && !cell.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private LessonDesk.State state() {
        return Objects.requireNonNull(window.lessons().stateProperty().get());
    }

    private List<Slide> slides() {
        return state().lesson().slides();
    }
}
