package scorescape.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import scorescape.export.Progress;
import scorescape.export.TimeLeft;

/// A line on a terminal that says how much is done and how long the rest will take, written over at every per cent and
/// wiped at the end.
final class TerminalProgress implements Progress {

    private static final String START_OF_LINE = "\r";
    private static final String WIPE = "\u001B[K";

    private static final double SECONDS_PER_NANO = 1e-9;

    private final String doing;
    private final PrintWriter err;
    private final LongSupplier nanos;
    private final long start;
    private int shown = -1;

    /// @param doing what is done, in a word
    /// @param nanos a clock
    TerminalProgress(String doing, PrintWriter err, LongSupplier nanos) {
        this.doing = doing;
        this.err = err;
        this.nanos = nanos;
        start = nanos.getAsLong();
    }

    @Override
    public void report(int done, int total) {
        int percent = (int) (100L * done / total);
        if (percent != shown) {
            shown = percent;
            err.print(START_OF_LINE + (done == total ? "" : text((double) done / total)) + WIPE);
            err.flush();
        }
    }

    private String text(double share) {
        double left = TimeLeft.of(share, (nanos.getAsLong() - start) * SECONDS_PER_NANO);
        return doing + " " + shown + " %" + (Double.isNaN(left) ? "" : ", " + TimeLeft.text(left) + " left");
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
