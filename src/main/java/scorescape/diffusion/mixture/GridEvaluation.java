package scorescape.diffusion.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The log density of a noised mixture at the points of a grid: the heat map of a frame.
///
/// Rows are cut into runs of [BlockLoops#SIZE] points. Along a row the logarithm of a Gaussian is a parabola, so each term
/// costs three operations and an exponential per point. Terms that are below the largest by more than `exp(−50)` all along
/// a run are left out of it: they would not change the last digit. Rectangles are looked up in a table that is right to
/// 1e-7; large clouds are painted as a whole, see [CloudPicture].
final class GridEvaluation {

    /// A term that is smaller by this, in units of [BlockLoops#UNIT], than the largest one changes nothing, not even a
    /// hundred thousand of them.
    private static final double NEGLIGIBLE = 50 / BlockLoops.UNIT;

    /// Points times terms from which a second thread pays.
    private static final int PARALLEL_FROM = 60_000;

    private static final double SCALE = 0.5 / BlockLoops.UNIT;

    /// The Gaussian terms, those of clouds among them, as columns: centre, `S⁻¹` as its xx element, the shear of the centre
    /// from row to row and what is left across, and the log of weight and normaliser in units.
    private final double[] centreX;
    private final double[] centreY;
    private final double[] stiffness;
    private final double[] shear;
    private final double[] across;
    private final double[] height;

    /// All other shapes.
    private final List<Other> others = new ArrayList<>();

    /// Clouds that are painted as a whole.
    private final List<Painted> painted = new ArrayList<>();

    private final double left;
    private final double top;
    private final double dx;
    private final double dy;
    private final int columns;
    private final int rows;
    private final double[] out;

    private record Other(NoisedShape shape, double logWeight) {

        double logDensity(double x, double y) {
            return logWeight + (shape instanceof NoisedRectangle rectangle
                    ? rectangle.approximateLogDensity(x, y)
                    : shape.logDensity(x, y));
        }
    }

    /// A cloud whose log densities are known for all cells.
    private static final class Painted {

        private final double[] logDensity;
        private final double logWeight;

        private Painted(double[] logDensity, double logWeight) {
            this.logDensity = logDensity;
            this.logWeight = logWeight;
        }
    }

    GridEvaluation(NoisedShape[] shapes, double[] logWeights, double left, double top, double dx, double dy,
            int columns, int rows, double[] out) {
        this.left = left;
        this.top = top;
        this.dx = dx;
        this.dy = dy;
        this.columns = columns;
        this.rows = rows;
        this.out = out;
        int terms = Stream.of(shapes)
                .mapToInt(GridEvaluation::terms)
                .sum();
        double[][] table = new double[6][terms];
        centreX = table[0];
        centreY = table[1];
        stiffness = table[2];
        shear = table[3];
        across = table[4];
        height = table[5];
        int next = 0;
        for (int k = 0; k < shapes.length; k++) {
            switch (shapes[k]) {
                case NoisedGaussian gaussian -> put(next++, gaussian, logWeights[k]);
                case NoisedPoints points when points.size() >= CloudPicture.FEWEST_POINTS -> painted.add(new Painted(
                        new CloudPicture(points, left, top, dx, dy, columns, rows).logDensity(), logWeights[k]));
                case NoisedPoints points -> {
                    put(next, points, logWeights[k]);
                    next += points.size();
                }
                case NoisedRectangle rectangle -> others.add(new Other(rectangle, logWeights[k]));
                case NoisedArc arc -> others.add(new Other(arc, logWeights[k]));
            }
        }
    }

    private static int terms(NoisedShape shape) {
        return switch (shape) {
            case NoisedGaussian _ -> 1;
            case NoisedPoints points when points.size() < CloudPicture.FEWEST_POINTS -> points.size();
            default -> 0;
        };
    }

    private void put(int term, NoisedGaussian g, double logWeight) {
        double xx = g.stiffnessXX();
        double root = g.l11() * g.l22();
        centreX[term] = g.centreX();
        centreY[term] = g.centreY();
        stiffness[term] = SCALE * xx;
        shear[term] = g.stiffnessXY() / xx;
        across[term] = SCALE * (root * root / xx);
        height[term] = (logWeight + g.logNormaliser()) / BlockLoops.UNIT;
    }

    private void put(int first, NoisedPoints points, double logWeight) {
        for (int i = 0; i < points.size(); i++) {
            int term = first + i;
            centreX[term] = points.alpha() * points.x(i);
            centreY[term] = points.alpha() * points.y(i);
            stiffness[term] = SCALE * points.stiffness();
            across[term] = stiffness[term];
            height[term] = (logWeight + points.logNormaliser()) / BlockLoops.UNIT;
        }
    }

