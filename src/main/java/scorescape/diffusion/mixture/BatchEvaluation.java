package scorescape.diffusion.mixture;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.BlockKernel.Scratch;
import scorescape.diffusion.mixture.BlockKernel.Sums;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// One evaluation of a [PointBatch]: cuts it into blocks, runs the kernels over them and turns sums into results.
final class BatchEvaluation {

    /// Below this many points the scalar code is faster than filling a block.
    private static final int FEWEST_FOR_BLOCKS = 48;

    /// Points times terms from which a second thread pays: some 50 µs of work.
    private static final int PARALLEL_FROM = 60_000;

    /// Tasks per thread, so that one that is held up does not hold up all.
    private static final int TASKS_PER_THREAD = 4;

    private final NoisedDistribution law;
    private final PointBatch batch;
    private final NoiseLevel level;
    private final boolean drowned;
    private final int terms;

    /// Points with a coordinate beyond this go the scalar way.
    private final double farthest;

    /// The wanted class, or all.
    private final BlockKernel own;

    /// All other classes.
    private final @Nullable BlockKernel rest;
    private final @Nullable NoisedDistribution given;
    private final double logPrior;

    /// For the whole law.
    BatchEvaluation(NoisedDistribution law, PointBatch batch, NoisedShape[] shapes, double[] logWeights,
            boolean drowned, double extent) {
        this.law = law;
        this.batch = batch;
        this.drowned = drowned;
        level = law.level();
        own = new BlockKernel(shapes, logWeights, drowned);
        rest = null;
        terms = own.terms();
        given = null;
        logPrior = 0;
        farthest = farthest(level, extent, shapes);
    }

    /// For the law and that of a class.
    ///
    /// @param isOwn which shapes are of the class
    BatchEvaluation(NoisedDistribution law, PointBatch batch, NoisedShape[] shapes, double[] logWeights,
            boolean drowned, double extent, int label, boolean[] isOwn) {
        this.law = law;
        this.batch = batch;
        this.drowned = drowned;
        level = law.level();
        own = part(shapes, logWeights, isOwn, true);
        rest = part(shapes, logWeights, isOwn, false);
        terms = own.terms() + rest.terms();
        given = law.given(label);
        logPrior = Math.log(IntStream.range(0, isOwn.length)
                .filter(k -> isOwn[k])
                .mapToDouble(k -> Math.exp(logWeights[k]))
                .sum());
        farthest = farthest(level, extent, shapes);
    }

    private BlockKernel part(NoisedShape[] shapes, double[] logWeights, boolean[] isOwn, boolean wanted) {
        int[] chosen = IntStream.range(0, shapes.length).filter(k -> isOwn[k] == wanted).toArray();
        return new BlockKernel(IntStream.of(chosen).mapToObj(k -> shapes[k]).toArray(NoisedShape[]::new),
                IntStream.of(chosen).mapToDouble(k -> logWeights[k]).toArray(), drowned);
    }

    /// Largest coordinate at which no logarithm is larger than the loops over blocks can take.
    static double farthest(NoiseLevel level, double extent, NoisedShape[] shapes) {
        double sigma = Math.max(level.sigma(), NoisedShape.SMALLEST_SIGMA);
        double steepest = Stream.of(shapes)
                .mapToDouble(s -> s instanceof NoisedGaussian g ? g.stiffnessXX() + g.stiffnessYY() : 1 / sigma / sigma)
                .max()
                .orElseThrow();
        return Math.sqrt(BlockLoops.LARGEST_LOG / steepest) - level.alpha() * extent;
    }

    void run() {
        int blocks = Math.ceilDiv(batch.size(), BlockLoops.SIZE);
        if (batch.size() < FEWEST_FOR_BLOCKS) {
            evaluateSingly(0, batch.size());
            return;
        }
        int tasks = (long) batch.size() * terms < PARALLEL_FROM
                ? 1
                : Math.min(blocks, TASKS_PER_THREAD * Runtime.getRuntime().availableProcessors());
        IntStream range = IntStream.range(0, tasks);
        (tasks == 1 ? range : range.parallel())
                .forEach(task -> evaluateBlocks(blocks * task / tasks, blocks * (task + 1) / tasks));
    }

