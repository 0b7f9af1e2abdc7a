package scorescape.diffusion.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;

/// A part of a noised mixture, all of it or one class, laid out for blocks of points, see [BlockLoops].
///
/// The vector of a term is its score, or the posterior mean where the noise is larger than the data. A term that is negligible
/// in the whole box around a block is left out there.
final class BlockKernel {

    /// Clouds up to this size are evaluated as Gaussians; larger ones on a lattice or point by point, leaving out what is far.
    private static final int MAX_EXPANDED = 4096;

    /// A hundred thousand terms that are smaller than the largest by this, in units, change nothing.
    private static final double NEGLIGIBLE = 50 / BlockLoops.UNIT;

    /// Scales the factors under a square so that the logarithm comes in units of [BlockLoops#UNIT].
    private static final double ROOT_SCALE = Math.sqrt(0.5 / BlockLoops.UNIT);

    /// The working memory of one thread.
    static final class Scratch {
        final double[] block = BlockLoops.block();
        private final LocalEstimate estimate = new LocalEstimate();
        private LatticeKernel.@Nullable Scratch lattice;
        private @Nullable RectangleBlock rectangle;
    }

    /// A shape that is not Gaussian.
    private record Other(NoisedShape shape, double logWeight) {}

    private final boolean drowned;
    private final int stride;

    /// The Gaussians, `stride` numbers each.
    private double[] gaussians;
    private int count;
    private final List<Other> others = new ArrayList<>();

    /// An empty part.
    ///
    /// @param drowned whether to take ratios to pure noise and posterior means, for noise larger than the data
    BlockKernel(boolean drowned) {
        this.drowned = drowned;
        stride = drowned ? BlockLoops.RATIO_TERM : BlockLoops.TERM;
        gaussians = new double[8 * stride];
    }

    /// Puts a shape into the part.
    void put(NoisedShape shape, double logWeight) {
        switch (shape) {
            case NoisedGaussian gaussian -> put(gaussian, logWeight);
            case NoisedPoints points when points.size() <= MAX_EXPANDED -> {
                double each = logWeight - Math.log(points.size());
                points.gaussians().forEach(gaussian -> put(gaussian, each));
            }
            default -> others.add(new Other(shape, logWeight));
        }
    }

    private void put(NoisedGaussian g, double logWeight) {
        if ((count + 1) * stride > gaussians.length) {
            gaussians = Arrays.copyOf(gaussians, 2 * gaussians.length);
        }
        double[] term = drowned ? ratioTerm(g, logWeight) : term(g, logWeight);
        System.arraycopy(term, 0, gaussians, count * stride, stride);
        count++;
    }

    /// See [BlockLoops#add]: the vector is the score, `−L⁻ᵀ u`.
    private static double[] term(NoisedGaussian g, double logWeight) {
        double s = ROOT_SCALE;
        return new double[]{s * g.l11(), s * g.l21(), s * g.l22(), g.centreX(), g.centreY(),
            (logWeight + g.logNormaliser()) / BlockLoops.UNIT, -g.l11() / s, -g.l21() / s, -g.l22() / s};
    }

    /// See [BlockLoops#addRatio]: the vector is the posterior mean, `μ + G (x − α μ)`.
    private static double[] ratioTerm(NoisedGaussian g, double logWeight) {
        double linear = g.ratio() / BlockLoops.UNIT;
        SymMat2 gain = g.gain();
        return new double[]{linear * g.pull().x(), linear * g.pull().y(), 0.5 * linear * gain.xx(),
            linear * gain.xy(), 0.5 * linear * gain.yy(), (logWeight + g.logRatioToNoise(0, 0)) / BlockLoops.UNIT,
            g.meanX() - gain.xx() * g.centreX() - gain.xy() * g.centreY(),
            g.meanY() - gain.xy() * g.centreX() - gain.yy() * g.centreY(), gain.xx(), gain.xy(), gain.yy()};
    }

    /// How many terms there are, the points of small clouds one by one.
    int terms() {
        return count + others.size();
    }

    boolean isEmpty() {
        return terms() == 0;
    }

    /// The part in one thread, at one block after the other.
    final class Pass {

        /// Where the Gaussians that matter begin.
        private final int[] chosen = new int[count];
        private int choices;

        /// The largest that the logarithm of each Gaussian can be in the block.
        private final double[] highest = new double[count];

        private Bounds box = new Bounds(0, 0, 0, 0);
        private double floor;
        private double ceiling;

        /// Finds bounds of the Gaussians in a box.
        void bound(Bounds box) {
            this.box = box;
            floor = Double.NEGATIVE_INFINITY;
            ceiling = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                if (drowned) {
                    boundRatio(i, box);
                } else {
                    bound(i, box);
                }
            }
        }

        /// By the intervals in which `u` and `v` are.
        private void bound(int i, Bounds box) {
            int at = i * stride;
            double fromX = box.minX() - gaussians[at + 3];
            double toX = box.maxX() - gaussians[at + 3];
            double fromY = gaussians[at + 2] * (box.minY() - gaussians[at + 4]);
            double toY = gaussians[at + 2] * (box.maxY() - gaussians[at + 4]);
            double shear = gaussians[at + 1];
            double fromU = gaussians[at] * fromX;
            double toU = gaussians[at] * toX;
            double fromV = fromY + Math.min(shear * fromX, shear * toX);
            double toV = toY + Math.max(shear * fromX, shear * toX);
            double peak = gaussians[at + 5];
            floor = Math.max(floor, peak - largestSquare(fromU, toU) - largestSquare(fromV, toV));
            highest[i] = peak - smallestSquare(fromU, toU) - smallestSquare(fromV, toV);
            ceiling = Math.max(ceiling, highest[i]);
        }

