package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.OtherJvm;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.studio.Recovery.LessonWork;
import scorescape.studio.Recovery.SceneWork;
import scorescape.studio.Recovery.Work;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A window whose process is killed leaves its unsaved changes to the next one.
class KilledWhileEditingTest {

    private static final long PATIENCE_SECONDS = 120;
    private static final long POLL_MILLISECONDS = 100;
    private static final int SEED = 4711;
    private static final Lesson GIVEN = Lessons.named("guidance-scale").orElseThrow();
    private static final String NOTES = "Ask the last row.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theNextWindowHasTheChanges(Edited edited) throws IOException, InterruptedException {
        Process window = OtherJvm.of(OtherJvm.WINDOW, Window.class, folder.toString(), edited.name())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (kept(edited).isEmpty() && window.isAlive() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
        }
        assertEquals(1, kept(edited).size(), "the window has kept its changes");
        var next = new Recovery(folder);
        assertEquals(Optional.empty(), next.leftBehind(), "it runs and has them");
        window.destroyForcibly().waitFor();

        assertEquals(Optional.of(edited.work()), next.leftBehind());
        assertEquals(Optional.empty(), new Recovery(folder).leftBehind());
        assertEquals(1, kept(edited).size());
    }

    private List<Path> kept(Edited edited) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(edited.file)).toList();
        }
    }

    /// What is changed in the window.
    enum Edited {
        SCENE("scene-.*\\.scorescape\\.json"), LESSON("lesson-.*\\.lesson\\.json");

        private final String file;

        Edited(String file) {
            this.file = file;
        }

        private Work work() {
            return switch (this) {
                case SCENE -> new SceneWork(Presets.defaultScene().withSeed(SEED), null);
                case LESSON -> new LessonWork(
                        GIVEN.withSlide(0, slide -> slide.withScene(slide.scene().withSeed(SEED)).withNotes(NOTES)));
            };
        }
    }

    /// A window in which something is changed, and then nothing more until it is killed.
    static final class Window {

        private Window() {}

        public static void main(String[] args) {
            Platform.startup(() -> {
                Look.loadFonts();
                Path folder = Path.of(args[0]);
                var window = new StudioWindow(new Stage(), Presets.defaultScene(),
                        new Settings(new MemoryPreferences()), new ScriptedPrompts(),
                        new Recovery(folder), new Journal(folder));
                window.show();
                if (Edited.valueOf(args[1]) == Edited.LESSON) {
                    window.lessons().openShipped(GIVEN);
                    window.lessons().editSlide("notes", slide -> slide.withNotes(NOTES));
                }
                window.store().edit("test", scene -> scene.withSeed(SEED));
            });
        }
    }
}
