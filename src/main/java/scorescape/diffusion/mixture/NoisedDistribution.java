package scorescape.diffusion.mixture;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Numerics;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The distribution `p_t` of `x_t = α x₀ + σ ε`, for `x₀` from a [DataDistribution].
///
/// A mixture of noised components. With the responsibilities `rₖ(x) = p(k|x)`, taken from log densities so that they are
/// right where every density underflows,
///
///     s(x) = ∇ ln p_t = Σ rₖ sₖ,  x̂₀ = Σ rₖ mₖ,  Cov[x₀|x] = Σ rₖ (Cₖ + (mₖ − x̂₀)(mₖ − x̂₀)ᵀ)
///
/// Two limits are taken for what they tend to. At α = 0, pure noise, the posterior of `x₀` is the prior. At σ = 0 the
/// noise is 1e-50 data units: beside a point or outside a rectangle the density is then not 0 but unimaginably small,
/// `x̂₀` is the nearest point of the data, and nothing is NaN. For the same reason a point is never further out than 1e50.
///
/// Immutable, and safe for use by several threads. Preparing it costs a little per component; keep it for a noise level.
public final class NoisedDistribution {

    /// A share whose logarithm is below this counts as 0, a little before it would underflow to that.
    private static final double LOG_NEGLIGIBLE = -700;

    private final NoiseLevel level;
    private final List<Component> components;
    private final NoisedShape[] shapes;

    /// Whether all shapes are Gaussian.
    private final boolean gaussian;

    /// Largest coordinate of the data.
    private final double extent;

    /// `α/σ²`.
    private final double pull;

    /// Whether the noise is larger than the data: then components are told apart by their ratios to pure noise.
    private final boolean drowned;

    /// `ln` of the normalised weights.
    private final double[] logWeights;

    /// The classes in rising order, and for each component the position of its class among them.
    private final List<Integer> labels;
    private final int[] classes;

    private volatile @Nullable BlockLayout layout;

    NoisedDistribution(DataDistribution data, NoiseLevel level) {
        this(data.components(),
                data.components().stream().map(c -> NoisedShape.of(c, level)).toArray(NoisedShape[]::new), level);
    }

    private NoisedDistribution(List<Component> components, NoisedShape[] shapes, NoiseLevel level) {
        this.level = level;
        this.components = components;
        this.shapes = shapes;
        gaussian = Stream.of(shapes).allMatch(NoisedGaussian.class::isInstance);
        double total = components.stream().mapToDouble(Component::weight).sum();
        logWeights = components.stream().mapToDouble(c -> logShare(c.weight(), total)).toArray();
        labels = components.stream().map(Component::label).distinct().sorted().toList();
        classes = components.stream().mapToInt(c -> labels.indexOf(c.label())).toArray();
        Bounds bounds = components.stream().map(Component::bounds).reduce(Bounds::union).orElseThrow();
        extent = Math.max(Math.max(-bounds.minX(), bounds.maxX()), Math.max(-bounds.minY(), bounds.maxY()));
        double sigma = Math.max(level.sigma(), NoisedShape.SMALLEST_SIGMA);
        pull = level.alpha() / sigma / sigma;
        drowned = level.sigma() > level.alpha() * (extent + bounds.width() + bounds.height());
    }

    /// `ln (weight/total)`, also where the share is too small for a number of all digits.
    private static double logShare(double weight, double total) {
        double share = weight / total;
        return share >= Double.MIN_NORMAL ? Math.log(share) : Math.log(weight) - Math.log(total);
    }

    public NoiseLevel level() {
        return level;
    }

    /// The classes that have a component, in rising order.
    public List<Integer> labels() {
        return labels;
    }

    /// The same for one class, `p_t(x|y)`.
    ///
    /// @throws IllegalArgumentException if no component has `label`
    public NoisedDistribution given(int label) {
        int wanted = indexOf(label);
        int[] own = IntStream.range(0, shapes.length).filter(k -> classes[k] == wanted).toArray();
        return new NoisedDistribution(IntStream.of(own).mapToObj(components::get).toList(),
                IntStream.of(own).mapToObj(k -> shapes[k]).toArray(NoisedShape[]::new), level);
    }

