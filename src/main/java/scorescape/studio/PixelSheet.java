package scorescape.studio;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A picture that Java2D paints and JavaFX shows: two views of the same pixels, so showing it copies nothing.
final class PixelSheet {

    private final BufferedImage painted;
    private final PixelBuffer<IntBuffer> pixels;
    private final WritableImage shown;

    PixelSheet(int width, int height) {
        painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] argb = ((DataBufferInt) painted.getRaster().getDataBuffer()).getData();
        pixels = new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
        shown = new WritableImage(pixels);
    }

    boolean hasSize(int width, int height) {
        return painted.getWidth() == width && painted.getHeight() == height;
    }

    /// To paint on, on any one thread while nobody shows it.
    BufferedImage painted() {
        return painted;
    }

    /// What has been painted, to show. On the JavaFX thread.
    Image show() {
        pixels.updateBuffer(_ -> null);
        return shown;
    }
}
