package scorescape.studio;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document;
import scorescape.document.LaneTitles;
import scorescape.figure.Viewport;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Lanes side by side: chosen by a key, made active by a click, edited in the inspector.
class LanesTest extends WindowJourney {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void aClickMakesALaneTheOneThatTheInspectorEdits(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT2).release(KeyCode.SHIFT);
        assertEquals(List.of("γ = 1", "γ = 3"), LaneTitles.of(store.current()));
        assertEquals(3, scale(store.current()));
        awaitLanes(2);

        robot.clickOn(robot.lookup("#lane-1").<Node>query());
        assertEquals(1, scale(store.current()));
        awaitLanes(2);
        assertEquals("1.00", robot.lookup("#guidance-scale-field").queryAs(TextField.class).getText());

        robot.interact(() -> store.edit(new Object(),
                d -> d.withGuidance(((ScaledGuidance) d.guidance()).withScale(5))));
        assertEquals(List.of("γ = 5", "γ = 3"), LaneTitles.of(store.current()));

        robot.interact(() -> {
            store.undo();
            store.undo();
            store.undo();
        });
        assertEquals(SCENE, store.current());
        shownPicture();
        assertTrue(robot.lookup("#lane-1").tryQuery().isEmpty());
    }

    @Test
    void theStateIsDraggedInTheActiveLane(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT2).release(KeyCode.SHIFT);
        Picture picture = awaitLanes(2);
        double left = picture.lanes().getLast().minX();
        var projection = new StateProjection(picture.viewport(), SCENE.coordinates(),
                picture.trajectory().steps().get(TOLD).from());
        Vec2 before = projection.toPicture(picture.trajectory().steps().get(TOLD).x());
        Node handle = robot.lookup("#state-handle").query();
        Point2D middle = window.picture().sceneToLocal(handle.localToScene(handle.getLayoutBounds().getCenterX(),
                handle.getLayoutBounds().getCenterY()));
        // The handle stands on whole pixels.
        assertEquals(left + before.x(), middle.getX(), 1);

        robot.drag(handle, MouseButton.PRIMARY).moveBy(-10, 15).moveBy(-10, 15).drop();

        Placement placement = Objects.requireNonNull(store.current().placement());
        Vec2 wanted = projection.toState(before.plus(new Vec2(-20, 30)));
        // The pointer moves by whole pixels.
        assertEquals(0, placement.at().distance(wanted), 1.5 * projection.viewport().unitsPerPixel());
    }

    @Test
    void theStateOfAnotherLaneIsDraggedAtOnceAndThatLaneIsTheActiveOne(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT2).release(KeyCode.SHIFT);
        Picture picture = awaitLanes(2);
        Step step = picture.frame().lanes().getFirst().step();
        var projection = new StateProjection(picture.viewport(), SCENE.coordinates(), step.from());
        Vec2 before = projection.toPicture(step.x());
        Bounds lane = picture.lanes().getFirst();
        Point2D grabbed = window.picture().localToScreen(lane.minX() + before.x(), lane.minY() + before.y());

        robot.drag(grabbed, MouseButton.PRIMARY).moveBy(-10, 15).moveBy(-10, 15).drop();

        assertEquals(1, scale(store.current()));
        Placement placement = Objects.requireNonNull(store.current().placement());
        Vec2 wanted = projection.toState(before.plus(new Vec2(-20, 30)));
        assertEquals(0, placement.at().distance(wanted), 1.5 * projection.viewport().unitsPerPixel());

        robot.interact(store::undo);
        assertEquals(3, scale(store.current()));
        assertNull(store.current().placement());
    }

    @Test
    void aClickOnATitleLeadsToWhatDiffers(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT2).release(KeyCode.SHIFT);
        awaitLanes(2);

        robot.clickOn(robot.lookup("#lane-title-1").<Node>query());

        assertEquals(1, scale(store.current()));
        assertTrue(robot.lookup("#guidance-scale-field").query().isFocused());
        robot.write("7").type(KeyCode.ENTER);
        assertEquals(List.of("γ = 7", "γ = 3"), LaneTitles.of(store.current()));
    }

    @Test
    void componentsArePlacedInTheActiveLane(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT2).release(KeyCode.SHIFT);
        Picture picture = awaitLanes(2);
        Bounds lane = picture.lanes().getLast();
        Vec2 at = new Vec2(100, 80);

        robot.type(KeyCode.G);
        robot.clickOn(window.picture().localToScreen(lane.minX() + at.x(), lane.minY() + at.y()));

        assertEquals(SCENE.items().size() + 1, store.current().items().size());
        Vec2 mean = ((GaussianComponent) store.current().items().getLast().component()).mean();
        Viewport viewport = picture.viewport();
        // What is placed snaps to lines and middles within six pixels.
        assertEquals(0, mean.distance(viewport.toData(at)), 10 * viewport.unitsPerPixel());
    }

    @Test
    void lanesAreAddedJoinedAndTakenAway(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT4).release(KeyCode.SHIFT);
        awaitLanes(4);
        assertEquals(List.of("γ = 0", "γ = 1", "γ = 3", "γ = 6"), LaneTitles.of(store.current()));

        robot.press(KeyCode.SHIFT).type(KeyCode.L).type(KeyCode.J).release(KeyCode.SHIFT);
        assertEquals(6, scale(store.current()));
        assertTrue(store.current().view().comparison().joined());

        item(robot, "remove-lane-item");
        assertEquals(List.of("γ = 0", "γ = 1", "γ = 3"), LaneTitles.of(store.current()));
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT1).release(KeyCode.SHIFT);
        assertFalse(store.current().view().comparison().isOn());
        assertEquals(3, scale(store.current()));
    }

    private static void item(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup("#compare").queryAs(javafx.scene.control.MenuButton.class).getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private Picture awaitLanes(int count) throws TimeoutException {
        shownPicture();
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            Picture picture = window.picture().shownProperty().get();
            return picture != null && picture.lanes().size() == count;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return shownPicture();
    }

    private static double scale(Document document) {
        return ((ScaledGuidance) document.guidance()).scale();
    }
}
