package scorescape.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import scorescape.Cases;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever is clicked, dragged and typed, nothing is thrown, and what has become of the scene can be saved.
///
/// 2,000 actions; `mvn -Plong verify` has 100,000.
@ExtendWith(ApplicationExtension.class)
class RandomInputTest {

    private static final int ACTIONS = Integer.getInteger("random.actions", 2000);
    private static final int ROUND = 25;

    /// After so many actions the data is that of the beginning, so that the scene does not grow without end.
    private static final int UNTIL_CLEARED = 500;

    /// How much of a trace a report has.
    private static final int DEPTH = 25;

    private static final long PATIENCE_SECONDS = 120;

    private static final Document SCENE = Presets.defaultScene();

    /// Held, since loggers that nobody holds forget their handlers.
    private static final Logger PROGRAM = Logger.getLogger("scorescape");

    @TempDir
    private Path folder;

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Handler errors = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                failures.add(record.getMessage() + ": " + record.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @SuppressWarnings("NullAway.Init")
    private StudioWindow window;

    @SuppressWarnings("NullAway.Init")
    private RandomInput user;

    @Start
    void start(javafx.stage.Stage stage) {
        RandomGenerator random = Cases.random(Long.getLong("random.seed", 1));
        window = WindowJourney.opened(stage, SCENE, new RandomPrompts(new Dialogs(stage), folder, random));
        // The one command that ends the program.
        window.commands().quit.setEnabled(false);
        ThrownOnJavaFx.toldTo(this::fail);
        user = new RandomInput(stage, random);
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(ThrownOnJavaFx::toldAsBefore);
    }

    @Test
    void nothingIsThrownAndTheSceneIsSavedAndReadAgainAsItIs(FxRobot robot) throws IOException, InterruptedException {
        PROGRAM.addHandler(errors);
        try {
            for (int done = 0; done < ACTIONS && failures.isEmpty(); done += ROUND) {
                boolean clears = done % UNTIL_CLEARED == 0;
                inTurn(() -> round(clears));
            }
            for (int i = 0; i < ROUND; i++) {
                inTurn(user::closeOthers);
            }
        } finally {
            PROGRAM.removeHandler(errors);
        }
        assertEquals(List.of(), failures);
        Document made = window.store().current();
        Path file = folder.resolve("made.json");
        SceneFiles.write(made, file);
        assertEquals(made, SceneFiles.read(file));
        robot.interact(() -> {
            while (window.store().canUndo()) {
                window.store().undo();
            }
            while (window.store().canRedo()) {
                window.store().redo();
            }
        });
        assertEquals(made.withCamera(SCENE.camera()), window.store().current().withCamera(SCENE.camera()));
        assertTrue(window.picture().getScene().getWindow().isShowing());
    }

    private void fail(Throwable e) {
        failures.add(user.last() + ": " + e + Stream.of(e.getStackTrace())
                .limit(DEPTH)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining()));
    }

    /// Runs something on the JavaFX thread and waits for it, or until a dialog has opened that waits for the user.
    private static void inTurn(Runnable action) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(action);
        Platform.runLater(done::countDown);
        assertTrue(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the window does not answer");
    }

    private void round(boolean clears) {
        if (clears) {
            window.store().edit(new Object(), _ -> SCENE);
        }
        for (int i = 0; i < ROUND; i++) {
            try {
                user.act();
            } catch (RuntimeException e) {
                if (!ThrownOnJavaFx.isOfThePlatform(e)) {
                    fail(e);
                }
                return;
            }
        }
        window.picture().getScene().getRoot().applyCss();
        window.picture().getScene().getRoot().layout();
    }
}
