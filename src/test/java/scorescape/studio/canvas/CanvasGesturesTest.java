package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.generator.Generator;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.Covariances;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.Camera;
import scorescape.document.DocumentStore;
import scorescape.document.Presets;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Pointer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Gestures on a picture of 800 × 500 that shows x from −8 to 8 and y from −5 to 5: 50 pixels a unit.
class CanvasGesturesTest {

    /// What rounding leaves of a few products of numbers up to 10.
    private static final double ROUNDING = 1e-12;

    private static final GaussianComponent BELL =
            new GaussianComponent(1, 0, new Vec2(-3.03, 1.01), SymMat2.scalar(0.25));
    private static final RectangleComponent BLOCK =
            new RectangleComponent(1, 1, new Vec2(3.07, -1.02), new Vec2(1, 0.5), 0);

    private static final Document SCENE = Presets.defaultScene()
            .withItems(List.of(DataItem.of(BELL), DataItem.of(BLOCK)))
            .withCamera(new Camera(Vec2.ZERO, 16));

    private final DocumentStore store = new DocumentStore(SCENE);
    private final Selection selection = new Selection(store);
    private final List<String> complaints = new ArrayList<>();
    private final Editor editor = new Editor(store, selection, complaints::add);
    private final CanvasGestures gestures = new CanvasGestures(editor, Generator.random(1));

    @BeforeEach
    void show() {
        gestures.resize(800, 500);
    }

    @Test
    void clickSelectsAndAClickBesideSelectsNothing() {
        click(BELL.mean());
        assertEquals(List.of(0), selection.indices());

        click(new Vec2(0, 4));
        assertTrue(selection.isEmpty());
        assertEquals(SCENE, store.current());
    }

    @Test
    void shiftClickAddsAndTakesAway() {
        click(BELL.mean());
        gestures.press(new Pointer(at(BLOCK.centre()), true, false, false));
        gestures.release(new Pointer(at(BLOCK.centre())));
        assertEquals(List.of(0, 1), selection.indices());

        gestures.press(new Pointer(at(BELL.mean()), true, false, false));
        gestures.release(new Pointer(at(BELL.mean())));
        assertEquals(List.of(1), selection.indices());
    }

    @Test
    void dragMovesInOneUndoStep() {
        gestures.press(free(BELL.mean()));
        gestures.drag(free(BELL.mean().plus(new Vec2(0.5, 0))));
        gestures.drag(free(BELL.mean().plus(new Vec2(1, 2))));
        gestures.release(free(BELL.mean().plus(new Vec2(1, 2))));

        assertNear(BELL.mean().plus(new Vec2(1, 2)), ((GaussianComponent) component(0)).mean());
        assertEquals(BELL.covariance(), ((GaussianComponent) component(0)).covariance());
        store.undo();
        assertEquals(SCENE, store.current());
        assertFalse(store.canUndo());
    }

    @Test
    void escapeTakesADragBack() {
        gestures.press(free(BELL.mean()));
        gestures.drag(free(Vec2.ZERO));
        gestures.escape();
        gestures.drag(free(new Vec2(2, 2)));

        assertEquals(SCENE, store.current());
    }

    @Test
    void altDragLeavesTheOriginalAndMovesACopy() {
        gestures.press(new Pointer(at(BLOCK.centre()), false, true, true));
        gestures.drag(new Pointer(at(new Vec2(0, 3)), false, true, true));
        gestures.release(free(new Vec2(0, 3)));

        assertEquals(BLOCK, component(1));
        assertNear(new Vec2(0, 3), ((RectangleComponent) component(2)).centre());
        assertEquals(List.of(2), selection.indices());
        store.undo();
        assertEquals(SCENE, store.current());
    }

    /// Many desktops take a press with Alt to move the window.
    @Test
    void altAfterThePressMovesACopyToo() {
        gestures.press(free(BLOCK.centre()));
        gestures.drag(free(new Vec2(0, 2)));
        gestures.drag(new Pointer(at(new Vec2(0, 3)), false, true, true));
        gestures.release(free(new Vec2(0, 3)));

        assertEquals(BLOCK, component(1));
        assertNear(new Vec2(0, 3), ((RectangleComponent) component(2)).centre());
        assertEquals(3, store.current().items().size());
        store.undo();
        assertEquals(SCENE, store.current());
    }

    @Test
    void movedCentreSnapsToThatOfAnotherComponent() {
        Vec2 near = new Vec2(0.4, BLOCK.centre().y() + 0.07);
        gestures.press(new Pointer(at(BELL.mean())));
        gestures.drag(new Pointer(at(near)));
        assertEquals(1, gestures.marksProperty().get().guides().size());
        gestures.release(new Pointer(at(near)));

        assertEquals(BLOCK.centre().y(), ((GaussianComponent) component(0)).mean().y(), ROUNDING);
    }

