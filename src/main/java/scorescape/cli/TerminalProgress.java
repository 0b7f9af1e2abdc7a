package scorescape.cli;

import java.io.PrintWriter;
import scorescape.export.Progress;

/// A line on a terminal that says how much is done, written over at every per cent and wiped at the end.
final class TerminalProgress implements Progress {

    private static final String START_OF_LINE = "\r";
    private static final String WIPE = "\r\u001B[K";

    private final String doing;
    private final PrintWriter err;
    private int shown = -1;

    /// @param doing what is done, in a word
    TerminalProgress(String doing, PrintWriter err) {
        this.doing = doing;
        this.err = err;
    }

    @Override
    public void report(int done, int total) {
        int percent = (int) (100L * done / total);
        if (percent != shown) {
            shown = percent;
            err.print(done == total ? WIPE : START_OF_LINE + doing + " " + percent + " %");
            err.flush();
        }
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
