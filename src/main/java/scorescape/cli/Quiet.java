package scorescape.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import scorescape.export.Progress;

/// Whether a person is to be told how far a command has come.
final class Quiet {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private static final List<String> TERMINALS = List.of("/dev/pts/", "/dev/tty", "/dev/console");

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
        return quiet || file == null || !isTerminal()
                ? Progress.NONE
                : new TerminalProgress(doing, err, System::nanoTime);
    }

    /// Whether standard error is a terminal. Java knows that only of the other two streams, so Linux is asked first.
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return TERMINALS.stream().anyMatch(target::startsWith);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        }
    }
}
