package scorescape.diffusion.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Evaluates a part of a noised mixture, all of it or one class, on blocks of [BlockLoops#SIZE] points.
///
/// For each point it gathers the running maximum `m` of the log terms, the sum `Σ exp(log − m)`, and the same sum weighted
/// with a vector of the term: its score, or the posterior mean where the noise is larger than the data. Each part has a
/// maximum of its own, so that the quotient is right also where the part is negligible in the whole.
///
/// Terms are taken [#CHUNK] at a time: their logarithms stay in the cache between finding the maximum and using it.
final class BlockKernel {

    private static final int CHUNK = 32;

    /// Clouds up to this size are evaluated as Gaussians; larger ones on a lattice or point by point, leaving out what is far.
    private static final int MAX_EXPANDED = 4096;

    /// Scales the factors under a square so that the logarithm comes in units of [BlockLoops#UNIT].
    private static final double ROOT_SCALE = Math.sqrt(0.5 / BlockLoops.UNIT);

    /// What is known of a part at the points of a block.
    static final class Sums {
        final double[] maximum = new double[BlockLoops.SIZE];
        final double[] sum = new double[BlockLoops.SIZE];
        final double[] vectorX = new double[BlockLoops.SIZE];
        final double[] vectorY = new double[BlockLoops.SIZE];
    }

    /// The working memory of one thread.
    static final class Scratch {
        final double[] x = new double[BlockLoops.SIZE];
        final double[] y = new double[BlockLoops.SIZE];
        final double[] valueX = new double[BlockLoops.SIZE];
        final double[] valueY = new double[BlockLoops.SIZE];
        final double[] oldMaximum = new double[BlockLoops.SIZE];
        final double[][] logs;
        final LocalEstimate estimate = new LocalEstimate();
        final LatticeKernel.Scratch lattice = new LatticeKernel.Scratch();

        /// @param terms the most that a kernel using it has
        Scratch(int terms) {
            logs = new double[Math.clamp(terms, 1, CHUNK)][BlockLoops.SIZE];
        }
    }

    /// A shape that is not Gaussian.
    private record Other(NoisedShape shape, double logWeight) {}

    private final NoisedGaussian[] gaussians;
    private final double[] gaussianLogWeights;
    private final List<Other> others = new ArrayList<>();
    private final boolean drowned;

    /// @param logWeights `ln` of the weights, in the order of the shapes
    /// @param drowned whether to take ratios to pure noise and posterior means, for noise larger than the data
    BlockKernel(NoisedShape[] shapes, double[] logWeights, boolean drowned) {
        this.drowned = drowned;
        List<NoisedGaussian> terms = new ArrayList<>();
        List<Double> termLogWeights = new ArrayList<>();
        for (int k = 0; k < shapes.length; k++) {
            if (shapes[k] instanceof NoisedGaussian gaussian) {
                terms.add(gaussian);
                termLogWeights.add(logWeights[k]);
            } else if (shapes[k] instanceof NoisedPoints points && points.size() <= MAX_EXPANDED) {
                terms.addAll(points.gaussians());
                termLogWeights.addAll(
                        Collections.nCopies(points.size(), logWeights[k] - Math.log(points.size())));
            } else {
                others.add(new Other(shapes[k], logWeights[k]));
            }
        }
        gaussians = terms.toArray(NoisedGaussian[]::new);
        gaussianLogWeights = termLogWeights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// How many terms there are, the points of small clouds one by one.
    int terms() {
        return gaussians.length + others.size();
    }

    boolean isEmpty() {
        return gaussians.length == 0 && others.isEmpty();
    }

    /// Gathers the part at the points of `scratch`.
    void gather(Scratch scratch, Sums sums) {
        boolean first = true;
        for (int from = 0; from < gaussians.length; from += CHUNK) {
            int count = Math.min(CHUNK, gaussians.length - from);
            beginMaximum(first, scratch, sums);
            for (int j = 0; j < count; j++) {
                logTerm(gaussians[from + j], gaussianLogWeights[from + j], scratch, scratch.logs[j]);
                addToMaximum(first && j == 0, scratch.logs[j], sums);
            }
            endMaximum(first, scratch, sums);
            addChunk(from, count, scratch, sums);
            first = false;
        }
        for (Other other : others) {
            evaluate(other, scratch);
            beginMaximum(first, scratch, sums);
            addToMaximum(first, scratch.logs[0], sums);
            endMaximum(first, scratch, sums);
            BlockLoops.exponential(sums.maximum, scratch.logs[0]);
            BlockLoops.add(scratch.logs[0], sums.sum);
            BlockLoops.addProduct(scratch.logs[0], scratch.valueX, sums.vectorX);
            BlockLoops.addProduct(scratch.logs[0], scratch.valueY, sums.vectorY);
            first = false;
        }
    }

    private static void beginMaximum(boolean first, Scratch scratch, Sums sums) {
        if (!first) {
            System.arraycopy(sums.maximum, 0, scratch.oldMaximum, 0, BlockLoops.SIZE);
        }
    }

    private static void addToMaximum(boolean first, double[] logs, Sums sums) {
        if (first) {
            System.arraycopy(logs, 0, sums.maximum, 0, BlockLoops.SIZE);
        } else {
            BlockLoops.maximum(logs, sums.maximum);
        }
    }

    /// Refers the sums to the new maximum.
    private static void endMaximum(boolean first, Scratch scratch, Sums sums) {
        if (first) {
            Arrays.fill(sums.sum, 0);
            Arrays.fill(sums.vectorX, 0);
            Arrays.fill(sums.vectorY, 0);
        } else {
            BlockLoops.exponential(sums.maximum, scratch.oldMaximum);
            BlockLoops.multiply(scratch.oldMaximum, sums.sum);
            BlockLoops.multiply(scratch.oldMaximum, sums.vectorX);
            BlockLoops.multiply(scratch.oldMaximum, sums.vectorY);
        }
    }

    private void logTerm(NoisedGaussian g, double logWeight, Scratch scratch, double[] out) {
        if (drowned) {
            double half = 0.5 * g.ratio() / BlockLoops.UNIT;
            double linear = g.ratio() / BlockLoops.UNIT;
            double constant = (logWeight + g.logRatioToNoise(0, 0)) / BlockLoops.UNIT;
            BlockLoops.quadratic(constant, linear * g.pull().x(), linear * g.pull().y(), half * g.gain().xx(),
                    linear * g.gain().xy(), half * g.gain().yy(), scratch.x, scratch.y, out);
        } else {
            BlockLoops.logOfGaussian(ROOT_SCALE * g.l11(), ROOT_SCALE * g.l21(), ROOT_SCALE * g.l22(), g.centreX(),
                    g.centreY(), (logWeight + g.logNormaliser()) / BlockLoops.UNIT, scratch.x, scratch.y, out);
        }
    }

    private void addChunk(int from, int count, Scratch scratch, Sums sums) {
        for (int j = 0; j < count; j++) {
            BlockLoops.exponential(sums.maximum, scratch.logs[j]);
        }
        int j = 0;
        for (; j + 1 < count; j += 2) {
            BlockLoops.addBoth(scratch.logs[j], scratch.logs[j + 1], sums.sum);
            if (drowned) {
                addMean(gaussians[from + j], scratch.logs[j], scratch, sums);
                addMean(gaussians[from + j + 1], scratch.logs[j + 1], scratch, sums);
            } else {
                addScores(gaussians[from + j], gaussians[from + j + 1], scratch.logs[j], scratch.logs[j + 1], scratch,
                        sums);
            }
        }
        if (j < count) {
            BlockLoops.add(scratch.logs[j], sums.sum);
            if (drowned) {
                addMean(gaussians[from + j], scratch.logs[j], scratch, sums);
            } else {
                addScore(gaussians[from + j], scratch.logs[j], scratch, sums);
            }
        }
    }

    private static void addScores(NoisedGaussian g, NoisedGaussian h, double[] shares, double[] nextShares,
            Scratch scratch, Sums sums) {
        BlockLoops.addPulls(g.stiffnessXX(), g.stiffnessXY(), g.centreX(), g.centreY(), h.stiffnessXX(),
                h.stiffnessXY(), h.centreX(), h.centreY(), scratch.x, scratch.y, shares, nextShares, sums.vectorX);
        BlockLoops.addPulls(g.stiffnessXY(), g.stiffnessYY(), g.centreX(), g.centreY(), h.stiffnessXY(),
                h.stiffnessYY(), h.centreX(), h.centreY(), scratch.x, scratch.y, shares, nextShares, sums.vectorY);
    }

    private static void addScore(NoisedGaussian g, double[] shares, Scratch scratch, Sums sums) {
        BlockLoops.addPull(g.stiffnessXX(), g.stiffnessXY(), g.centreX(), g.centreY(), scratch.x, scratch.y, shares,
                sums.vectorX);
        BlockLoops.addPull(g.stiffnessXY(), g.stiffnessYY(), g.centreX(), g.centreY(), scratch.x, scratch.y, shares,
                sums.vectorY);
    }

    private static void addMean(NoisedGaussian g, double[] shares, Scratch scratch, Sums sums) {
        double originX = g.meanX() - g.gain().xx() * g.centreX() - g.gain().xy() * g.centreY();
        double originY = g.meanY() - g.gain().xy() * g.centreX() - g.gain().yy() * g.centreY();
        BlockLoops.addAffine(originX, g.gain().xx(), g.gain().xy(), scratch.x, scratch.y, shares, sums.vectorX);
        BlockLoops.addAffine(originY, g.gain().xy(), g.gain().yy(), scratch.x, scratch.y, shares, sums.vectorY);
    }

    /// Fills the first logs and the values of `scratch`: of a large cloud among much noise on its lattice, of everything else
    /// point by point.
    private void evaluate(Other other, Scratch scratch) {
        LatticeKernel.Scratch sums = scratch.lattice;
        LatticeKernel lattice = other.shape() instanceof NoisedPoints points ? points.lattice() : null;
        if (lattice != null) {
            lattice.gather(scratch.x, scratch.y, sums);
        }
        LocalEstimate at = scratch.estimate;
        for (int i = 0; i < BlockLoops.SIZE; i++) {
            double x = scratch.x[i];
            double y = scratch.y[i];
            double log;
            if (lattice != null && LatticeKernel.isRight(sums.sum[i]) && other.shape() instanceof NoisedPoints points) {
                points.estimate(x, y, sums.sum[i], sums.sumX[i], sums.sumY[i], drowned, at);
                log = at.logDensity;
            } else if (i > 0 && x == scratch.x[0] && y == scratch.y[0]) {
                // The entries after the last point repeat the first.
                scratch.logs[0][i] = scratch.logs[0][0];
                scratch.valueX[i] = scratch.valueX[0];
                scratch.valueY[i] = scratch.valueY[0];
                continue;
            } else {
                other.shape().estimate(x, y, at);
                log = drowned ? other.shape().logRatioToNoise(x, y) : at.logDensity;
            }
            scratch.logs[0][i] = (log + other.logWeight()) / BlockLoops.UNIT;
            scratch.valueX[i] = drowned ? at.meanX : at.scoreX;
            scratch.valueY[i] = drowned ? at.meanY : at.scoreY;
        }
    }
}
