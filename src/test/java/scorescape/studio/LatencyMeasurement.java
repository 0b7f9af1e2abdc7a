package scorescape.studio;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.figure.Viewport;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;
import scorescape.studio.canvas.CanvasGestures;
import scorescape.studio.canvas.CanvasGestures.Pointer;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// How long it takes from an event on the JavaFX thread until the picture that answers it is in view, in the software
/// pipeline. Not a test, and not named like one: it is meant for an idle machine, and runs only when asked, by
/// `mvn test -Dtest=LatencyMeasurement`.
@ExtendWith(ApplicationExtension.class)
class LatencyMeasurement {

    private static final int WARM_UP = 100;
    private static final int EVENTS = 300;
    private static final long PATIENCE_SECONDS = 30;

    /// What is answered within a tenth of a second feels like a direct effect (Card, Robertson & Mackinlay 1991).
    private static final double DIRECT_MILLIS = 100;

    private static final Document SCENE = Presets.defaultScene();

    // Set before each test by the method that TestFX calls on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private StudioWindow window;

    @Start
    void start(Stage stage) {
        Look.loadFonts();
        stage.setX(0);
        stage.setY(0);
        window = new StudioWindow(stage, SCENE, new Settings(new MemoryPreferences()), new ScriptedPrompts(),
                new Recovery(Path.of("target/recovery"), 1, _ -> true), new Journal(Path.of("target/logs")));
        window.picture().shownProperty().subscribe((_, picture) -> awaited.accept(Objects.requireNonNull(picture)));
        window.show();
    }

    /// Hears each new picture. Confined to the JavaFX thread.
    private Consumer<Picture> awaited = _ -> {};

    @BeforeEach
    void standStillWithEveryVectorOnShow(FxRobot robot) {
        robot.interact(() -> {
            window.playback().playingProperty().set(false);
            window.playback().goTo(window.playback().stages().getLast());
        });
    }

    @Test
    void picturesFollowTheSlider(FxRobot robot) throws Exception {
        Slider slider = robot.lookup("#guidance-scale").queryAs(Slider.class);

        // Steps of 0.1 up and down again: each is another γ than the one before.
        measure("γ", i -> slider.setValue(0.1 * (i % 160 < 80 ? i % 80 : 80 - i % 80)));
    }

    @Test
    void picturesFollowADragOfTheState() throws Exception {
        measure("x_t", i -> window.store().edit("drag", d -> d.withPlacement(
                new Placement(d.toldStep(), Vec2.ofAngle(0.1 * i).times(1.5)))));
    }

    @Test
    void picturesFollowADragOfAComponent(FxRobot robot) throws Exception {
        CanvasGestures gestures = window.gestures();
        var viewport = new Viewport[1];
        robot.interact(() -> {
            viewport[0] = Viewport.of(SCENE.camera(), (int) Math.round(window.picture().getWidth()),
                    (int) Math.round(window.picture().getHeight()));
            gestures.press(new Pointer(viewport[0].toPixel(SCENE.items().getFirst().component().bounds().centre())));
        });
        Vec2 start = viewport[0].toPixel(SCENE.items().getFirst().component().bounds().centre());
        double[] handling = new double[WARM_UP + EVENTS];
        measure("component", i -> {
            long begin = System.nanoTime();
            gestures.drag(new Pointer(start.plus(new Vec2(5 + i % 100, 5 + i % 37)), false, false, i % 2 == 0));
            handling[i] = (System.nanoTime() - begin) * 1e-6;
        });
        robot.interact(() -> gestures.release(new Pointer(start)));
        double[] kept = Arrays.copyOfRange(handling, WARM_UP, handling.length);
        Arrays.sort(kept);
        System.out.printf("event thread per drag event: median %.2f ms, 95th percentile %.2f ms%n",
                kept[EVENTS / 2], kept[(int) (0.95 * EVENTS)]);
    }

    private void measure(String name, IntConsumer event) throws Exception {
        double[] millis = new double[EVENTS];
        for (int i = -WARM_UP; i < EVENTS; i++) {
            double taken = answer(event, i + WARM_UP);
            if (i >= 0) {
                millis[i] = taken;
            }
        }
        Arrays.sort(millis);
        double median = millis[EVENTS / 2];
        double late = millis[(int) (0.95 * EVENTS)];
        Picture picture = window.picture().shownProperty().get();
        System.out.printf("%s to picture, %s: median %.1f ms, 95th percentile %.1f ms%n", name,
                picture == null ? "none" : picture.request().width() + "×" + picture.request().height(), median, late);
        assertTrue(late <= DIRECT_MILLIS, () -> "95th percentile " + late + " ms");
    }

    /// Milliseconds from the event until the picture of the changed document is in view.
    private double answer(IntConsumer event, int index) throws Exception {
        var answered = new CompletableFuture<Long>();
        Platform.runLater(() -> {
            Document before = window.store().current();
            long begin = System.nanoTime();
            event.accept(index);
            assertNotEquals(before, window.store().current());
            Document wanted = window.store().current().withToldStep(window.playback().told());
            awaited = picture -> {
                if (picture.request().document().equals(wanted)) {
                    answered.complete(System.nanoTime() - begin);
                }
            };
        });
        return answered.get(PATIENCE_SECONDS, TimeUnit.SECONDS) * 1e-6;
    }
}
