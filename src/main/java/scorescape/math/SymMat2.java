package scorescape.math;

/// The symmetric matrix `[[xx, xy], [xy, yy]]`.
public record SymMat2(double xx, double xy, double yy) {

    public static final SymMat2 ZERO = new SymMat2(0, 0, 0);

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

    public SymMat2 minus(SymMat2 other) {
        return new SymMat2(xx - other.xx, xy - other.xy, yy - other.yy);
    }

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

    public boolean isPositiveDefinite() {
        return isFinite() && xx > 0 && yy > 0 && determinant() > 0;
    }
}
