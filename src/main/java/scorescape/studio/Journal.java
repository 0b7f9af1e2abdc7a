package scorescape.studio;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import scorescape.export.ProgramName;

/// What the program writes down about itself, in a few small files that take turns. They stay on the machine.
final class Journal {

    private static final int MAX_BYTES = 512 << 10;
    private static final int FILES = 3;
    private static final int LINES = 300;

    /// Held, since loggers that nobody holds forget their handlers.
    private static final Logger PROGRAM = Logger.getLogger("scorescape");

    private final Path folder;

    /// @param folder made if it is not there
    Journal(Path folder) {
        this.folder = folder;
    }

    /// Writes to the files of the folder, and no longer to standard error, from now on. Where that can not be done the
    /// program runs without them.
    void open() {
        try {
            Files.createDirectories(folder);
            // %u: another number for a second program on the same folder.
            var files = new FileHandler(folder.resolve("scorescape-%u.%g.log").toString(), MAX_BYTES, FILES, true);
            files.setEncoding(StandardCharsets.UTF_8.name());
            files.setFormatter(new Lines());
            PROGRAM.addHandler(files);
            PROGRAM.setUseParentHandlers(false);
            PROGRAM.info("started: " + String.join("; ", system()));
        } catch (IOException e) {
            PROGRAM.log(Level.WARNING, "there is no log: " + e);
        }
    }

    void close() {
        PROGRAM.setUseParentHandlers(true);
        Stream.of(PROGRAM.getHandlers()).forEach(handler -> {
            PROGRAM.removeHandler(handler);
            handler.close();
        });
    }

    /// What a report of a mistake in the program needs: versions, the system, and the end of the log.
    String diagnostics() {
        return String.join("\n", system()) + "\n\n" + String.join("\n", end()) + "\n";
    }

    private static List<String> system() {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                ProgramName.withVersion(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", " + runtime.availableProcessors() + " processors",
                "Java " + Runtime.version() + ", JavaFX " + System.getProperty("javafx.runtime.version", "not started")
                        + ", at most " + (runtime.maxMemory() >> 20) + " MB");
    }

    private List<String> end() {
        try (Stream<Path> all = Files.list(folder)) {
            Optional<Path> newest = all.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
            List<String> lines = newest.isPresent() ? Files.readAllLines(newest.get()) : List.of();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            return List.of("There is no log: " + e);
        }
    }

    private static final class Lines extends Formatter {

        @Override
        public String format(LogRecord entry) {
            var text = new StringWriter();
            var out = new PrintWriter(text);
            out.println(entry.getInstant().truncatedTo(ChronoUnit.SECONDS) + " " + entry.getLevel() + " "
                    + entry.getLoggerName() + ": " + formatMessage(entry));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(out);
            }
            out.flush();
            return text.toString();
        }
    }
}