    /// Log density, score, posterior mean and covariance at `x`.
    ///
    /// @throws IllegalArgumentException if a coordinate of `x` is not finite
    public PointEstimate at(Vec2 x) {
        LocalEstimate all = estimate(inReach(x));
        return new PointEstimate(all.logDensity, new Vec2(all.scoreX, all.scoreY), new Vec2(all.meanX, all.meanY),
                new SymMat2(all.covarianceXX, all.covarianceXY, all.covarianceYY));
    }

    /// The Hessian `∇∇ᵀ ln p_t(x) = Σ rₖ (Hₖ + (sₖ − s)(sₖ − s)ᵀ)`, the Jacobian of the score, in 1 / data units squared.
    ///
    /// It is `(α² Cov/σ² − I)/σ²` as well, but that loses its digits near the data.
    ///
    /// @throws IllegalArgumentException if a coordinate of `x` is not finite
    public SymMat2 hessian(Vec2 x) {
        Vec2 near = inReach(x);
        var all = new LocalEstimate();
        estimate(near.x(), near.y(), shares(logTerms(near)), all);
        return new SymMat2(all.hessianXX, all.hessianXY, all.hessianYY);
    }

    /// `ln p_t(x)`.
    ///
    /// @throws IllegalArgumentException if a coordinate of `x` is not finite
    public double logDensity(Vec2 x) {
        Vec2 near = inReach(x);
        return logDensity(near, Numerics.logSumExp(logTerms(near)));
    }

    /// The posterior probabilities `p(k|x)` of the components, in their order; the sum is 1.
    ///
    /// @throws IllegalArgumentException if a coordinate of `x` is not finite
    public double[] responsibilities(Vec2 x) {
        return shares(logTerms(inReach(x)));
    }

    /// `ln p_t(y|x)`, the logarithm of what the exact noise-aware classifier answers.
    ///
    /// Right to the last digits also where the class is all but certain, from the odds against it.
    ///
    /// @throws IllegalArgumentException if a coordinate of `x` is not finite or no component has `label`
    public double logPosterior(int label, Vec2 x) {
        int wanted = indexOf(label);
        double[] logs = classLogs(logTerms(inReach(x)));
        double own = logs[wanted];
        logs[wanted] = Double.NEGATIVE_INFINITY;
        double logOddsAgainst = Numerics.logSumExp(logs) - own;
        return logOddsAgainst > 0
                ? -logOddsAgainst - Math.log1p(Math.exp(-logOddsAgainst))
                : 0 - Math.log1p(Math.exp(logOddsAgainst));
    }

    /// The posterior probabilities `p_t(y|x)` of the classes, in the order of [#labels]; the sum is 1.
    ///
    /// @throws IllegalArgumentException if a coordinate of `x` is not finite
    public double[] posteriors(Vec2 x) {
        return shares(classLogs(logTerms(inReach(x))));
    }

    /// `∇ ln p_t(y|x)`, the guidance of the exact classifier, in 1 / data units.
    ///
    /// It is the difference of the scores, `s(x|y) − s(x)`, written as `Σ p(j|x) (s(x|y) − s(x|j))` over the other
    /// classes so that it keeps its digits where the class is all but certain.
    ///
    /// @throws IllegalArgumentException if a coordinate of `x` is not finite or no component has `label`
    public Vec2 posteriorGradient(int label, Vec2 x) {
        int wanted = indexOf(label);
        Vec2 near = inReach(x);
        double[] logTerms = logTerms(near);
        double[] posteriors = shares(classLogs(logTerms));
        var moments = new LocalEstimate[labels.size()];
        var part = new LocalEstimate();
        for (int c = 0; c < moments.length; c++) {
            double[] own = new double[shapes.length];
            for (int k = 0; k < shapes.length; k++) {
                own[k] = classes[k] == c ? logTerms[k] : Double.NEGATIVE_INFINITY;
            }
            double[] shares = shares(own);
            moments[c] = new LocalEstimate();
            for (int k = 0; k < shapes.length; k++) {
                if (shares[k] > 0) {
                    shapes[k].estimate(near.x(), near.y(), part);
                    moments[c].addFirstMoments(shares[k], part);
                }
            }
        }
        Vec2 gradient = Vec2.ZERO;
        for (int c = 0; c < moments.length; c++) {
            if (c != wanted && posteriors[c] > 0) {
                gradient = gradient.plus(scoreDifference(moments[wanted], moments[c]).times(posteriors[c]));
            }
        }
        return gradient;
    }

