package scorescape.studio.canvas;

import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The map `x ↦ M x + shift` with `M = [[xx, xy], [yx, yy]]`.
record Affine(double xx, double xy, double yx, double yy, Vec2 shift) {

    static Affine shift(Vec2 by) {
        return new Affine(1, 0, 0, 1, by);
    }

    /// Turns by `angle` radians about a place.
    static Affine rotation(Vec2 about, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return about(about, c, -s, s, c);
    }

    /// Stretches along axes turned by `angle` radians, and leaves a place where it is.
    static Affine stretch(Vec2 about, double angle, double along, double across) {
        // R diag(along, across) Rᵀ
        SymMat2 m = SymMat2.rotated(along, across, angle);
        return about(about, m.xx(), m.xy(), m.xy(), m.yy());
    }

    private static Affine about(Vec2 fixed, double xx, double xy, double yx, double yy) {
        Affine linear = new Affine(xx, xy, yx, yy, Vec2.ZERO);
        return new Affine(xx, xy, yx, yy, fixed.minus(linear.apply(fixed)));
    }

    Vec2 apply(Vec2 x) {
        return new Vec2(xx * x.x() + xy * x.y() + shift.x(), yx * x.x() + yy * x.y() + shift.y());
    }

    /// This map after `first`.
    Affine after(Affine first) {
        return new Affine(xx * first.xx + xy * first.yx, xx * first.xy + xy * first.yy,
                yx * first.xx + yy * first.yx, yx * first.xy + yy * first.yy, apply(first.shift));
    }

    boolean isShift() {
        return xx == 1 && xy == 0 && yx == 0 && yy == 1;
    }

    /// By which factor lengths grow, in the mean.
    double scale() {
        return Math.sqrt(Math.abs(xx * yy - xy * yx));
    }

    /// By which angle the x axis turns, in radians.
    double turn() {
        return Math.atan2(yx, xx);
    }

    /// `M Σ Mᵀ`
    SymMat2 covariance(SymMat2 of) {
        Vec2 first = of.times(new Vec2(xx, xy));
        Vec2 second = of.times(new Vec2(yx, yy));
        return new SymMat2(xx * first.x() + xy * first.y(), yx * first.x() + yy * first.y(),
                yx * second.x() + yy * second.y());
    }
}
