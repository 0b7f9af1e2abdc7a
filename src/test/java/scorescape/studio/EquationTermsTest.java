package scorescape.studio;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.diffusion.sampler.DpmSolverPlusPlusSampler;
import scorescape.document.Layer;
import scorescape.figure.Frame;
import scorescape.figure.Mark;
import scorescape.figure.Role;
import scorescape.lesson.Playhead;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Terms of the equation and the arrows they stand for: who points at one sees the other, in the panel and in the picture.
class EquationTermsTest extends WindowJourney {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @BeforeEach
    void tellTheWholeStep(FxRobot robot) {
        robot.interact(() -> {
            store.edit(new Object(), d -> d.withLayers(d.layers().withShown(Layer.EQUATION, true)));
            playback.pass(new Playhead(TOLD, scorescape.lesson.Stage.NOISE, 1));
        });
    }

    @Test
    void aTermOfThePictureLightsItsArrowAndTheTermOfThePanel(FxRobot robot) throws TimeoutException {
        Frame frame = shownPicture().frame();
        byte[] before = pixels();

        robot.moveTo(onScreen(term(frame, Role.NOISE)));

        awaitRequest(Role.NOISE, null);
        assertEquals(Role.NOISE, window.picture().litProperty().get());
        assertNull(window.picture().pointedProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(Arrays.equals(before, pixels()));

        robot.moveTo(inPicture(0.02, 0.5));
        awaitRequest(null, null);
    }

    @Test
    void anArrowLightsItsTermInThePicture(FxRobot robot) throws TimeoutException {
        Frame frame = shownPicture().frame();
        Mark.Arrow arrow = arrow(frame, Role.SCALED_DIFFERENCE);

        robot.moveTo(onScreen(arrow.from().lerp(arrow.to(), 0.7)));

        awaitRequest(null, Role.SCALED_DIFFERENCE);
        assertEquals(Role.SCALED_DIFFERENCE, window.picture().pointedProperty().get());
        assertNull(window.picture().litProperty().get());
    }

    @Test
    void aTermOfThePanelLightsItsArrow(FxRobot robot) throws TimeoutException {
        shownPicture();
        Node line = robot.lookup("#equation").queryAs(Pane.class).getChildren().getFirst();
        robot.interact(() -> Reveal.reveal(line));

        robot.moveTo(line, Pos.CENTER_LEFT, new Point2D(4, 0), Motion.DEFAULT);

        awaitRequest(Role.COMBINED, null);
        robot.moveTo(inPicture(0.02, 0.5));
        awaitRequest(null, null);
    }

    @Test
    void arrowKeysGoFromTermToTermOfThePanel(FxRobot robot) throws TimeoutException {
        shownPicture();
        int step = playback.playhead().step();
        robot.interact(() -> {
            Node equation = robot.lookup("#equation").query();
            Reveal.reveal(equation);
            equation.requestFocus();
            // As Tab leaves it.
            robot.lookup("#equation").query().requestFocusTraversal(TraversalDirection.PREVIOUS);
        });
        robot.type(KeyCode.TAB);

        robot.type(KeyCode.RIGHT);
        assertEquals(Role.COMBINED, window.picture().litProperty().get());
        robot.type(KeyCode.RIGHT);
        assertEquals(Role.UNCONDITIONAL, window.picture().litProperty().get());
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertNull(window.picture().litProperty().get());
        robot.type(KeyCode.RIGHT, KeyCode.TAB);
        assertNull(window.picture().litProperty().get());
        assertEquals(step, playback.playhead().step());
    }

    /// The formula of DPM-Solver++ is wider than the pane at its usual size.
    @Test
    void aLongFormulaMakesItselfSmallerAndNotThePaneWider(FxRobot robot) throws TimeoutException {
        shownPicture();
        Pane equation = robot.lookup("#equation").queryAs(Pane.class);
        double width = equation.getWidth();
        double height = ((ImageView) equation.getChildren().getFirst()).getFitHeight();

        robot.interact(() -> store.edit(new Object(),
                d -> d.withSampling(d.sampling().withSampler(new DpmSolverPlusPlusSampler()))));
        shownPicture();

        assertEquals(width, equation.getWidth());
        for (Node line : equation.getChildren()) {
            // The image is rounded up to whole pixels.
            assertTrue(((ImageView) line).getFitWidth() <= width + 2, line::toString);
        }
        assertTrue(((ImageView) equation.getChildren().getFirst()).getFitHeight() < height);
    }

    private void awaitRequest(@Nullable Role lit, @Nullable Role pointed) throws TimeoutException {
        Callable<Boolean> there = () -> {
            var picture = window.picture().shownProperty().get();
            return picture != null && picture.request().lit() == lit && picture.request().pointed() == pointed;
        };
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, there);
    }

    private byte[] pixels() {
        var image = (ImageView) window.picture().lookup("ImageView");
        PixelReader reader = Objects.requireNonNull(image.getImage().getPixelReader());
        int width = (int) image.getImage().getWidth();
        int height = (int) image.getImage().getHeight();
        byte[] bytes = new byte[4 * width * height];
        reader.getPixels(0, 0, width, height, PixelFormat.getByteBgraPreInstance(), bytes, 0,
                4 * width);
        return bytes;
    }

    private Point2D onScreen(Vec2 pixel) {
        double scale = Objects.requireNonNull(window.picture().shownProperty().get()).request().scale();
        return window.picture().localToScreen(pixel.x() / scale, pixel.y() / scale);
    }

    private static Vec2 term(Frame frame, Role role) {
        return frame.furniture()
                .stream()
                .filter(mark -> mark instanceof Mark.Text text && text.ink() == role && !text.halo())
                .map(mark -> ((Mark.Text) mark).box().centre())
                .findFirst()
                .orElseThrow();
    }

    private static Mark.Arrow arrow(Frame frame, Role role) {
        return frame.marks()
                .stream()
                .filter(mark -> mark instanceof Mark.Arrow arrow && arrow.ink() == role)
                .map(Mark.Arrow.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
