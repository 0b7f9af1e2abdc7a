package scorescape.diffusion.mixture;

import java.util.stream.IntStream;
import scorescape.diffusion.mixture.DepositedPoints.Rule;

/// The log density of a cloud under noise on a grid, with all cells at once: each way is faster than the sum over the points
/// for each cell by the number of points over some hundreds.
///
/// - **Little noise.** Each point adds its Gaussian to the cells within [#reach] deviations, which are few. To rounding.
/// - **Much noise.** The points are [deposited][DepositedPoints] on a lattice, and the lattice is convolved with the Gaussian,
///   first along one axis, then along the other.
///
/// Cells from which every point is too many deviations away (six, or thirteen where the noise is a good part of the cloud and
/// it costs nothing) are known by their small sum. They are evaluated one by one and exactly, since there neither way would
/// have a right logarithm.
final class CloudPicture {

    /// Clouds of fewer points are evaluated point by point.
    static final int FEWEST_POINTS = 200;

    /// Within how many deviations a point must be for the sum over all to count.
    private static final double NEAR = 6;
    private static final double NEAR_IN_LARGE_NOISE = 13;

    /// How much further a Gaussian reaches, in deviations: of what is further out a hundred thousand points add 3e-7 at most.
    private static final double MARGIN = 3.5;

    /// Clouds of fewer deviations across have the finer lattice.
    private static final double LARGE_NOISE = 50;

    /// Most nodes of a lattice: 64 MB.
    private static final double MOST_NODES = 8e6;

    /// Costs of one point in units of one multiplication and addition in a loop.
    private static final double DEPOSIT_COST = 200;
    private static final double SPLAT_COST = 400;

    private final NoisedPoints points;
    private final CellGrid grid;
    private final int columns;
    private final int rows;
    private final double[] out;
    private final Rule rule;
    private final double near;
    private final double reach;

    CloudPicture(NoisedPoints points, CellGrid grid) {
        this.points = points;
        this.grid = grid;
        columns = grid.columns();
        rows = grid.rows();
        out = new double[columns * rows];
        boolean isNoiseLarge = Math.max(points.width(), points.height()) < LARGE_NOISE * points.spread();
        rule = isNoiseLarge ? Rule.FINE : Rule.COARSE;
        near = isNoiseLarge ? NEAR_IN_LARGE_NOISE : NEAR;
        reach = near + MARGIN;
    }

    /// `ln p_t` of the cloud alone at the centres of the cells, row by row.
    double[] logDensity() {
        if (splatCost() < convolutionCost()) {
            splat();
        } else {
            convolve(new DepositedPoints(points, rule));
        }
        IntStream.range(0, rows).parallel().forEach(this::takeLogarithms);
        return out;
    }

    private double splatCost() {
        double across = Math.min(columns, 2 * reach * points.spread() / Math.abs(grid.dx()) + 1);
        double up = Math.min(rows, 2 * reach * points.spread() / Math.abs(grid.dy()) + 1);
        return points.size() * (SPLAT_COST + across * up);
    }

    private double convolutionCost() {
        double nodes = DepositedPoints.count(points, rule);
        if (nodes > MOST_NODES) {
            return Double.POSITIVE_INFINITY;
        }
        double across = points.width() / points.spread() * rule.fineness + rule.order;
        double up = points.height() / points.spread() * rule.fineness + rule.order;
        double band = 2 * reach * rule.fineness;
        return points.size() * DEPOSIT_COST + nodes
                + columns * (up * Math.min(band, across) + rows * Math.min(band, up));
    }

    private void takeLogarithms(int row) {
        double y = grid.y(row);
        double faint = Math.exp(-0.5 * near * near);
        for (int i = row * columns, column = 0; column < columns; i++, column++) {
            out[i] = out[i] > faint
                    ? Math.log(out[i]) + points.logNormaliser()
                    : points.logDensity(grid.x(column), y);
        }
    }

    private void splat() {
        // Stripes of rows: no two threads write to one.
        int stripes = Math.min(rows, 4 * Runtime.getRuntime().availableProcessors());
        IntStream.range(0, stripes).parallel()
                .forEach(stripe -> splat(rows * stripe / stripes, rows * (stripe + 1) / stripes));
    }

