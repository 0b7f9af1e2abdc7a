package scorescape.studio.canvas;

import java.util.List;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A turned rectangle that is dragged by its edges and corners.
///
/// @param half half the width and half the height before turning: not negative
/// @param angle by which it is turned about its centre, in radians
record Box(Vec2 centre, Vec2 half, double angle) {

    static Box of(Bounds bounds) {
        return new Box(bounds.centre(), new Vec2(0.5 * bounds.width(), 0.5 * bounds.height()), 0);
    }

    /// The box with two opposite corners.
    static Box between(Vec2 corner, Vec2 opposite) {
        Vec2 span = opposite.minus(corner).times(0.5);
        return new Box(corner.lerp(opposite, 0.5), new Vec2(Math.abs(span.x()), Math.abs(span.y())), 0);
    }

    /// A place on the edge: `(1, 0)` is the middle of the right edge before turning, `(1, 1)` a corner.
    Vec2 at(double x, double y) {
        return centre.plus(Affine.rotation(Vec2.ZERO, angle).apply(new Vec2(x * half.x(), y * half.y())));
    }

    List<Vec2> outline() {
        return List.of(at(-1, -1), at(1, -1), at(1, 1), at(-1, 1), at(-1, -1));
    }

    /// The box after the edge or corner at `(x, y)`, each −1, 0 or 1, was dragged to `pointer`.
    ///
    /// @param keepsRatio whether both sides grow by the same factor
    /// @param keepsCentre whether the other side moves as well; otherwise the opposite corner stays
    /// @param least half of the smallest side, in data units
    Box dragged(int x, int y, Vec2 pointer, boolean keepsRatio, boolean keepsCentre, double least) {
        Vec2 local = Affine.rotation(Vec2.ZERO, -angle).apply(pointer.minus(centre));
        double newX = x == 0 ? half.x() : Math.max(least, side(x * local.x(), half.x(), keepsCentre));
        double newY = y == 0 ? half.y() : Math.max(least, side(y * local.y(), half.y(), keepsCentre));
        if (keepsRatio && half.x() > 0 && half.y() > 0) {
            double factor = x == 0
                    ? newY / half.y()
                    : y == 0 ? newX / half.x() : Math.max(newX / half.x(), newY / half.y());
            newX = half.x() * factor;
            newY = half.y() * factor;
        }
        if (keepsCentre) {
            return new Box(centre, new Vec2(newX, newY), angle);
        }
        Vec2 moved = new Vec2(x * (newX - half.x()), y * (newY - half.y()));
        return new Box(centre.plus(Affine.rotation(Vec2.ZERO, angle).apply(moved)), new Vec2(newX, newY), angle);
    }

    private static double side(double reached, double half, boolean keepsCentre) {
        return keepsCentre ? reached : 0.5 * (reached + half);
    }

    Box rotated(double by) {
        return new Box(centre, half, angle + by);
    }

    /// The map that takes this box to `target`. A side without length stays one.
    Affine to(Box target) {
        Affine stretched = Affine.stretch(centre, angle, ratio(target.half().x(), half.x()),
                ratio(target.half().y(), half.y()));
        Affine turned = Affine.rotation(centre, target.angle() - angle).after(stretched);
        return Affine.shift(target.centre().minus(centre)).after(turned);
    }

    private static double ratio(double after, double before) {
        return before == 0 ? 1 : after / before;
    }
}
