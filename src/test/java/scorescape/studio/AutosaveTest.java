package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.document.Presets;
import scorescape.studio.Recovery.SceneWork;
import scorescape.studio.Recovery.Work;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith(ApplicationExtension.class)
class AutosaveTest {

    private static final Work FIRST = new SceneWork(Presets.defaultScene().withTitle("first"), null);
    private static final Work SECOND = new SceneWork(Presets.defaultScene().withTitle("second"), null);
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    private final HeardMessages messages = new HeardMessages();
    private final AtomicInteger looks = new AtomicInteger();
    private Optional<Work> unsaved = Optional.empty();

    // Set before each test.
    @SuppressWarnings("NullAway.Init")
    private Autosave autosave;

    @BeforeEach
    void start(FxRobot robot) {
        robot.interact(() -> autosave = new Autosave(new Recovery(place()), Runnable::run, Runnable::run,
                messages, () -> unsaved, looks::incrementAndGet));
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(() -> autosave.close());
    }

    private Path place() {
        return folder.resolve("recovery");
    }

    /// What another program would find if this one were killed now.
    private Optional<Work> kept() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        if (Files.isDirectory(place())) {
            try (Stream<Path> files = Files.list(place())) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        return new Recovery(copy).leftBehind();
    }

    @Test
    void itsClockKeepsWhatIsNotSaved(FxRobot robot) throws TimeoutException, IOException {
        robot.interact(() -> unsaved = Optional.of(FIRST));
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> looks.get() > 0);

        assertEquals(Optional.of(FIRST), kept());
    }

    @Test
    void whatCouldNotBeKeptIsSaidOnceAndTriedAgain(FxRobot robot) throws IOException {
        // As a full or read-only disk, on which nothing can be made.
        Files.writeString(place(), "in the way");
        robot.interact(() -> {
            unsaved = Optional.of(FIRST);
            autosave.keep();
            autosave.keep();
            unsaved = Optional.of(SECOND);
            autosave.keep();
        });
        assertEquals(List.of("Unsaved changes could not be kept in case the program ends unexpectedly: " + place()
                + ": could not be made. This is tried again every few seconds."), messages.complaints);

        Files.delete(place());
        robot.interact(autosave::keep);

        assertEquals(Optional.of(SECOND), kept());
        assertEquals(List.of("Unsaved changes are kept again."), messages.notes);
        assertEquals(1, messages.complaints.size());
    }

    @Test
    void whatIsSavedMeanwhileIsForgotten(FxRobot robot) throws IOException {
        robot.interact(() -> {
            unsaved = Optional.of(FIRST);
            autosave.keep();
            unsaved = Optional.empty();
            autosave.keep();
        });

        assertEquals(Optional.empty(), kept());
    }
}
