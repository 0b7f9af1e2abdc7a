package scorescape.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.document.PointQuery;

/// Points that come in as lines of text and are answered one by one, so that a command works in a pipe.
final class PointLines {

    /// How points are written, for the help of commands.
    static final String HELP =
            "A point is a line x,y or x,y,t or x,y,alpha,sigma, or JSON such as {\"x\": [1, 2], \"t\": 0.5}. "
                    + "Empty lines, lines that begin with # and a line of names are passed over. Lines come out as they come in, so "
                    + "the command works in a pipe.";

    /// What some programs write before a text to say that it is Unicode.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PointLines() {}

    /// What answers a point.
    @FunctionalInterface
    interface Answer {

        /// @throws IllegalArgumentException with a sentence for people, if nothing can be said there
        void to(PointQuery query) throws IOException;
    }

    /// A line that is no point. What was written before it stays.
    static final class BadLine extends RuntimeException {

        private BadLine(String message) {
            super(message);
        }

        BadInput asInput() {
            return new BadInput(String.valueOf(getMessage()));
        }
    }

    /// @param file null for standard input
    static BufferedReader reader(@Nullable Path file) throws IOException, BadInput {
        if (file == null) {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file + ": must be a file, but " + (Files.exists(file) ? "is none" : "does not exist"));
        }
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    static void requireTime(String option, double time) throws BadInput {
        if (!(time >= 0 && time <= 1)) {
            throw new BadInput(option + " must be from 0 to 1, but is " + time);
        }
    }

    /// Line by line; what has been said is sent on before the next line is waited for.
    ///
    /// @param time of points without one
    /// @throws BadLine at the first line that cannot be answered
    static void answer(BufferedReader lines, NoiseSchedule schedule, double time, Answer answer, Writer out)
            throws IOException {
        boolean first = true;
        long number = 0;
        for (String line = line(lines); line != null; line = line(lines)) {
            number++;
            if (number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
                line = line.substring(1);
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                if (!first || !Character.isLetter(line.strip().charAt(0))) {
                    try {
                        answer.to(PointQuery.parse(line, schedule, time));
                    } catch (IllegalArgumentException e) {
                        throw new BadLine("line " + number + ": " + e.getMessage());
                    }
                }
                first = false;
            }
            if (!lines.ready()) {
                out.flush();
            }
        }
    }

    /// The next line, as far as it is worth reading; null at the end.
    private static @Nullable String line(BufferedReader lines) throws IOException {
        int next = lines.read();
        if (next < 0) {
            return null;
        }
        var line = new StringBuilder();
        for (; next >= 0 && next != '\n'; next = lines.read()) {
            if (line.length() <= PointQuery.MAX_LINE) {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
