package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import scorescape.math.Vec2;

/// A line drawn by hand, with no more corners than it needs.
final class Stroke {

    private Stroke() {}

    /// The fewest of the points that are found by halving, such that none of the others is farther than `tolerance` from the
    /// line.
    ///
    /// Source: Douglas & Peucker 1973, "Algorithms for the reduction of the number of points required to represent a digitized
    /// line or its caricature".
    static List<Vec2> simplified(List<Vec2> points, double tolerance) {
        if (points.size() < 3) {
            return List.copyOf(points);
        }
        int farthest = 0;
        double distance = tolerance;
        for (int i = 1; i < points.size() - 1; i++) {
            double d = Shapes.distance(points.getFirst(), points.getLast(), points.get(i));
            if (d > distance) {
                farthest = i;
                distance = d;
            }
        }
        if (farthest == 0) {
            return List.of(points.getFirst(), points.getLast());
        }
        List<Vec2> joined = new ArrayList<>(simplified(points.subList(0, farthest + 1), tolerance));
        joined.removeLast();
        joined.addAll(simplified(points.subList(farthest, points.size()), tolerance));
        return joined;
    }
}
