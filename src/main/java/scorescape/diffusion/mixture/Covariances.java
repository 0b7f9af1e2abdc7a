package scorescape.diffusion.mixture;

import org.ejml.data.DMatrix2x2;
import org.ejml.dense.fixed.CommonOps_DDF2;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Covariances from the half axes of the ellipse that a user sees, and back.
///
/// The ellipse of a covariance `Σ` is that of one standard deviation, `(x − μ)ᵀ Σ⁻¹ (x − μ) = 1`.
public final class Covariances {

    private Covariances() {}

    /// An ellipse about its centre.
    ///
    /// @param major standard deviation along the longer axis, in data units
    /// @param minor standard deviation along the shorter axis, in data units
    /// @param angle of the longer axis from the x axis towards the y axis, in radians: in `(−π/2, π/2]`
    public record Ellipse(double major, double minor, double angle) {

        /// From the centre to the end of the longer axis.
        public Vec2 majorTip() {
            return Vec2.ofAngle(angle).times(major);
        }

        /// From the centre to the end of the shorter axis.
        public Vec2 minorTip() {
            return Vec2.ofAngle(angle).perpendicular().times(minor);
        }
    }

    /// `R diag(along², across²) Rᵀ`.
    ///
    /// @param along standard deviation along the axis at `angle`, in data units: positive and finite
    /// @param across standard deviation across it: positive and finite
    /// @param angle in radians, from the x axis towards the y axis: finite
    public static SymMat2 ofAxes(double along, double across, double angle) {
        if (!(along > 0 && across > 0 && Double.isFinite(along) && Double.isFinite(across))) {
            throw new IllegalArgumentException("axes must be positive and finite: " + along + ", " + across);
        }
        if (!Double.isFinite(angle)) {
            throw new IllegalArgumentException("angle must be finite: " + angle);
        }
        Vec2 axis = Vec2.ofAngle(angle);
        return ofFactor(axis.times(along), axis.perpendicular().times(across));
    }

    /// The ellipse of a covariance; that of a round one begins at the x axis.
    ///
    /// @param covariance positive definite
    public static Ellipse ellipse(SymMat2 covariance) {
        if (!covariance.isPositiveDefinite()) {
            throw new IllegalArgumentException("covariance must be positive definite: " + covariance);
        }
        SymMat2.Eigen eigen = covariance.eigen();
        return new Ellipse(Math.sqrt(eigen.larger()), Math.sqrt(eigen.smaller()),
                Math.atan2(eigen.axis().y(), eigen.axis().x()));
    }

    /// `F Fᵀ` for the factor with the columns `a` and `b`.
    private static SymMat2 ofFactor(Vec2 a, Vec2 b) {
        var factor = new DMatrix2x2(a.x(), b.x(), a.y(), b.y());
        var product = new DMatrix2x2();
        CommonOps_DDF2.multTransB(factor, factor, product);
        return new SymMat2(product.a11, product.a12, product.a22);
    }
}