    void run() {
        int tasks = (long) columns * rows * (centreX.length + others.size() + painted.size()) < PARALLEL_FROM
                ? 1
                : Math.min(rows, 4 * Runtime.getRuntime().availableProcessors());
        IntStream range = IntStream.range(0, tasks);
        (tasks == 1 ? range : range.parallel()).forEach(task -> {
            var worker = new Worker();
            for (int row = rows * task / tasks; row < rows * (task + 1) / tasks; row++) {
                worker.evaluateRow(row);
            }
        });
    }

    /// One thread's share, with its working memory.
    private final class Worker {

        private final double[] x = new double[BlockLoops.SIZE];
        private final double[] maximum = new double[BlockLoops.SIZE];
        private final double[] sum = new double[BlockLoops.SIZE];
        private final double[] oldMaximum = new double[BlockLoops.SIZE];
        private final double[] result = new double[BlockLoops.SIZE];
        private final double[][] logs = new double[16][BlockLoops.SIZE];

        /// Centre and height of each Gaussian's parabola along the row.
        private final double[] centres = new double[centreX.length];
        private final double[] heights = new double[centreX.length];

        /// The Gaussians that matter in the run at hand.
        private final int[] chosen = new int[centreX.length];

        void evaluateRow(int row) {
            double y = top + row * dy;
            for (int k = 0; k < centres.length; k++) {
                double distance = y - centreY[k];
                centres[k] = centreX[k] - shear[k] * distance;
                heights[k] = height[k] - across[k] * distance * distance;
            }
            for (int column = 0; column < columns; column += BlockLoops.SIZE) {
                int count = Math.min(BlockLoops.SIZE, columns - column);
                // Points after the last one repeat it.
                for (int i = 0; i < BlockLoops.SIZE; i++) {
                    x[i] = left + (column + Math.min(i, count - 1)) * dx;
                }
                evaluateRun(row * columns + column, y, count);
                System.arraycopy(result, 0, out, row * columns + column, count);
            }
        }

        /// @param start the first cell of the run
        private void evaluateRun(int start, double y, int count) {
            int gaussians = choose(Math.min(x[0], x[count - 1]), Math.max(x[0], x[count - 1]));
            int terms = gaussians + others.size() + painted.size();
            for (int from = 0; from < terms; from += logs.length) {
                int chunk = Math.min(logs.length, terms - from);
                if (from > 0) {
                    System.arraycopy(maximum, 0, oldMaximum, 0, BlockLoops.SIZE);
                }
                for (int j = 0; j < chunk; j++) {
                    if (from + j < gaussians) {
                        int k = chosen[from + j];
                        BlockLoops.logOfGaussianAlongRow(stiffness[k], centres[k], heights[k], x, logs[j]);
                    } else if (from + j < gaussians + others.size()) {
                        fill(others.get(from + j - gaussians), y, logs[j]);
                    } else {
                        fill(painted.get(from + j - gaussians - others.size()), start, count, logs[j]);
                    }
                    if (from + j == 0) {
                        System.arraycopy(logs[0], 0, maximum, 0, BlockLoops.SIZE);
                    } else {
                        BlockLoops.maximum(logs[j], maximum);
                    }
                }
                if (from == 0) {
                    Arrays.fill(sum, 0);
                } else {
                    BlockLoops.exponential(maximum, oldMaximum);
                    BlockLoops.multiply(oldMaximum, sum);
                }
                for (int j = 0; j < chunk; j++) {
                    BlockLoops.exponential(maximum, logs[j]);
                }
                int j = 0;
                for (; j + 1 < chunk; j += 2) {
                    BlockLoops.addBoth(logs[j], logs[j + 1], sum);
                }
                if (j < chunk) {
                    BlockLoops.add(logs[j], sum);
                }
            }
            BlockLoops.logarithm(maximum, sum, 0, result);
        }

        /// Chooses the Gaussians that matter between `low` and `high`: whose highest value there is not far below the
        /// highest of the lowest.
        private int choose(double low, double high) {
            double floor = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < centres.length; k++) {
                double far = Math.max(Math.abs(low - centres[k]), Math.abs(high - centres[k]));
                floor = Math.max(floor, heights[k] - stiffness[k] * far * far);
            }
            int count = 0;
            for (int k = 0; k < centres.length; k++) {
                double near = Math.max(0, Math.max(low - centres[k], centres[k] - high));
                if (heights[k] - stiffness[k] * near * near > floor - NEGLIGIBLE) {
                    chosen[count++] = k;
                }
            }
            return count;
        }

        private void fill(Painted cloud, int start, int count, double[] logs) {
            for (int i = 0; i < BlockLoops.SIZE; i++) {
                logs[i] = (cloud.logDensity[start + Math.min(i, count - 1)] + cloud.logWeight) / BlockLoops.UNIT;
            }
        }

        private void fill(Other other, double y, double[] logs) {
            for (int i = 0; i < BlockLoops.SIZE; i++) {
                logs[i] = other.logDensity(x[i], y) / BlockLoops.UNIT;
            }
        }
    }
}
