package scorescape.diffusion.mixture;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Points of equal weight, or equal round Gaussians around them, under noise: a mixture of `N(α pᵢ, v I)`, with
/// `v = α² h² + σ²` for the bandwidth `h`.
///
/// Scaled back to the data, a point is seen from `x/α` with the noise `√v/α`. Only points whose squared distance is little
/// above that of the nearest one count, and a [PointIndex] finds them: the rest would change nothing but a rounding error.
/// The mean of `x₀` is `m + G (x − α m)`, `m` the mean of the points by their responsibilities and `G = α h²/v`.
final class NoisedPoints implements NoisedShape {

    /// A hundred thousand points that are smaller than the nearest by this, as a logarithm, change nothing.
    private static final double NEGLIGIBLE_EXPONENT = 52;

    /// Far enough out rounding decides which point is the nearest; the true one may then be larger, but must stay finite.
    private static final double LARGEST_EXPONENT = 600;

    /// So that rounding does not lose the nearest point.
    private static final double ROUNDING_UP = 1 + 1e-9;

    /// Below this many points the loops over blocks are slower than one exponential after the other.
    private static final int FEWEST_FOR_LOOPS = 48;

    private final PointIndex points;
    private final double alpha;
    private final double sigma;

    /// Square root of `v`, and `h²`.
    private final double spread;
    private final double kernel;
    private final double logNormaliser;

    /// For many points at once, made when first asked for.
    private @Nullable LatticeKernel lattice;

    /// @param bandwidth `h`, 0 for points
    /// @param sigma positive
    NoisedPoints(PointIndex points, double bandwidth, double alpha, double sigma) {
        this.points = points;
        this.alpha = alpha;
        this.sigma = sigma;
        spread = Math.hypot(alpha * bandwidth, sigma);
        kernel = bandwidth * bandwidth;
        logNormaliser = -LN_TWO_PI - 2 * Math.log(spread) - Math.log(points.size());
    }

    /// The cloud on a lattice, or null where that does not pay.
    @Nullable
    LatticeKernel lattice() {
        if (!LatticeKernel.pays(this)) {
            return null;
        }
        synchronized (this) {
            if (lattice == null) {
                lattice = new LatticeKernel(this);
            }
            return lattice;
        }
    }

    /// What the sums of the [LatticeKernel] at a place say: the logarithm of density or ratio, and score or mean of `x₀`.
    void estimate(double x, double y, double sum, double sumX, double sumY, boolean drowned, LocalEstimate out) {
        double dx = sumX / sum - x;
        double dy = sumY / sum - y;
        if (drowned) {
            double wider = alpha / sigma * (alpha / sigma) * kernel;
            double u = x / sigma;
            double v = y / sigma;
            out.logDensity = Math.log(sum / points.size()) - Math.log1p(wider) + 0.5 * (u * u + v * v);
            double gain = alpha * kernel / (spread * spread);
            out.meanX = sumX / sum / alpha - gain * dx;
            out.meanY = sumY / sum / alpha - gain * dy;
        } else {
            out.logDensity = logNormaliser + Math.log(sum);
            out.scoreX = dx / spread / spread;
            out.scoreY = dy / spread / spread;
        }
    }

    /// Gathers what the points near a place say, in blocks that the loops of [BlockLoops] take.
    private final class Gathering implements PointIndex.Visitor {

        private final double x;
        private final double y;

        /// The nearest point and its exponent, the smallest.
        private final double nearX;
        private final double nearY;
        private final double smallest;

        /// Points that wait, and how many.
        private final double[] waitingX = new double[BlockLoops.SIZE];
        private final double[] waitingY = new double[BlockLoops.SIZE];
        private final double[] shares = new double[BlockLoops.SIZE];
        private final double[] exponentials = BlockLoops.shortBlock();
        private int waiting;

        private double sum;

        /// Of the points as they differ from the nearest one, which keeps digits where all that count are close together.
        private double sumX;
        private double sumY;

        /// The same for their mean.
        private double meanX;
        private double meanY;
        private double sumXX;
        private double sumXY;
        private double sumYY;
        private boolean second;

        Gathering(double x, double y, double[] nearest) {
            this.x = x;
            this.y = y;
            nearX = nearest[0];
            nearY = nearest[1];
            double dx = (x - alpha * nearX) / spread;
            double dy = (y - alpha * nearY) / spread;
            smallest = 0.5 * (dx * dx + dy * dy);
        }

        @Override
        public void visit(int from, int to) {
            for (int i = from; i < to;) {
                int count = Math.min(to - i, BlockLoops.SIZE - waiting);
                points.copy(i, count, waitingX, waitingY, waiting);
                i += count;
                waiting += count;
                if (waiting == BlockLoops.SIZE) {
                    take();
                }
            }
        }

