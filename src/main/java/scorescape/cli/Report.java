package scorescape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescape.export.FilmEstimate;
import scorescape.export.JsonText;
import scorescape.export.Progress;

/// How a command that writes a file tells what it does: a line for people, one for programs, or nothing.
final class Report {

    @Mixin
    private Quiet quiet = new Quiet();

    @Option(names = "--json", description = "Say what was written as a line of JSON.")
    private boolean json;

    /// Says what has been written.
    ///
    /// @param file or folder that is there now
    void written(Path file, PrintWriter out) throws IOException {
        if (json) {
            out.printf(Locale.ROOT, "{\"file\": %s, \"bytes\": %d}%n", JsonText.quoted(file.toString()), bytes(file));
        } else if (!quiet.isQuiet()) {
            out.printf(Locale.ROOT, "%s: %s%n", file, size(bytes(file)));
        }
    }

    /// Says what a film is going to be.
    void estimated(FilmEstimate estimate, PrintWriter out) {
        if (json) {
            out.printf(Locale.ROOT, "{\"bytes\": %d, \"seconds\": %.1f}%n", estimate.bytes(), estimate.seconds());
        } else {
            out.printf(Locale.ROOT, "about %s, about %.0f s to make%n", size(estimate.bytes()),
                    Math.max(1, estimate.seconds()));
        }
    }

    /// Says something worth knowing, on standard error.
    void remark(String sentence, PrintWriter err) {
        if (!quiet.isQuiet() && !json) {
            err.println(sentence);
        }
    }

    /// On standard error, and only if a person sees it there.
    Progress progress(Path file, PrintWriter err) {
        return json ? Progress.NONE : quiet.progress("Painting", file, err);
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, bytes < 100_000 ? "%.1f kB" : "%.2f MB",
                bytes / (bytes < 100_000 ? 1e3 : 1e6));
    }

    private static long bytes(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return Files.size(file);
        }
        try (Stream<Path> files = Files.list(file)) {
            long sum = 0;
            for (Path each : files.toList()) {
                sum += Files.size(each);
            }
            return sum;
        }
    }
}