    /// The difference of two scores at one point, which is `α/σ²` times that of the posterior means as well.
    private Vec2 scoreDifference(LocalEstimate a, LocalEstimate b) {
        return meansAreSharper(a) && meansAreSharper(b)
                ? new Vec2(pull * (a.meanX - b.meanX), pull * (a.meanY - b.meanY))
                : new Vec2(a.scoreX - b.scoreX, a.scoreY - b.scoreY);
    }

    /// Whether differences of posterior means have more digits than those of scores, of which they are `σ²/α` times as much.
    /// Far out all scores are nearly the same large vector; near the data, among little noise, all means are nearly the same
    /// place. Means are rounded as the data are.
    private boolean meansAreSharper(LocalEstimate at) {
        return pull * extent <= Math.max(Math.abs(at.scoreX), Math.abs(at.scoreY));
    }

    /// Evaluates the law at all points of a batch; blocks of points run in parallel where that pays.
    ///
    /// @throws IllegalArgumentException if a coordinate is not finite
    public void evaluate(PointBatch batch) {
        BatchEvaluation.run(this, layout(null), batch);
    }

    /// Evaluates the law and that of one class at all points of a batch, in one pass.
    ///
    /// @throws IllegalArgumentException if a coordinate is not finite or no component has `label`
    public void evaluate(PointBatch batch, int label) {
        BatchEvaluation.run(this, layout(label), batch);
    }

    /// The layout for blocks that was asked for last is kept.
    private BlockLayout layout(@Nullable Integer label) {
        BlockLayout known = layout;
        if (known != null && Objects.equals(known.label(), label)) {
            return known;
        }
        int wanted = label == null ? -1 : indexOf(label);
        boolean[] own = new boolean[shapes.length];
        for (int k = 0; k < own.length; k++) {
            own[k] = classes[k] == wanted;
        }
        BlockLayout made = BlockLayout.of(label, shapes, logWeights, own, farthest(), drowned);
        // Two threads may both make one; they are equal.
        layout = made;
        return made;
    }

    /// Largest coordinate at which no logarithm is larger than the loops over blocks can take.
    private double farthest() {
        double sigma = Math.max(level.sigma(), NoisedShape.SMALLEST_SIGMA);
        double steepest = 0;
        for (NoisedShape shape : shapes) {
            steepest = Math.max(steepest,
                    shape instanceof NoisedGaussian g ? g.stiffnessXX() + g.stiffnessYY() : 1 / sigma / sigma);
        }
        return Math.sqrt(BlockLoops.LARGEST_LOG / steepest) - level.alpha() * extent;
    }

    /// Fills `out` with `ln p_t` at the centres of a grid's cells, row by row.
    ///
    /// For pictures: clouds of hundreds of points are right to 5e-4 of the density (5e-7 within three standard deviations of a
    /// point), all else to rounding. Ask for all cells at once: a large
    /// cloud is prepared for each call.
    ///
    /// @param out at least as long as the grid has cells
    public void logDensityGrid(CellGrid grid, double[] out) {
        if (grid.reach() < farthest()) {
            new GridEvaluation(shapes, logWeights, grid, out).run();
        } else {
            fill(grid, this, 0, out);
        }
    }

    /// The same for one class and its share, `ln (p(y) p_t(x|y))`, with the class by its position in [#labels].
    void jointLogDensityGrid(int index, CellGrid grid, double[] out) {
        int[] own = IntStream.range(0, shapes.length).filter(k -> classes[k] == index).toArray();
        double[] ownLogWeights = IntStream.of(own).mapToDouble(k -> logWeights[k]).toArray();
        if (grid.reach() < farthest()) {
            NoisedShape[] ownShapes = IntStream.of(own).mapToObj(k -> shapes[k]).toArray(NoisedShape[]::new);
            new GridEvaluation(ownShapes, ownLogWeights, grid, out).run();
        } else {
            fill(grid, given(labels.get(index)), Numerics.logSumExp(ownLogWeights), out);
        }
    }

