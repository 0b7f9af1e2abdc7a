package scorescape.diffusion.mixture;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The log density of a noised mixture at the points of a grid: the heat map of a frame.
///
/// Rows are cut into runs of [BlockLoops#SIZE] points. Along a row the logarithm of a Gaussian is a parabola, so each term
/// costs three operations and an exponential per point. Terms that are below the largest by more than `exp(−50)` all along
/// a run are left out of it: they would not change the last digit.
final class GridEvaluation {

    /// A term that is smaller by this, in units of [BlockLoops#UNIT], than the largest one changes nothing, not even a
    /// hundred thousand of them.
    private static final double NEGLIGIBLE = 50 / BlockLoops.UNIT;

    /// Points times terms from which a second thread pays.
    private static final int PARALLEL_FROM = 60_000;

    private static final double SCALE = 0.5 / BlockLoops.UNIT;

    private final NoisedShape[] shapes;
    private final double[] logWeights;
    private final double left;
    private final double top;
    private final double dx;
    private final double dy;
    private final int columns;
    private final int rows;
    private final double[] out;

    GridEvaluation(NoisedShape[] shapes, double[] logWeights, double left, double top, double dx, double dy,
            int columns, int rows, double[] out) {
        this.shapes = shapes;
        this.logWeights = logWeights;
        this.left = left;
        this.top = top;
        this.dx = dx;
        this.dy = dy;
        this.columns = columns;
        this.rows = rows;
        this.out = out;
    }

    void run() {
        int tasks = (long) columns * rows * shapes.length < PARALLEL_FROM
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

        /// Centre, curvature and height of each Gaussian's parabola along the row.
        private final double[] centres = new double[shapes.length];
        private final double[] stiffnesses = new double[shapes.length];
        private final double[] heights = new double[shapes.length];

        /// The terms that matter in the run at hand.
        private final int[] chosen = new int[shapes.length];

        void evaluateRow(int row) {
            double y = top + row * dy;
            for (int k = 0; k < shapes.length; k++) {
                if (shapes[k] instanceof NoisedGaussian g) {
                    double xx = g.stiffnessXX();
                    double distance = y - g.centreY();
                    double across = g.l11() * g.l22();
                    centres[k] = g.centreX() - g.stiffnessXY() / xx * distance;
                    stiffnesses[k] = SCALE * xx;
                    heights[k] = (logWeights[k] + g.logNormaliser()) / BlockLoops.UNIT
                            - SCALE * (across * across / xx) * distance * distance;
                }
            }
            for (int column = 0; column < columns; column += BlockLoops.SIZE) {
                int count = Math.min(BlockLoops.SIZE, columns - column);
                // Points after the last one repeat it.
                for (int i = 0; i < BlockLoops.SIZE; i++) {
                    x[i] = left + (column + Math.min(i, count - 1)) * dx;
                }
                evaluateRun(y, count);
                System.arraycopy(result, 0, out, row * columns + column, count);
            }
        }

        private void evaluateRun(double y, int count) {
            int terms = choose(Math.min(x[0], x[count - 1]), Math.max(x[0], x[count - 1]));
            for (int from = 0; from < terms; from += logs.length) {
                int chunk = Math.min(logs.length, terms - from);
                if (from > 0) {
                    System.arraycopy(maximum, 0, oldMaximum, 0, BlockLoops.SIZE);
                }
                for (int j = 0; j < chunk; j++) {
                    fill(chosen[from + j], y, logs[j]);
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
                    BlockLoops.add(logs[j], sum);
                }
            }
            BlockLoops.logarithm(maximum, sum, 0, result);
        }

        /// Chooses the terms that matter between `low` and `high`; all that are not Gaussian do.
        private int choose(double low, double high) {
            double floor = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < shapes.length; k++) {
                if (!(shapes[k] instanceof NoisedGaussian)) {
                    continue;
                }
                double far = Math.max(Math.abs(low - centres[k]), Math.abs(high - centres[k]));
                floor = Math.max(floor, heights[k] - stiffnesses[k] * far * far);
            }
            int count = 0;
            for (int k = 0; k < shapes.length; k++) {
                double near = Math.max(0, Math.max(low - centres[k], centres[k] - high));
                if (!(shapes[k] instanceof NoisedGaussian)
                        || heights[k] - stiffnesses[k] * near * near > floor - NEGLIGIBLE) {
                    chosen[count++] = k;
                }
            }
            return count;
        }

        private void fill(int k, double y, double[] logs) {
            if (shapes[k] instanceof NoisedGaussian) {
                BlockLoops.logOfGaussianAlongRow(stiffnesses[k], centres[k], heights[k], x, logs);
            } else {
                for (int i = 0; i < BlockLoops.SIZE; i++) {
                    logs[i] = (logWeights[k] + shapes[k].logDensity(x[i], y)) / BlockLoops.UNIT;
                }
            }
        }
    }
}