        /// By the size of each summand.
        private void boundRatio(int i, Bounds box) {
            int at = i * stride;
            double x = Math.max(Math.abs(box.minX()), Math.abs(box.maxX()));
            double y = Math.max(Math.abs(box.minY()), Math.abs(box.maxY()));
            double change = x * (Math.abs(gaussians[at]) + Math.abs(gaussians[at + 2]) * x
                    + Math.abs(gaussians[at + 3]) * y)
                    + y * (Math.abs(gaussians[at + 1]) + Math.abs(gaussians[at + 4]) * y);
            floor = Math.max(floor, gaussians[at + 5] - change);
            highest[i] = gaussians[at + 5] + change;
            ceiling = Math.max(ceiling, highest[i]);
        }

        private static double largestSquare(double from, double to) {
            return Math.max(from * from, to * to);
        }

        private static double smallestSquare(double from, double to) {
            return from <= 0 && to >= 0 ? 0 : Math.min(from * from, to * to);
        }

        /// The largest term is at least this everywhere in the block.
        double floor() {
            return floor;
        }

        /// No term is larger anywhere in the block; infinite if that is not known.
        double ceiling() {
            return others.isEmpty() ? ceiling : Double.POSITIVE_INFINITY;
        }

        /// Chooses what matters beside a term of the size `least`.
        void choose(double least) {
            choices = 0;
            for (int i = 0; i < count; i++) {
                if (highest[i] >= least - NEGLIGIBLE) {
                    chosen[choices++] = i * stride;
                }
            }
        }

        /// Raises the reference of the block to the Gaussians.
        void raise(double[] block) {
            for (int j = 0; j < choices; j++) {
                if (drowned) {
                    BlockLoops.raiseRatio(gaussians, chosen[j], block);
                } else {
                    BlockLoops.raise(gaussians, chosen[j], block);
                }
            }
        }

        /// Adds all to the sum of the block alone, without vectors; densities, not ratios.
        void addPlain(Scratch scratch) {
            for (int j = 0; j < choices; j++) {
                BlockLoops.addPlain(gaussians, chosen[j], scratch.block);
            }
            addOthers(true, scratch);
        }

        /// Adds all to the sums of the block.
        void add(Scratch scratch) {
            for (int j = 0; j < choices; j++) {
                if (drowned) {
                    BlockLoops.addRatio(gaussians, chosen[j], scratch.block);
                } else {
                    BlockLoops.add(gaussians, chosen[j], scratch.block);
                }
            }
            addOthers(false, scratch);
        }

        private void addOthers(boolean isPlain, Scratch scratch) {
            for (Other other : others) {
                evaluate(other, box, isPlain, scratch);
                BlockLoops.addLog(scratch.block);
            }
        }
    }

    /// Fills in the logarithms and vectors of a term: of a rectangle, and of a large cloud among much noise on its lattice,
    /// in loops, of everything else point by point.
    ///
    /// @param isPlain whether only the logarithms are needed
    private void evaluate(Other other, Bounds box, boolean isPlain, Scratch scratch) {
        double[] block = scratch.block;
        if (other.shape() instanceof NoisedRectangle rectangle
                && RectangleBlock.isInReach(rectangle.distance(box), rectangle.along().sigma(), drowned)) {
            if (scratch.rectangle == null) {
                scratch.rectangle = new RectangleBlock();
            }
            scratch.rectangle.evaluate(rectangle, other.logWeight(), drowned, block);
            return;
        }
        LatticeKernel.Scratch sums = other.shape() instanceof NoisedPoints points ? onLattice(points, scratch) : null;
        LocalEstimate at = scratch.estimate;
        for (int i = 0; i < BlockLoops.SIZE; i++) {
            double x = block[BlockLoops.X + i];
            double y = block[BlockLoops.Y + i];
            double log;
            if (sums != null && LatticeKernel.isRight(sums.sum[i]) && other.shape() instanceof NoisedPoints points) {
                points.estimate(x, y, sums.sum[i], sums.sumX[i], sums.sumY[i], drowned, at);
                log = at.logDensity;
            } else if (i > 0 && x == block[BlockLoops.X] && y == block[BlockLoops.Y]) {
                // The entries after the last point repeat the first.
                block[BlockLoops.LOG + i] = block[BlockLoops.LOG];
                block[BlockLoops.VALUE_X + i] = block[BlockLoops.VALUE_X];
                block[BlockLoops.VALUE_Y + i] = block[BlockLoops.VALUE_Y];
                continue;
            } else {
                log = drowned ? other.shape().logRatioToNoise(x, y) : other.shape().logDensity(x, y);
                if (!isPlain) {
                    other.shape().estimate(x, y, at);
                }
            }
            block[BlockLoops.LOG + i] = (log + other.logWeight()) / BlockLoops.UNIT;
            block[BlockLoops.VALUE_X + i] = drowned ? at.meanX : at.scoreX;
            block[BlockLoops.VALUE_Y + i] = drowned ? at.meanY : at.scoreY;
        }
    }

    /// The sums of a cloud on its lattice, or null where that does not pay.
    private static LatticeKernel.@Nullable Scratch onLattice(NoisedPoints points, Scratch scratch) {
        LatticeKernel lattice = points.lattice();
        if (lattice == null) {
            return null;
        }
        if (scratch.lattice == null) {
            scratch.lattice = new LatticeKernel.Scratch();
        }
        lattice.gather(scratch.block, scratch.lattice);
        return scratch.lattice;
    }
}
