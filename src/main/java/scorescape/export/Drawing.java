package scorescape.export;

import java.awt.Graphics2D;
import java.util.function.Consumer;
import scorescape.figure.Backdrop;
import scorescape.figure.Frame;
import scorescape.figure.FramePainter;
import scorescape.figure.Lettering;
import scorescape.figure.Sheet;

/// What a picture file shows, whatever it is made of.
///
/// @param width in pixels
/// @param height in pixels
/// @param pixels paints it on an image
/// @param vectors paints it on what records vectors
record Drawing(int width, int height, Consumer<Graphics2D> pixels, Consumer<Graphics2D> vectors) {

    static Drawing of(Frame frame, Backdrop backdrop, Lettering lettering) {
        return new Drawing(frame.viewport().width(), frame.viewport().height(),
                g -> FramePainter.paint(g, frame, backdrop),
                g -> FramePainter.paintVectors(g, frame, backdrop, lettering));
    }

    static Drawing of(Sheet sheet, Backdrop backdrop, Lettering lettering) {
        return new Drawing(sheet.width(), sheet.height(), g -> sheet.paint(g, backdrop),
                g -> sheet.paintVectors(g, backdrop, lettering));
    }
}
