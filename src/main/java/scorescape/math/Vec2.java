package scorescape.math;

/// A point or a displacement in the plane.
public record Vec2(double x, double y) {

    public static final Vec2 ZERO = new Vec2(0, 0);

    /// The unit vector at `angle` radians from the x axis towards the y axis.
    public static Vec2 ofAngle(double angle) {
        return new Vec2(Math.cos(angle), Math.sin(angle));
    }

    public Vec2 plus(Vec2 other) {
        return new Vec2(x + other.x, y + other.y);
    }

    public Vec2 minus(Vec2 other) {
        return new Vec2(x - other.x, y - other.y);
    }

    public Vec2 times(double factor) {
        return new Vec2(x * factor, y * factor);
    }

    /// The point a fraction `t` of the way to `target`: this one at 0, `target` at 1.
    public Vec2 lerp(Vec2 target, double t) {
        return new Vec2((1 - t) * x + t * target.x, (1 - t) * y + t * target.y);
    }

    public double dot(Vec2 other) {
        return x * other.x + y * other.y;
    }

    public double norm() {
        return Math.hypot(x, y);
    }

    public double distance(Vec2 other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /// This vector turned by a quarter turn, from the x axis towards the y axis.
    public Vec2 perpendicular() {
        return new Vec2(-y, x);
    }

    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y);
    }
}
