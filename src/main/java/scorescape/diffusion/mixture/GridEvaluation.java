package scorescape.diffusion.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.mixture.BlockKernel.Scratch;
import scorescape.math.Bounds;

/// The log density of a noised mixture at the points of a grid: the heat map of a frame.
///
/// A block is a tile of [#SIDE] by [#SIDE] cells, so small that of many terms few matter in it. Large clouds are painted as
/// a whole, see [CloudPicture].
final class GridEvaluation {

    private static final int SIDE = 16;

    /// Points times terms from which a second thread pays.
    private static final int PARALLEL_FROM = 60_000;

    private final BlockKernel kernel = new BlockKernel(false);

    /// Clouds that are painted as a whole.
    private final List<Painted> painted = new ArrayList<>();

    private final CellGrid grid;
    private final double[] out;

    /// A cloud whose log densities are known for all cells.
    private static final class Painted {

        private final double[] logDensity;
        private final double logWeight;

        private Painted(double[] logDensity, double logWeight) {
            this.logDensity = logDensity;
            this.logWeight = logWeight;
        }
    }

    GridEvaluation(NoisedShape[] shapes, double[] logWeights, CellGrid grid, double[] out) {
        this.grid = grid;
        this.out = out;
        for (int k = 0; k < shapes.length; k++) {
            if (shapes[k] instanceof NoisedPoints points && points.size() >= CloudPicture.FEWEST_POINTS) {
                painted.add(new Painted(new CloudPicture(points, grid).logDensity(),
                        logWeights[k]));
            } else {
                kernel.put(shapes[k], logWeights[k]);
            }
        }
    }

    void run() {
        int bands = Math.ceilDiv(grid.rows(), SIDE);
        int tasks = (long) grid.size() * (kernel.terms() + painted.size()) < PARALLEL_FROM
                ? 1
                : Math.min(bands, 4 * Runtime.getRuntime().availableProcessors());
        IntStream range = IntStream.range(0, tasks);
        (tasks == 1 ? range : range.parallel()).forEach(task -> {
            var worker = new Worker();
            for (int band = bands * task / tasks; band < bands * (task + 1) / tasks; band++) {
                for (int column = 0; column < grid.columns(); column += SIDE) {
                    worker.evaluate(band * SIDE, column);
                }
            }
        });
    }

    /// One thread's share, with its working memory.
    private final class Worker {

        private final Scratch scratch = new Scratch();
        private final double[] block = scratch.block;
        private final BlockKernel.Pass pass = kernel.new Pass();

        /// Evaluates a tile. In one at the end of the grid the cells after the last repeat it.
        void evaluate(int row, int column) {
            int width = Math.min(SIDE, grid.columns() - column);
            int height = Math.min(SIDE, grid.rows() - row);
            for (int i = 0; i < BlockLoops.SIZE; i++) {
                block[BlockLoops.X + i] = grid.x(column + Math.min(i % SIDE, width - 1));
                block[BlockLoops.Y + i] = grid.y(row + Math.min(i / SIDE, height - 1));
            }
            double lastX = grid.x(column + width - 1);
            double lastY = grid.y(row + height - 1);
            double x = block[BlockLoops.X];
            double y = block[BlockLoops.Y];
            pass.bound(new Bounds(Math.min(x, lastX), Math.min(y, lastY), Math.max(x, lastX), Math.max(y, lastY)));
            boolean isLevel = pass.ceiling() - pass.floor() <= BlockLoops.REACH && painted.isEmpty();
            BlockLoops.clear(isLevel ? pass.ceiling() : -Double.MAX_VALUE, block);
            pass.choose(pass.floor());
            if (!isLevel) {
                pass.raise(block);
            }
            pass.addPlain(scratch);
            for (Painted cloud : painted) {
                fill(cloud, row, column, width, height);
                BlockLoops.addLog(block);
            }
            BlockLoops.logarithm(0, block);
            for (int i = 0; i < height; i++) {
                System.arraycopy(block, BlockLoops.LOG + i * SIDE, out, (row + i) * grid.columns() + column, width);
            }
        }

        private void fill(Painted cloud, int row, int column, int width, int height) {
            for (int i = 0; i < BlockLoops.SIZE; i++) {
                int cell = (row + Math.min(i / SIDE, height - 1)) * grid.columns() + column
                        + Math.min(i % SIDE, width - 1);
                block[BlockLoops.LOG + i] = (cloud.logDensity[cell] + cloud.logWeight) / BlockLoops.UNIT;
            }
        }
    }
}
