package scorescape.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import scorescape.Cases;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.Progress;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;
import scorescape.studio.Settings.Appearance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Hours of use in one window: place, drag, play, give lessons, export, undo. The memory in use stays what it was, and so does
/// the time that a picture takes.
///
/// A few rounds; `mvn -Psoak test -Dtest=SoakTest` goes on for an hour, with soft references let go at each collection:
/// JavaFX and Java2D keep images by them for as long as there is room, which looks like growth. Each round prints the heap
/// after a collection, and how long a picture took.
class SoakTest extends WindowJourney {

    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("soak.seconds", 0));
    private static final FilmFormat GIF = new FilmFormat.Gif(GifQuality.SMALL);
    private static final int ROUNDS = 8;
    private static final int ACTIONS = 30;
    private static final int DRAGS = 8;
    private static final int PLAYS_MILLIS = 200;

    /// Caches fill in the first rounds, by some 3 MB in each, and hold other scenes. A leak of what one scene takes, some 16 MB
    /// a round, would be more between the middles of the two halves.
    private static final double SLACK_MB = 40;

    /// A machine that others use, too, is now and then half as fast.
    private static final double SLOWER = 2.5;

    @TempDir
    private Path folder;

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) {
        open(stage);
        ThrownOnJavaFx.toldTo(thrown::add);
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(ThrownOnJavaFx::toldAsBefore);
    }

    @Test
    void memoryStaysWhatItWas(FxRobot robot) throws IOException, TimeoutException, InterruptedException {
        var user = new RandomInput((Stage) window.picture().getScene().getWindow(), Cases.random(3));
        window.commands().quit.setEnabled(false);
        List<Double> megabytes = new ArrayList<>();
        List<Double> pictures = new ArrayList<>();
        long begin = System.nanoTime();
        for (int round = 0; round < ROUNDS || System.nanoTime() - begin < LASTS.toNanos(); round++) {
            for (int i = 0; i < ACTIONS; i++) {
                robot.interact(user::act);
            }
            robot.interact(user::closeOthers);
            Document made = store.current();
            robot.interact(() -> playback.playingProperty().set(true));
            TimeUnit.MILLISECONDS.sleep(PLAYS_MILLIS);
            giveALesson(robot, Lessons.NAMES.get(round / ROUNDS % Lessons.NAMES.size()));
            robot.interact(() -> {
                playback.playingProperty().set(false);
                while (store.canUndo()) {
                    store.undo();
                }
                store.edit(new Object(), _ -> SCENE);
                // What was changed of the window stays, else: larger type and finer pictures take more.
                window.look().scaleProperty().set(1.0);
                window.look().sharpnessProperty().set(1.0);
                window.look().appearanceProperty().set(Appearance.LIGHT);
            });
            double millis = drag(robot);
            GIF.write(GIF.film(SCENE.withSteps(4).withToldStep(1), new FilmOptions(160, 90, 2, Theme.LIGHT)), null,
                    folder.resolve("film.gif"), Progress.NONE);
            forgetEvents(robot);
            assertEquals(List.of(), thrown);
            pictures.add(millis);
            megabytes.add(usedMegabytes());
            System.out.printf("round %d: %.1f MB, a picture in %.1f ms, %d components made%n", round,
                    megabytes.getLast(), millis, made.items().size());
        }
        double early = median(megabytes.subList(1, megabytes.size() / 2));
        double late = lowerQuartile(megabytes.subList(megabytes.size() / 2, megabytes.size()));
        assertTrue(late < early + SLACK_MB, megabytes::toString);
        double first = median(pictures.subList(0, pictures.size() / 2));
        double last = median(pictures.subList(pictures.size() / 2, pictures.size()));
        assertTrue(last < SLOWER * first, pictures::toString);
    }

    /// Opens a lesson, looks at each slide, changes it, gives the lesson on the whole screen, and leaves it.
    private void giveALesson(FxRobot robot, String name) {
        Lesson lesson = Lessons.named(name).orElseThrow();
        robot.interact(() -> {
            window.lessons().sceneOpened();
            store.markSaved(store.current());
            window.lessons().openShipped(lesson);
        });
        for (int i = 0; i < lesson.slides().size(); i++) {
            int slide = i;
            robot.interact(() -> {
                window.lessons().goTo(slide);
                store.edit(new Object(), d -> d.withSeed(d.seed() + 1));
            });
        }
        robot.interact(() -> window.picture().requestFocus());
        robot.push(KeyCode.F5);
        PresenterWindow presenter = Objects.requireNonNull(window.presenter());
        for (int i = 1; i < lesson.slides().size(); i++) {
            int slide = i;
            robot.interact(() -> presenter.talk().goTo(slide));
        }
        robot.interact(() -> {
            presenter.stage().hide();
            window.lessons().sceneOpened();
        });
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }

    private static double lowerQuartile(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 4);
    }

    /// Milliseconds for a picture of the dragged scene, on average.
    private double drag(FxRobot robot) throws TimeoutException {
        long begin = System.nanoTime();
        for (int i = 0; i < DRAGS; i++) {
            var guidance = new ClassifierFreeGuidance(1, 0.1 * i);
            robot.interact(() -> store.edit("drag", d -> d.withGuidance(guidance)));
            shownPicture();
        }
        return (System.nanoTime() - begin) * 1e-6 / DRAGS;
    }

    private static double usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
        }
        return least;
    }
}
