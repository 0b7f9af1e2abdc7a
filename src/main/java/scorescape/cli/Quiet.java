package scorescape.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import scorescape.export.Progress;

/// Whether a person is to be told how far a command has come.
final class Quiet {

    @Option(names = {"-q", "--quiet"}, description = "Say nothing but what is asked for.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    /// On standard error, and only if a person sees it there and nothing else comes between.
    ///
    /// @param doing what is done, in a word
    /// @param file that is written, null for standard output
    Progress progress(String doing, @Nullable Path file, PrintWriter err) {
        boolean seen = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return quiet || file == null || !seen ? Progress.NONE : new TerminalProgress(doing, err);
    }
}
