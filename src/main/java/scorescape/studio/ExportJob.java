package scorescape.studio;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import scorescape.export.Progress;
import scorescape.export.TimeLeft;
import scorescape.text.Texts;

/// One export under way: counts what is done, guesses what is left, and can be told to stop.
///
/// Reports come from the exporting thread; what is heard of them is passed to the window, a hundred times at most.
final class ExportJob implements Progress {

    private static final double SECONDS_PER_NANO = 1e-9;

    /// How far an export has come.
    ///
    /// @param share from 0 to 1
    /// @param secondsLeft NaN while that cannot be guessed
    record Status(double share, double secondsLeft) {

        String text() {
            String percent = Math.round(100 * share) + " %";
            if (Double.isNaN(secondsLeft)) {
                return percent;
            }
            return Texts.text("export.left", percent, TimeLeft.text(secondsLeft));
        }
    }

    private final Executor window;
    private final Consumer<Status> listener;
    private final long start = System.nanoTime();
    private volatile boolean cancelled;

    /// Confined to the exporting thread.
    private int percentTold = -1;

    ExportJob(Executor window, Consumer<Status> listener) {
        this.window = window;
        this.listener = listener;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void report(int done, int total) {
        int percent = (int) (100L * done / total);
        if (percent != percentTold) {
            percentTold = percent;
            Status status = status((double) done / total, (System.nanoTime() - start) * SECONDS_PER_NANO);
            window.execute(() -> listener.accept(status));
        }
    }

    /// @param share of the work that is done
    /// @param seconds that it took
    static Status status(double share, double seconds) {
        return new Status(share, TimeLeft.of(share, seconds));
    }
}
