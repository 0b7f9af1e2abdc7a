package scorescape.diffusion.mixture;

import java.util.ArrayList;
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

        private final double[] block = BlockLoops.block();

        /// Centre and height of each Gaussian's parabola along the row.
        private final double[] centres = new double[centreX.length];
        private final double[] heights = new double[centreX.length];

        /// The Gaussians that matter in the run at hand.
        private final int[] chosen = new int[centreX.length];

        /// The largest of them is at least `floor` all along the run, and none is larger than `highest`.
        private double floor;
        private double highest;

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
                    block[BlockLoops.X + i] = left + (column + Math.min(i, count - 1)) * dx;
                }
                evaluateRun(row * columns + column, y, count);
                System.arraycopy(block, BlockLoops.LOG, out, row * columns + column, count);
            }
        }

        /// @param start the first cell of the run
        private void evaluateRun(int start, double y, int count) {
            double first = block[BlockLoops.X];
            double last = block[BlockLoops.X + count - 1];
            int gaussians = choose(Math.min(first, last), Math.max(first, last));
            boolean isLevel = highest - floor <= BlockLoops.REACH && others.isEmpty() && painted.isEmpty();
            BlockLoops.clear(isLevel ? highest : -Double.MAX_VALUE, block);
            for (int j = 0; j < gaussians && !isLevel; j++) {
                int k = chosen[j];
                BlockLoops.raiseParabola(stiffness[k], centres[k], heights[k], block);
            }
            for (int j = 0; j < gaussians; j++) {
                int k = chosen[j];
                BlockLoops.addParabola(stiffness[k], centres[k], heights[k], block);
            }
            for (Other other : others) {
                fill(other, y);
                BlockLoops.addLog(block);
            }
            for (Painted cloud : painted) {
                fill(cloud, start, count);
                BlockLoops.addLog(block);
            }
            BlockLoops.logarithm(0, block);
        }

        /// Chooses the Gaussians that matter between `low` and `high`: whose highest value there is not far below the
        /// highest of the lowest.
        private int choose(double low, double high) {
            floor = Double.NEGATIVE_INFINITY;
            highest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < centres.length; k++) {
                double far = Math.max(Math.abs(low - centres[k]), Math.abs(high - centres[k]));
                floor = Math.max(floor, heights[k] - stiffness[k] * far * far);
            }
            int count = 0;
            for (int k = 0; k < centres.length; k++) {
                double near = Math.max(0, Math.max(low - centres[k], centres[k] - high));
                double top = heights[k] - stiffness[k] * near * near;
                highest = Math.max(highest, top);
                if (top > floor - NEGLIGIBLE) {
                    chosen[count++] = k;
                }
            }
            return count;
        }

        private void fill(Painted cloud, int start, int count) {
            for (int i = 0; i < BlockLoops.SIZE; i++) {
                double log = cloud.logDensity[start + Math.min(i, count - 1)] + cloud.logWeight;
                block[BlockLoops.LOG + i] = log / BlockLoops.UNIT;
            }
        }

        private void fill(Other other, double y) {
            for (int i = 0; i < BlockLoops.SIZE; i++) {
                block[BlockLoops.LOG + i] = other.logDensity(block[BlockLoops.X + i], y) / BlockLoops.UNIT;
            }
        }
    }
}
