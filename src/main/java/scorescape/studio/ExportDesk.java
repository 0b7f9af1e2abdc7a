package scorescape.studio;

import java.io.ByteArrayInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.export.DataFormat;
import scorescape.export.ExportFailed;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.FilmSubject;
import scorescape.export.PictureExport;
import scorescape.export.PictureFormat;
import scorescape.export.PictureOptions;
import scorescape.export.Progress;
import scorescape.export.SceneKept;
import scorescape.export.TextExport;
import scorescape.figure.Backdrop;
import scorescape.figure.Lettering;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.text.Texts;

import static scorescape.text.Texts.text;

/// Exports films and pictures, one at a time, on a thread of their own: the window stays free, and the document may go
/// on changing without changing the export.
final class ExportDesk {

    /// What files are called unless the user says so.
    private static final String NAME = "guidance";

    private static final javafx.scene.input.DataFormat SVG = svg();

    private static final Logger LOG = System.getLogger(ExportDesk.class.getName());

    /// The scene as the window shows it.
    ///
    /// @param document which tells the step that the window tells
    /// @param width of the picture on show, in pixels
    /// @param height of the picture on show, in pixels
    /// @param lesson that is open, of which the scene is a slide's
    record View(Document document, Playhead playhead, int width, int height, Theme theme,
            LessonDesk.@Nullable State lesson) {}

    /// A film to make.
    record Film(FilmSubject subject, FilmFormat format, FilmOptions options, SceneKept kept) {}

    /// A picture to make of what is on show.
    record Picture(PictureFormat format, int width, int height, Theme theme, Backdrop backdrop, Lettering lettering,
            SceneKept kept) {

        /// @throws IllegalArgumentException with a sentence for people, if a picture cannot have that size
        PictureOptions options() {
            return new PictureOptions(width, height, theme, backdrop, lettering, kept);
        }
    }

    /// Numbers to write.
    record Numbers(Kind kind, DataFormat format) {

        enum Kind {
            RUN("run"), ENDS("ends"),
            WAYS("states"),
            STATISTICS("sweep"),
            FIELD("field");

            private final String file;

            Kind(String file) {
                this.file = file;
            }

            String title() {
                return Texts.of(this);
            }
        }
    }

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
        prompts.film(view.get(), settings)
                .ifPresent(film -> prompts.newFile(settings.folder(), NAME, film.format().extension())
                        .ifPresent(file -> exportFilm(film, file)));
    }

    void exportFilm(Film film, Path file) {
        run(file, progress -> film.subject().write(film.format(), film.options(), film.kept(), file, progress));
    }

    /// Asks how and where, then exports the picture on show.
    void exportPicture() {
        View now = view.get();
        prompts.picture(now, settings)
                .ifPresent(picture -> prompts.newFile(settings.folder(), NAME, picture.format().extension())
                        .ifPresent(file -> exportPicture(now, picture, file)));
    }

    private void exportPicture(View shown, Picture picture, Path file) {
        run(file, _ -> {
            PictureExport.write(shown.document(), shown.playhead(), picture.format(), picture.options(), file);
            return true;
        });
    }

    /// Asks which and where, then writes numbers of the scene.
    void exportNumbers() {
        View now = view.get();
        prompts.numbers(now, settings)
                .ifPresent(numbers -> prompts
                        .newFile(settings.folder(), numbers.kind().file, numbers.format().extension())
                        .ifPresent(file -> exportNumbers(now, numbers, file)));
    }

    void exportNumbers(View shown, Numbers numbers, Path file) {
        run(file, progress -> {
            try {
                TextExport.write(file, out -> new NumbersTable(shown, numbers).write(out, progress));
                return true;
            } catch (CancellationException e) {
                return false;
            }
        });
    }

    /// Puts the picture on show on the clipboard.
    void copyPicture() {
        copy(PictureFormat.PNG, bytes -> {
            var content = new ClipboardContent();
            content.putImage(new Image(new ByteArrayInputStream(bytes)));
            Clipboard.getSystemClipboard().setContent(content);
            messages.note(text("export.pictureCopied"));
        });
    }

    /// Puts the picture on show on the clipboard as the text of an SVG file.
    void copySvg() {
        copy(PictureFormat.SVG, bytes -> {
            String svg = new String(bytes, StandardCharsets.UTF_8);
            var content = new ClipboardContent();
            content.putString(svg);
            // As bytes: of a string JavaFX would make an object of Java, which no other program reads.
            content.put(SVG, ByteBuffer.wrap(bytes));
            Clipboard.getSystemClipboard().setContent(content);
            messages.note(text("export.svgCopied"));
        });
    }

    private void copy(PictureFormat format, Consumer<byte[]> put) {
        View now = view.get();
        var options = new PictureOptions(size(now.width()), size(now.height()), now.theme(), Backdrop.OPAQUE,
                Lettering.OUTLINES, SceneKept.NONE);
        Thread.ofPlatform().daemon().name("copy").start(() -> {
            try {
                byte[] bytes = PictureExport.bytes(now.document(), now.playhead(), format, options);
                window.execute(() -> put.accept(bytes));
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.log(Level.ERROR, "the picture could not be copied", e);
                window.execute(() -> messages.complain(text("export.pictureNotCopied", e.getMessage())));
            }
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
            String sentence = work.write(job) ? text("export.done", file.getFileName()) : text("export.cancelled");
            return () -> messages.note(sentence);
        } catch (ExportFailed e) {
            return () -> messages.complain(e.getMessage() + ".");
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.ERROR, "the export failed", e);
            return () -> messages.complain(text("export.failed", file, e.getMessage()));
        }
    }

    /// A format of the clipboard may be made known only once.
    private static javafx.scene.input.DataFormat svg() {
        var known = javafx.scene.input.DataFormat.lookupMimeType("image/svg+xml");
        return known == null ? new javafx.scene.input.DataFormat("image/svg+xml") : known;
    }

    private static int size(int pixels) {
        return Math.clamp(pixels, FilmOptions.MIN_SIZE, FilmOptions.MAX_SIZE);
    }
}
