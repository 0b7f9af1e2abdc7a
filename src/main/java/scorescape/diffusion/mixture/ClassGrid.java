package scorescape.diffusion.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescape.math.Numerics;

/// The log densities of all classes of a noised distribution at the centres of a grid's cells: class regions, posteriors and
/// tilted laws for pictures, from one evaluation of each component.
///
/// Right to what [NoisedDistribution#logDensityGrid] is right to. What is derived takes a millisecond or so for a hundred
/// thousand cells, so that a slider of γ needs no evaluation. Immutable; arrays are filled row by row.
public final class ClassGrid {

    /// Cells from which a second thread pays in loops that do little.
    private static final int PARALLEL_FROM = 50_000;

    private final List<Integer> labels;
    private final int size;

    /// `ln (p(y) p_t(x|y))` by class, and `ln p_t(x)`, both longer than the grid by an unfinished block.
    private final double[][] joint;
    private final double[] total;

    private ClassGrid(List<Integer> labels, int size, double[][] joint, double[] total) {
        this.labels = labels;
        this.size = size;
        this.joint = joint;
        this.total = total;
    }

    /// Evaluates `law` at the centres of a grid's cells.
    public static ClassGrid of(NoisedDistribution law, CellGrid grid) {
        List<Integer> labels = law.labels();
        int size = grid.size();
        double[][] joint = new double[labels.size()][paddedSize(size)];
        for (int c = 0; c < joint.length; c++) {
            law.jointLogDensityGrid(c, grid, joint[c]);
            // Cells after the last one repeat it, so that the loops over blocks meet no strange numbers.
            Arrays.fill(joint[c], size, joint[c].length, joint[c][size - 1]);
        }
        double[] total = new double[paddedSize(size)];
        blocks(size).forEach(block -> sum(joint, block * BlockLoops.SIZE, total));
        return new ClassGrid(labels, size, joint, total);
    }

    private static int paddedSize(int size) {
        return BlockLoops.SIZE * Math.ceilDiv(size, BlockLoops.SIZE);
    }

    private static IntStream blocks(int size) {
        IntStream blocks = IntStream.range(0, Math.ceilDiv(size, BlockLoops.SIZE));
        return size < PARALLEL_FROM ? blocks : blocks.parallel();
    }

    /// The logarithm of the sum over the classes, for a block of cells.
    private static void sum(double[][] joint, int start, double[] total) {
        if (joint.length == 1) {
            System.arraycopy(joint[0], start, total, start, BlockLoops.SIZE);
            return;
        }
        if (!isInReach(joint, start)) {
            for (int i = start; i < start + BlockLoops.SIZE; i++) {
                int cell = i;
                total[i] = Numerics.logSumExp(Stream.of(joint).mapToDouble(logs -> logs[cell]).toArray());
            }
            return;
        }
        double[] block = BlockLoops.block();
        BlockLoops.clear(-Double.MAX_VALUE, block);
        for (double[] logs : joint) {
            BlockLoops.putLog(logs, start, block);
            BlockLoops.addLog(block);
        }
        BlockLoops.logarithm(0, block);
        BlockLoops.copy(block, BlockLoops.LOG, total, start);
    }

    private static boolean isInReach(double[][] joint, int start) {
        for (double[] logs : joint) {
            for (int i = start; i < start + BlockLoops.SIZE; i++) {
                if (!(Math.abs(logs[i]) < BlockLoops.LARGEST_LOG * BlockLoops.UNIT)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// How many cells there are.
    public int size() {
        return size;
    }

    /// The classes, in rising order.
    public List<Integer> labels() {
        return labels;
    }

    /// `ln p_t(x)` at a cell.
    public double logDensity(int cell) {
        return total[cell];
    }

    /// `ln (p(y) p_t(x|y))` at a cell.
    ///
    /// @throws IllegalArgumentException if no component has `label`
    public double logJoint(int label, int cell) {
        return joint[indexOf(label)][cell];
    }

    /// `ln p_t(y|x)` at a cell.
    ///
    /// @throws IllegalArgumentException if no component has `label`
    public double logPosterior(int label, int cell) {
        return Math.min(0, joint[indexOf(label)][cell] - total[cell]);
    }

    /// Fills `out` with the posteriors `p_t(y|x)` of a class. Below 1e-301 they count as that.
    ///
    /// @param out at least [#size] long
    /// @throws IllegalArgumentException if no component has `label`
    public void posteriors(int label, double[] out) {
        double[] own = joint[indexOf(label)];
        blocks(size).forEach(block -> {
            int start = block * BlockLoops.SIZE;
            double[] logs = new double[BlockLoops.SIZE];
            for (int i = 0; i < BlockLoops.SIZE; i++) {
                logs[i] = Math.min(0, own[start + i] - total[start + i]);
            }
            double[] part = BlockLoops.shortBlock();
            BlockLoops.putLog(logs, 0, part);
            BlockLoops.exponential(part);
            System.arraycopy(part, BlockLoops.POWER, out, start, Math.min(BlockLoops.SIZE, size - start));
        });
    }

    /// Fills `out` with `ln (p_t(x) p_t(y|x)^γ)`, up to a constant: the largest is 0.
    ///
    /// The largest and not the sum is what pictures need; [#logSum] finds the constant that makes it a density.
    ///
    /// @param gamma γ: finite
    /// @param out at least [#size] long
    /// @throws IllegalArgumentException if no component has `label`, or γ is not finite
    public void logTilted(int label, double gamma, double[] out) {
        if (!Double.isFinite(gamma)) {
            throw new IllegalArgumentException("gamma must be finite: " + gamma);
        }
        double[] own = joint[indexOf(label)];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            out[i] = total[i] + gamma * Math.min(0, own[i] - total[i]);
            largest = Math.max(largest, out[i]);
        }
        for (int i = 0; i < size; i++) {
            out[i] -= largest;
        }
    }

    /// `ln Σ exp(logs)` over the cells, for logs of which the largest is about 0: what is below −693 counts as that.
    ///
    /// @param logs at least [#size] long
    public double logSum(double[] logs) {
        double sum = 0;
        double[] values = new double[BlockLoops.SIZE];
        double[] part = BlockLoops.shortBlock();
        for (int start = 0; start < size; start += BlockLoops.SIZE) {
            int count = Math.min(BlockLoops.SIZE, size - start);
            System.arraycopy(logs, start, values, 0, count);
            BlockLoops.putLog(values, 0, part);
            BlockLoops.exponential(part);
            for (int i = 0; i < count; i++) {
                sum += part[BlockLoops.POWER + i];
            }
        }
        return Math.log(sum);
    }

    private int indexOf(int label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("no component has class " + label);
        }
        return index;
    }
}
