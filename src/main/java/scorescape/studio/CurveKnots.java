package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import scorescape.math.Vec2;

/// The knots of a curve drawn by hand, from left to right, and what they may do.
///
/// @param gapX how near two knots may come along the first coordinate
/// @param gapY how much higher each knot must be than the one before; 0 if it need not be higher
/// @param fixedEnds whether the first and the last knot keep their first coordinate
record CurveKnots(List<Vec2> knots, double gapX, double gapY, boolean fixedEnds) {

    CurveKnots {
        knots = List.copyOf(knots);
    }

    /// The knots with one of them at `to`, or as near as its neighbours allow.
    List<Vec2> moved(int index, Vec2 to) {
        boolean first = index == 0;
        boolean last = index == knots.size() - 1;
        Vec2 before = first ? null : knots.get(index - 1);
        Vec2 after = last ? null : knots.get(index + 1);
        double x = fixedEnds && (first || last)
                ? knots.get(index).x()
                : between(before == null ? Double.NEGATIVE_INFINITY : before.x() + gapX, to.x(),
                        after == null ? Double.POSITIVE_INFINITY : after.x() - gapX);
        double y = gapY == 0
                ? to.y()
                : between(before == null ? Double.NEGATIVE_INFINITY : before.y() + gapY, to.y(),
                        after == null ? Double.POSITIVE_INFINITY : after.y() - gapY);
        List<Vec2> changed = new ArrayList<>(knots);
        changed.set(index, new Vec2(x, y));
        return changed;
    }

    /// Knots from a file may be so near to each other that there is no room between them: then at the lower end.
    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /// The knots with another one at `at`; unchanged where there is no room for it.
    List<Vec2> plus(Vec2 at) {
        int index = 0;
        while (index < knots.size() && knots.get(index).x() < at.x()) {
            index++;
        }
        boolean outside = fixedEnds && (index == 0 || index == knots.size());
        if (outside || !hasRoom(at, index)) {
            return knots;
        }
        List<Vec2> changed = new ArrayList<>(knots);
        changed.add(index, at);
        return gapY == 0 ? changed : new CurveKnots(changed, gapX, gapY, fixedEnds).moved(index, at);
    }

    private boolean hasRoom(Vec2 at, int index) {
        boolean left = index == 0 || at.x() - knots.get(index - 1).x() >= gapX;
        boolean right = index == knots.size() || knots.get(index).x() - at.x() >= gapX;
        boolean between = gapY == 0 || knots.get(index).y() - knots.get(index - 1).y() >= 2 * gapY;
        return left && right && between;
    }

    /// The knots without one; an end that is fixed stays, and so do the last `fewest`.
    List<Vec2> without(int index, int fewest) {
        if (knots.size() <= fewest || (fixedEnds && (index == 0 || index == knots.size() - 1))) {
            return knots;
        }
        List<Vec2> changed = new ArrayList<>(knots);
        changed.remove(index);
        return changed;
    }
}
