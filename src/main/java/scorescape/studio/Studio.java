package scorescape.studio;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.Presets;

/// The program with its window.
public final class Studio {

    /// Exit code where there is nothing to open a window on.
    public static final int NO_DISPLAY = 3;

    private static final String PACKAGES = "libgtk-3-0 libgl1 libxtst6 libxxf86vm1";
    private static final String HEADLESS = "scorescape render default --out guidance.gif";

    /// Held, since loggers that nobody holds forget their filters.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /// JavaFX prefers to be loaded as modules; we start from the class path, and it works all the same.
    private static final String CLASS_PATH_WARNING = "Unsupported JavaFX configuration";

    private Studio() {}

    /// Opens the window and returns when it is closed.
    ///
    /// @param args a scene or a lesson to open, by its name or that of its file, or nothing
    /// @return the exit code: 0, or [#NO_DISPLAY] after a sentence on standard error
    public static int open(String... args) {
        return start(Presets::defaultScene, (_, window) -> {
            if (args.length > 0) {
                window.open(args[0]);
            } else {
                window.recover();
            }
        });
    }

    /// Opens the window, drags in it, prints how it kept up, and closes it.
    ///
    /// @return as [#open]
    public static int bench() {
        return start(WindowBench::scene, (stage, window) -> Thread.ofPlatform().name("bench").start(() -> {
            WindowBench.run(stage, window).forEach(System.out::println);
            Platform.runLater(stage::hide);
        }));
    }

    /// @param then what to do in the window once it is open, on the JavaFX thread
    private static int start(Supplier<Document> first, BiConsumer<Stage, StudioWindow> then) {
        // Pictures are painted by Java2D but shown by JavaFX: AWT must not look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        if (!"Headless".equals(System.getProperty("glass.platform"))
                && !hasDisplay(System.getProperty("os.name"), System::getenv)) {
            return complain("There is no display to open a window on");
        }
        var exit = new CompletableFuture<Integer>();
        var journal = new Journal(StateFolder.ofUser().resolve("logs"));
        journal.open();
        JAVAFX.setFilter(record -> !record.getMessage().startsWith(CLASS_PATH_WARNING));
        try {
            Platform.startup(() -> show(first, then, journal, exit));
        } catch (UnsupportedOperationException e) {
            return complain(e.getMessage() != null && e.getMessage().contains("GTK")
                    ? "The window needs the GTK library (on Debian and Ubuntu: apt-get install " + PACKAGES + ")"
                    : "No window can be opened on this display");
        }
        return exit.join();
    }

    /// Whether there is something to open a window on. Only Linux has machines without.
    static boolean hasDisplay(String system, UnaryOperator<@Nullable String> environment) {
        return !system.startsWith("Linux") || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                .map(environment)
                .anyMatch(display -> display != null && !display.isBlank());
    }

    private static void show(Supplier<Document> first, BiConsumer<Stage, StudioWindow> then, Journal journal,
            CompletableFuture<Integer> exit) {
        // Another core helps: it reads the scene, and paints it once, out of sight, while the window is put together, so that the
        // first picture on show finds its classes, fonts and formulas. It must not begin earlier. GTK changes the environment
        // as the toolkit starts, which nobody may read meanwhile, and Java reads it whenever it looks for a native method. And
        // JavaFX tells fontconfig of our fonts, which Java2D may not ask for fonts meanwhile.
        CompletableFuture<Document> scene = CompletableFuture.supplyAsync(first);
        try {
            Look.loadFonts();
            Thread.ofPlatform().daemon().name("warm-up").start(() -> WarmUp.paint(scene.join()));
            var stage = new Stage();
            stage.getIcons().setAll(Look.icons());
            stage.setOnHidden(_ -> exit.complete(0));
            var window = new StudioWindow(stage, scene.join(), Settings.ofUser(), new Dialogs(stage), Recovery.ofUser(),
                    journal);
            Thread.setDefaultUncaughtExceptionHandler((_, failure) -> window.unexpected(failure));
            window.show();
            then.accept(stage, window);
        } catch (RuntimeException e) {
            exit.completeExceptionally(e);
        }
    }

    private static int complain(String reason) {
        System.err.println(reason + "; no display is needed for: " + HEADLESS);
        return NO_DISPLAY;
    }
}
