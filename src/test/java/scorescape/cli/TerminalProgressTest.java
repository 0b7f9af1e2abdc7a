package scorescape.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private long nanos;

    @Test
    void theLineSaysTheShareAndThenTheTimeLeftAndIsWipedAtTheEnd() {
        var written = new StringWriter();
        var progress = new TerminalProgress("Painting", new PrintWriter(written), () -> nanos);

        progress.report(1, 100);
        nanos = 10 * SECOND;
        progress.report(250, 1000);
        progress.report(251, 1000);
        nanos = 100 * SECOND;
        progress.report(50, 100);
        progress.report(100, 100);

        assertEquals("\rPainting 1 %\u001B[K" + "\rPainting 25 %, 30 s left\u001B[K"
                + "\rPainting 50 %, 2 min left\u001B[K" + "\r\u001B[K", written.toString());
    }
}
