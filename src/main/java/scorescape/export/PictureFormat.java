package scorescape.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scorescape.export.png.PngEncoder;
import scorescape.figure.Backdrop;
import scorescape.figure.Frame;
import scorescape.figure.Lettering;

/// A kind of file that holds one picture. The same frame gives the same bytes.
public enum PictureFormat {

    /// Pixels.
    PNG(".png"),
    /// Vectors for the web and for drawing programs; the density is an image inside.
    SVG(".svg"),
    /// Vectors for print and for LaTeX; the density is an image inside, the page is as large as the picture.
    PDF(".pdf"),
    /// Source for LaTeX with TikZ: vectors, formulas and pictures at points, without the density.
    TIKZ(".tex");

    private final String extension;

    PictureFormat(String extension) {
        this.extension = extension;
    }

    /// How names of such files end.
    public String extension() {
        return extension;
    }

    /// The format that a file's name asks for.
    public static Optional<PictureFormat> named(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith(format.extension)).findFirst();
    }

    /// Writes a picture.
    ///
    /// @param scene what made the picture, goes into the file; null for nothing
    /// @param out left open
    void write(Frame frame, Backdrop backdrop, Lettering lettering, @Nullable SceneText scene, OutputStream out)
            throws IOException {
        if (this == TIKZ) {
            TikzPicture.write(frame, scene, out);
        } else {
            write(Drawing.of(frame, backdrop, lettering), backdrop, scene, out);
        }
    }

    /// Writes what is not one frame; TikZ cannot.
    void write(Drawing drawing, Backdrop backdrop, @Nullable SceneText scene, OutputStream out) throws IOException {
        switch (this) {
            case PNG -> png(drawing, backdrop, scene, out);
            case SVG -> SvgPicture.write(drawing, scene, out);
            case PDF -> PdfPicture.write(drawing, scene, out);
            case TIKZ -> throw new IllegalArgumentException("TikZ takes one picture, not several");
        }
    }

    private static void png(Drawing drawing, Backdrop backdrop, @Nullable SceneText scene, OutputStream out)
            throws IOException {
        int width = drawing.width();
        int height = drawing.height();
        boolean alpha = backdrop == Backdrop.CLEAR;
        var image = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            drawing.pixels().accept(g);
        } finally {
            g.dispose();
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        PngEncoder.write(pixels, width, height, alpha, scene == null ? null : scene.pngText(), out);
    }
}
