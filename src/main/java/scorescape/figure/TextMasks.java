package scorescape.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Coverages of lines of text, kept from picture to picture: most text of a film or a drag stands still, and filling
/// outlines and their halos is what costs most in a picture.
final class TextMasks {

    private static final int MOST = 250;
    private static final Memo<Key, Lazy> MASKS = new Memo<>(MOST);

    private TextMasks() {}

    /// @param u place of the baseline's start in its pixel, from 0 to 1
    private record Key(Typeset line, double size, double u, double v, boolean halo) {}

    /// A class, since a record would compare its array by identity.
    private static final class Mask {

        /// Of the first column, from the pixel of the baseline's start.
        private final int left;
        private final int top;
        private final int width;
        private final int height;

        /// From 0 to 255, row by row.
        private final byte[] coverages;

        Mask(int left, int top, int width, int height, byte[] coverages) {
            this.left = left;
            this.top = top;
            this.width = width;
            this.height = height;
            this.coverages = coverages;
        }
    }

    /// Made when it is first asked for, by the band that asks first, while other bands make others.
    private static final class Lazy {

        private final Key key;
        private @Nullable Mask mask;

        Lazy(Key key) {
            this.key = key;
        }

        synchronized Mask mask() {
            if (mask == null) {
                mask = TextMasks.mask(key);
            }
            return mask;
        }
    }

    /// Paints on the opaque pixels of a picture what [Typeset#paint] or [Typeset#paintHalo] would, on the rows of the pen.
    static void paint(int[] pixels, Pen pen, Typeset line, Vec2 baseline, double size, Color color, boolean halo) {
        int column = (int) Math.floor(baseline.x());
        int row = (int) Math.floor(baseline.y());
        var key = new Key(line, size, baseline.x() - column, baseline.y() - row, halo);
        Lazy lazy;
        synchronized (MASKS) {
            lazy = MASKS.get(key, Lazy::new);
        }
        Mask mask = lazy.mask();
        int first = Math.max(pen.top(), row + mask.top);
        int end = Math.min(pen.bottom(), row + mask.top + mask.height);
        int from = Math.max(0, column + mask.left);
        int to = Math.min(pen.width(), column + mask.left + mask.width);
        int rgb = color.getRGB() | 0xFF << 24;
        int alpha = color.getAlpha();
        for (int y = first; y < end; y++) {
            int offset = (y - row - mask.top) * mask.width - column - mask.left;
            for (int x = from; x < to; x++) {
                int covered = mask.coverages[offset + x] & 0xFF;
                if (covered > 0) {
                    int i = y * pen.width() + x;
                    pixels[i] = PixelBlend.over(rgb, (covered * alpha + 127) / 255, pixels[i]);
                }
            }
        }
    }

    private static Mask mask(Key key) {
        Bounds ink = key.line().ink(key.size());
        int left = (int) Math.floor(key.u() + ink.minX()) - 1;
        int top = (int) Math.floor(key.v() + ink.minY()) - 1;
        int width = (int) Math.ceil(key.u() + ink.maxX()) + 1 - left;
        int height = (int) Math.ceil(key.v() + ink.maxY()) + 1 - top;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.BLACK);
        var at = new Vec2(key.u() - left, key.v() - top);
        if (key.halo()) {
            key.line().paintHalo(g, at, key.size());
        } else {
            key.line().paint(g, at, key.size());
        }
        g.dispose();
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] coverages = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            coverages[i] = (byte) (argb[i] >>> 24);
        }
        return new Mask(left, top, width, height, coverages);
    }
}