    /// Point by point, for grids too far away for the loops over blocks.
    private static void fill(CellGrid grid, NoisedDistribution law, double logShare, double[] out) {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                out[row * grid.columns() + column] =
                        logShare + law.logDensity(new Vec2(grid.x(column), grid.y(row)));
            }
        }
    }

    private LocalEstimate estimate(Vec2 x) {
        double[] shares = logTerms(x);
        var all = new LocalEstimate();
        all.logDensity = logDensity(x, toShares(shares));
        if (gaussian) {
            estimateGaussians(x.x(), x.y(), shares, all);
        } else {
            estimate(x.x(), x.y(), shares, all);
        }
        return all;
    }

    /// All but the Hessian: the common case, without an object for each term.
    private void estimateGaussians(double x, double y, double[] shares, LocalEstimate all) {
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0) {
                ((NoisedGaussian) shapes[k]).addFirstMoments(x, y, shares[k], all);
            }
        }
        boolean byMeans = meansAreSharper(all);
        double reach = 1 / pull;
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0) {
                if (byMeans) {
                    ((NoisedGaussian) shapes[k]).addCovariance(x, y, shares[k], all);
                } else {
                    ((NoisedGaussian) shapes[k]).addCovarianceByScores(x, y, reach, shares[k], all);
                }
            }
        }
    }

    /// Means are gathered as they differ from that of the largest term: among data far from the origin, the rounding error of
    /// a mean may be larger than the noise, and its square than the covariance.
    private void estimate(double x, double y, double[] shares, LocalEstimate all) {
        var parts = new LocalEstimate[shapes.length];
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0) {
                parts[k] = new LocalEstimate();
                shapes[k].estimate(x, y, parts[k]);
            }
        }
        LocalEstimate largest = parts[Numerics.indexOfLargest(shares)];
        double originX = largest.meanX;
        double originY = largest.meanY;
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0) {
                parts[k].meanX -= originX;
                parts[k].meanY -= originY;
                all.addFirstMoments(shares[k], parts[k]);
            }
        }
        boolean byMeans = meansAreSharper(all);
        double reach = 1 / pull;
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0) {
                if (byMeans) {
                    all.addSecondMoments(shares[k], parts[k]);
                } else {
                    all.addSecondMomentsByScores(shares[k], parts[k], reach);
                }
            }
        }
        all.meanX += originX;
        all.meanY += originY;
    }

    /// @param logSum `ln` of the sum of the terms
    private double logDensity(Vec2 x, double logSum) {
        if (!drowned) {
            return logSum;
        }
        double sigma = level.sigma();
        double u = x.x() / sigma;
        double v = x.y() / sigma;
        return logSum - NoisedShape.LN_TWO_PI - 2 * Math.log(sigma) - 0.5 * (u * u + v * v);
    }

    /// `ln (wₖ p_t(x|k))` for every component, or its ratio to pure noise where that is [#drowned].
    private double[] logTerms(Vec2 x) {
        double[] logs = new double[shapes.length];
        for (int k = 0; k < logs.length; k++) {
            // Asking for the common kind by name spares the call through the interface.
            double log = shapes[k] instanceof NoisedGaussian g
                    ? drowned ? g.logRatioToNoise(x.x(), x.y()) : g.logDensity(x.x(), x.y())
                    : drowned ? shapes[k].logRatioToNoise(x.x(), x.y()) : shapes[k].logDensity(x.x(), x.y());
            logs[k] = logWeights[k] + log;
        }
        return logs;
    }

    private double[] classLogs(double[] logTerms) {
        double[] logs = new double[labels.size()];
        double[] own = new double[logTerms.length];
        for (int c = 0; c < logs.length; c++) {
            for (int k = 0; k < own.length; k++) {
                own[k] = classes[k] == c ? logTerms[k] : Double.NEGATIVE_INFINITY;
            }
            logs[c] = Numerics.logSumExp(own);
        }
        return logs;
    }

    private static double[] shares(double[] logs) {
        toShares(logs);
        return logs;
    }

    /// Replaces `logs` by their exponentials, scaled to the sum 1, and returns the log of the sum they had.
    ///
    /// By dividing: subtracting the log of the sum, a large number far out, would leave its rounding error in all of them.
    private static double toShares(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double difference = logs[i] - largest;
            logs[i] = difference < LOG_NEGLIGIBLE ? 0 : Math.exp(difference);
            sum += logs[i];
        }
        double scale = 1 / sum;
        for (int i = 0; i < logs.length; i++) {
            logs[i] *= scale;
        }
        return largest + Math.log(sum);
    }

    private static Vec2 inReach(Vec2 x) {
        if (!x.isFinite()) {
            throw new IllegalArgumentException("point must be finite: " + x);
        }
        double reach = NoisedShape.LARGEST_COORDINATE;
        return new Vec2(Math.clamp(x.x(), -reach, reach), Math.clamp(x.y(), -reach, reach));
    }

    private int indexOf(int label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("no component has class " + label);
        }
        return index;
    }
}
