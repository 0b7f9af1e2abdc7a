package scorescape.diffusion.mixture;

import java.util.List;
import org.ejml.data.DMatrix2x2;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.fixed.CommonOps_DDF2;
import org.ejml.dense.row.CommonOps_DDRM;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Covariances from what a user sees, and back: the half axes of an ellipse, handles on it, a heap of samples.
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

    /// The covariance whose ellipse passes through two handles, `a aᵀ + b bᵀ` with `a` and `b` from the centre to the
    /// handles.
    ///
    /// Handles at right angles are the tips of the axes. Others are conjugate, as the images of two radii at right angles
    /// under a map that makes the ellipse of a circle: so a handle that is dragged stays on the ellipse, wherever it goes.
    ///
    /// @throws IllegalArgumentException if centre and handles are all but on one line, or not finite
    public static SymMat2 ofHandles(Vec2 centre, Vec2 first, Vec2 second) {
        SymMat2 covariance = ofFactor(first.minus(centre), second.minus(centre));
        if (!covariance.isPositiveDefinite()) {
            throw new IllegalArgumentException(
                    "centre and handles must not be on one line: " + centre + ", " + first + ", " + second);
        }
        return covariance;
    }

    /// The unbiased covariance of samples, `Σ (xᵢ − x̄)(xᵢ − x̄)ᵀ/(n − 1)`.
    ///
    /// Positive definite unless all samples are on one line.
    ///
    /// @param samples at least two, finite
    public static SymMat2 ofSamples(List<Vec2> samples) {
        int n = samples.size();
        if (n < 2) {
            throw new IllegalArgumentException("a covariance needs at least two samples: " + n);
        }
        Vec2 mean = mean(samples);
        var offsets = new DMatrixRMaj(n, 2);
        for (int i = 0; i < n; i++) {
            offsets.set(i, 0, samples.get(i).x() - mean.x());
            offsets.set(i, 1, samples.get(i).y() - mean.y());
        }
        var scatter = new DMatrixRMaj(2, 2);
        CommonOps_DDRM.multInner(offsets, scatter);
        return new SymMat2(scatter.get(0, 0), scatter.get(0, 1), scatter.get(1, 1)).times(1.0 / (n - 1));
    }

    /// The mean of samples.
    ///
    /// @param samples at least one, finite
    public static Vec2 mean(List<Vec2> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one sample");
        }
        Vec2 sum = Vec2.ZERO;
        for (Vec2 sample : samples) {
            if (!sample.isFinite()) {
                throw new IllegalArgumentException("sample must be finite: " + sample);
            }
            sum = sum.plus(sample);
        }
        return sum.times(1.0 / samples.size());
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
