package scorescape.export.gif;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Frames of a source, painted on a thread of their own: while one is written, the next is painted.
final class PaintedAhead implements AutoCloseable {

    private static final int OPAQUE = 0xff000000;

    private final FrameSource source;
    private final ExecutorService painter =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("gif-painter").factory());
    private int[] ready;
    private int[] coming;
    private int expected = -1;
    private @Nullable Future<?> painting;

    PaintedAhead(FrameSource source) {
        this.source = source;
        ready = new int[source.width() * source.height()];
        coming = new int[ready.length];
    }

    /// The pixels of a frame, which stay until the next call: opaque, or 0 where a transparent film leaves one out.
    ///
    /// @param after the frame that is asked for next; one that the film lacks means none
    int[] next(int frame, int after) {
        Future<?> pending = painting;
        if (pending == null || expected != frame) {
            int[] into = coming;
            pending = painter.submit(() -> paint(frame, into));
        }
        await(pending);
        int[] painted = coming;
        coming = ready;
        ready = painted;
        expected = after;
        if (after >= 0 && after < source.frames()) {
            int[] next = coming;
            painting = painter.submit(() -> paint(after, next));
        } else {
            painting = null;
        }
        return painted;
    }

    private void paint(int frame, int[] argb) {
        source.paint(frame, argb);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = source.transparent() && Screen.isLeftOut(argb[i]) ? 0 : argb[i] | OPAQUE;
        }
    }

    private static void await(Future<?> painting) {
        try {
            painting.get();
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) {
                case RuntimeException problem -> throw problem;
                case Error problem -> throw problem;
                case Throwable problem -> throw new IllegalStateException(problem);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        painter.close();
    }
}
