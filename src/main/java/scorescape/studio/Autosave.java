package scorescape.studio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import scorescape.studio.Recovery.Work;

import static scorescape.text.Texts.text;

/// Keeps unsaved changes for a recovery every few seconds, and forgets them once they are saved.
///
/// What could not be kept is tried again each time. The user hears of it once, and once more when it works again. The clock is
/// that of the toolkit, which no change of the system's time moves.
final class Autosave {

    private static final Logger LOG = System.getLogger(Autosave.class.getName());
    private static final Duration EVERY = Duration.seconds(3);

    private final Recovery recovery;
    private final Executor files;
    private final Executor window;
    private final Messages messages;
    private final Supplier<Optional<Work>> unsaved;
    private final Timeline clock;

    /// What was kept last; confined to the JavaFX thread.
    private @Nullable Work kept;

    /// Whether the last try failed; confined to the JavaFX thread.
    private boolean failing;

    /// @param files runs what reads and writes files, one after the other
    /// @param window runs what touches the window
    /// @param unsaved what is not saved yet, asked for on the JavaFX thread
    /// @param look what else is to be looked after as often
    Autosave(Recovery recovery, Executor files, Executor window, Messages messages, Supplier<Optional<Work>> unsaved,
            Runnable look) {
        this.recovery = recovery;
        this.files = files;
        this.window = window;
        this.messages = messages;
        this.unsaved = unsaved;
        clock = new Timeline(new KeyFrame(EVERY, _ -> {
            keep();
            look.run();
        }));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    /// Done every few seconds.
    void keep() {
        Work now = unsaved.get().orElse(null);
        if (failing || !Objects.equals(now, kept)) {
            kept = now;
            files.execute(() -> {
                try {
                    if (now == null) {
                        recovery.forget();
                    } else {
                        recovery.keep(now);
                    }
                    window.execute(this::succeeded);
                } catch (IOException e) {
                    window.execute(() -> failed(e));
                }
            });
        }
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            messages.note(text("window.keptAgain"));
        }
    }

    private void failed(IOException e) {
        if (!failing) {
            failing = true;
            LOG.log(Level.WARNING, "unsaved changes could not be kept", e);
            messages.complain(text("window.notKept", e.getMessage()));
        }
    }

    private void forget() {
        try {
            recovery.forget();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "changes kept for a recovery could not be forgotten", e);
        }
    }

    /// Stops, and waits for what is being kept, so that nothing is left behind.
    void close() {
        clock.stop();
        CompletableFuture.runAsync(this::forget, files).join();
    }
}
