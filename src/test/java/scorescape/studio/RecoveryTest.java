package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.document.Document;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.studio.Recovery.LessonWork;
import scorescape.studio.Recovery.SceneWork;
import scorescape.studio.Recovery.Work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecoveryTest {

    private static final Document SCENE = Presets.defaultScene().withTitle("unsaved");

    private static final Work SCENE_WORK = new SceneWork(SCENE, null);
    private static final Work LESSON_WORK = new LessonWork(Lessons.named("langevin").orElseThrow());

    @TempDir
    Path folder;

    /// Held, so that nobody collects their locks.
    private final List<Recovery> running = new ArrayList<>();

    private Recovery started(Path place) {
        var recovery = new Recovery(place);
        running.add(recovery);
        return recovery;
    }

    /// What was kept in a folder, as it stands when all programs have been killed: without their locks.
    private Path killed(Path place) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy-" + UUID.randomUUID()));
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    @Test
    void whatAKilledProgramLeftBehindIsFoundOnce() throws IOException {
        started(folder).keep(SCENE_WORK);
        Path left = killed(folder);

        assertEquals(Optional.of(SCENE_WORK), started(left).leftBehind());
        assertEquals(Optional.empty(), started(left).leftBehind());
        assertEquals(Optional.of(SCENE_WORK), started(killed(left)).leftBehind());
    }

    @Test
    void theFileOfTheSceneIsRememberedWithIt() throws IOException {
        Path file = folder.resolve("a b ö.scorescape.json");
        SceneFiles.write(Presets.defaultScene(), file);
        Work work = new SceneWork(SCENE, Origin.of(file));
        Path place = folder.resolve("recovery");
        started(place).keep(work);
        Path left = killed(place);

        assertEquals(Optional.empty(), started(left).leftBehindOf(folder.resolve("other")));
        Recovery next = started(left);
        assertEquals(Optional.of(work), next.leftBehindOf(file));
        assertEquals(Optional.of(work), started(killed(left)).leftBehind());
        next.keep(SCENE_WORK);
        assertEquals(Optional.of(SCENE_WORK), started(killed(left)).leftBehind());
        next.forget();
        try (Stream<Path> files = Files.list(left)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a\n1", "/a\nmuch\n2026-01-01T00:00:00Z", "/a\n1\nnow", "a\n1\n2026-01-01T00:00:00Z"})
    void aDamagedNoteOfTheFileIsNone(String text) throws IOException {
        Files.writeString(folder.resolve("note"), text);

        assertEquals(Optional.empty(), Origin.read(folder.resolve("note")));
    }

    @Test
    void theSceneOfARunningProgramIsLeftToIt() throws IOException {
        started(folder).keep(SCENE_WORK);

        assertEquals(Optional.empty(), started(folder).leftBehind());
        assertEquals(Optional.of(SCENE_WORK), started(killed(folder)).leftBehind());
    }

    @Test
    void ofTwoThatWereKilledTheNewerIsFoundFirst() throws IOException {
        started(folder).keep(SCENE_WORK);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            }
        }
        started(folder).keep(LESSON_WORK);
        Path left = killed(folder);

        assertEquals(Optional.of(LESSON_WORK), started(left).leftBehind());
        assertEquals(Optional.of(SCENE_WORK), started(left).leftBehind());
        assertEquals(Optional.empty(), started(left).leftBehind());
    }

    @Test
    void aLessonIsKeptInThePlaceOfAScene() throws IOException {
        Recovery recovery = started(folder);
        recovery.keep(SCENE_WORK);
        recovery.keep(LESSON_WORK);

        Path left = killed(folder);
        assertEquals(Optional.of(LESSON_WORK), started(left).leftBehind());
        assertEquals(Optional.empty(), started(left).leftBehind());
        recovery.keep(SCENE_WORK);
        left = killed(folder);
        assertEquals(Optional.of(SCENE_WORK), started(left).leftBehind());
        assertEquals(Optional.empty(), started(left).leftBehind());
    }

    @Test
    void aProgramThatEndsWellLeavesNothing() throws IOException {
        Recovery recovery = started(folder);
        recovery.keep(SCENE_WORK);
        recovery.forget();
        recovery.keep(LESSON_WORK);
        recovery.forget();

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aDamagedFileIsPassedOverAndStays() throws IOException {
        Path damaged = Files.writeString(folder.resolve("scene-7.scorescape.json"), "{");
        started(folder).keep(SCENE_WORK);
        Path left = killed(folder);

        assertEquals(Optional.of(SCENE_WORK), started(left).leftBehind());
        assertEquals(Optional.empty(), started(left).leftBehind());
        assertTrue(Files.exists(left.resolve(damaged.getFileName())));
    }

    @Test
    void theFolderOfTheProgramIsWhereTheSystemHasSuchFolders() {
        Path home = Path.of("home");

        assertEquals(home.resolve(".local/state/scorescape"), StateFolder.of("Linux", home, _ -> null));
        assertEquals(Path.of("state/scorescape"),
                StateFolder.of("Linux", home, Map.of("XDG_STATE_HOME", "state")::get));
        assertEquals(home.resolve("Library/Application Support/Scorescape"),
                StateFolder.of("Mac OS X", home, _ -> null));
        assertEquals(Path.of("local/Scorescape"),
                StateFolder.of("Windows 11", home, Map.of("LOCALAPPDATA", "local")::get));
    }
}
