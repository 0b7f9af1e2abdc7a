package scorescape.diffusion.mixture;

import java.util.Arrays;
import scorescape.diffusion.mixture.DepositedPoints.Rule;

/// A large cloud among much noise, at blocks of [BlockLoops#SIZE] points: summed over the nodes of a lattice instead of the
/// points of the cloud, with the Gaussian taken apart into its two axes. Right to rounding, see [Rule#EXACT], where a point
/// of the cloud is within four deviations; elsewhere it says so.
final class LatticeKernel {

    /// Of the peak of one Gaussian: what is above has a point within four deviations, or many within five.
    private static final double FAINT = Math.exp(-8);

    /// Nodes further away, in deviations, change nothing: a hundred thousand times `exp(−84)` beside [#FAINT].
    private static final double REACH = 13;

    private final NoisedPoints points;
    private final DepositedPoints nodes;

    LatticeKernel(NoisedPoints points) {
        this.points = points;
        nodes = new DepositedPoints(points, Rule.EXACT);
    }

    /// Whether a lattice is less work than the points themselves, and the noise such that they have something in common.
    static boolean pays(NoisedPoints points) {
        return points.alpha() > 0 && DepositedPoints.count(points, Rule.EXACT) < 2.0 * points.size();
    }

    /// The working memory of one thread.
    static final class Scratch {

        private final double[] x = new double[BlockLoops.SIZE];
        private final double[] y = new double[BlockLoops.SIZE];
        private final double[] bell = BlockLoops.shortBlock();

        /// `exp(−z²/2)` and the same times y, along y, by rows of nodes.
        private double[][] up = new double[0][];
        private double[][] upTimesY = new double[0][];
        private final double[] across = new double[BlockLoops.SIZE];
        private final double[] column = new double[BlockLoops.SIZE];
        private final double[] columnTimesY = new double[BlockLoops.SIZE];
        private final double[] acrossTimesX = new double[BlockLoops.SIZE];

        /// What is gathered: the sum of all Gaussians, and the sums of their centres by their share in it.
        final double[] sum = new double[BlockLoops.SIZE];
        final double[] sumX = new double[BlockLoops.SIZE];
        final double[] sumY = new double[BlockLoops.SIZE];

        private void grow(int rows) {
            if (up.length < rows) {
                up = new double[rows][BlockLoops.SIZE];
                upTimesY = new double[rows][BlockLoops.SIZE];
            }
        }
    }

    /// Gathers the sums at the points of a block, in units of the peak of one Gaussian.
    void gather(double[] block, Scratch scratch) {
        double[] x = scratch.x;
        double[] y = scratch.y;
        BlockLoops.copy(block, BlockLoops.X, x, 0);
        BlockLoops.copy(block, BlockLoops.Y, y, 0);
        scratch.grow(nodes.rows());
        int firstRow = first(smallest(y), nodes.y(0));
        int lastRow = last(largest(y), nodes.y(0), nodes.rows());
        for (int row = firstRow; row <= lastRow; row++) {
            bell(nodes.y(row), y, scratch, scratch.up[row]);
            System.arraycopy(scratch.up[row], 0, scratch.upTimesY[row], 0, BlockLoops.SIZE);
            BlockLoops.scale(nodes.y(row), scratch.upTimesY[row]);
        }
        Arrays.fill(scratch.sum, 0);
        Arrays.fill(scratch.sumX, 0);
        Arrays.fill(scratch.sumY, 0);
        int lastColumn = last(largest(x), nodes.x(0), nodes.columns());
        for (int column = first(smallest(x), nodes.x(0)); column <= lastColumn; column++) {
            Arrays.fill(scratch.column, 0);
            Arrays.fill(scratch.columnTimesY, 0);
            if (addColumn(column, firstRow, lastRow, scratch)) {
                bell(nodes.x(column), x, scratch, scratch.across);
                System.arraycopy(scratch.across, 0, scratch.acrossTimesX, 0, BlockLoops.SIZE);
                BlockLoops.scale(nodes.x(column), scratch.acrossTimesX);
                BlockLoops.addProduct(scratch.across, scratch.column, scratch.sum);
                BlockLoops.addProduct(scratch.acrossTimesX, scratch.column, scratch.sumX);
                BlockLoops.addProduct(scratch.across, scratch.columnTimesY, scratch.sumY);
            }
        }
    }

    /// Adds the nodes of a column four at a time, and says whether any has a weight.
    private boolean addColumn(int column, int firstRow, int lastRow, Scratch scratch) {
        boolean any = false;
        int row = firstRow;
        for (; row + 3 <= lastRow; row += 4) {
            double a = nodes.weight(column, row);
            double b = nodes.weight(column, row + 1);
            double c = nodes.weight(column, row + 2);
            double d = nodes.weight(column, row + 3);
            if (a != 0 || b != 0 || c != 0 || d != 0) {
                any = true;
                BlockLoops.addFour(a, scratch.up[row], b, scratch.up[row + 1], c, scratch.up[row + 2], d,
                        scratch.up[row + 3], scratch.column);
                BlockLoops.addFour(a, scratch.upTimesY[row], b, scratch.upTimesY[row + 1], c,
                        scratch.upTimesY[row + 2], d, scratch.upTimesY[row + 3], scratch.columnTimesY);
            }
        }
        for (; row <= lastRow; row++) {
            double a = nodes.weight(column, row);
            if (a != 0) {
                any = true;
                BlockLoops.addMultiple(a, scratch.up[row], scratch.column);
                BlockLoops.addMultiple(a, scratch.upTimesY[row], scratch.columnTimesY);
            }
        }
        return any;
    }

    /// Whether the sums at a point are right.
    static boolean isRight(double sum) {
        return sum > FAINT;
    }

    /// `exp(−z²/2)` of the distances from `centre`, in units of the standard deviation.
    private void bell(double centre, double[] places, Scratch scratch, double[] out) {
        BlockLoops.putParabola(0.5 / BlockLoops.UNIT / points.spread() / points.spread(), centre, places, scratch.bell);
        BlockLoops.exponential(scratch.bell);
        BlockLoops.copy(scratch.bell, BlockLoops.POWER, out, 0);
    }

    private int first(double place, double begin) {
        return (int) Math.max(0, Math.ceil((place - REACH * points.spread() - begin) / nodes.step()));
    }

    private int last(double place, double begin, int count) {
        return (int) Math.min(count - 1.0, Math.floor((place + REACH * points.spread() - begin) / nodes.step()));
    }

    private static double smallest(double[] values) {
        double smallest = values[0];
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    private static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
