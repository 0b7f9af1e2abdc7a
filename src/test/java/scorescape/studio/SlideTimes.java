package scorescape.studio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import scorescape.document.Lesson;
import scorescape.document.Lessons;

/// Gives lessons by keyboard and prints how long each slide takes from the key until its picture or plot is complete.
///
/// Without motion, so that the way from slide to slide takes no time of its own.
public final class SlideTimes {

    private static final double MILLIS = 1e-6;
    private static final long POLL_MILLIS = 2;

    private final List<Double> times = new ArrayList<>();
    private final long pause;

    private SlideTimes(long pause) {
        this.pause = pause;
    }

    /// @param args seconds for which each slide is talked about, and names of lessons; all lessons without names
    public static void main(String[] args) throws Exception {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var times = new SlideTimes(TimeUnit.SECONDS.toMillis(Long.parseLong(args[0])));
        List<String> names = args.length > 1 ? List.of(args).subList(1, args.length) : Lessons.NAMES;
        for (String name : names) {
            times.give(name, Lessons.named(name).orElseThrow());
        }
        Collections.sort(times.times);
        System.out.printf(Locale.ROOT, "%d slides, median %.0f ms, worst %.0f ms%n", times.times.size(),
                times.times.get(times.times.size() / 2), times.times.getLast());
        Platform.exit();
    }

    private void give(String name, Lesson lesson) throws Exception {
        PresenterWindow presenter = onFx(() -> {
            Look.loadFonts();
            var settings = new Settings(new MemoryPreferences());
            settings.setMotion(Settings.Motion.REDUCED);
            var owner = new Stage();
            owner.setScene(new Scene(new Region(), 640, 400));
            owner.show();
            var made = new PresenterWindow(lesson, 0, new Look(settings), settings, owner, Throwable::printStackTrace);
            made.show(owner);
            return made;
        });
        awaitComplete(presenter);
        var line = new StringBuilder(name);
        for (int slide = 1; slide < lesson.slides().size(); slide++) {
            Thread.sleep(pause);
            long before = System.nanoTime();
            while (onFx(() -> presenter.talk().slideProperty().get()) < slide) {
                onFx(() -> {
                    var key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_DOWN, false, false, false, false);
                    Event.fireEvent(presenter.stage().getScene().getRoot(), key);
                    return true;
                });
            }
            awaitComplete(presenter);
            double taken = MILLIS * (System.nanoTime() - before);
            times.add(taken);
            line.append(String.format(Locale.ROOT, " %.0f", taken));
        }
        System.out.println(line);
        onFx(() -> {
            presenter.stage().hide();
            return true;
        });
    }

    private static void awaitComplete(PresenterWindow presenter) throws Exception {
        while (!onFx(presenter::isComplete)) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private interface Work<T> {
        T run();
    }

    private static <T> T onFx(Work<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.run());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }
}