    @Test
    void axisHandleChangesOneStandardDeviation() {
        click(BELL.mean());
        drag(BELL.mean().plus(new Vec2(0.5, 0)), BELL.mean().plus(new Vec2(1.2, 0.3)));

        Covariances.Ellipse ellipse = Covariances.ellipse(((GaussianComponent) component(0)).covariance());
        assertEquals(1.2, ellipse.major(), ROUNDING);
        assertEquals(0.5, ellipse.minor(), ROUNDING);
        assertEquals(0, ellipse.angle(), ROUNDING);
    }

    @Test
    void turningHandleTurns() {
        click(BLOCK.centre());
        // The handle stands 24 pixels above the upper side.
        drag(BLOCK.centre().plus(new Vec2(0, 0.5 + 24 / 50.0)), BLOCK.centre().plus(new Vec2(-2, 0)));

        RectangleComponent turned = (RectangleComponent) component(1);
        assertEquals(0.5 * Math.PI, turned.angle(), ROUNDING);
        assertEquals(BLOCK.halfSize(), turned.halfSize());
    }

    @Test
    void anglesNearAMultipleOf15DegreesSnapToIt() {
        click(BLOCK.centre());
        Vec2 handle = BLOCK.centre().plus(new Vec2(0, 0.5 + 24 / 50.0));

        dragSnapping(handle, BLOCK.centre().plus(Vec2.ofAngle(Math.toRadians(90 + 43)).times(2)));
        assertEquals(Math.toRadians(45), ((RectangleComponent) component(1)).angle(), ROUNDING);

        store.undo();
        dragSnapping(handle, BLOCK.centre().plus(Vec2.ofAngle(Math.toRadians(90 + 41)).times(2)));
        assertEquals(Math.toRadians(41), ((RectangleComponent) component(1)).angle(), ROUNDING);
    }

    @Test
    void sideSnapsToTheCentreOfAnotherComponentAndShowsAGuide() {
        click(BLOCK.centre());
        gestures.press(new Pointer(at(BLOCK.centre().minus(new Vec2(1, 0)))));
        gestures.drag(new Pointer(at(BELL.mean().plus(new Vec2(0.05, -2)))));

        assertEquals(BELL.mean().x(), component(1).bounds().minX(), ROUNDING);
        assertFalse(gestures.marksProperty().get().guides().isEmpty());
    }

    @Test
    void axisSnapsToTheGrid() {
        click(BELL.mean());
        // The grid has a line at every half unit here: x = −1.5 is 1.53 from the mean.
        dragSnapping(BELL.mean().plus(new Vec2(0.5, 0)), new Vec2(-1.45, BELL.mean().y()));

        Covariances.Ellipse ellipse = Covariances.ellipse(((GaussianComponent) component(0)).covariance());
        assertEquals(1.53, ellipse.major(), ROUNDING);
    }

    @Test
    void radiusSnapsToWholeStepsOfTheGrid() {
        create(Tool.RING, Vec2.ZERO, new Vec2(1.03, 0));
        Vec2 handle = new Vec2(-1.03, 0);
        dragSnapping(handle, new Vec2(-2.04, 0.03));

        assertEquals(2, ((ArcComponent) component(2)).radius(), ROUNDING);
    }

    @Test
    void cornerHandleLeavesTheOppositeCorner() {
        click(BLOCK.centre());
        drag(BLOCK.centre().plus(BLOCK.halfSize()), BLOCK.centre().plus(new Vec2(2, 1.5)));

        RectangleComponent larger = (RectangleComponent) component(1);
        assertNear(new Vec2(1.5, 1), larger.halfSize());
        assertNear(BLOCK.centre().minus(BLOCK.halfSize()), larger.centre().minus(larger.halfSize()));
    }

    @Test
    void toolsDragOutComponentsOfTheActiveClass() {
        selection.activateClass(1);
        create(Tool.RECTANGLE, new Vec2(-1, -1), new Vec2(1, 3));
        assertEquals(new RectangleComponent(1, 1, new Vec2(0, 1), new Vec2(1, 2), 0), component(2));

        create(Tool.GAUSSIAN, new Vec2(-1, -1), new Vec2(1, 3));
        assertEquals(new GaussianComponent(1, 1, new Vec2(0, 1), new SymMat2(0.25, 0, 1)), component(3));

        create(Tool.RING, new Vec2(1, 1), new Vec2(4, 5));
        assertEquals(5, ((ArcComponent) component(4)).radius(), ROUNDING);

        create(Tool.SEGMENT, new Vec2(1, 1), new Vec2(4, -2));
        SegmentComponent segment = (SegmentComponent) component(5);
        assertNear(new Vec2(1, 1), segment.from());
        assertNear(new Vec2(4, -2), segment.to());
        assertEquals(List.of(5), selection.indices());
        assertEquals(Tool.SELECT, gestures.toolProperty().get());
    }

    @Test
    void clickPlacesAUsualSize() {
        gestures.toolProperty().set(Tool.GAUSSIAN);
        click(new Vec2(1, 1));

        // 6 % of a height of 10 units.
        assertEquals(0.36, ((GaussianComponent) component(2)).covariance().xx(), ROUNDING);
    }

