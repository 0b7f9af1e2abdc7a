package scorescape.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.stream.IntStream;
import scorescape.math.Vec2;

/// Paints thousands of dots as pixels: each is a small stamp of coverages, laid over those before it.
///
/// Places are rounded to a quarter of a pixel. The result is the same as that of filling discs, to a few shades.
final class Splats {

    /// Places inside a pixel that a stamp is made for, along each axis.
    private static final int PHASES = 4;

    /// Points inside a pixel that are asked whether the dot covers them, along each axis.
    private static final int SAMPLES = 6;

    private final BufferedImage image;
    private final int[] pixels;
    private final int width;
    private final int top;
    private final int height;

    /// How many pixels a stamp reaches to each side of that in which its centre is.
    private final int reach;

    /// Coverages from 0 to 255 by phase, row by row.
    private final int[][] stamps;

    private Splats(int width, int top, int bottom, Mark.Specks specks) {
        this.width = width;
        this.top = top;
        height = bottom - top;
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        double radius = specks.radius();
        reach = (int) Math.ceil(radius * (1 + 0.5 * Mark.Specks.RING_WIDTH));
        stamps = IntStream.range(0, PHASES * PHASES)
                .mapToObj(phase -> stamp((phase % PHASES + 0.5) / PHASES, (Math.floorDiv(phase, PHASES) + 0.5) / PHASES,
                        specks))
                .toArray(int[][]::new);
    }

    static void paint(Pen pen, Theme theme, Mark.Specks specks) {
        var splats = new Splats(pen.width(), pen.top(), pen.bottom(), specks);
        for (int i = 0; i < specks.count(); i++) {
            splats.add(specks.at(i), specks.ink(i).in(theme));
        }
        pen.image(splats.image);
    }

    /// @param u place of the centre in its pixel, from 0 to 1
    private int[] stamp(double u, double v, Mark.Specks specks) {
        int side = 2 * reach + 1;
        int[] stamp = new int[side * side];
        for (int i = 0; i < stamp.length; i++) {
            double left = i % side - reach - u;
            double top = Math.floorDiv(i, side) - reach - v;
            int covered = 0;
            for (int s = 0; s < SAMPLES * SAMPLES; s++) {
                covered += covers(specks, left + (s % SAMPLES + 0.5) / SAMPLES,
                        top + (Math.floorDiv(s, SAMPLES) + 0.5) / SAMPLES) ? 1 : 0;
            }
            stamp[i] = (int) Math.round(255 * specks.opacity() * covered / (SAMPLES * SAMPLES));
        }
        return stamp;
    }

    /// Whether a dot at the origin covers a point.
    private static boolean covers(Mark.Specks specks, double x, double y) {
        double radius = specks.radius();
        double half = 0.5 * Mark.Specks.RING_WIDTH * radius;
        double distance = Math.hypot(x, y);
        return switch (specks.shape()) {
            case DISC -> distance <= radius;
            case RING -> Math.abs(distance - radius) <= half;
            case CROSS -> isInArm(x + y, x - y, radius, half) || isInArm(x - y, x + y, radius, half);
        };
    }

    /// @param along `√2` times the coordinate along a line of a cross, `across` that across it
    private static boolean isInArm(double along, double across, double radius, double half) {
        return Math.abs(along) <= Math.sqrt(2) * radius && Math.abs(across) <= Math.sqrt(2) * half;
    }

    private void add(Vec2 at, Color color) {
        // Also refuses what is not a number.
        if (!(at.x() > -reach && at.y() > top - reach && at.x() < width + reach && at.y() < top + height + reach)) {
            return;
        }
        int column = (int) Math.floor(at.x());
        int row = (int) Math.floor(at.y());
        int phase = PHASES * (int) ((at.y() - row) * PHASES) + (int) ((at.x() - column) * PHASES);
        int[] stamp = stamps[phase];
        int side = 2 * reach + 1;
        int red = color.getRed();
        int green = color.getGreen();
        int blue = color.getBlue();
        int first = row - top - reach;
        for (int y = Math.max(0, first); y <= Math.min(height - 1, first + 2 * reach); y++) {
            int line = (y - first) * side;
            for (int x = Math.max(0, column - reach); x <= Math.min(width - 1, column + reach); x++) {
                int alpha = stamp[line + x - column + reach];
                if (alpha > 0) {
                    int under = pixels[y * width + x];
                    int rest = 255 - alpha;
                    pixels[y * width + x] = over(255, under >>> 24, alpha, rest) << 24
                            | over(red, under >> 16 & 0xFF, alpha, rest) << 16
                            | over(green, under >> 8 & 0xFF, alpha, rest) << 8
                            | over(blue, under & 0xFF, alpha, rest);
                }
            }
        }
    }

    private static int over(int above, int under, int alpha, int rest) {
        return (above * alpha + under * rest + 127) / 255;
    }
}
