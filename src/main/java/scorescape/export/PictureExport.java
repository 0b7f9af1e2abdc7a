package scorescape.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Study.Shown;
import scorescape.figure.Frame;
import scorescape.figure.FrameComputer;
import scorescape.figure.RunShapes;
import scorescape.figure.Viewport;
import scorescape.figure.plot.StudyComputer;
import scorescape.lesson.Playhead;

/// Writes one picture of a document. It is what the window shows at that moment.
public final class PictureExport {

    private PictureExport() {}

    /// @param playhead of a step that the document has
    /// @param file replaced when the picture is complete; untouched if it fails
    /// @throws ExportFailed if a file could not be written
    public static void write(Document document, Playhead playhead, PictureFormat format, PictureOptions options,
            Path file) throws ExportFailed {
        write(frame(document, playhead, options), document, format, options, file);
    }

    /// Writes what stays on show of a slide.
    ///
    /// @param slide its place in the lesson, from 0
    /// @param file replaced when the picture is complete; untouched if it fails
    /// @throws ExportFailed if the file could not be written
    public static void write(Lesson lesson, int slide, PictureFormat format, PictureOptions options, Path file)
            throws ExportFailed {
        Frame page = new SlidePages(lesson, options.width(), options.height(), options.theme()).still(slide);
        write(page, lesson.slides().get(slide).shown(), format, options, file);
    }

    private static void write(Frame frame, Document document, PictureFormat format, PictureOptions options, Path file)
            throws ExportFailed {
        SceneKept kept = options.kept();
        SceneText scene = SceneText.of(document);
        kept.check(scene, file);
        NewFile.write(file, out -> {
            format.write(frame, options.backdrop(), options.lettering(), kept.inside(scene), out);
            return true;
        });
        kept.write(scene, file);
    }

    /// The same as bytes, for the clipboard.
    public static byte[] bytes(Document document, Playhead playhead, PictureFormat format, PictureOptions options) {
        var out = new ByteArrayOutputStream();
        try {
            format.write(frame(document, playhead, options), options.backdrop(), options.lettering(),
                    options.kept().inside(SceneText.of(document)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The moment at which a step is told to its end.
    ///
    /// @param step of the document
    public static Playhead toldToItsEnd(Document document, int step) {
        return new Playhead(step, new RunShapes().of(document).stages(step).getLast(), 1);
    }

    /// The picture of the scene, or the plot that its study shows.
    static Frame frame(Document document, Playhead playhead, PictureOptions options) {
        return document.study().shown() == Shown.SCENE
                ? new FrameComputer().compute(document, playhead,
                        Viewport.of(document.camera(), options.width(), options.height()), options.theme())
                : new StudyComputer().compute(document, options.width(), options.height(), options.theme());
    }
}
