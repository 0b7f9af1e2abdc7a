package scorescape.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.mixture.Covariances;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document;
import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;
import scorescape.document.Layer;
import scorescape.document.Layers.Lines;
import scorescape.document.Presets;
import scorescape.document.Study;
import scorescape.document.Study.Shown;
import scorescape.figure.PlotAxis;
import scorescape.figure.Viewport;
import scorescape.figure.plot.StudyComputer;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Journeys through the whole window, from mouse and keys to the document, the playhead and the picture.
class StudioWindowTest extends WindowJourney {

    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
    }

    @Test
    void aLayerIsSwitchedSetAndUndone(FxRobot robot) {
        assertFalse(store.current().layers().shows(Layer.SCORE));

        robot.interact(() -> robot.lookup("#layer-score").queryAs(CheckBox.class).fire());
        robot.interact(() -> robot.lookup("#layer-score-more").queryAs(ToggleButton.class).fire());
        robot.interact(() -> robot.lookup("#layer-score-lines").queryAs(ComboBox.class).getSelectionModel().select(1));

        assertTrue(store.current().layers().shows(Layer.SCORE));
        assertEquals(Lines.STREAMLINES, store.current().layers().score().lines());
        robot.interact(() -> {
            store.undo();
            store.undo();
        });
        assertFalse(robot.lookup("#layer-score").queryAs(CheckBox.class).isSelected());
        assertEquals(0, robot.lookup("#layer-score-lines").queryAs(ComboBox.class).getSelectionModel()
                .getSelectedIndex());
    }

    @Test
    void aModelThatErrsIsChosenSetAndUndone(FxRobot robot) {
        robot.interact(() -> robot.lookup("#model").queryAs(ComboBox.class).getSelectionModel().select(1));
        robot.interact(() -> {
            TextField blur = robot.lookup("#model-blur-field").queryAs(TextField.class);
            blur.setText("0.7");
            blur.fireEvent(new ActionEvent());
        });

        assertEquals(new ScoreModel.Blurred(0.7), store.current().sampling().model());
        robot.interact(() -> {
            store.undo();
            store.undo();
        });
        assertEquals(ScoreModel.EXACT, store.current().sampling().model());
        assertEquals(0, robot.lookup("#model").queryAs(ComboBox.class).getSelectionModel().getSelectedIndex());
    }

    @Test
    void tabGoesFromADrawThatWasTypedToTheNextOne(FxRobot robot) throws TimeoutException {
        Vec2 typed = new Vec2(0.25, -0.5);
        assertNotEquals(typed, shownStep(0).noise());

        robot.interact(() -> {
            TextField across = robot.lookup("#noise-1-x").queryAs(TextField.class);
            across.requestFocus();
            across.setText("0.25");
        });
        robot.type(KeyCode.TAB);

        TextField up = robot.lookup("#noise-1-y").queryAs(TextField.class);
        assertTrue(up.isFocused());
        robot.interact(() -> up.setText("-0.5"));
        robot.type(KeyCode.TAB);
        assertEquals(typed, shownStep(0).noise());
    }

    /// The draw of the first step is typed; the run on show uses it, and one undo takes it back.
    @Test
    void aDrawIsTypedPastedAndUndone(FxRobot robot) throws TimeoutException {
        Vec2 before = shownStep(0).noise();

        type(robot, "#noise-1-x", "0.25");

        Use first = new Use(0, 0, NoiseSource.CHOSEN);
        assertEquals(Map.of(first, new Vec2(0.25, before.y())), store.current().sampling().recorded());
        assertEquals(new Vec2(0.25, before.y()), shownStep(0).noise());
        type(robot, "#noise-1-x", "nonsense");
        assertEquals(new Vec2(0.25, before.y()), shownStep(0).noise());
        robot.interact(store::undo);
        assertEquals(SCENE, store.current());

        robot.interact(() -> {
            var content = new ClipboardContent();
            content.putString("start,0.5,-0.5\n2,1,2\n");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.interact(() -> robot.lookup("#noise-paste").queryButton().fire());
        assertEquals(new Vec2(0.5, -0.5).times(new DiffusionProcess(SCENE.data(), SCENE.levels()).startScale()),
                shownStep(0).x());
        assertEquals(new Vec2(1, 2), shownStep(1).noise());
    }

    private Step shownStep(int step) throws TimeoutException {
        return shownPicture().trajectory().steps().get(step);
    }

    @Test
    void theNoiseOfTheRunOnShowIsKept(FxRobot robot) throws TimeoutException {
        Vec2 end = shownPicture().trajectory().end();

        fire(robot, "#keep-noise");
        robot.interact(() -> store.edit("test", d -> d.withSeed(d.seed() + 1)));

        // The start is divided by its scale, and multiplied by it again.
        assertEquals(0, end.distance(shownPicture().trajectory().end()), 1e-9);
    }

    /// The mark stands where the search says, and goes away while the answer is that of another scene.
    @Test
    void theLargestMonotoneScaleIsMarkedOnTheSlider(FxRobot robot) throws TimeoutException {
        double largest = new StudyComputer().largestMonotone(SCENE, 8, () -> false).orElseThrow();
        assertTrue(largest < 8, "the scene overshoots");
        Node hint = robot.lookup("#section-guidance .hint-tick").query();

        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, hint::isVisible);
        WaitForAsyncUtils.waitForFxEvents();

        assertTrue(hint.getAccessibleText().startsWith(String.format(Locale.ROOT, "Up to γ = %.2f ", largest)),
                hint.getAccessibleText());
        // Asked in the same event: the new answer may be quick.
        robot.interact(() -> {
            store.edit("test", d -> d.withSteps(12));
            assertFalse(hint.isVisible());
        });
    }

    @Test
    void theGuideOpensAndFindsAChapter(FxRobot robot) {
        robot.type(KeyCode.F1);
        robot.interact(() -> robot.lookup("#guide-search").queryAs(TextField.class).setText("opacity"));

        List<String> found = robot.lookup("#guide-chapters").<GuideWindow.Chapter>queryListView().getItems().stream()
                .map(GuideWindow.Chapter::title).toList();
        assertEquals(List.of("Layers", "What’s new"), found);
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#guide-search").tryQuery().isEmpty());
    }

    @Test
    void theGuideHasEveryKey(FxRobot robot) throws IOException {
        List<String> rows = new ArrayList<>();
        robot.interact(() -> addKeys(robot.lookup("#menu").queryAs(MenuButton.class).getItems(), rows));

        GuideTest.assertTableSays("keys", rows.stream().distinct());
    }

    private static void addKeys(List<MenuItem> items, List<String> rows) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu) {
                addKeys(menu.getItems(), rows);
            } else if (item.getAccelerator() != null) {
                rows.add(GuideTest.row(item.getAccelerator().getName().replace("Shortcut", "Ctrl"), item.getText()));
            }
        }
    }

    @Test
    void hintsGoOneByOneWhenTheyAreFollowed(FxRobot robot) {
        Label hint = robot.lookup("#hints .label").query();
        assertTrue(hint.getText().startsWith("Drag"), hint.getText());

        robot.interact(() -> store.edit(new Object(), d -> d.withPlacement(new Placement(TOLD, Vec2.ZERO))));
        assertTrue(hint.getText().startsWith("Pull"), hint.getText());
        robot.interact(() -> store.edit(new Object(), d -> d.withGuidance(new ClassifierFreeGuidance(1, 2))));
        assertTrue(hint.getText().startsWith("Space"), hint.getText());
        robot.type(KeyCode.SPACE, 2);

        assertFalse(robot.lookup("#hints").query().isVisible());
    }

    @Test
    void spacePlaysAndPauses(FxRobot robot) {
        robot.type(KeyCode.SPACE);
        assertTrue(playback.isPlaying());

        robot.type(KeyCode.SPACE);
        assertFalse(playback.isPlaying());
    }

    @Test
    void arrowsGoFromStageToStageAndWithShiftFromStepToStep(FxRobot robot) {
        robot.type(KeyCode.RIGHT, 2);
        assertEquals(new Playhead(TOLD, Stage.PREDICT_GIVEN_CLASS, 1), playback.playhead());

        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertEquals(new Playhead(TOLD + 1, Stage.PREDICT_GIVEN_CLASS, 1), playback.playhead());

        robot.type(KeyCode.LEFT);
        assertEquals(new Playhead(TOLD + 1, Stage.PREDICT, 1), playback.playhead());
        robot.type(KeyCode.PAGE_UP);
        assertEquals(new Playhead(TOLD, Stage.PREDICT, 1), playback.playhead());
        robot.type(KeyCode.HOME);
        assertEquals(new Playhead(0, Stage.START, 1), playback.playhead());
        robot.type(KeyCode.END);
        assertEquals(new Playhead(SCENE.steps() - 1, Stage.END, 1), playback.playhead());
    }

    @Test
    void shiftTMakesThePresentStepTheOneThatFilmsTell(FxRobot robot) {
        robot.interact(() -> playback.goToStep(TOLD + 3));

        robot.press(KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.SHIFT);

        assertEquals(TOLD + 3, store.current().toldStep());
        assertEquals(new Playhead(TOLD + 3, Stage.START, 0), playback.playhead());
    }

    @Test
    void arrowsMoveTheStateWhileItHasTheFocusRing(FxRobot robot) throws TimeoutException {
        Step before = shownStep();

        robot.type(KeyCode.TAB);
        robot.type(KeyCode.RIGHT, 2);

        Placement placement = Objects.requireNonNull(store.current().placement());
        assertTrue(placement.at().x() > before.x().x());
        assertEquals(new Playhead(TOLD, Stage.START, 0), playback.playhead());
    }

    @Test
    void inspectorFoldsAwayInANarrowWindowAndComesBack(FxRobot robot) {
        Node inspector = robot.lookup("#inspector-pane").query();
        Window stage = inspector.getScene().getWindow();
        assertTrue(inspector.isVisible());

        robot.interact(() -> stage.setWidth(860));
        assertFalse(inspector.isVisible());
        fire(robot, "#inspector");
        assertTrue(inspector.isVisible());
        fire(robot, "#inspector");
        assertFalse(inspector.isVisible());

        fire(robot, "#inspector");
        robot.interact(() -> stage.setWidth(1000));
        assertTrue(inspector.isVisible());
    }

    @Test
    void chooserShowsAPlotInPlaceOfThePicture(FxRobot robot) throws TimeoutException {
        Node plot = robot.lookup("#plot").query();
        assertFalse(plot.isVisible());
        assertFalse(robot.lookup("#study-scales").query().getParent().getParent().isVisible());

        robot.interact(() -> robot.lookup("#view-chooser").queryAs(ViewChooser.class).setValue(Shown.SAMPLES));
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> window.plot().shownProperty().get() == Shown.SAMPLES);

        assertTrue(plot.isVisible());
        assertEquals(Shown.SAMPLES, store.current().study().shown());
        robot.interact(store::undo);
        assertFalse(plot.isVisible());
        assertEquals(Shown.SCENE, robot.lookup("#view-chooser").queryAs(ViewChooser.class).getValue());
    }

    @Test
    void typedScalesArePutInOrderAndWrongOnesRefused(FxRobot robot) {
        robot.interact(() -> store.edit(new Object(), d -> d.withStudy(d.study().withShown(Shown.SAMPLES))));
        TextField scales = robot.lookup("#study-scales").queryAs(TextField.class);

        robot.interact(() -> {
            scales.setText("3; 0,5 3");
            scales.fireEvent(new ActionEvent());
        });
        assertEquals(List.of(0.5, 3.0), store.current().study().scales());

        robot.interact(() -> {
            scales.setText("many");
            scales.fireEvent(new ActionEvent());
        });
        assertEquals(List.of(0.5, 3.0), store.current().study().scales());
        assertEquals("0.5 3", scales.getText());
    }

    @Test
    void pillsGoToTheirStage(FxRobot robot) {
        robot.interact(() -> robot.lookup("#stage-amplify").queryAs(ToggleButton.class).fire());

        assertEquals(new Playhead(TOLD, Stage.AMPLIFY, 1), playback.playhead());
        assertTrue(robot.lookup("#stage-amplify").queryAs(ToggleButton.class).isSelected());
        assertFalse(robot.lookup("#stage-start").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void scrubberTellsTheStepItIsDraggedTo(FxRobot robot) {
        robot.interact(() -> robot.lookup("#scrubber").queryAs(Slider.class).setValue(TOLD + 2));

        assertEquals(TOLD + 2, playback.playhead().step());
        assertEquals(TOLD + 2, playback.told());
        assertFalse(store.canUndo());
    }

    @Test
    void draggingGammaIsOneUndoStepAndEveryVectorFollows(FxRobot robot) throws TimeoutException {
        Step before = shownStep();
        Node thumb = robot.lookup("#guidance-scale .thumb").query();

        robot.drag(thumb, MouseButton.PRIMARY).moveBy(30, 0).moveBy(30, 0).drop();

        double scale = scale(store.current());
        assertTrue(scale > 4, () -> "scale " + scale);
        Step after = shownStep();
        Vec2 expected = after.unconditional().denoised().plus(after.difference().times(scale));
        // The sum of two products, each rounded once, of numbers of size 10.
        assertEquals(0, after.guided().distance(expected), 1e-13);
        assertEquals(before.noise(), after.noise());
        assertEquals(
                String.format(Locale.ROOT, "(%.2f, %.2f)", after.guided().x(), after.guided().y()).replace('-', '−'),
                robot.lookup("#number-combined").queryAs(Label.class).getText());
        robot.interact(store::undo);
        assertEquals(SCENE, store.current());
    }

    @Test
    void typedGammaMayLieBeyondTheSlider(FxRobot robot) {
        type(robot, "#guidance-scale-field", "12.5");

        assertEquals(12.5, scale(store.current()));
        assertEquals(8, robot.lookup("#guidance-scale").queryAs(Slider.class).getValue());
        assertEquals("w = 11.50", robot.lookup("#other-convention").queryAs(ButtonBase.class).getText());
    }

    @Test
    void typedNonsenseIsRefusedWithASentence(FxRobot robot) {
        type(robot, "#guidance-scale-field", "much");

        assertEquals(SCENE, store.current());
        assertEquals("Guidance scale must be a number from -20 to 100, but “much” was typed.",
                robot.lookup("#message").queryAs(Label.class).getText());
        assertEquals("3.00", robot.lookup("#guidance-scale-field").queryAs(TextField.class).getText());
    }

    @Test
    void whatIsBeingTypedStaysWhenSomethingElseChanges(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            TextField field = robot.lookup("#guidance-scale-field").queryAs(TextField.class);
            field.requestFocus();
            field.setText("4.");
            store.edit(this, scene -> scene.withToldStep(TOLD + 1));
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals("4.", robot.lookup("#guidance-scale-field").queryAs(TextField.class).getText());
    }

    @Test
    void spaceInAFieldDoesNotPlay(FxRobot robot) {
        robot.interact(() -> robot.lookup("#seed").query().requestFocus());

        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.T);

        assertFalse(playback.isPlaying());
        assertEquals(TOLD, store.current().toldStep());
    }

    @Test
    void chosenClassKeepsGammaAndNoneIsPlainSampling(FxRobot robot) throws TimeoutException {
        fire(robot, "#class-2");
        assertEquals(new ClassifierFreeGuidance(2, 3), store.current().guidance());

        fire(robot, "#class-none");
        assertEquals(new NoGuidance(), store.current().guidance());
        assertTrue(robot.lookup("#stage-difference").tryQuery().isEmpty());
        shownPicture();
        assertFalse(robot.lookup("#number-conditional").query().isVisible());

        fire(robot, "#class-0");
        assertEquals(new ClassifierFreeGuidance(0, 3), store.current().guidance());
    }

    @Test
    void draggedStateIsPlacedAndAllArrowsFollow(FxRobot robot) throws TimeoutException {
        Step before = shownStep();
        Node handle = robot.lookup("#state-handle").query();
        var projection = new StateProjection(
                Objects.requireNonNull(window.picture().shownProperty().get()).request().viewport(),
                SCENE.coordinates(), before.from());
        Vec2 from = projection.toPicture(before.x());

        robot.drag(handle, MouseButton.PRIMARY).moveBy(-20, 30).moveBy(-20, 30).drop();

        Placement placement = Objects.requireNonNull(store.current().placement());
        Vec2 wanted = projection.toState(from.plus(new Vec2(-40, 60)));
        double pixel = projection.viewport().unitsPerPixel();
        assertEquals(TOLD, placement.step());
        // The pointer moves by whole pixels.
        assertEquals(0, placement.at().distance(wanted), 1.5 * pixel);
        Step after = shownStep();
        assertEquals(placement.at(), after.x());
        assertNotEquals(before.unconditional().denoised(), after.unconditional().denoised());
        robot.interact(store::undo);
        assertEquals(SCENE, store.current());
    }

    @Test
    void theAxisOfThePlotsIsDraggedUndoneAndReset(FxRobot robot) throws TimeoutException {
        robot.interact(() -> store.edit("test", d -> d.withLayers(d.layers().withShown(Layer.AXIS, true))));
        Document before = store.current();
        Viewport viewport = shownPicture().request().viewport();
        Study.Axis between = PlotAxis.of(before);
        Node handle = robot.lookup("#axis-end").query();

        robot.drag(handle, MouseButton.PRIMARY).moveBy(30, -20).moveBy(30, -20).drop();

        Study.Axis axis = Objects.requireNonNull(store.current().study().axis());
        Vec2 wanted = viewport.toData(viewport.toPixel(between.to()).plus(new Vec2(60, -40)));
        assertEquals(0, axis.to().distance(wanted), 1.5 * viewport.unitsPerPixel());
        assertEquals(between.from(), axis.from());
        robot.interact(store::undo);
        assertEquals(before, store.current());

        robot.interact(store::redo);
        robot.doubleClickOn("#axis-end", MouseButton.PRIMARY);
        assertNull(store.current().study().axis());
    }

    @Test
    void escapeTakesADragBack(FxRobot robot) throws TimeoutException {
        shownStep();
        Node handle = robot.lookup("#state-handle").query();

        robot.drag(handle, MouseButton.PRIMARY).moveBy(40, 0);
        assertNotNull(store.current().placement());
        robot.type(KeyCode.ESCAPE);
        robot.moveBy(40, 0).drop();

        assertEquals(SCENE, store.current());
    }

    @Test
    void placedStateIsLetGoByItsButton(FxRobot robot) {
        robot.interact(() -> store.edit("test", d -> d.withPlacement(new Placement(TOLD, Vec2.ZERO))));
        assertTrue(robot.lookup("#let-go").query().isVisible());

        fire(robot, "#let-go");

        assertEquals(SCENE, store.current());
        assertFalse(robot.lookup("#let-go").query().isVisible());
    }

    @Test
    void undoAndRedoButtonsFollowTheHistory(FxRobot robot) {
        assertTrue(robot.lookup("#undo").query().isDisabled());
        fire(robot, "#new-noise");
        Document changed = store.current();
        assertNotEquals(SCENE.seed(), changed.seed());
        assertTrue(robot.lookup("#edited").query().isVisible());

        fire(robot, "#undo");
        assertEquals(SCENE, store.current());
        assertFalse(robot.lookup("#edited").query().isVisible());
        fire(robot, "#redo");
        assertEquals(changed, store.current());
    }

    @Test
    void newNoiseIsOtherNoise(FxRobot robot) throws TimeoutException {
        Vec2 before = shownStep().noise();

        fire(robot, "#new-noise");

        assertNotEquals(before, shownStep().noise());
    }

    @Test
    void fewerStepsKeepThePlayheadInsideTheRun(FxRobot robot) throws TimeoutException {
        robot.interact(playback::goToEnd);

        type(robot, "#steps-field", "3");

        assertEquals(3, store.current().steps());
        assertEquals(new Playhead(2, Stage.END, 1), playback.playhead());
        assertEquals(3, shownPicture().trajectory().steps().size());
    }

    @Test
    void coordinatesAreSwitchedInOneUndoStep(FxRobot robot) {
        fire(robot, "#coordinates-state");

        assertEquals(Coordinates.STATE, store.current().coordinates());
        robot.interact(store::undo);
        assertTrue(robot.lookup("#coordinates-rescaled").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void componentIsPlacedTurnedCopiedAndTakenBack(FxRobot robot) {
        robot.type(KeyCode.G);
        robot.drag(inPicture(0.3, 0.2), MouseButton.PRIMARY).moveBy(60, 30).moveBy(60, 30).drop();
        int count = SCENE.items().size();
        assertEquals(count + 1, store.current().items().size());
        SymMat2 upright = gaussian(count).covariance();
        assertEquals(0, upright.xy());
        assertTrue(upright.xx() > upright.yy());

        robot.drag(robot.lookup(".turn-handle").queryAs(Node.class), MouseButton.PRIMARY).moveBy(-30, -60).drop();
        assertTrue(gaussian(count).covariance().xy() > 0);

        robot.press(KeyCode.CONTROL).type(KeyCode.C).type(KeyCode.V).release(KeyCode.CONTROL);
        assertEquals(count + 2, store.current().items().size());
        assertEquals(gaussian(count).covariance(), gaussian(count + 1).covariance());
        robot.type(KeyCode.RIGHT);
        assertTrue(gaussian(count + 1).mean().x() > gaussian(count).mean().x());

        robot.interact(() -> {
            store.undo();
            store.undo();
        });
        assertEquals(count + 1, store.current().items().size());
        robot.interact(store::undo);
        assertEquals(upright, gaussian(count).covariance());
        robot.interact(store::undo);
        assertEquals(SCENE, store.current());
    }

    @Test
    void deletedComponentsLeaveTheListAndEscapePutsAToolAway(FxRobot robot) {
        robot.interact(() -> window.gestures().editor().selection().select(List.of(0)));
        robot.type(KeyCode.DELETE);
        assertEquals(SCENE.items().size() - 1, store.current().items().size());

        robot.type(KeyCode.B);
        assertTrue(robot.lookup("#tool-brush").queryAs(ToggleButton.class).isSelected());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#tool-select").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void typedNumberChangesTheSelectedComponent(FxRobot robot) {
        robot.interact(() -> window.gestures().editor().selection().select(List.of(0)));

        type(robot, "#field-sigma1", "0.75");

        assertEquals(0.75, Covariances.ellipse(gaussian(0).covariance()).major(), 1e-12);
    }

    /// The next one may be a rectangle, which has no such number.
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void typedNumberIsOfTheComponentItWasTypedFor(int selectedNext, FxRobot robot) {
        robot.interact(() -> {
            window.gestures().editor().selection().select(List.of(0));
            TextField field = robot.lookup("#field-sigma1").queryAs(TextField.class);
            field.requestFocus();
            field.setText("0.75");
            window.gestures().editor().selection().select(List.of(selectedNext));
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(0.75, Covariances.ellipse(gaussian(0).covariance()).major(), 1e-12);
        assertEquals(SCENE.items().get(selectedNext), store.current().items().get(selectedNext));
    }

    @Test
    void fieldThatIsGoneChangesNothing(FxRobot robot) {
        robot.interact(() -> {
            window.gestures().editor().selection().select(List.of(0));
            TextField field = robot.lookup("#field-sigma1").queryAs(TextField.class);
            window.gestures().editor().selection().select(List.of(3));
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, false, false));
        });

        assertEquals(SCENE, store.current());
    }

    @Test
    void undoInAFieldWithNothingTypedUndoesWhatWasTakenBefore(FxRobot robot) {
        robot.interact(() -> robot.lookup("#guidance-scale-field").query().requestFocus());
        type(robot, "#guidance-scale-field", "5");
        assertEquals(5, scale(store.current()));

        robot.interact(() -> robot.lookup("#guidance-scale-field").query().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false)));

        assertEquals(SCENE, store.current());
    }

    @Test
    void menuKeyOpensTheMenuOfWhatHasTheKeyboard(FxRobot robot) {
        robot.interact(() -> {
            window.gestures().editor().selection().select(List.of(0));
            window.picture().requestFocus();
            window.picture().fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.CONTEXT_MENU, false, false, false, false));
        });
        assertEquals(List.of("cut-item"), openMenus());

        robot.interact(() -> {
            window.gestures().editor().selection().clear();
            window.picture().fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false));
        });
        assertEquals(List.of("paste-here-item"), openMenus());
        robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance).forEach(Window::hide));
    }

    /// The first items of the context menus that are open.
    private static List<String> openMenus() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(menu -> ((ContextMenu) menu).getItems().getFirst().getId())
                .toList();
    }

    /// The default scene has components of weight 1 and of weight 0.5.
    @Test
    void weightsThatDifferAreNotShownAsOneUntilOneIsTyped(FxRobot robot) {
        robot.interact(() -> window.gestures().editor().selection().select(List.of(0, 2)));
        TextField field = robot.lookup("#field-weight").queryAs(TextField.class);
        assertEquals("", field.getText());
        assertEquals("mixed", field.getPromptText());
        robot.interact(() -> {
            field.requestFocus();
            window.picture().requestFocus();
        });
        assertEquals(SCENE, store.current());

        type(robot, "#field-weight", "2");

        assertEquals(2, gaussian(0).weight());
        assertEquals(2, gaussian(2).weight());
        assertEquals("2.00", field.getText());
    }

    @Test
    void severalComponentsAreAlignedByButtonsBesideTheirNumbers(FxRobot robot) {
        robot.interact(() -> window.gestures().editor().selection().select(List.of(0, 2)));

        robot.interact(() -> robot.lookup("#align-middle").queryButton().fire());

        assertEquals(gaussian(0).mean().y(), gaussian(2).mean().y(), 1e-12);
    }

    private GaussianComponent gaussian(int index) {
        return (GaussianComponent) store.current().items().get(index).component();
    }

    /// The step under the playhead in the picture, once it shows the document as it is now.
    private Step shownStep() throws TimeoutException {
        return shownPicture().trajectory().steps().get(playback.playhead().step());
    }

    private static double scale(Document document) {
        return ((ScaledGuidance) document.guidance()).scale();
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            TextField field = robot.lookup(id).queryAs(TextField.class);
            field.requestFocus();
            field.setText(text);
        });
        robot.type(KeyCode.ENTER);
    }

    @Test
    void aWheelZoomsAndFingersMoveThePicture(FxRobot robot) {
        Node picture = robot.lookup("#picture").query();
        Camera before = store.current().camera();
        robot.interact(() -> picture.fireEvent(scroll(ScrollEvent.SCROLL, picture)));
        Camera zoomed = store.current().camera();
        assertNotEquals(before.width(), zoomed.width());

        robot.interact(() -> {
            picture.fireEvent(scroll(ScrollEvent.SCROLL_STARTED, picture));
            picture.fireEvent(scroll(ScrollEvent.SCROLL, picture));
            picture.fireEvent(scroll(ScrollEvent.SCROLL_FINISHED, picture));
        });

        Camera moved = store.current().camera();
        assertEquals(zoomed.width(), moved.width());
        assertEquals(zoomed.centre().x(), moved.centre().x(), 1e-9);
        assertTrue(moved.centre().y() > zoomed.centre().y(), moved + " after " + zoomed);
    }

    /// Down by 40 pixels, in the middle.
    private static ScrollEvent scroll(EventType<ScrollEvent> type, Node picture) {
        Point2D at = picture.localToScene(picture.getBoundsInLocal().getCenterX(),
                picture.getBoundsInLocal().getCenterY());
        return new ScrollEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), false, false, false, false, true,
                false,
                0, 40, 0, 0, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0,
                0, new PickResult(picture, at.getX(), at.getY()));
    }

    /// A second window: the one of the journey serves other tests, too.
    @Test
    void aWindowThatIsClosedIsRememberedWithItsPlace(FxRobot robot) {
        var settings = new Settings(new MemoryPreferences());
        settings.setWindow(new WindowPlace(new Rectangle2D(10, 20, 900, 600), false));
        Rectangle2D[] opened = new Rectangle2D[1];
        robot.interact(() -> {
            var stage = new javafx.stage.Stage();
            new StudioWindow(stage, SCENE, settings, new ScriptedPrompts(),
                    new Recovery(Path.of("target/recovery")), new Journal(Path.of("target/logs"))).show();
            opened[0] = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            stage.setX(30);
            stage.hide();
        });

        assertEquals(new Rectangle2D(10, 20, 900, 600), opened[0]);
        assertEquals(new Rectangle2D(30, 20, 900, 600), settings.window().orElseThrow().bounds());
    }

    @Test
    void aSceneWithoutATitleIsCalledAfterItsFileWhenItIsSaved(FxRobot robot, @TempDir Path folder)
            throws TimeoutException {
        var user = new ScriptedPrompts();
        user.file = folder.resolve("mine.scorescape.json");
        var stage = new javafx.stage.Stage[1];
        robot.interact(() -> {
            stage[0] = new javafx.stage.Stage();
            opened(stage[0], SCENE.withTitle(""), user);
        });
        assertEquals("Untitled scene — Scorescape", stage[0].getTitle());

        robot.interact(() -> stage[0].getScene().getRoot().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, false, true, false, false)));

        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> stage[0].getTitle().equals("mine.scorescape.json — Scorescape"));
        robot.interact(stage[0]::hide);
    }

    @Test
    void aSceneAndALessonThatComeWithTheProgramAreOpenedByTheirNames(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.open("two-boxes"));
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> store.current().title().equals(Presets.named("two-boxes").orElseThrow().title()));

        robot.interact(() -> window.open("langevin"));
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> window.lessons().stateProperty().get() != null);
        robot.interact(() -> window.lessons().sceneOpened());
    }
}
