package scorescape.studio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.export.ExportFailed;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.PictureExport;
import scorescape.export.PictureFormat;
import scorescape.export.PictureOptions;
import scorescape.export.Progress;
import scorescape.export.SceneText;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.math.Numerics;

/// Exports films and pictures, one at a time, on a thread of their own: the window stays free, and the document may go
/// on changing without changing the export.
final class ExportDesk {

    private static final Logger LOG = System.getLogger(ExportDesk.class.getName());

    /// The scene as the window shows it.
    ///
    /// @param document which tells the step that the window tells
    /// @param width of the picture on show, in pixels
    /// @param height of the picture on show, in pixels
    record View(Document document, Playhead playhead, int width, int height, Theme theme) {}

    /// A film to make.
    ///
    /// @param toldStep the step to tell in stages
    record Film(int toldStep, FilmOptions options) {}

    /// What is being exported.
    ///
    /// @param status how far it has come
    record Running(Path file, ExportJob job, ExportJob.Status status) {}

    /// Writes a file, or is cancelled.
    @FunctionalInterface
    private interface Work {
        /// @return false if it was cancelled
        boolean write(Progress progress) throws ExportFailed;
    }

    private final Supplier<View> view;
    private final Prompts prompts;
    private final Messages messages;
    private final Settings settings;
    private final Executor window;
    private final ReadOnlyObjectWrapper<@Nullable Running> running = new ReadOnlyObjectWrapper<>();

    /// What waits for the export to end.
    private Runnable afterwards = () -> {};

    /// @param window runs what touches the window
    ExportDesk(Supplier<View> view, Prompts prompts, Messages messages, Settings settings, Executor window) {
        this.view = view;
        this.prompts = prompts;
        this.messages = messages;
        this.settings = settings;
        this.window = window;
    }

    /// The export under way, null while there is none.
    ReadOnlyObjectProperty<@Nullable Running> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Asks how and where, then exports the film.
    void exportFilm() {
        View now = view.get();
        prompts.film(now.document(), now.theme())
                .ifPresent(film -> prompts.fileToExport(settings.folder(), "guidance.gif")
                        .ifPresent(file -> exportFilm(now.document(), film, file)));
    }

    void exportFilm(Document document, Film film, Path chosen) {
        Path file = withExtension(chosen, ".gif");
        Document told = document.withToldStep(film.toldStep());
        var gif = new FilmFormat.Gif(GifQuality.FAITHFUL);
        run(file, progress -> gif.write(gif.film(told, film.options()), SceneText.of(told), file, progress));
    }

    /// Asks where, then exports the picture on show.
    void exportPicture() {
        View now = view.get();
        prompts.fileToExport(settings.folder(), "guidance.png").ifPresent(file -> exportPicture(now, file));
    }

    void exportPicture(View shown, Path chosen) {
        Path file = withExtension(chosen, ".png");
        run(file, _ -> {
            PictureExport.write(shown.document(), shown.playhead(), PictureFormat.PNG,
                    new PictureOptions(size(shown.width()), size(shown.height()), shown.theme()), file);
            return true;
        });
    }

    /// Stops the export, which leaves nothing behind.
    void cancel() {
        Running now = running.get();
        if (now != null) {
            now.job().cancel();
        }
    }

    /// Runs `action` if nothing is being exported, or once the user has agreed to stop the export and it has stopped.
    void whenIdle(Runnable action) {
        if (running.get() == null) {
            action.run();
        } else if (prompts.stopExport()) {
            // It may have come to its end while the question was open.
            if (running.get() == null) {
                action.run();
            } else {
                afterwards = action;
                cancel();
            }
        }
    }

    private void run(Path file, Work work) {
        settings.setFolderOf(file);
        var job = new ExportJob(window, status -> {
            Running now = running.get();
            if (now != null) {
                running.set(new Running(file, now.job(), status));
            }
        });
        running.set(new Running(file, job, ExportJob.status(0, 0)));
        Thread.ofPlatform().daemon().name("export").start(() -> {
            Runnable outcome = outcome(file, job, work);
            window.execute(() -> {
                running.set(null);
                outcome.run();
                Runnable waiting = afterwards;
                afterwards = () -> {};
                waiting.run();
            });
        });
    }

    /// Does the work, on the exporting thread.
    ///
    /// @return what to say about it, in the window
    private Runnable outcome(Path file, ExportJob job, Work work) {
        try {
            String sentence = work.write(job) ? "Exported " + file.getFileName() + "." : "The export was cancelled.";
            return () -> messages.note(sentence);
        } catch (ExportFailed e) {
            return () -> messages.complain(e.getMessage() + ".");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the export failed", e);
            return () -> messages.complain(file + ": could not be exported: " + e.getMessage() + ".");
        }
    }

    private static int size(int pixels) {
        return (int) Numerics.clamp(pixels, FilmOptions.MIN_SIZE, FilmOptions.MAX_SIZE);
    }

    private static Path withExtension(Path file, String extension) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? file : file.resolveSibling(name + extension);
    }
}
