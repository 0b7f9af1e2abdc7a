package scorescape.diffusion.mixture;

import java.util.Arrays;
import java.util.stream.IntStream;
import scorescape.diffusion.mixture.BlockKernel.Scratch;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// One evaluation of a [PointBatch]: cuts it into blocks, runs the kernels over them and turns sums into results.
final class BatchEvaluation {

    /// Below this many points the scalar code is faster than filling a block.
    private static final int FEWEST_FOR_BLOCKS = 48;

    /// Points times terms from which a second thread pays: some 50 µs of work.
    private static final int PARALLEL_FROM = 60_000;

    /// Terms from which it pays to sort the points.
    private static final int SORTED_FROM = 128;

    /// Tasks per thread, so that one that is held up does not hold up all.
    private static final int TASKS_PER_THREAD = 4;

    private final NoisedDistribution law;
    private final BlockLayout layout;
    private final PointBatch batch;
    private final NoiseLevel level;

    private BatchEvaluation(NoisedDistribution law, BlockLayout layout, PointBatch batch) {
        this.law = law;
        this.layout = layout;
        this.batch = batch;
        level = law.level();
    }

    static void run(NoisedDistribution law, BlockLayout layout, PointBatch batch) {
        if (layout.terms() < SORTED_FROM || batch.size() <= BlockLoops.SIZE) {
            new BatchEvaluation(law, layout, batch).run();
            return;
        }
        var order = new SpatialOrder(batch);
        PointBatch sorted = batch.another();
        order.sort(batch.x(), sorted.x());
        order.sort(batch.y(), sorted.y());
        new BatchEvaluation(law, layout, sorted).run();
        int end = layout.label() == null ? PointBatch.CLASS_LAW : PointBatch.COLUMNS;
        for (int column = PointBatch.LAW; column < end; column++) {
            order.unsort(sorted.column(column), batch.column(column));
        }
    }

    private void run() {
        if (batch.size() < FEWEST_FOR_BLOCKS) {
            evaluateSingly(0, batch.size());
            return;
        }
        int blocks = Math.ceilDiv(batch.size(), BlockLoops.SIZE);
        int tasks = (long) batch.size() * layout.terms() < PARALLEL_FROM
                ? 1
                : Math.min(blocks, TASKS_PER_THREAD * Runtime.getRuntime().availableProcessors());
        if (tasks == 1) {
            evaluateBlocks(0, blocks, batch.scratch());
        } else {
            IntStream.range(0, tasks).parallel()
                    .forEach(task -> evaluateBlocks(blocks * task / tasks, blocks * (task + 1) / tasks,
                            new Scratch()));
        }
    }

    private void evaluateBlocks(int from, int to, Scratch scratch) {
        double[] block = scratch.block;
        BlockKernel.Pass own = layout.own().new Pass();
        BlockKernel.Pass rest = layout.rest().new Pass();
        for (int i = from; i < to; i++) {
            int start = i * BlockLoops.SIZE;
            int count = Math.min(BlockLoops.SIZE, batch.size() - start);
            System.arraycopy(batch.x(), start, block, BlockLoops.X, count);
            System.arraycopy(batch.y(), start, block, BlockLoops.Y, count);
            // The entries after the last point may hold anything.
            Arrays.fill(block, BlockLoops.X + count, BlockLoops.X + BlockLoops.SIZE, batch.x()[start]);
            Arrays.fill(block, BlockLoops.Y + count, BlockLoops.Y + BlockLoops.SIZE, batch.y()[start]);
            Bounds box = BlockLoops.box(layout.farthest(), block);
            if (box == null) {
                evaluateSingly(start, count);
            } else {
                own.bound(box);
                rest.bound(box);
                evaluate(own, rest, scratch, start);
            }
        }
    }

    private void evaluate(BlockKernel.Pass own, BlockKernel.Pass rest, Scratch scratch, int start) {
        double[] block = scratch.block;
        double floor = Math.max(own.floor(), rest.floor());
        double ceiling = Math.max(own.ceiling(), rest.ceiling());
        // With one reference for the whole block there is nothing to raise.
        boolean isLevel = ceiling - (layout.own().isEmpty() ? floor : own.floor()) <= BlockLoops.REACH;
        BlockLoops.clear(isLevel ? ceiling : -Double.MAX_VALUE, block);
        if (layout.label() != null) {
            own.choose(own.floor());
            if (!isLevel) {
                own.raise(block);
            }
            own.add(scratch);
            write(-layout.logPrior(), block, start, PointBatch.CLASS_LAW);
        }
        rest.choose(floor);
        if (!isLevel) {
            BlockLoops.startRaising(block);
            rest.raise(block);
            BlockLoops.finishRaising(block);
        }
        rest.add(scratch);
        write(0, block, start, PointBatch.LAW);
    }

    /// Writes what follows from the sums to `first` and the four columns after it. Score and `x̂₀` follow from each other by
    /// Tweedie's formula: the one whose sum it is not, whichever loses no digits.
    private void write(double logConstant, double[] block, int start, int first) {
        double sigma = level.sigma();
        double variance = sigma * sigma;
        if (batch.hasDensities()) {
            if (layout.drowned()) {
                BlockLoops.logarithm(logConstant - NoisedShape.LN_TWO_PI - 2 * Math.log(sigma), block);
                BlockLoops.addSquares(-0.5 / variance, block);
            } else {
                BlockLoops.logarithm(logConstant, block);
            }
            BlockLoops.copy(block, BlockLoops.LOG, batch.column(first), start);
        }
        if (layout.drowned()) {
            BlockLoops.means(-1, level.alpha(), 1 / variance, block);
        } else {
            BlockLoops.means(1, variance, 1 / level.alpha(), block);
        }
        int score = first + (layout.drowned() ? 3 : 1);
        int denoised = first + (layout.drowned() ? 1 : 3);
        BlockLoops.copy(block, BlockLoops.VALUE_X, batch.column(score), start);
        BlockLoops.copy(block, BlockLoops.VALUE_Y, batch.column(score + 1), start);
        BlockLoops.copy(block, BlockLoops.OTHER_X, batch.column(denoised), start);
        BlockLoops.copy(block, BlockLoops.OTHER_Y, batch.column(denoised + 1), start);
    }

    private void evaluateSingly(int start, int count) {
        NoisedDistribution given = layout.label() == null ? null : law.given(layout.label());
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
