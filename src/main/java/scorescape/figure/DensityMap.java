package scorescape.figure;

import java.awt.Color;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document.Coordinates;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// The density of a noised distribution as a picture: one hue that fades to the background.
///
/// The density is evaluated on a grid of cells of a few pixels and interpolated in between, in its own values and not in
/// colours, so that the picture is smooth. Brightness is relative to the highest density anywhere, not only in
/// the part that the camera sees: the picture does not flicker when it moves.
final class DensityMap {

    /// Side of the smallest cells, in pixels of a picture 540 high.
    private static final double CELL = 2;

    /// Side of the largest cells, in smallest ones.
    private static final double LARGEST_CELL = 6;

    /// Side of a cell in standard deviations of the noise. Interpolating a Gaussian linearly over such a cell errs by at
    /// most 1/8 · (1/8)² of its peak, two parts in a thousand.
    private static final double CELL_PER_SPREAD = 1.0 / 8;

    /// Least standard deviation shown, in pixels of a picture 540 high. Clean data may have points of infinite density
    /// and edges finer than a cell; the picture shows them with this much noise.
    static final double LEAST_SPREAD = 1.5;

    /// Brightness is the relative density to this power: below 1, so that the flanks and the lesser modes show.
    private static final double GAMMA = 0.75;

    /// How many points of a large cloud are tried in the search for the highest density.
    private static final int PROBES = 64;

    /// Steps of the climb to a mode; at high noise the first few do most of the way.
    private static final int CLIMB = 8;

    /// Noise of this standard deviation, in heights of the picture, is coloured 0.7 times as strongly as little noise.
    private static final double WIDE_NOISE = 0.6;

    private static final int SHADES = 1024;

    private DensityMap() {}

    /// @param level the noise level of the states shown
    static Raster of(DataDistribution data, NoiseLevel level, Coordinates coordinates, Viewport viewport,
            Theme theme) {
        NoiseLevel shown = Plane.shownLevel(coordinates, level);
        double least = LEAST_SPREAD * viewport.scale() * viewport.unitsPerPixel();
        NoisedDistribution noised =
                data.noised(new NoiseLevel(shown.alpha(), Math.max(shown.sigma(), least)));
        int cell = cell(noised.level(), viewport);
        int columns = Math.ceilDiv(viewport.width(), cell) + 1;
        int rows = Math.ceilDiv(viewport.height(), cell) + 1;
        double[] values = new double[columns * rows];
        Vec2 topLeft = viewport.toData(Vec2.ZERO);
        double step = cell * viewport.unitsPerPixel();
        noised.logDensityGrid(topLeft.x(), topLeft.y(), step, -step, columns, rows, values);
        double peak = peak(data, noised);
        double strength = strength(shown.sigma() / (viewport.height() * viewport.unitsPerPixel()));
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(1, Math.exp(GAMMA * (values[i] - peak))) * strength * (SHADES - 1);
        }
        return new Raster(viewport.width(), viewport.height(),
                enlarge(values, columns, cell, viewport.width(), viewport.height(), shades(theme)));
    }

    /// Side of a cell in pixels: the wider the noise, the smoother the density, the larger the cells.
    private static int cell(NoiseLevel level, Viewport viewport) {
        double least = CELL * viewport.scale();
        double smooth = CELL_PER_SPREAD * level.sigma() / viewport.unitsPerPixel();
        return (int) Math.max(1, Math.round(Math.clamp(smooth, least, LARGEST_CELL * least)));
    }

    /// How strongly the peak is coloured. Where noise is as wide as the picture there is little to see, and an even wash
    /// would only take contrast from what is drawn on it.
    ///
    /// @param spread standard deviation of the noise, in heights of the picture
    private static double strength(double spread) {
        return 1 / Math.sqrt(1 + Math.pow(spread / WIDE_NOISE, 2));
    }

    /// `ln p` at the highest of the modes that lie uphill of the components.
    private static double peak(DataDistribution data, NoisedDistribution noised) {
        double peak = Double.NEGATIVE_INFINITY;
        for (Component component : data.components()) {
            if (component instanceof PointCloud cloud) {
                for (int i = 0; i < PROBES; i++) {
                    peak = Math.max(peak, uphill(noised, cloud.point((int) ((long) i * cloud.size() / PROBES))));
                }
            } else {
                peak = Math.max(peak, uphill(noised, component.bounds().centre()));
            }
        }
        return peak;
    }

    /// Climbs by mean shift: `x ← α x̂₀(x)` never goes downhill, and stands still where the score is zero.
    ///
    /// Source: Comaniciu & Meer 2002, "Mean shift: a robust approach toward feature space analysis".
    private static double uphill(NoisedDistribution noised, Vec2 start) {
        double alpha = noised.level().alpha();
        Vec2 x = start.times(alpha);
        for (int i = 0; i < CLIMB; i++) {
            x = noised.at(x).denoised().times(alpha);
        }
        return noised.logDensity(x);
    }

    /// Bilinear interpolation from the nodes of the grid, which lie on every `cell`-th pixel corner.
    private static int[] enlarge(double[] values, int columns, int cell, int width, int height, int[] shades) {
        int[] pixels = new int[width * height];
        double[] row = new double[columns];
        for (int y = 0; y < height; y++) {
            int above = y / cell;
            double v = (y % cell + 0.5) / cell;
            for (int i = 0; i < columns; i++) {
                double top = values[above * columns + i];
                row[i] = top + v * (values[(above + 1) * columns + i] - top);
            }
            int pixel = y * width;
            for (int i = 0, x = 0; x < width; i++) {
                double slope = (row[i + 1] - row[i]) / cell;
                double value = row[i] + 0.5 * slope + 0.5;
                for (int end = Math.min(width, x + cell); x < end; x++) {
                    pixels[pixel++] = shades[(int) value];
                    value += slope;
                }
            }
        }
        return pixels;
    }

    private static int[] shades(Theme theme) {
        Color background = Role.BACKGROUND.in(theme);
        Color densest = Role.DENSITY.in(theme);
        int[] shades = new int[SHADES + 1];
        for (int i = 0; i <= SHADES; i++) {
            shades[i] = Pen.mix(background, densest, Numerics.clamp((double) i / (SHADES - 1), 0, 1)).getRGB();
        }
        return shades;
    }
}