        /// Takes the points that wait.
        void take() {
            if (waiting < FEWEST_FOR_LOOPS) {
                for (int i = 0; i < waiting; i++) {
                    shares[i] = Math.exp(exponent(waitingX[i], waitingY[i]));
                }
            } else {
                for (int i = 0; i < BlockLoops.SIZE; i++) {
                    shares[i] = exponent(waitingX[i], waitingY[i]);
                }
                BlockLoops.putLog(shares, 0, exponentials);
                BlockLoops.exponential(exponentials);
                BlockLoops.copy(exponentials, BlockLoops.POWER, shares, 0);
            }
            for (int i = 0; i < waiting; i++) {
                double share = shares[i];
                if (second) {
                    double dx = waitingX[i] - nearX - meanX;
                    double dy = waitingY[i] - nearY - meanY;
                    sumXX += share * dx * dx;
                    sumXY += share * dx * dy;
                    sumYY += share * dy * dy;
                } else {
                    sum += share;
                    sumX += share * (waitingX[i] - nearX);
                    sumY += share * (waitingY[i] - nearY);
                }
            }
            waiting = 0;
        }

        /// By how much a point is below the nearest one: the difference of two squared distances, without squaring what is
        /// large.
        private double exponent(double px, double py) {
            double excess = (nearX - px) * (x - 0.5 * alpha * (px + nearX))
                    + (nearY - py) * (y - 0.5 * alpha * (py + nearY));
            return Math.min(-alpha * excess / spread / spread, LARGEST_EXPONENT);
        }
    }

    int size() {
        return points.size();
    }

    double x(int index) {
        return points.x(index);
    }

    double y(int index) {
        return points.y(index);
    }

    double alpha() {
        return alpha;
    }

    /// Standard deviation of each Gaussian.
    double spread() {
        return spread;
    }

    /// The box of the centres `α pᵢ`: its smallest x.
    double left() {
        return alpha * points.bounds().minX();
    }

    /// Its smallest y.
    double bottom() {
        return alpha * points.bounds().minY();
    }

    double width() {
        return alpha * points.bounds().width();
    }

    double height() {
        return alpha * points.bounds().height();
    }

    /// The log density at a point of the one Gaussian there, with its share of the weight.
    double logNormaliser() {
        return logNormaliser;
    }

    /// The Gaussians one by one, with `1/n` of the weight each.
    List<NoisedGaussian> gaussians() {
        SymMat2 covariance = SymMat2.scalar(kernel);
        return IntStream.range(0, points.size())
                .mapToObj(i -> NoisedGaussian.of(new Vec2(points.x(i), points.y(i)), covariance, alpha, sigma))
                .toList();
    }

    @Override
    public double logDensity(double x, double y) {
        Gathering near = gather(x, y);
        return logNormaliser - near.smallest + Math.log(near.sum);
    }

    @Override
    public double logRatioToNoise(double x, double y) {
        // The noise is larger than the data: |x|²/2σ² is a large number that must drop out before it is rounded.
        Gathering near = gather(x, y);
        double px = near.nearX;
        double py = near.nearY;
        double pull = alpha * (px * (x - 0.5 * alpha * px) + py * (y - 0.5 * alpha * py));
        double dx = x - alpha * px;
        double dy = y - alpha * py;
        double wider = alpha * alpha * kernel / (sigma * sigma);
        return Math.log(near.sum / points.size()) - Math.log1p(wider) + pull / sigma / sigma
                + 0.5 * (dx * dx + dy * dy) / sigma / sigma * (wider / (1 + wider));
    }

    @Override
    public void estimate(double x, double y, LocalEstimate out) {
        Gathering near = gather(x, y);
        near.meanX = near.sumX / near.sum;
        near.meanY = near.sumY / near.sum;
        near.second = true;
        visitNear(near);
        double variance = spread * spread;
        double xx = near.sumXX / near.sum;
        double xy = near.sumXY / near.sum;
        double yy = near.sumYY / near.sum;
        double meanX = near.nearX + near.meanX;
        double meanY = near.nearY + near.meanY;
        double dx = x - alpha * meanX;
        double dy = y - alpha * meanY;
        out.logDensity = logNormaliser - near.smallest + Math.log(near.sum);
        out.scoreX = -dx / spread / spread;
        out.scoreY = -dy / spread / spread;
        double stiffness = alpha / spread * (alpha / spread);
        out.hessianXX = (stiffness * xx - 1) / variance;
        out.hessianXY = stiffness * xy / variance;
        out.hessianYY = (stiffness * yy - 1) / variance;
        double gain = alpha * kernel / variance;
        out.meanX = meanX + gain * dx;
        out.meanY = meanY + gain * dy;
        // The responsibilities move the mean by I − αG of what they move the points.
        double share = sigma / spread * (sigma / spread);
        out.covarianceXX = share * (kernel + share * xx);
        out.covarianceXY = share * share * xy;
        out.covarianceYY = share * (kernel + share * yy);
    }

    private Gathering gather(double x, double y) {
        double[] nearest = points.nearest(scaled(x), scaled(y));
        var near = new Gathering(x, y, nearest);
        visitNear(near);
        return near;
    }

    private void visitNear(Gathering near) {
        // Squared distances, in data units: e = (α d)²/2v.
        double scale = spread / alpha;
        double limit = ROUNDING_UP * 2 * (near.smallest + NEGLIGIBLE_EXPONENT) * scale * scale;
        points.visitWithin(scaled(near.x), scaled(near.y), limit, near);
        near.take();
    }

    private double scaled(double coordinate) {
        return alpha == 0 ? 0 : coordinate / alpha;
    }
}
