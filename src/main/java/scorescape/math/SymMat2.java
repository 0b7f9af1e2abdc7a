package scorescape.math;

/// The symmetric matrix `[[xx, xy], [xy, yy]]`.
public record SymMat2(double xx, double xy, double yy) {

    public static final SymMat2 ZERO = new SymMat2(0, 0, 0);

    /// `value` times the identity.
    public static SymMat2 scalar(double value) {
        return new SymMat2(value, 0, value);
    }

    /// `R diag(u, v) Rᵀ`, with `R` the rotation by `angle` radians.
    public static SymMat2 rotated(double u, double v, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new SymMat2(u * c * c + v * s * s, (u - v) * c * s, u * s * s + v * c * c);
    }

    /// `v vᵀ`.
    public static SymMat2 outer(Vec2 v) {
        return new SymMat2(v.x() * v.x(), v.x() * v.y(), v.y() * v.y());
    }

    public SymMat2 plus(SymMat2 other) {
        return new SymMat2(xx + other.xx, xy + other.xy, yy + other.yy);
    }

    /// This matrix and `value` times the identity.
    public SymMat2 plusScalar(double value) {
        return new SymMat2(xx + value, xy, yy + value);
    }

    public SymMat2 times(double factor) {
        return new SymMat2(xx * factor, xy * factor, yy * factor);
    }

    public Vec2 times(Vec2 v) {
        return new Vec2(xx * v.x() + xy * v.y(), xy * v.x() + yy * v.y());
    }

    public double trace() {
        return xx + yy;
    }

    /// `xx·yy − xy²`, right to the last digit or so even where the two products nearly cancel, as they do for a needle.
    public double determinant() {
        return Numerics.differenceOfProducts(xx, yy, xy, xy);
    }

    public boolean isFinite() {
        return Double.isFinite(xx) && Double.isFinite(xy) && Double.isFinite(yy);
    }

    /// Whether both eigenvalues are positive and all elements finite, to the last digit of the determinant.
    public boolean isPositiveDefinite() {
        return isFinite() && xx > 0 && yy > 0 && determinant() > 0;
    }

    /// Eigenvalues and the direction of the first eigenvector.
    ///
    /// @param larger eigenvalue
    /// @param smaller eigenvalue
    /// @param axis unit vector along which the matrix acts as `larger`; the other axis stands upright on it
    public record Eigen(double larger, double smaller, Vec2 axis) {}

    /// The eigendecomposition. With `d = √((xx − yy)² + 4 xy²)` the eigenvalue of the larger size is `½ (tr ± d)`, where
    /// nothing cancels, and the other one is the determinant divided by it. So both have nearly all their digits, also those
    /// of a needle, where the usual difference would lose the small one.
    ///
    /// A multiple of the identity has the x axis as its first.
    ///
    /// @throws IllegalArgumentException if an element is not finite
    public Eigen eigen() {
        if (!isFinite()) {
            throw new IllegalArgumentException("matrix must be finite: " + this);
        }
        double size = Math.max(Math.abs(xy), Math.max(Math.abs(xx), Math.abs(yy)));
        if (size == 0) {
            return new Eigen(0, 0, new Vec2(1, 0));
        }
        // Scaled by a power of two, which rounds nothing, so that no square overflows.
        int exponent = Math.getExponent(size);
        double a = Math.scalb(xx, -exponent);
        double b = Math.scalb(xy, -exponent);
        double c = Math.scalb(yy, -exponent);
        double distance = Math.hypot(a - c, 2 * b);
        double first = 0.5 * (a + c + Math.copySign(distance, a + c));
        double second = Numerics.differenceOfProducts(a, c, b, b) / first;
        Vec2 axis = Vec2.ofAngle(0.5 * Math.atan2(2 * b, a - c));
        return new Eigen(Math.scalb(Math.max(first, second), exponent), Math.scalb(Math.min(first, second), exponent),
                axis);
    }
}
