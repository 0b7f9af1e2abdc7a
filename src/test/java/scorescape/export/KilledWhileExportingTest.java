package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What an export leaves behind when its process is killed, and what becomes of it.
class KilledWhileExportingTest {

    private static final long PATIENCE_SECONDS = 120;
    private static final long POLL_MILLISECONDS = 50;

    private static final String FOREIGN = ".scorescape-0b7aa0b0-0000-4000-8000-0123456789ab.part";

    @TempDir
    private Path folder;

    @Test
    void theNextExportInTheFolderTidiesUp() throws IOException, InterruptedException {
        Path old = Files.writeString(folder.resolve("killed.gif"), "old");
        Process process = OtherJvm.of(List.of(), Export.class, old.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (parts().isEmpty() && process.isAlive() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
        }
        Path part = parts().getFirst();
        export("while it runs");
        assertEquals(List.of(part), parts(), "the part of a process that lives stays");
        process.destroyForcibly().waitFor();

        assertEquals(List.of(part), parts());
        assertEquals("old", Files.readString(old));
        export("when it is gone");
        assertEquals(List.of(), parts());
    }

    @Test
    void aPartThatThisProgramIsWritingStays() throws IOException {
        NewFile.write(folder.resolve("outer"), out -> {
            List<Path> before = parts();
            export("inner");
            assertEquals(before, parts());
            return true;
        });

        assertEquals(List.of(), parts());
    }

    /// It may be another machine's.
    @Test
    void aPartOfUnknownOriginStaysForADay() throws IOException {
        Path part = Files.createDirectory(folder.resolve(FOREIGN));
        Files.writeString(part.resolve("frame-0001.png"), "half");

        export("first");
        assertEquals(List.of(part), parts());

        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        export("second");
        assertEquals(List.of(), parts());
    }

    @Test
    void whatOnlyLooksLikeAPartStays() throws IOException {
        Path other = Files.writeString(folder.resolve(".scorescape-notes.part"), "mine");
        Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));

        export("film");

        assertTrue(Files.exists(other));
    }

    private void export(String name) throws ExportFailed {
        assertTrue(NewFile.write(folder.resolve(name), _ -> true));
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".scorescape-")).toList();
        }
    }

    /// An export that does not come to its end.
    static final class Export {

        private Export() {}

        public static void main(String[] args) throws ExportFailed {
            NewFile.write(Path.of(args[0]), out -> {
                out.write(1);
                out.flush();
                while (true) {
                    try {
                        Thread.sleep(1000);
                    } catch (InterruptedException e) {
                        return false;
                    }
                }
            });
        }
    }
}
