package scorescape.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.document.Presets;
import scorescape.figure.Viewport;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;
import scorescape.studio.canvas.CanvasGestures.Pointer;

/// Drags something in the real window, sixty events a second, and measures how the picture keeps up.
///
/// The scene is the default one with a population and all layers that belong to one. An event is over when the JavaFX
/// thread is free again. A picture is as old as the event that it answers.
final class WindowBench {

    private static final long PERIOD_MICROS = 16_667;
    private static final int WARM_UP = 240;
    private static final int EVENTS = 360;
    private static final List<Layer> LAYERS =
            List.of(Layer.OUTLINES, Layer.PATHS, Layer.PARTICLES, Layer.ENDS, Layer.AXES, Layer.EQUATION);

    private static final double[][] SIZES = {{1280, 800}, {2560, 1600}};

    private final StudioWindow window;

    /// When the event began that made the document with a mark. Confined to the JavaFX thread, like what follows.
    private final Map<Double, Long> begun = new HashMap<>();
    private final List<Double> handling = new ArrayList<>();
    private final List<Double> ages = new ArrayList<>();
    private boolean counts;

    private WindowBench(StudioWindow window) {
        this.window = window;
    }

    /// What is dragged about: many particles under the usual layers, the told step complete.
    static Document scene() {
        Document scene = Presets.defaultScene().withGuidance(new ClassifierFreeGuidance(1, 3));
        for (Layer layer : LAYERS) {
            scene = scene.withLayers(scene.layers().withShown(layer, true));
        }
        return scene;
    }

    /// Drags γ, `x_t` and a component in a usual window and in a large one, and says how it went, a line each. Not to be
    /// called on the JavaFX thread.
    static List<String> run(Stage stage, StudioWindow window) {
        List<String> lines = new ArrayList<>();
        lines.add("median / 95th percentile of " + EVENTS + " events, 60 a second; "
                + window.store().current().layers().population().particles() + " particles");
        for (double[] size : SIZES) {
            Platform.runLater(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            lines.addAll(new WindowBench(window).measure());
        }
        return lines;
    }

    private List<String> measure() {
        List<String> lines = new ArrayList<>();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            Platform.runLater(() -> {
                window.playback().playingProperty().set(false);
                window.playback().goTo(window.playback().stages().getLast());
                window.picture().shownProperty().subscribe(this::shown);
            });
            lines.add(drag(clock, "γ", i -> window.store().edit("γ", d -> d.withGuidance(
                    new ClassifierFreeGuidance(1, 0.01 * (1 + i))))));
            lines.add(drag(clock, "x_t", i -> window.store().edit("x_t", d -> d.withPlacement(
                    new Placement(d.toldStep(), Vec2.ofAngle(0.01 * i).times(1.5))))));
            Vec2[] from = new Vec2[1];
            Platform.runLater(() -> {
                Vec2 centre = window.store().current().items().getFirst().component().bounds().centre();
                from[0] = Viewport.of(window.store().current().camera(), (int) Math.round(window.picture().getWidth()),
                        (int) Math.round(window.picture().getHeight())).toPixel(centre);
                window.gestures().press(new Pointer(from[0]));
            });
            lines.add(drag(clock, "component", i -> window.gestures()
                    .drag(new Pointer(from[0].plus(new Vec2(5 + 0.1 * i, 5 + 30 * Math.sin(0.05 * i)))))));
            Platform.runLater(() -> window.gestures().release(new Pointer(from[0])));
        }
        return lines;
    }

    private String drag(ScheduledExecutorService clock, String what, IntConsumer event) {
        var done = new CompletableFuture<String>();
        var waits = new AtomicBoolean();
        int[] count = new int[1];
        long[] start = new long[1];
        Runnable tick = () -> {
            waits.set(false);
            int i = count[0]++;
            if (i == WARM_UP) {
                begun.clear();
                handling.clear();
                ages.clear();
                counts = true;
                start[0] = System.nanoTime();
            } else if (i == WARM_UP + EVENTS) {
                counts = false;
                done.complete(line(what, (System.nanoTime() - start[0]) * 1e-9));
            }
            if (i < WARM_UP + EVENTS) {
                long begin = System.nanoTime();
                event.accept(i);
                handling.add((System.nanoTime() - begin) * 1e-6);
                begun.put(mark(window.store().current()), begin);
            }
        };
        // As a window system does, which puts the movements of a mouse together while nobody takes them.
        var ticking = clock.scheduleAtFixedRate(() -> {
            if (waits.compareAndSet(false, true)) {
                Platform.runLater(tick);
            }
        }, 0, PERIOD_MICROS, TimeUnit.MICROSECONDS);
        String line = done.join();
        ticking.cancel(false);
        return line;
    }

    private void shown(@Nullable Picture picture) {
        Long begin = picture == null ? null : begun.get(mark(picture.request().document()));
        if (counts && begin != null) {
            ages.add((System.nanoTime() - begin) * 1e-6);
        }
    }

    /// Another number for every event of a drag.
    private static double mark(Document document) {
        double scale = document.guidance() instanceof ScaledGuidance scaled ? scaled.scale() : 0;
        double angle = document.placement() == null ? 0 : document.placement().at().x();
        return scale + 1e3 * angle + 1e6 * document.items().getFirst().component().bounds().centre().x();
    }

    private String line(String what, double seconds) {
        return String.format(Locale.ROOT,
                "%-10s %d × %d: event %.1f / %.1f ms, picture %.1f / %.1f ms old, %.1f pictures a second", what,
                window.picture().pixelWidth(), window.picture().pixelHeight(), quantile(handling, 0.5),
                quantile(handling, 0.95), quantile(ages, 0.5), quantile(ages, 0.95), ages.size() / seconds);
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
    }
}