    private void evaluateBlocks(int from, int to) {
        var scratch = new Scratch(Math.max(own.terms(), rest == null ? 0 : rest.terms()));
        var ownSums = new Sums();
        var restSums = new Sums();
        for (int block = from; block < to; block++) {
            int start = block * BlockLoops.SIZE;
            int count = Math.min(BlockLoops.SIZE, batch.size() - start);
            if (!isNear(start, count)) {
                evaluateSingly(start, count);
                continue;
            }
            System.arraycopy(batch.x(), start, scratch.x, 0, BlockLoops.SIZE);
            System.arraycopy(batch.y(), start, scratch.y, 0, BlockLoops.SIZE);
            // The entries after the last point may hold anything.
            for (int i = count; i < BlockLoops.SIZE; i++) {
                scratch.x[i] = scratch.x[0];
                scratch.y[i] = scratch.y[0];
            }
            own.gather(scratch, ownSums);
            if (rest != null) {
                write(ownSums, -logPrior, scratch, start, PointBatch.CLASS_LAW);
                if (!rest.isEmpty()) {
                    rest.gather(scratch, restSums);
                    merge(restSums, scratch, ownSums);
                }
            }
            write(ownSums, 0, scratch, start, PointBatch.LAW);
        }
    }

    /// Adds the sums of another part of the mixture.
    private static void merge(Sums part, Scratch scratch, Sums sums) {
        System.arraycopy(sums.maximum, 0, scratch.oldMaximum, 0, BlockLoops.SIZE);
        BlockLoops.maximum(part.maximum, sums.maximum);
        BlockLoops.exponential(sums.maximum, scratch.oldMaximum);
        BlockLoops.multiply(scratch.oldMaximum, sums.sum);
        BlockLoops.multiply(scratch.oldMaximum, sums.vectorX);
        BlockLoops.multiply(scratch.oldMaximum, sums.vectorY);
        BlockLoops.exponential(sums.maximum, part.maximum);
        BlockLoops.addProduct(part.maximum, part.sum, sums.sum);
        BlockLoops.addProduct(part.maximum, part.vectorX, sums.vectorX);
        BlockLoops.addProduct(part.maximum, part.vectorY, sums.vectorY);
    }

    /// Writes the results of the sums to `first` and the four columns after it.
    private void write(Sums sums, double logConstant, Scratch scratch, int start, int first) {
        double sigma = level.sigma();
        double constant = drowned ? logConstant - NoisedShape.LN_TWO_PI - 2 * Math.log(sigma) : logConstant;
        BlockLoops.logarithm(sums.maximum, sums.sum, constant, scratch.valueX);
        if (drowned) {
            double stiffness = -0.5 / sigma / sigma;
            BlockLoops.addSquares(stiffness, scratch.x, scratch.y, scratch.valueX);
        }
        copy(scratch.valueX, start, first, 0);
        writeVector(sums.vectorX, sums.sum, scratch.x, scratch, start, first, 1);
        writeVector(sums.vectorY, sums.sum, scratch.y, scratch, start, first, 2);
    }

    /// One coordinate of score and `x̂₀`, each from the other by Tweedie's formula: whichever loses no digits.
    private void writeVector(double[] weighted, double[] sum, double[] state, Scratch scratch, int start, int first,
            int axis) {
        double variance = level.sigma() * level.sigma();
        BlockLoops.divide(weighted, sum, scratch.valueX);
        if (drowned) {
            BlockLoops.combine(level.alpha(), scratch.valueX, -1, state, 1 / variance, scratch.valueY);
            copy(scratch.valueY, start, first, axis);
            copy(scratch.valueX, start, first, axis + 2);
        } else {
            BlockLoops.combine(1, state, variance, scratch.valueX, 1 / level.alpha(), scratch.valueY);
            copy(scratch.valueX, start, first, axis);
            copy(scratch.valueY, start, first, axis + 2);
        }
    }

    private void copy(double[] values, int start, int first, int offset) {
        System.arraycopy(values, 0, batch.column(first + offset), start, BlockLoops.SIZE);
    }

    /// False for a coordinate that is not finite, too.
    private boolean isNear(int start, int count) {
        double[] x = batch.x();
        double[] y = batch.y();
        for (int i = start; i < start + count; i++) {
            if (!(Math.abs(x[i]) < farthest && Math.abs(y[i]) < farthest)) {
                return false;
            }
        }
        return true;
    }

    private void evaluateSingly(int start, int count) {
        for (int i = start; i < start + count; i++) {
            Vec2 x = batch.point(i);
            write(law.at(x), i, PointBatch.LAW);
            if (given != null) {
                write(given.at(x), i, PointBatch.CLASS_LAW);
            }
        }
    }

    private void write(PointEstimate at, int i, int first) {
        double[] values = {at.logDensity(), at.score().x(), at.score().y(), at.denoised().x(), at.denoised().y()};
        for (int offset = 0; offset < values.length; offset++) {
            batch.column(first + offset)[i] = values[offset];
        }
    }
}
