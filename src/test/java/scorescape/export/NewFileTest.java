package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NewFileTest {

    @TempDir
    private Path folder;

    @Test
    void contentReplacesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gif"), "old");

        assertTrue(NewFile.write(file, out -> {
            out.write("new".getBytes(UTF_8));
            return true;
        }));

        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void contentThatStopsLeavesNothing() throws IOException {
        Path file = folder.resolve("a.gif");

        assertFalse(NewFile.write(file, out -> {
            out.write(1);
            return false;
        }));

        assertEquals(List.of(), files());
    }

    /// What a full disk does, at the moment when it is full.
    @Test
    void aDiskThatFillsUpLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gif"), "old");

        var thrown = assertThrows(ExportFailed.class, () -> NewFile.write(file, out -> {
            out.write("new".getBytes(UTF_8));
            throw new IOException("No space left on device");
        }));

        assertEquals(file + ": could not be written: No space left on device", thrown.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aFolderOfThatNameStays() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.gif"));

        var thrown = assertThrows(ExportFailed.class, () -> NewFile.write(file, _ -> true));

        assertEquals(file + ": could not be written: there is a folder of that name", thrown.getMessage());
        assertEquals(List.of(file), files());
    }

    /// As after Ctrl+C, while the thread that exports goes on until the program ends.
    @Test
    void aFolderThatIsWrittenIntoWhileItIsGivenUpLeavesNothing() throws IOException, InterruptedException {
        Claim claim = Claim.besides(folder.resolve("film.frames"));
        Files.createDirectory(claim.part());
        var wrote = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 0;; i++) {
                    Files.writeString(claim.part().resolve("frame-" + i + ".png"), "");
                    wrote.countDown();
                }
            } catch (IOException e) {
                // The folder is gone.
            }
        });
        wrote.await();

        claim.close();

        writer.join();
        assertEquals(List.of(), files());
    }

    @Test
    void aMissingFolderIsNamed() throws IOException {
        Path file = folder.resolve("missing").resolve("a.gif");

        var thrown = assertThrows(ExportFailed.class, () -> NewFile.write(file, _ -> true));

        assertEquals(file + ": could not be written: there is no such folder", thrown.getMessage());
        assertEquals(List.of(), files());
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Path blocker = Files.writeString(folder.resolve("blocker"), "");
        Path file = blocker.resolve("a.gif");

        var thrown = assertThrows(ExportFailed.class, () -> NewFile.write(file, _ -> true));

        assertEquals(file + ": could not be written: Not a directory", thrown.getMessage());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gif"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("b.gif"), file);

        assertTrue(NewFile.write(link, out -> {
            out.write("new".getBytes(UTF_8));
            return true;
        }));

        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aLinkMayLeadToAFileThatIsNotThereYet() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("b.gif"), Path.of("a.gif"));

        assertTrue(NewFile.write(link, out -> {
            out.write("new".getBytes(UTF_8));
            return true;
        }));

        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(folder.resolve("a.gif")));
    }

    /// An estimate that nobody waits for any more is interrupted before it can lock what it has claimed.
    @Test
    void aThreadThatIsToldToStopLeavesNoLock() throws IOException {
        var claimed = new AtomicReference<>(folder);
        Thread.currentThread().interrupt();
        try {
            NewFile.writePart(folder.resolve("a.gif"), part -> {
                claimed.set(part);
                return false;
            });
        } finally {
            assertTrue(Thread.interrupted());
        }

        String name = String.valueOf(Objects.requireNonNull(claimed.get()).getFileName());
        assertTrue(name.endsWith(".part"), name);
        assertFalse(Files.exists(Path.of(System.getProperty("java.io.tmpdir"), name.substring(1) + ".lock")));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }
}
