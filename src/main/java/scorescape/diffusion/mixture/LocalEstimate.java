package scorescape.diffusion.mixture;

import scorescape.math.SymMat2;

/// What one noised shape says at one point: scratch that its owner fills anew for each point.
///
/// All of the shape's own law `p_t(x|k)`, in data units: log density, its gradient and Hessian, and mean and covariance
/// of `x₀` given `x_t`.
final class LocalEstimate {

    double logDensity;
    double scoreX;
    double scoreY;
    double hessianXX;
    double hessianXY;
    double hessianYY;
    double meanX;
    double meanY;
    double covarianceXX;
    double covarianceXY;
    double covarianceYY;

    /// Adds score and posterior mean of a part of the mixture.
    ///
    /// @param share the part's responsibility
    void addFirstMoments(double share, LocalEstimate part) {
        scoreX += share * part.scoreX;
        scoreY += share * part.scoreY;
        meanX += share * part.meanX;
        meanY += share * part.meanY;
    }

    /// Adds Hessian and posterior covariance of a part, by the law of total covariance:
    ///
    ///     Cov = Σ r (Cₖ + (mₖ − m)(mₖ − m)ᵀ),   H = Σ r (Hₖ + (sₖ − s)(sₖ − s)ᵀ)
    ///
    /// Needs the final first moments `m` and `s` of the mixture.
    ///
    /// @param share the part's responsibility
    void addSecondMoments(double share, LocalEstimate part) {
        addHessian(share, part);
        addCovariance(share, part.covariance(), part.meanX - meanX, part.meanY - meanY);
    }

    /// The same, with the distance of the means from that of the scores.
    ///
    /// @param reach `σ²/α`
    void addSecondMomentsByScores(double share, LocalEstimate part, double reach) {
        addHessian(share, part);
        addCovariance(share, part.covariance(), reach * (part.scoreX - scoreX), reach * (part.scoreY - scoreY));
    }

    private void addHessian(double share, LocalEstimate part) {
        double sx = part.scoreX - scoreX;
        double sy = part.scoreY - scoreY;
        hessianXX += share * (part.hessianXX + sx * sx);
        hessianXY += share * (part.hessianXY + sx * sy);
        hessianYY += share * (part.hessianYY + sy * sy);
    }

    /// Adds a part's covariance, whose mean is `(mx, my)` away from that of the mixture.
    void addCovariance(double share, SymMat2 covariance, double mx, double my) {
        covarianceXX += share * (covariance.xx() + mx * mx);
        covarianceXY += share * (covariance.xy() + mx * my);
        covarianceYY += share * (covariance.yy() + my * my);
    }

    private SymMat2 covariance() {
        return new SymMat2(covarianceXX, covarianceXY, covarianceYY);
    }
}
