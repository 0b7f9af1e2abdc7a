package scorescape.math;

/// An upright box in the plane: `minX ≤ maxX`, `minY ≤ maxY`, all finite.
public record Bounds(double minX, double minY, double maxX, double maxY) {

    public Bounds {
        if (!(minX <= maxX && minY <= maxY && Double.isFinite(maxX - minX) && Double.isFinite(maxY - minY))) {
            throw new IllegalArgumentException(
                    "need finite min <= max: x " + minX + " to " + maxX + ", y " + minY + " to " + maxY);
        }
    }

    /// The box that reaches `halfSize` to both sides of `centre`.
    public static Bounds around(Vec2 centre, Vec2 halfSize) {
        return new Bounds(centre.x() - halfSize.x(), centre.y() - halfSize.y(), centre.x() + halfSize.x(),
                centre.y() + halfSize.y());
    }

    public Bounds union(Bounds other) {
        return new Bounds(Math.min(minX, other.minX), Math.min(minY, other.minY), Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }

    public Vec2 centre() {
        return new Vec2(0.5 * (minX + maxX), 0.5 * (minY + maxY));
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }

    /// Whether a point is inside or on the edge.
    public boolean contains(Vec2 point) {
        return point.x() >= minX && point.x() <= maxX && point.y() >= minY && point.y() <= maxY;
    }

    /// Whether the boxes share more than edges.
    public boolean overlaps(Bounds other) {
        return minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY;
    }
}
