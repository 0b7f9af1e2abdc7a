package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void whatAKilledProgramLeftBehindIsFoundOnce() throws IOException {
        new Recovery(folder, 1, _ -> true).keep(SCENE_WORK);

        assertEquals(Optional.of(SCENE_WORK), new Recovery(folder, 2, _ -> false).leftBehind());
        assertEquals(Optional.empty(), new Recovery(folder, 3, pid -> pid == 2).leftBehind());
        assertEquals(Optional.of(SCENE_WORK), new Recovery(folder, 4, _ -> false).leftBehind());
    }

    @Test
    void theFileOfTheSceneIsRememberedWithIt() throws IOException {
        Path file = folder.resolve("a b ö.scorescape.json");
        SceneFiles.write(Presets.defaultScene(), file);
        Work work = new SceneWork(SCENE, Origin.of(file));
        new Recovery(folder, 1, _ -> true).keep(work);

        assertEquals(Optional.empty(), new Recovery(folder, 2, _ -> false).leftBehindOf(folder.resolve("other")));
        assertEquals(Optional.of(work), new Recovery(folder, 3, _ -> false).leftBehindOf(file));
        assertEquals(Optional.of(work), new Recovery(folder, 2, _ -> false).leftBehind());
        new Recovery(folder, 2, _ -> true).keep(SCENE_WORK);
        assertEquals(Optional.of(SCENE_WORK), new Recovery(folder, 5, _ -> false).leftBehind());
        new Recovery(folder, 5, _ -> true).forget();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
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
        new Recovery(folder, 1, _ -> true).keep(SCENE_WORK);

        assertEquals(Optional.empty(), new Recovery(folder, 2, pid -> pid == 1).leftBehind());
    }

    @Test
    void aLessonIsKeptInThePlaceOfAScene() throws IOException {
        var recovery = new Recovery(folder, 1, _ -> true);
        recovery.keep(SCENE_WORK);
        recovery.keep(LESSON_WORK);

        assertEquals(Optional.of(LESSON_WORK), new Recovery(folder, 2, _ -> false).leftBehind());
        assertEquals(Optional.empty(), new Recovery(folder, 3, pid -> pid == 2).leftBehind());
        recovery.keep(LESSON_WORK);
        recovery.keep(SCENE_WORK);
        assertEquals(Optional.of(SCENE_WORK), new Recovery(folder, 4, pid -> pid == 2).leftBehind());
    }

    @Test
    void aProgramThatEndsWellLeavesNothing() throws IOException {
        var recovery = new Recovery(folder, 1, _ -> true);
        recovery.keep(SCENE_WORK);
        recovery.forget();
        recovery.keep(LESSON_WORK);
        recovery.forget();

        assertEquals(Optional.empty(), new Recovery(folder, 2, _ -> false).leftBehind());
    }

    @Test
    void aDamagedFileIsPassedOverAndStays() throws IOException {
        Path damaged = Files.writeString(folder.resolve("scene-7.scorescape.json"), "{");
        new Recovery(folder, 1, _ -> true).keep(SCENE_WORK);

        assertEquals(Optional.of(SCENE_WORK), new Recovery(folder, 2, _ -> false).leftBehind());
        assertTrue(Files.exists(damaged));
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
