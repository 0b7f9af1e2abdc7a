package scorescape.diffusion.mixture;

import org.ejml.data.DMatrix2x2;
import org.ejml.dense.fixed.CommonOps_DDF2;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// A Gaussian, or a point, under noise: `N(α μ, S)` with `S = α² Σ + σ² I`.
///
/// With the Cholesky factor `S = L Lᵀ` and `u = L⁻¹ (x − α μ)`, the log density is `−½ |u|²` and a constant, the score
/// `−L⁻ᵀ u`. A needle keeps its digits that way: a point far out along its length has a small `u` across, where the
/// quadratic form with `S⁻¹` would be the difference of two huge numbers. The posterior is linear:
///
///     E[x₀ | x] = μ + G (x − α μ),  Cov[x₀ | x] = (σ²/α) G,  G = α Σ S⁻¹ = α (α² |Σ| I + σ² Σ) / |S|
///
/// the last by Cayley–Hamilton, a sum of positive terms, and `|S| = α⁴ |Σ| + α² σ² tr Σ + σ⁴` as well.
///
/// Against pure noise, `I/σ² − S⁻¹ = (α/σ²) G`, so that the large `|x|²/σ²` drops out:
///
///     ln p_t(x|k) − ln N(x; 0, σ² I) = −½ ln(|S|/σ⁴) + (α/σ²) (½ xᵀ G x + bᵀ (x − ½ α μ)),  b = (I − α G) μ
///
/// @param centreX x of `α μ`
/// @param centreY y of `α μ`
/// @param l11 first diagonal element of `L⁻¹`
/// @param l21 element of `L⁻¹` below the diagonal
/// @param l22 second diagonal element of `L⁻¹`
/// @param logNormaliser the log density at the centre
/// @param meanX x of `μ`
/// @param meanY y of `μ`
/// @param gain the matrix `G`
/// @param covariance `Cov[x₀ | x]`, the same for all `x`
/// @param logShrink `−½ ln(|S|/σ⁴)`
/// @param ratio `α/σ²`
/// @param pull the vector `b`
record NoisedGaussian(double centreX, double centreY, double l11, double l21, double l22, double logNormaliser,
        double meanX, double meanY, SymMat2 gain, SymMat2 covariance, double logShrink, double ratio, Vec2 pull)
        implements
            NoisedShape {

    /// @param mean `μ`
    /// @param sigma0 `Σ`: positive definite, or zero for a point
    /// @param sigma positive
    static NoisedGaussian of(Vec2 mean, SymMat2 sigma0, double alpha, double sigma) {
        double variance = sigma * sigma;
        var factor = new DMatrix2x2(sigma0.xx(), sigma0.xy(), sigma0.xy(), sigma0.yy());
        CommonOps_DDF2.scale(alpha * alpha, factor);
        CommonOps_DDF2.addEquals(factor, new DMatrix2x2(variance, 0, 0, variance));
        if (!CommonOps_DDF2.cholL(factor)) {
            throw new IllegalStateException("no Cholesky factor of a valid covariance: " + sigma0);
        }
        double logNormaliser = -LN_TWO_PI - Math.log(factor.a11) - Math.log(factor.a22);
        var inverse = new DMatrix2x2();
        CommonOps_DDF2.invert(factor, inverse);

        double determinant = sigma0.determinant();
        double alpha2 = alpha * alpha;
        double noisedDeterminant =
                alpha2 * alpha2 * determinant + alpha2 * variance * sigma0.trace() + variance * variance;
        SymMat2 shrink = sigma0.times(variance / noisedDeterminant)
                .plusScalar(alpha2 * determinant / noisedDeterminant);
        // α² Σ in units of the noise variance.
        SymMat2 relative = sigma0.times(alpha / sigma * (alpha / sigma));
        double logShrink = -0.5 * Math.log1p(relative.trace() + relative.determinant());
        SymMat2 rest = shrink.times(-alpha2).plusScalar(1);
        return new NoisedGaussian(alpha * mean.x(), alpha * mean.y(), inverse.a11, inverse.a21, inverse.a22,
                logNormaliser, mean.x(), mean.y(), shrink.times(alpha), shrink.times(variance), logShrink,
                alpha / variance, rest.times(mean));
    }

    @Override
    public double logRatioToNoise(double x, double y) {
        double quadratic = 0.5 * (gain.xx() * x * x + gain.yy() * y * y) + gain.xy() * x * y;
        double linear = pull.x() * (x - 0.5 * centreX) + pull.y() * (y - 0.5 * centreY);
        return logShrink + ratio * (quadratic + linear);
    }

    @Override
    public double logDensity(double x, double y) {
        double dx = x - centreX;
        double dy = y - centreY;
        double u = l11 * dx;
        double v = l21 * dx + l22 * dy;
        return logNormaliser - 0.5 * (u * u + v * v);
    }

    /// The elements of `S⁻¹ = L⁻ᵀ L⁻¹`.
    double stiffnessXX() {
        return l11 * l11 + l21 * l21;
    }

    double stiffnessXY() {
        return l21 * l22;
    }

    double stiffnessYY() {
        return l22 * l22;
    }

    /// Adds score and posterior mean, as [LocalEstimate#addFirstMoments] without the object between.
    void addFirstMoments(double x, double y, double share, LocalEstimate sum) {
        double dx = x - centreX;
        double dy = y - centreY;
        double u = l11 * dx;
        double v = l21 * dx + l22 * dy;
        sum.scoreX -= share * (l11 * u + l21 * v);
        sum.scoreY -= share * (l22 * v);
        sum.meanX += share * (meanX + gain.xx() * dx + gain.xy() * dy);
        sum.meanY += share * (meanY + gain.xy() * dx + gain.yy() * dy);
    }

    /// Adds the posterior covariance about the final mean of `sum`.
    void addCovariance(double x, double y, double share, LocalEstimate sum) {
        double dx = x - centreX;
        double dy = y - centreY;
        double mx = meanX + gain.xx() * dx + gain.xy() * dy - sum.meanX;
        double my = meanY + gain.xy() * dx + gain.yy() * dy - sum.meanY;
        sum.addCovariance(share, covariance, mx, my);
    }

    /// The same, with the distance of the means from that of the scores.
    ///
    /// @param reach `σ²/α`
    void addCovarianceByScores(double x, double y, double reach, double share, LocalEstimate sum) {
        double dx = x - centreX;
        double dy = y - centreY;
        double u = l11 * dx;
        double v = l21 * dx + l22 * dy;
        sum.addCovariance(share, covariance, reach * (-(l11 * u + l21 * v) - sum.scoreX),
                reach * (-(l22 * v) - sum.scoreY));
    }

    @Override
    public void estimate(double x, double y, LocalEstimate out) {
        double dx = x - centreX;
        double dy = y - centreY;
        double u = l11 * dx;
        double v = l21 * dx + l22 * dy;
        out.logDensity = logNormaliser - 0.5 * (u * u + v * v);
        out.scoreX = -(l11 * u + l21 * v);
        out.scoreY = -(l22 * v);
        out.hessianXX = -stiffnessXX();
        out.hessianXY = -stiffnessXY();
        out.hessianYY = -stiffnessYY();
        out.meanX = meanX + gain.xx() * dx + gain.xy() * dy;
        out.meanY = meanY + gain.xy() * dx + gain.yy() * dy;
        out.covarianceXX = covariance.xx();
        out.covarianceXY = covariance.xy();
        out.covarianceYY = covariance.yy();
    }
}
