package scorescape.diffusion.mixture;

import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// A normal distribution `N(mean, covariance)`.
///
/// @param mean centre, in data units
/// @param covariance positive definite, in data units squared
public record GaussianComponent(double weight, int label, Vec2 mean, SymMat2 covariance) implements Component {

    /// Largest ratio of the variances along and across a needle: an axis ratio of ten million.
    public static final double MAX_CONDITION = 1e14;

    public GaussianComponent {
        Component.requireWeight(weight);
        if (!mean.isFinite()) {
            throw new IllegalArgumentException("mean must be finite: " + mean);
        }
        if (!covariance.isPositiveDefinite()) {
            throw new IllegalArgumentException("covariance must be positive definite: " + covariance);
        }
        if (!isThickEnough(covariance)) {
            throw new IllegalArgumentException("covariance must not be thinner than 1 : 10,000,000: " + covariance);
        }
    }

    /// Whether a positive definite matrix is no thinner than a component may be.
    public static boolean isThickEnough(SymMat2 covariance) {
        // trace²/determinant is the condition number and a little.
        return covariance.trace() * covariance.trace() / covariance.determinant() < MAX_CONDITION;
    }

    @Override
    public GaussianComponent withWeight(double newWeight) {
        return new GaussianComponent(newWeight, label, mean, covariance);
    }

    @Override
    public GaussianComponent withLabel(int newLabel) {
        return new GaussianComponent(weight, newLabel, mean, covariance);
    }

    @Override
    public Bounds bounds() {
        return Bounds.around(mean, new Vec2(2 * Math.sqrt(covariance.xx()), 2 * Math.sqrt(covariance.yy())));
    }
}
