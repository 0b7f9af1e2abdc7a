package scorescape.export.png;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Writes one picture as a PNG.
public final class PngEncoder {

    private PngEncoder() {}

    /// @param argb `width × height` pixels as `0xAARRGGBB`, not premultiplied, row by row from the top left
    /// @param alpha whether the picture may be transparent; if not, the alpha bits are ignored
    /// @param text that goes with the picture, or null
    /// @param out left open
    public static void write(int[] argb, int width, int height, boolean alpha, @Nullable PngText text,
            OutputStream out) throws IOException {
        var stream = new PngStream(out, alpha);
        stream.header(width, height);
        if (text != null) {
            stream.text(text.keyword(), text.text());
        }
        stream.picture((x, y) -> argb[y * width + x], width, height);
        stream.end();
    }
}
