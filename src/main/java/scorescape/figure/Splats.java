package scorescape.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.stream.IntStream;
import scorescape.figure.Mark.Specks.Shape;

/// Paints thousands of dots as pixels: each is a small stamp of coverages, laid over those before it.
///
/// Places are rounded to a quarter of a pixel. The result is the same as that of filling discs, to a few shades.
final class Splats {

    /// Places inside a pixel that a stamp is made for, along each axis.
    private static final int PHASES = 4;

    /// Points inside a pixel that are asked whether the dot covers them, along each axis.
    private static final int SAMPLES = 6;

    /// Of the dots of the last pictures.
    private static final Memo<Dot, int[][]> STAMPS = new Memo<>(12);

    /// What the dots of a mark look like, but for their colours.
    private record Dot(double radius, Shape shape, double opacity) {

        /// How many pixels a stamp reaches to each side of that in which its centre is.
        int reach() {
            return (int) Math.ceil(radius * (1 + 0.5 * Mark.Specks.RING_WIDTH));
        }

        int[][] stamps() {
            return IntStream.range(0, PHASES * PHASES)
                    .mapToObj(phase -> stamp((phase % PHASES + 0.5) / PHASES,
                            (Math.floorDiv(phase, PHASES) + 0.5) / PHASES))
                    .toArray(int[][]::new);
        }

        /// @param u place of the centre in its pixel, from 0 to 1
        private int[] stamp(double u, double v) {
            int side = 2 * reach() + 1;
            int[] stamp = new int[side * side];
            for (int i = 0; i < stamp.length; i++) {
                double left = i % side - reach() - u;
                double top = Math.floorDiv(i, side) - reach() - v;
                int covered = 0;
                for (int s = 0; s < SAMPLES * SAMPLES; s++) {
                    covered += covers(left + (s % SAMPLES + 0.5) / SAMPLES,
                            top + (Math.floorDiv(s, SAMPLES) + 0.5) / SAMPLES) ? 1 : 0;
                }
                stamp[i] = (int) Math.round(255 * opacity * covered / (SAMPLES * SAMPLES));
            }
            return stamp;
        }

        /// Whether a dot at the origin covers a point.
        private boolean covers(double x, double y) {
            double half = 0.5 * Mark.Specks.RING_WIDTH * radius;
            double distance = Math.hypot(x, y);
            return switch (shape) {
                case DISC -> distance <= radius;
                case RING -> Math.abs(distance - radius) <= half;
                case CROSS -> isInArm(x + y, x - y, half) || isInArm(x - y, x + y, half);
            };
        }

        /// @param along `√2` times the coordinate along a line of a cross, `across` that across it
        private boolean isInArm(double along, double across, double half) {
            return Math.abs(along) <= Math.sqrt(2) * radius && Math.abs(across) <= Math.sqrt(2) * half;
        }
    }

    /// Premultiplied ARGB of the rows that are painted.
    private final int[] pixels;

    /// Of the first of those rows in `pixels`.
    private final int start;
    private final int width;
    private final int top;
    private final int height;

    private final int reach;

    /// Coverages from 0 to 255 by phase, row by row.
    private final int[][] stamps;

    private Splats(int[] pixels, int start, int width, int top, int bottom, Mark.Specks specks) {
        this.pixels = pixels;
        this.start = start;
        this.width = width;
        this.top = top;
        height = bottom - top;
        var dot = new Dot(specks.radius(), specks.shape(), specks.opacity());
        reach = dot.reach();
        synchronized (STAMPS) {
            stamps = STAMPS.get(dot, Dot::stamps);
        }
    }

    static void paint(Pen pen, Theme theme, Mark.Specks specks) {
        int[] target = pen.pixels();
        if (target != null) {
            new Splats(target, pen.top() * pen.width(), pen.width(), pen.top(), pen.bottom(), specks).add(specks,
                    theme);
            return;
        }
        var image = new BufferedImage(pen.width(), pen.bottom() - pen.top(), BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        new Splats(pixels, 0, pen.width(), pen.top(), pen.bottom(), specks).add(specks, theme);
        pen.image(image);
    }

    private void add(Mark.Specks specks, Theme theme) {
        int[] colors = specks.inks().stream().mapToInt(ink -> ink.in(theme).getRGB()).toArray();
        for (int i = 0; i < specks.count(); i++) {
            add(specks.x(i), specks.y(i), colors[specks.colour(i)]);
        }
    }

    private void add(double x, double y, int color) {
        // Also refuses what is not a number.
        if (!(x > -reach && y > top - reach && x < width + reach && y < top + height + reach)) {
            return;
        }
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        int[] stamp = stamps[PHASES * (int) ((y - row) * PHASES) + (int) ((x - column) * PHASES)];
        int side = 2 * reach + 1;
        int from = Math.max(0, column - reach);
        int to = Math.min(width - 1, column + reach);
        int first = row - top - reach;
        for (int line = Math.max(0, first); line <= Math.min(height - 1, first + 2 * reach); line++) {
            int covered = (line - first) * side + reach - column;
            int pixel = start + line * width;
            for (int i = from; i <= to; i++) {
                int alpha = stamp[covered + i];
                if (alpha > 0) {
                    pixels[pixel + i] = PixelBlend.over(color, alpha, pixels[pixel + i]);
                }
            }
        }
    }
}
