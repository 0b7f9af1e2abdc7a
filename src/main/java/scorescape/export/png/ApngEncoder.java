package scorescape.export.png;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import scorescape.export.gif.FrameSource;

/// Writes a film as an animated PNG that loses nothing.
///
/// A frame holds the box of what has changed. Inside, pixels that have not changed are transparent, as long as all the
/// others are opaque: long runs of nothing compress best. Memory is that of two frames.
public final class ApngEncoder {

    private static final int OPAQUE = 0xff000000;

    private final FrameSource film;
    private final int width;
    private final int height;
    private int[] shown;
    private int[] next;

    /// Hears of every frame that has been written, and says whether to go on.
    @FunctionalInterface
    public interface Observer {

        /// @return false to stop
        boolean goOn(int written);
    }

    private ApngEncoder(FrameSource film) {
        this.film = film;
        width = film.width();
        height = film.height();
        shown = new int[Math.multiplyExact(width, height)];
        next = new int[shown.length];
    }

    /// @param text that goes with the film, or null
    /// @param out left open
    /// @return whether the film was written to its end; false if `observer` stopped it
    public static boolean encode(FrameSource film, @Nullable PngText text, OutputStream out, Observer observer)
            throws IOException {
        return new ApngEncoder(film).encode(text, new PngStream(out, true), observer);
    }

    private boolean encode(@Nullable PngText text, PngStream stream, Observer observer) throws IOException {
        stream.header(width, height);
        if (text != null) {
            stream.text(text.keyword(), text.text());
        }
        stream.animation(film.frames(), film.plays());
        for (int frame = 0; frame < film.frames(); frame++) {
            film.paint(frame, next);
            if (!film.transparent()) {
                for (int i = 0; i < next.length; i++) {
                    next[i] |= OPAQUE;
                }
            }
            int delay = film.delayCentiseconds(frame);
            if (frame == 0) {
                stream.frame(0, 0, width, height, delay, false);
                stream.picture((x, y) -> next[y * width + x], width, height);
            } else {
                change(stream, delay);
            }
            int[] painted = next;
            next = shown;
            shown = painted;
            if (!observer.goOn(frame + 1)) {
                return false;
            }
        }
        stream.end();
        return true;
    }

    private void change(PngStream stream, int delay) throws IOException {
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        boolean opaque = true;
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (shown[i] != next[i]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                    opaque &= next[i] >>> 24 == 0xff;
                }
            }
        }
        if (right < 0) {
            // Nothing has changed, but a frame must have a pixel.
            left = 0;
            top = 0;
            right = 0;
            bottom = 0;
            opaque = next[0] >>> 24 == 0xff;
        }
        int x0 = left;
        int y0 = top;
        int boxWidth = right - left + 1;
        int boxHeight = bottom - top + 1;
        boolean over = opaque;
        stream.frame(x0, y0, boxWidth, boxHeight, delay, over);
        stream.laterFrame((x, y) -> {
            int i = (y0 + y) * width + x0 + x;
            return over && shown[i] == next[i] ? 0 : next[i];
        }, boxWidth, boxHeight);
    }
}
