package scorescape.diffusion.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Many points of equal weight in one component: an empirical distribution with shared storage.
public final class PointCloud implements Component {

    public static final int MAX_POINTS = 100_000;

    private final double weight;
    private final int label;

    /// x and y of the points in turn. Never written after construction.
    private final double[] coordinates;

    private final Bounds bounds;
    private final PointIndex index;

    private PointCloud(double weight, int label, double[] coordinates) {
        Component.requireWeight(weight);
        this.weight = weight;
        this.label = label;
        this.coordinates = coordinates;
        bounds = boundsOf(coordinates);
        index = new PointIndex(coordinates, bounds);
    }

    /// The same points, shared.
    private PointCloud(PointCloud other, double weight, int label) {
        Component.requireWeight(weight);
        this.weight = weight;
        this.label = label;
        coordinates = other.coordinates;
        bounds = other.bounds;
        index = other.index;
    }

    /// @param weight of the whole cloud
    /// @param points in data units: finite, from 1 to [#MAX_POINTS] of them
    public static PointCloud of(double weight, int label, List<Vec2> points) {
        if (points.isEmpty() || points.size() > MAX_POINTS) {
            throw new IllegalArgumentException(
                    "a cloud has from 1 to " + MAX_POINTS + " points, not " + points.size());
        }
        double[] coordinates = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            Vec2 point = points.get(i);
            if (!point.isFinite()) {
                throw new IllegalArgumentException("point " + i + " must be finite: " + point);
            }
            coordinates[2 * i] = point.x();
            coordinates[2 * i + 1] = point.y();
        }
        return new PointCloud(weight, label, coordinates);
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public int label() {
        return label;
    }

    public int size() {
        return coordinates.length / 2;
    }

    /// The points sorted by place, shared by all noise levels and weights.
    PointIndex index() {
        return index;
    }

    public Vec2 point(int index) {
        return new Vec2(coordinates[2 * index], coordinates[2 * index + 1]);
    }

    /// The point of the cloud that is nearest to a place, found without asking all of them.
    ///
    /// @param x finite
    public Vec2 nearest(Vec2 x) {
        double[] nearest = index.nearest(x.x(), x.y());
        return new Vec2(nearest[0], nearest[1]);
    }

    public List<Vec2> points() {
        return IntStream.range(0, size()).mapToObj(this::point).toList();
    }

    /// The cloud of the images of all points.
    ///
    /// @throws IllegalArgumentException if an image is not finite
    public PointCloud mapped(UnaryOperator<Vec2> map) {
        return of(weight, label, IntStream.range(0, size()).mapToObj(i -> map.apply(point(i))).toList());
    }

    @Override
    public PointCloud withWeight(double newWeight) {
        return new PointCloud(this, newWeight, label);
    }

    @Override
    public PointCloud withLabel(int newLabel) {
        return new PointCloud(this, weight, newLabel);
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    private static Bounds boundsOf(double[] coordinates) {
        double minX = coordinates[0];
        double maxX = coordinates[0];
        double minY = coordinates[1];
        double maxY = coordinates[1];
        for (int i = 2; i < coordinates.length; i += 2) {
            minX = Math.min(minX, coordinates[i]);
            maxX = Math.max(maxX, coordinates[i]);
            minY = Math.min(minY, coordinates[i + 1]);
            maxY = Math.max(maxY, coordinates[i + 1]);
        }
        return new Bounds(minX, minY, maxX, maxY);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointCloud cloud && weight == cloud.weight && label == cloud.label
                && Arrays.equals(coordinates, cloud.coordinates);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(coordinates) + 7 * label + Double.hashCode(weight);
    }

    @Override
    public String toString() {
        return "PointCloud[weight=" + weight + ", label=" + label + ", size=" + size() + "]";
    }
}
