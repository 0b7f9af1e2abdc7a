package scorescape.studio;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.document.Slide;
import scorescape.figure.SlideBand;
import scorescape.lesson.Story.Beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Lessons given by keyboard, as a lecturer gives them.
@ExtendWith(ApplicationExtension.class)
class PresenterWindowTest {

    static final List<String> NAMES = Lessons.NAMES;
    private static final long PATIENCE_SECONDS = 30;

    /// More presses than any slide needs: to stop its way, to answer, to end its film, to go on.
    private static final int MOST_PRESSES = 4;

    // Set before each test by the method that TestFX calls on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private Stage owner;

    @SuppressWarnings("NullAway.Init")
    private Look look;

    @SuppressWarnings("NullAway.Init")
    private Settings settings;

    @Start
    void start(Stage stage) {
        Look.loadFonts();
        owner = stage;
        owner.setScene(new Scene(new Region()));
        owner.setWidth(640);
        owner.setHeight(400);
        owner.show();
        settings = new Settings(new MemoryPreferences());
        look = new Look(settings);
    }

    private PresenterWindow present(FxRobot robot, String name) {
        return present(robot, Lessons.named(name).orElseThrow());
    }

    private PresenterWindow present(FxRobot robot, Lesson lesson) {
        PresenterWindow[] made = new PresenterWindow[1];
        robot.interact(() -> {
            made[0] = new PresenterWindow(lesson, 0, look, settings, owner, e -> {
                throw e;
            });
            made[0].show(owner);
        });
        return made[0];
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyLessonIsGivenFromTheFirstSlideToTheLastAndBack(String name, FxRobot robot) {
        PresenterWindow presenter = present(robot, name);
        Talk talk = presenter.talk();
        int last = talk.lesson().slides().size() - 1;

        for (int slide = 1; slide <= last; slide++) {
            for (int i = 0; i < MOST_PRESSES && talk.slideProperty().get() < slide; i++) {
                robot.type(KeyCode.PAGE_DOWN);
            }
            assertEquals(slide, talk.slideProperty().get());
        }
        for (int slide = last - 1; slide >= 0; slide--) {
            robot.type(KeyCode.PAGE_UP);
            assertEquals(slide, talk.slideProperty().get());
            assertFalse(talk.askingProperty().get());
        }
        robot.type(KeyCode.ESCAPE);
        assertFalse(presenter.stage().isShowing());
    }

    @Test
    void aSceneByItselfHasTheWholeDisplayAndASlideLeavesRoomForItsBand(FxRobot robot) {
        Document scene = Presets.defaultScene();
        var whole = new Slide("", scene, new Beat(scene.toldStep(), scorescape.lesson.Stage.START),
                new Beat(scene.steps() - 1, scorescape.lesson.Stage.END),
                "", "", "");
        var said = new Slide("", scene, whole.from(), whole.to(), "Look.", "", "");

        Scene bare = present(robot, new Lesson("One scene", "", "", List.of(whole))).stage().getScene();
        Scene slide = present(robot, new Lesson("One slide", "", "", List.of(said))).stage().getScene();

        assertEquals(bare.getHeight(), pictureHeight(bare));
        assertEquals(slide.getHeight() - SlideBand.height((int) slide.getWidth(), (int) slide.getHeight()),
                pictureHeight(slide));
    }

    private static double pictureHeight(Scene presented) {
        return ((PictureView) presented.lookup("#picture")).getHeight();
    }

    @Test
    void digitsJumpBBlanksAndRReturns(FxRobot robot) throws TimeoutException {
        PresenterWindow presenter = present(robot, "classifier-free-guidance");
        Talk talk = presenter.talk();

        robot.type(KeyCode.DIGIT4, KeyCode.ENTER);
        assertEquals(3, talk.slideProperty().get());
        robot.type(KeyCode.B);
        assertTrue(presenter.isBlank());
        robot.type(KeyCode.RIGHT);
        assertFalse(presenter.isBlank());
        assertEquals(3, talk.slideProperty().get());

        robot.type(KeyCode.DIGIT1, KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> robot.lookup("#state-handle").tryQuery().filter(node -> node.isVisible()).isPresent()
                        && !talk.movingProperty().get());
        robot.interact(() -> presenter.stage().requestFocus());
        robot.drag("#presenter #state-handle", MouseButton.PRIMARY).dropBy(-60, 40);
        assertTrue(talk.awayProperty().get());
        assertNotEquals(talk.current().shown(), talk.store().current());
        robot.type(KeyCode.R);
        assertEquals(talk.current().shown(), talk.store().current());
        double scale = talk.scale().orElseThrow();
        robot.type(KeyCode.ADD);
        assertEquals(scale + 0.5, talk.scale().orElseThrow());
        assertTrue(robot.lookup("#presenter-note").queryLabeled().getText().startsWith("γ = "));
        robot.type(KeyCode.SUBTRACT, KeyCode.SUBTRACT);
        assertEquals(scale - 0.5, talk.scale().orElseThrow());
    }

    @Test
    void escapeTakesBackADragAndThenEndsTheTalk(FxRobot robot) throws TimeoutException {
        PresenterWindow presenter = present(robot, "classifier-free-guidance");
        Talk talk = presenter.talk();
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> robot.lookup("#presenter #state-handle").tryQuery().filter(Node::isVisible).isPresent());

        robot.drag("#presenter #state-handle", MouseButton.PRIMARY).moveBy(-60, 40);
        assertTrue(talk.awayProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertTrue(presenter.stage().isShowing());
        assertFalse(talk.awayProperty().get());
        robot.release(MouseButton.PRIMARY);
        assertEquals(talk.current().shown(), talk.store().current());
        robot.type(KeyCode.ESCAPE);
        assertFalse(presenter.stage().isShowing());
    }

    @ParameterizedTest
    @CsvSource({"guidance-scale, 1", "promised-and-delivered, 2"})
    void theNextSlideIsComputedWhileOneStandsThere(String name, int slide, FxRobot robot) throws TimeoutException {
        PresenterWindow presenter = present(robot, name);
        robot.type(KeyCode.S);
        robot.interact(() -> presenter.talk().goTo(slide - 1));

        // What the speaker sees of it is made from what was computed: of the one a picture, of the other a plot. It may have
        // been there before the slide on show was asked for again.
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> robot.lookup("#speaker-next").queryAs(ImageView.class).getImage() != null
                        && presenter.isComplete());
    }

    @Test
    void theSpeakerSeesNotesAndTime(FxRobot robot) {
        PresenterWindow presenter = present(robot, "one-step");

        robot.type(KeyCode.S);

        assertTrue(robot.lookup("#speaker-time").queryLabeled().getText().matches("\\d\\d:\\d\\d {3}\\d+:\\d\\d"));
        assertFalse(robot.lookup("#speaker-notes").queryAs(MarkedText.class).getChildren().isEmpty());
        // The keys of the talk work in this window, too.
        robot.type(KeyCode.END);
        assertEquals(6, presenter.talk().slideProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertFalse(presenter.stage().isShowing());
    }
}
