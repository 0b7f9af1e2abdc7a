package scorescape.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import scorescape.document.Document;
import scorescape.document.Study.Shown;
import scorescape.figure.Frame;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.figure.plot.StudyComputer;
import scorescape.lesson.Playhead;

/// Writes one picture of a document as a PNG.
public final class PngExport {

    private PngExport() {}

    /// @param playhead of a step that the document has
    /// @param width in pixels, from [GifOptions#MIN_SIZE] to [GifOptions#MAX_SIZE]
    /// @param height in pixels, from [GifOptions#MIN_SIZE] to [GifOptions#MAX_SIZE]
    /// @param file replaced when the picture is complete; untouched if it fails
    /// @throws ExportFailed if the file could not be written
    public static void write(Document document, Playhead playhead, int width, int height, Theme theme, Path file)
            throws ExportFailed {
        GifOptions.requireSize("width", width);
        GifOptions.requireSize("height", height);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            FramePainter.paint(g, frame(document, playhead, width, height, theme));
        } finally {
            g.dispose();
        }
        NewFile.write(file, out -> {
            try (var stream = new MemoryCacheImageOutputStream(out)) {
                if (!ImageIO.write(image, "png", stream)) {
                    throw new IOException("this Java has no PNG writer");
                }
            }
            return true;
        });
    }

    /// The picture of the scene, or the plot that its study shows.
    static Frame frame(Document document, Playhead playhead, int width, int height, Theme theme) {
        return document.study().shown() == Shown.SCENE
                ? new FrameComputer().compute(document, playhead, Viewport.of(document.camera(), width, height), theme)
                : new StudyComputer().compute(document, width, height, theme);
    }
}