    private void splat(int fromRow, int toRow) {
        var across = new Bell(columns, grid.left(), grid.dx());
        var up = new Bell(toRow - fromRow, grid.y(fromRow), grid.dy());
        for (int i = 0; i < points.size(); i++) {
            if (!up.place(points.alpha() * points.y(i)) || !across.place(points.alpha() * points.x(i))) {
                continue;
            }
            across.fill();
            up.fill();
            for (int row = up.first; row <= up.last; row++) {
                int start = (fromRow + row) * columns;
                double factor = up.values[row];
                for (int column = across.first; column <= across.last; column++) {
                    out[start + column] = Math.fma(factor, across.values[column], out[start + column]);
                }
            }
        }
    }

    /// A Gaussian along one axis of the grid, `exp(−z²/2)`.
    private final class Bell {

        private final int count;
        private final double begin;
        private final double step;
        private final double[] values;
        private double centre;
        private int first;
        private int last;

        Bell(int count, double begin, double step) {
            this.count = count;
            this.begin = begin;
            this.step = step;
            values = new double[count];
        }

        /// Puts the centre, and says whether any cell is in reach.
        boolean place(double newCentre) {
            centre = (newCentre - begin) / step;
            double cells = reach * points.spread() / Math.abs(step);
            first = (int) Math.max(0, Math.ceil(centre - cells));
            last = (int) Math.min(count - 1.0, Math.floor(centre + cells));
            return first <= last;
        }

        /// From the cell nearest to the centre outwards, each value is the one before times a factor that itself shrinks by a
        /// constant: `exp(−(z + d)²/2) = exp(−z²/2) · exp(−d z − d²/2)`.
        void fill() {
            double d = Math.abs(step) / points.spread();
            int middle = Math.clamp(Math.round(centre), first, last);
            double z = (middle - centre) * d;
            double value = Math.exp(-0.5 * z * z);
            double shrink = Math.exp(-d * d);
            values[middle] = value;
            double factor = Math.exp(-d * z - 0.5 * d * d);
            for (int i = middle + 1; i <= last; i++) {
                values[i] = values[i - 1] * factor;
                factor *= shrink;
            }
            factor = Math.exp(d * z - 0.5 * d * d);
            for (int i = middle - 1; i >= first; i--) {
                values[i] = values[i + 1] * factor;
                factor *= shrink;
            }
        }
    }

    private void convolve(DepositedPoints nodes) {
        // First along x, for every column of the picture and row of nodes; kept by rows of nodes.
        double[][] blurred = new double[nodes.rows()][columns];
        IntStream.range(0, columns).parallel().forEach(column -> {
            double[] sums = new double[nodes.rows()];
            double x = grid.x(column);
            int first = firstNode(x, nodes.x(0), nodes.step());
            int last = lastNode(x, nodes.x(0), nodes.step(), nodes.columns());
            for (int k = first; k <= last; k++) {
                nodes.addColumn(k, bell(x - nodes.x(k)), sums);
            }
            for (int k = 0; k < sums.length; k++) {
                blurred[k][column] = sums[k];
            }
        });
        IntStream.range(0, rows).parallel().forEach(row -> {
            double y = grid.y(row);
            int first = firstNode(y, nodes.y(0), nodes.step());
            int last = lastNode(y, nodes.y(0), nodes.step(), nodes.rows());
            double[] sums = new double[columns];
            for (int k = first; k <= last; k++) {
                addProduct(bell(y - nodes.y(k)), blurred[k], sums);
            }
            System.arraycopy(sums, 0, out, row * columns, columns);
        });
    }

    private int firstNode(double place, double begin, double step) {
        return (int) Math.max(0, Math.ceil((place - reach * points.spread() - begin) / step));
    }

    private int lastNode(double place, double begin, double step, int count) {
        return (int) Math.min(count - 1.0, Math.floor((place + reach * points.spread() - begin) / step));
    }

    private double bell(double distance) {
        double z = distance / points.spread();
        return Math.exp(-0.5 * z * z);
    }

    private static void addProduct(double factor, double[] values, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.fma(factor, values[i], out[i]);
        }
    }
}
