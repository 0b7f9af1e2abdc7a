package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;
import scorescape.math.RoundNumbers;
import scorescape.math.Vec2;

/// Draws what is dragged to the coordinates of other components, or else to a grid.
///
/// Others are met at their centres and edges, each axis by itself, whichever is nearest within reach; the grid serves where
/// none is.
///
/// @param others boxes of what stands still
/// @param step of the grid, in data units: positive
/// @param reach within which something is drawn, in data units
record Snapper(List<Bounds> others, double step, double reach) {

    /// A line that shows what was met.
    record Guide(Vec2 from, Vec2 to) {}

    /// @param shift to add to what was dragged
    /// @param guides one for each axis on which another component was met
    record Snap(Vec2 shift, List<Guide> guides) {}

    /// Of the grid, in pixels.
    private static final double LEAST_STEP = 12;

    static final Snap NONE = new Snap(Vec2.ZERO, List.of());

    /// What was met on one axis.
    ///
    /// @param other null for the grid
    private record Met(double from, double to, @Nullable Bounds other) {

        double shift() {
            return to - from;
        }
    }

    Snapper {
        others = List.copyOf(others);
    }

    /// The step of the grid when a pixel has this size: 1, 2 or 5 times a power of ten, some 12 pixels or more.
    static double step(double unitsPerPixel) {
        return RoundNumbers.above(LEAST_STEP * unitsPerPixel);
    }

    Snap point(Vec2 point) {
        return box(new Bounds(point.x(), point.y(), point.x(), point.y()));
    }

    /// The place in the direction of `point` at a whole number of steps from `anchor`, if that is near.
    Vec2 along(Vec2 anchor, Vec2 point) {
        double length = point.distance(anchor);
        double whole = Math.rint(length / step) * step;
        return whole > 0 && Math.abs(whole - length) <= 0.5 * reach
                ? anchor.plus(point.minus(anchor).times(whole / length))
                : point;
    }

    /// The snap of a box by its centre or its edges.
    Snap box(Bounds box) {
        Optional<Met> x = nearest(xs(box), true);
        Optional<Met> y = nearest(ys(box), false);
        Vec2 shift = new Vec2(x.map(Met::shift).orElse(0.0), y.map(Met::shift).orElse(0.0));
        Bounds moved = new Bounds(box.minX() + shift.x(), box.minY() + shift.y(), box.maxX() + shift.x(),
                box.maxY() + shift.y());
        List<Guide> guides = new ArrayList<>();
        x.ifPresent(met -> {
            if (met.other() != null) {
                guides.add(new Guide(new Vec2(met.to(), Math.min(moved.minY(), met.other().minY())),
                        new Vec2(met.to(), Math.max(moved.maxY(), met.other().maxY()))));
            }
        });
        y.ifPresent(met -> {
            if (met.other() != null) {
                guides.add(new Guide(new Vec2(Math.min(moved.minX(), met.other().minX()), met.to()),
                        new Vec2(Math.max(moved.maxX(), met.other().maxX()), met.to())));
            }
        });
        return new Snap(shift, guides);
    }

    private Optional<Met> nearest(double[] own, boolean horizontal) {
        Met best = null;
        for (Bounds other : others) {
            for (double mark : horizontal ? xs(other) : ys(other)) {
                for (double at : own) {
                    double distance = Math.abs(mark - at);
                    if (distance <= reach && (best == null || distance < Math.abs(best.shift()))) {
                        best = new Met(at, mark, other);
                    }
                }
            }
        }
        if (best == null) {
            double centre = own[0];
            double mark = Math.rint(centre / step) * step;
            if (Math.abs(mark - centre) <= 0.5 * reach) {
                best = new Met(centre, mark, null);
            }
        }
        return Optional.ofNullable(best);
    }

    private static double[] xs(Bounds box) {
        return box.width() == 0 ? new double[]{box.minX()} : new double[]{box.centre().x(), box.minX(), box.maxX()};
    }

    private static double[] ys(Bounds box) {
        return box.height() == 0 ? new double[]{box.minY()} : new double[]{box.centre().y(), box.minY(), box.maxY()};
    }
}
