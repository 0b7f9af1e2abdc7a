package scorescape.figure;

import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The part of a straight line that lies inside a box, as fractions of the line's length.
///
/// Source: Liang & Barsky 1984, "A new concept and method for line clipping".
record Clip(double start, double end) {

    /// @return null if the line misses the box
    static @Nullable Clip of(Bounds box, Vec2 from, Vec2 to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double[] toward = {-dx, dx, -dy, dy};
        double[] room = {from.x() - box.minX(), box.maxX() - from.x(), from.y() - box.minY(), box.maxY() - from.y()};
        double start = 0;
        double end = 1;
        for (int side = 0; side < 4; side++) {
            if (toward[side] == 0) {
                if (room[side] < 0) {
                    return null;
                }
            } else if (toward[side] < 0) {
                start = Math.max(start, room[side] / toward[side]);
            } else {
                end = Math.min(end, room[side] / toward[side]);
            }
        }
        return start < end ? new Clip(start, end) : null;
    }
}
