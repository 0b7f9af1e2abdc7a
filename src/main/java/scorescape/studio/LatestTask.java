package scorescape.studio;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs an action on one worker thread, always on the newest input: an input that a newer one overtakes while it waits
/// is never worked on, so a slider can be dragged faster than its effect can be drawn.
final class LatestTask<A> implements AutoCloseable {

    private final Consumer<A> action;
    private final Consumer<RuntimeException> failed;
    private final AtomicReference<@Nullable A> waiting = new AtomicReference<>();
    private final ExecutorService worker;

    /// @param action called on the worker thread
    /// @param failed told, on the worker thread, what `action` threw, unless the task is being closed; the worker lives
    ///        on
    LatestTask(String threadName, Consumer<A> action, Consumer<RuntimeException> failed) {
        this.action = action;
        this.failed = failed;
        worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(threadName).factory());
    }

    /// Does nothing once the task is closed.
    void request(A input) {
        if (waiting.getAndSet(input) == null && !worker.isShutdown()) {
            worker.execute(this::run);
        }
    }

    /// As [#request], but leaves an input that waits in its place.
    void requestIfNoneWaits(A input) {
        if (waiting.compareAndSet(null, input) && !worker.isShutdown()) {
            worker.execute(this::run);
        }
    }

    /// Whether a newer input waits, or nobody does any more: then the work on the present one is in vain.
    boolean isOvertaken() {
        return waiting.get() != null || worker.isShutdown();
    }

    private void run() {
        A input = Objects.requireNonNull(waiting.getAndSet(null));
        try {
            action.accept(input);
        } catch (RuntimeException e) {
            if (!worker.isShutdown()) {
                failed.accept(e);
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
