package scorescape.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.CellGrid;
import scorescape.diffusion.mixture.ClassGrid;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document.Coordinates;
import scorescape.math.Vec2;

/// A noised law on a grid of cells of a few pixels that covers a picture: what its colours, regions and lines of equal
/// density are made from.
///
/// The nodes lie on every `cell`-th pixel corner, from the upper left. Immutable.
final class LawGrid {

    /// Least standard deviation shown, in pixels of a picture 540 high. Clean data may have points of infinite density
    /// and edges finer than a cell; the picture shows them with this much noise.
    static final double LEAST_SPREAD = 1.5;

    /// Side of the smallest cells, in pixels of a picture 540 high.
    private static final double CELL = 2;

    /// Side of the largest cells, in smallest ones.
    private static final double LARGEST_CELL = 6;

    /// Side of a cell in standard deviations of the noise. Interpolating a Gaussian linearly over such a cell errs by at
    /// most 1/8 · (1/8)² of its peak, two parts in a thousand.
    private static final double CELL_PER_SPREAD = 1.0 / 8;

    /// How many points of a large cloud are tried in the search for the highest density.
    private static final int PROBES = 64;

    /// Steps of the climb to a mode; at high noise the first few do most of the way.
    private static final int CLIMB = 8;

    /// How many climb: of more starts those where the density is highest.
    private static final int MOST_CLIMBERS = 256;

    private final DataDistribution data;
    private final NoisedDistribution law;
    private final int cell;
    private final int columns;
    private final int rows;
    private final double[] logDensity;
    private final @Nullable ClassGrid classes;

    /// @param level the noise level of the states shown
    /// @param withClasses whether the classes will be asked for
    LawGrid(DataDistribution data, NoiseLevel level, Coordinates coordinates, Viewport viewport, boolean withClasses) {
        this.data = data;
        law = data.noised(visible(Plane.shownLevel(coordinates, level), viewport));
        cell = cell(law.level(), viewport);
        columns = Math.ceilDiv(viewport.width(), cell) + 1;
        rows = Math.ceilDiv(viewport.height(), cell) + 1;
        logDensity = new double[columns * rows];
        Vec2 corner = viewport.toData(Vec2.ZERO);
        double step = cell * viewport.unitsPerPixel();
        var grid = new CellGrid(corner.x(), corner.y(), step, -step, columns, rows);
        if (withClasses) {
            ClassGrid all = ClassGrid.of(law, grid);
            for (int i = 0; i < logDensity.length; i++) {
                logDensity[i] = all.logDensity(i);
            }
            classes = all;
        } else {
            law.logDensityGrid(grid, logDensity);
            classes = null;
        }
    }

    /// The level with at least the noise that a picture can show.
    static NoiseLevel visible(NoiseLevel level, Viewport viewport) {
        double least = LEAST_SPREAD * viewport.scale() * viewport.unitsPerPixel();
        return new NoiseLevel(level.alpha(), Math.max(level.sigma(), least));
    }

    /// Side of a cell in pixels: the wider the noise, the smoother the density, the larger the cells.
    private static int cell(NoiseLevel level, Viewport viewport) {
        double least = CELL * viewport.scale();
        double smooth = CELL_PER_SPREAD * level.sigma() / viewport.unitsPerPixel();
        return (int) Math.max(1, Math.round(Math.clamp(smooth, least, LARGEST_CELL * least)));
    }

    int cell() {
        return cell;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /// `ln p_t` at the nodes, row by row. Not to be written.
    double[] logDensity() {
        return logDensity;
    }

    /// The classes at the nodes, in the same order.
    ///
    /// @throws IllegalStateException if the grid was made without them
    ClassGrid classes() {
        if (classes == null) {
            throw new IllegalStateException("the grid knows no classes");
        }
        return classes;
    }

    /// `ln p` at the highest of the modes that lie uphill of the components: the same wherever the camera looks.
    ///
    /// Climbs by mean shift: `x ← α x̂₀(x)` never goes downhill, and stands still where the score is zero.
    ///
    /// Source: Comaniciu & Meer 2002, "Mean shift: a robust approach toward feature space analysis".
    double peak() {
        double alpha = law.level().alpha();
        List<Vec2> starts = data.components().stream().flatMap(LawGrid::probes).map(x -> x.times(alpha)).toList();
        PointBatch climbers = batch(starts);
        law.evaluate(climbers);
        if (starts.size() > MOST_CLIMBERS) {
            double[] density = climbers.logDensity();
            climbers = batch(IntStream.range(0, starts.size()).boxed()
                    .sorted(Comparator.comparingDouble(i -> -density[i]))
                    .limit(MOST_CLIMBERS)
                    .map(starts::get)
                    .toList());
            law.evaluate(climbers);
        }
        for (int step = 0; step < CLIMB; step++) {
            for (int i = 0; i < climbers.size(); i++) {
                climbers.x()[i] = alpha * climbers.denoisedX()[i];
                climbers.y()[i] = alpha * climbers.denoisedY()[i];
            }
            law.evaluate(climbers);
        }
        return Arrays.stream(climbers.logDensity(), 0, climbers.size()).max().orElseThrow();
    }

    private static PointBatch batch(List<Vec2> points) {
        var batch = new PointBatch(points.size());
        for (int i = 0; i < batch.size(); i++) {
            batch.set(i, points.get(i));
        }
        return batch;
    }

    private static Stream<Vec2> probes(Component component) {
        return component instanceof PointCloud cloud
                ? IntStream.range(0, PROBES).mapToObj(i -> cloud.point((int) ((long) i * cloud.size() / PROBES)))
                : Stream.of(component.bounds().centre());
    }

    /// Interpolates bilinearly between the nodes.
    ///
    /// @param values at the nodes
    /// @param y row of pixels
    /// @param out as wide as the picture
    void interpolate(double[] values, int y, double[] out) {
        double[] row = new double[columns];
        int above = y / cell;
        double v = (y % cell + 0.5) / cell;
        for (int i = 0; i < columns; i++) {
            double top = values[above * columns + i];
            row[i] = top + v * (values[(above + 1) * columns + i] - top);
        }
        for (int i = 0, x = 0; x < out.length; i++) {
            double slope = (row[i + 1] - row[i]) / cell;
            double value = row[i] + 0.5 * slope;
            for (int end = Math.min(out.length, x + cell); x < end; x++) {
                out[x] = value;
                value += slope;
            }
        }
    }
}
