package scorescape.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SceneFilesTest {

    private static final Document SCENE = Documents.twoGaussians();

    @TempDir
    Path folder;

    @Test
    void aSceneIsReadAsItWasWrittenAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("scene.scorescape.json");

        SceneFiles.write(SCENE.withSeed(1), file);
        SceneFiles.write(SCENE, file);

        assertEquals(SCENE, SceneFiles.read(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "\uFEFF" + SceneCodec.encode(SCENE));

        assertEquals(SCENE, SceneFiles.read(file));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aSymbolicLinkStaysALinkAndItsTargetIsWritten() throws IOException {
        Path target = folder.resolve("target.json");
        SceneFiles.write(SCENE, target);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);

        SceneFiles.write(SCENE.withSeed(99), link);

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(99, SceneFiles.read(target).seed());
        assertEquals(99, SceneFiles.read(link).seed());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aSceneMayBeReadByWhoeverMayReadOtherNewFiles() throws IOException {
        Path file = folder.resolve("scene.json");
        Path other = Files.createFile(folder.resolve("other"));

        SceneFiles.write(SCENE, file);

        assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(file));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkToItselfIsRefused() throws IOException {
        Path link = folder.resolve("link.json");
        Files.createSymbolicLink(link, link);

        assertUnreadable(link + ": must be a file, but does not exist", link);
        var thrown = assertThrows(IOException.class, () -> SceneFiles.write(SCENE, link));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith(link + ": could not be written: "),
                thrown::getMessage);
    }

    @Test
    void aFolderIsNoScene() {
        assertUnreadable(folder + ": must be a file, but is a folder", folder);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("missing.json");

        assertUnreadable(file + ": must be a file, but does not exist", file);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceIsNotReadAtAll() {
        Path zero = Path.of("/dev/zero");

        assertUnreadable("/dev/zero: must be a file, but is a device or a pipe", zero);
    }

    /// The file is sparse: it has the size of two gigabytes, and takes no room.
    @Test
    void twoGigabytesAreRefusedUnread() throws IOException {
        Path file = folder.resolve("large.json");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(2L << 30);
        }

        assertUnreadable(file + ": must be at most 64 MB, but is larger", file);
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        Path file = folder.resolve("latin.json");
        Files.write(file, "{\"format\": 1, \"title\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertUnreadable(file + ": must be text in UTF-8, but is not", file);
    }

    @Test
    void sixtyMegabytesOfZerosAreRefused() throws IOException {
        Path file = folder.resolve("zeros.json");
        Files.write(file, new byte[60_000_000]);

        assertUnreadable(file + ": line 1, column 1: must be JSON, but is not", file);
    }

    @Test
    void aMistakeInTheFileIsNamedWithTheFile() throws IOException {
        Path file = folder.resolve("scene.json");
        Files.writeString(file, SceneCodec.encode(SCENE).replace("\"steps\": 40", "\"steps\": 40000"));

        assertUnreadable(file + ": steps: must be a whole number from 1 to 5000, but is 40000", file);
    }

    @Test
    void whatCannotBeWrittenLeavesEverythingAsItWas() throws IOException {
        Path missing = folder.resolve("missing").resolve("scene.json");
        Path occupied = Files.createDirectory(folder.resolve("folder"));
        Files.writeString(occupied.resolve("inside"), "x");

        assertEquals(missing + ": could not be written: there is no such folder",
                assertThrows(IOException.class, () -> SceneFiles.write(SCENE, missing)).getMessage());
        assertEquals(occupied + ": could not be written: there is a folder of that name",
                assertThrows(IOException.class, () -> SceneFiles.write(SCENE, occupied)).getMessage());
        assertEquals(List.of(occupied), files());
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        Path a = folder.resolve("a.json");
        Path b = folder.resolve("b.json");

        SceneFiles.write(SCENE, a);
        SceneFiles.write(SceneFiles.read(a), b);

        assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(b));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void assertUnreadable(String sentence, Path file) {
        assertEquals(sentence, assertThrows(UnreadableFile.class, () -> SceneFiles.read(file)).getMessage());
    }
}
