package scorescape.studio;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Where a panel of numbers goes that belongs to a point: beside it, but not upon another panel as long as there is room.
final class PanelPlaces {

    /// From a point to its panel, and from one panel to another, in pixels.
    static final double GAP = 14;
    private static final double SPACE = 6;

    private PanelPlaces() {}

    /// @param size of the panel
    /// @param area the size of what all panels are in
    /// @param taken by panels that are there already
    static Bounds place(Vec2 point, Vec2 size, Vec2 area, List<Bounds> taken) {
        double left = point.x() - GAP - size.x();
        double right = point.x() + GAP;
        Vec2 wanted = new Vec2(right + size.x() <= area.x() ? right : left, point.y() + GAP);
        List<Double> across = Stream.concat(Stream.of(left, right),
                taken.stream().flatMap(other -> Stream.of(other.minX() - SPACE - size.x(), other.maxX() + SPACE)))
                .toList();
        List<Double> down = Stream.concat(Stream.of(wanted.y()),
                taken.stream().flatMap(other -> Stream.of(other.minY() - SPACE - size.y(), other.maxY() + SPACE)))
                .toList();
        return across.stream()
                .flatMap(x -> down.stream().map(y -> inside(new Vec2(x, y), size, area)))
                .min(Comparator.comparingDouble((Bounds place) -> covered(place, taken))
                        .thenComparing(place -> place.contains(point))
                        .thenComparingDouble(place -> wanted.distance(new Vec2(place.minX(), place.minY()))))
                .orElseThrow();
    }

    private static Bounds inside(Vec2 corner, Vec2 size, Vec2 area) {
        double x = Math.clamp(corner.x(), 0, Math.max(0, area.x() - size.x()));
        double y = Math.clamp(corner.y(), 0, Math.max(0, area.y() - size.y()));
        return new Bounds(x, y, x + size.x(), y + size.y());
    }

    /// How much of other panels a panel would cover, in square pixels.
    private static double covered(Bounds place, List<Bounds> taken) {
        return taken.stream()
                .mapToDouble(other -> overlap(place.minX(), place.maxX(), other.minX(), other.maxX())
                        * overlap(place.minY(), place.maxY(), other.minY(), other.maxY()))
                .sum();
    }

    private static double overlap(double min, double max, double otherMin, double otherMax) {
        return Math.max(0, Math.min(max, otherMax) - Math.max(min, otherMin));
    }
}
