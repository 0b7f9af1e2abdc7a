package scorescape.diffusion.mixture;

import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The distribution `p_t` of `x_t = α x₀ + σ ε`.
public final class NoisedDistribution {

    private final DataDistribution data;
    private final NoiseLevel level;

    NoisedDistribution(DataDistribution data, NoiseLevel level) {
        this.data = data;
        this.level = level;
    }

    public NoiseLevel level() {
        return level;
    }

    /// The same for one class, `p_t(x|y)`.
    public NoisedDistribution given(int label) {
        return data.given(label).noised(level);
    }

    /// Log density, score, posterior mean and covariance at `x`.
    ///
    /// @throws IllegalArgumentException if a coordinate of `x` is not finite
    public PointEstimate at(Vec2 x) {
        Vec2 mean = Vec2.ZERO;
        SymMat2 second = SymMat2.ZERO;
        double s2 = level.sigma() * level.sigma();
        double a = level.alpha();
        double[] logs = new double[data.components().size()];
        java.util.List<Vec2> means = new java.util.ArrayList<>();
        java.util.List<SymMat2> covs = new java.util.ArrayList<>();
        for (int k = 0; k < logs.length; k++) {
            Component c = data.components().get(k);
            Vec2 mu = c.bounds().centre();
            SymMat2 sig = c instanceof GaussianComponent g
                    ? g.covariance()
                    : c instanceof RectangleComponent r
                            ? SymMat2.rotated(r.halfSize().x() * r.halfSize().x() / 3,
                                    r.halfSize().y() * r.halfSize().y() / 3, r.angle())
                            : SymMat2.ZERO;
            SymMat2 cov = sig.times(a * a).plusScalar(s2);
            double det = cov.determinant();
            Vec2 d = x.minus(mu.times(a));
            SymMat2 inv = new SymMat2(cov.yy() / det, -cov.xy() / det, cov.xx() / det);
            logs[k] = Math.log(c.weight() / data.totalWeight()) - Math.log(2 * Math.PI) - 0.5 * Math.log(det)
                    - 0.5 * d.dot(inv.times(d));
            means.add(mu.plus(sig.times(inv.times(d)).times(a)));
            covs.add(sig);
        }
        double log = scorescape.math.Numerics.logSumExp(logs);
        for (int k = 0; k < logs.length; k++) {
            double r = Math.exp(logs[k] - log);
            mean = mean.plus(means.get(k).times(r));
            second = second.plus(covs.get(k).times(r));
        }
        return new PointEstimate(log, mean.times(a).minus(x).times(1 / s2), mean, second);
    }

    public double logDensity(Vec2 x) {
        return at(x).logDensity();
    }

    /// Fills `out` with `ln p_t` at the centres of a grid of `columns × rows` cells, row by row.
    ///
    /// @param left x of the first column's centres
    /// @param top y of the first row's centres
    /// @param dx step between columns, of either sign
    /// @param dy step between rows, of either sign
    public void logDensityGrid(double left, double top, double dx, double dy, int columns, int rows, double[] out) {
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                out[j * columns + i] = logDensity(new Vec2(left + i * dx, top + j * dy));
            }
        }
    }
}