    @Test
    void brushPlacesAPointSpraysACloudAndTheEraserTakesItAway() {
        gestures.toolProperty().set(Tool.BRUSH);
        click(new Vec2(0, 3));
        assertInstanceOf(PointComponent.class, component(2));

        dragWithTool(new Vec2(0, -3), new Vec2(0.2, -3));
        PointCloud cloud = (PointCloud) component(3);
        assertEquals(6, cloud.size());
        dragWithTool(new Vec2(0, -3), new Vec2(0.2, -3));
        assertEquals(12, ((PointCloud) component(3)).size());

        gestures.toolProperty().set(Tool.ERASER);
        gestures.scaleBrush(3);
        click(new Vec2(0, 3));
        dragWithTool(new Vec2(0, -3), new Vec2(0.2, -3));
        assertEquals(SCENE, store.current());
    }

    @Test
    void sketchBecomesAGroupOfSegments() {
        gestures.toolProperty().set(Tool.SKETCH);
        gestures.press(free(new Vec2(0, 0)));
        for (int i = 1; i <= 10; i++) {
            gestures.drag(free(new Vec2(0.1 * i, 0)));
        }
        for (int i = 1; i <= 10; i++) {
            gestures.drag(free(new Vec2(1, 0.1 * i)));
        }
        gestures.release(free(new Vec2(1, 1)));

        List<DataItem> items = store.current().items();
        assertEquals(4, items.size());
        assertTrue(items.get(2).group() > 0);
        assertEquals(items.get(2).group(), items.get(3).group());
        assertEquals(1, items.get(2).component().weight() + items.get(3).component().weight(), ROUNDING);
    }

    @Test
    void textBecomesLetters() {
        gestures.toolProperty().set(Tool.TEXT);
        click(Vec2.ZERO);
        gestures.type("io");

        assertEquals(4, store.current().items().size());
        assertEquals(List.of(2, 3), selection.indices());
    }

    @Test
    void rubberBandSelectsWhatHasItsCentreInIt() {
        dragWithTool(new Vec2(-6, 4), new Vec2(0, -4));

        assertEquals(List.of(0), selection.indices());
        assertEquals(SCENE, store.current());
    }

    @Test
    void lockedComponentsAreNotGrabbed() {
        editor.setLocked(List.of(0), true);
        click(BELL.mean());

        assertTrue(selection.isEmpty());
    }

    @Test
    void severalAreTurnedTogether() {
        selection.select(List.of(0, 1));
        Box box = gestures.box().orElseThrow();
        drag(box.at(0, 1).plus(new Vec2(0, 24 / 50.0)), box.centre().plus(new Vec2(4, 0)));

        // A quarter turn clockwise about the middle of the box.
        Vec2 arm = BELL.mean().minus(box.centre());
        assertNear(box.centre().plus(new Vec2(arm.y(), -arm.x())), ((GaussianComponent) component(0)).mean());
        assertEquals(-0.5 * Math.PI, ((RectangleComponent) component(1)).angle(), ROUNDING);
    }

    @Test
    void panKeepsWhatWasGrabbedUnderThePointer() {
        gestures.pressToPan(new Pointer(new Vec2(400, 250)));
        gestures.drag(new Pointer(new Vec2(450, 250)));
        gestures.release(new Pointer(new Vec2(450, 250)));

        assertNear(new Vec2(-1, 0), store.current().camera().centre());
        assertFalse(store.canUndo());
    }

    @Test
    void zoomKeepsThePlaceUnderThePointer() {
        Vec2 place = new Vec2(123, 77);
        Vec2 before = gestures.toData(place);
        Cameras.zoom(store, 3, before);

        assertNear(before, gestures.toData(place));
        assertEquals(16 / 3.0, store.current().camera().width(), ROUNDING);
    }

    private Component component(int index) {
        return store.current().items().get(index).component();
    }

    private Vec2 at(Vec2 point) {
        return gestures.toPicture(point);
    }

    private Pointer free(Vec2 point) {
        return new Pointer(at(point), false, false, true);
    }

    private void click(Vec2 point) {
        gestures.press(free(point));
        gestures.release(free(point));
    }

    private void drag(Vec2 from, Vec2 to) {
        assertTrue(gestures.handleAt(at(from)).isPresent());
        dragWithTool(from, to);
    }

    private void dragSnapping(Vec2 from, Vec2 to) {
        assertTrue(gestures.handleAt(at(from)).isPresent());
        gestures.press(new Pointer(at(from)));
        gestures.drag(new Pointer(at(to)));
        gestures.release(new Pointer(at(to)));
    }

    private void dragWithTool(Vec2 from, Vec2 to) {
        gestures.press(free(from));
        gestures.drag(free(from.lerp(to, 0.5)));
        gestures.drag(free(to));
        gestures.release(free(to));
    }

    private void create(Tool tool, Vec2 from, Vec2 to) {
        gestures.toolProperty().set(tool);
        dragWithTool(from, to);
    }

    private static void assertNear(Vec2 expected, Vec2 actual) {
        assertEquals(0, expected.distance(actual), ROUNDING, () -> "expected " + expected + ", but is " + actual);
    }
}
