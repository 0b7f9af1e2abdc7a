package scorescape.studio;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalTest {

    @TempDir
    private Path folder;

    @Test
    void aFailureIsInTheDiagnosticsWithVersionsAndSystem() {
        var journal = new Journal(folder.resolve("logs"));
        journal.open();
        try {
            System.getLogger("scorescape.studio").log(Level.ERROR, "it broke", new IllegalStateException("so it is"));
        } finally {
            journal.close();
        }

        String diagnostics = journal.diagnostics();

        List<String> lines = diagnostics.lines().toList();
        assertTrue(lines.getFirst().startsWith("Scorescape "), diagnostics);
        assertTrue(lines.get(1).startsWith(System.getProperty("os.name")), diagnostics);
        assertTrue(
                diagnostics.contains("SEVERE scorescape.studio: it broke\njava.lang.IllegalStateException: so it is"),
                diagnostics);
    }

    @Test
    void logsStaySmall() throws IOException {
        var journal = new Journal(folder);
        journal.open();
        try {
            String line = "x".repeat(10_000);
            for (int i = 0; i < 1000; i++) {
                System.getLogger("scorescape.studio").log(Level.INFO, line);
            }
        } finally {
            journal.close();
        }

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.toList();
            assertEquals(3, logs.size());
            for (Path log : logs) {
                assertTrue(Files.size(log) < 600_000, log::toString);
            }
        }
    }

    @Test
    void withoutAFolderToWriteToTheProgramSaysSoAndGoesOn() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var journal = new Journal(file.resolve("logs"));

        journal.open();

        assertTrue(journal.diagnostics().contains("There is no log"), journal::diagnostics);
    }
}
