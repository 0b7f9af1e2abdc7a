package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.Covariances;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.math.Vec2;

/// The handles of a component, and the component after one of them was dragged.
final class Handles {

    /// How far the handle that turns is from what it turns, in pixels.
    private static final double STEM = 24;

    /// Directions and turns with Shift held.
    private static final double FIFTEEN_DEGREES = Math.PI / 12;

    /// An arc whose end comes this near to its start is closed, in radians.
    private static final double CLOSING = 0.1;

    private static final double LEAST_SWEEP = 0.01;

    /// Where something is grabbed.
    sealed interface Grip {

        /// A side or a corner of a box: −1, 0 or 1 along each of its axes.
        record Side(int x, int y) implements Grip {}

        /// The axes of a Gaussian, at one standard deviation.
        record Axis(int x, int y) implements Grip {}

        record Turn() implements Grip {}

        /// One end of a segment or an arc.
        record End(boolean first) implements Grip {}

        record Radius() implements Grip {}
    }

    /// A handle and what holds it.
    ///
    /// @param at in data units
    /// @param root where the stem of a turning handle begins, elsewhere the same as `at`
    record Handle(Grip grip, Vec2 at, Vec2 root) {

        Handle(Grip grip, Vec2 at) {
            this(grip, at, at);
        }
    }

    private Handles() {}

    /// @param pixel size of a pixel, in data units
    static List<Handle> of(Component component, double pixel) {
        return switch (component) {
            case GaussianComponent g -> {
                Box box = box(g);
                List<Handle> handles = new ArrayList<>();
                for (int side = -1; side <= 1; side += 2) {
                    handles.add(new Handle(new Grip.Axis(side, 0), box.at(side, 0)));
                    handles.add(new Handle(new Grip.Axis(0, side), box.at(0, side)));
                }
                // From the ellipse of two standard deviations outwards.
                Vec2 root = box.at(2, 0);
                handles.add(
                        new Handle(new Grip.Turn(), root.plus(Vec2.ofAngle(box.angle()).times(STEM * pixel)), root));
                yield handles;
            }
            case RectangleComponent r -> ofBox(box(r), false, pixel);
            case ArcComponent a -> {
                List<Handle> handles = new ArrayList<>();
                if (a.sweep() < 2 * Math.PI) {
                    handles.add(new Handle(new Grip.End(true), Shapes.onCircle(a, a.start())));
                }
                handles.add(new Handle(new Grip.End(false), Shapes.onCircle(a, a.start() + a.sweep())));
                handles.add(new Handle(new Grip.Radius(), Shapes.onCircle(a, a.start() + 0.5 * a.sweep())));
                yield handles;
            }
            case SegmentComponent s ->
                List.of(new Handle(new Grip.End(true), s.from()), new Handle(new Grip.End(false), s.to()));
            case PointComponent _ -> List.of();
            case PointCloud _,KernelEstimate _ -> ofBox(Box.of(component.bounds()), false, pixel);
        };
    }

    /// @param cornersOnly for what cannot be stretched along one axis
    static List<Handle> ofBox(Box box, boolean cornersOnly, double pixel) {
        List<Handle> handles = new ArrayList<>();
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                boolean isFlat = (x != 0 && box.half().x() == 0) || (y != 0 && box.half().y() == 0);
                boolean isSide = x == 0 || y == 0;
                if ((x != 0 || y != 0) && !isFlat && !(isSide && cornersOnly)) {
                    handles.add(new Handle(new Grip.Side(x, y), box.at(x, y)));
                }
            }
        }
        if (box.half().norm() > 0) {
            Vec2 up = Vec2.ofAngle(box.angle()).perpendicular();
            Vec2 root = box.at(0, 1);
            handles.add(new Handle(new Grip.Turn(), root.plus(up.times(STEM * pixel)), root));
        }
        return handles;
    }

    /// Whether the sides or axes of a component are level and plumb. What has none is.
    static boolean isUpright(Component component) {
        double angle = switch (component) {
            case GaussianComponent g -> box(g).angle();
            case RectangleComponent r -> r.angle();
            default -> 0;
        };
        return Math.abs(Math.sin(2 * angle)) < 1e-9;
    }

    /// The component after a handle was dragged to `pointer`.
    ///
    /// @param before the component when the drag began
    /// @param constrains Shift: keeps the ratio, or goes to the next multiple of 15°
    /// @param keepsCentre Alt: the other side moves as well
    /// @param pixel size of a pixel, in data units
    /// @throws IllegalArgumentException if there is no such component
    static Component dragged(Component before, Grip grip, Vec2 pointer, boolean constrains, boolean keepsCentre,
            double pixel) {
        return switch (before) {
            case GaussianComponent g -> {
                Box box = dragged(box(g), grip, g.mean(), box(g).at(1, 0), pointer, constrains, true, pixel);
                yield new GaussianComponent(g.weight(), g.label(), g.mean(),
                        Covariances.ofAxes(box.half().x(), box.half().y(), box.angle()));
            }
            case RectangleComponent r -> {
                Box box = dragged(box(r), grip, r.centre(), box(r).at(0, 1), pointer, constrains, keepsCentre, pixel);
                yield new RectangleComponent(r.weight(), r.label(), box.centre(), box.half(),
                        Shapes.halfTurn(box.angle()));
            }
            case ArcComponent a -> dragged(a, grip, pointer, constrains, pixel);
            case SegmentComponent s -> dragged(s, grip, pointer, constrains);
            case PointComponent p -> p;
            case PointCloud _,KernelEstimate _ -> {
                Box box = Box.of(before.bounds());
                yield Shapes.transformed(before,
                        box.to(dragged(box, grip, pointer, constrains, keepsCentre, pixel)));
            }
        };
    }

    /// An upright box after one of its handles was dragged.
    static Box dragged(Box before, Grip grip, Vec2 pointer, boolean constrains, boolean keepsCentre, double pixel) {
        return dragged(before, grip, before.centre(), before.at(0, 1), pointer, constrains, keepsCentre, pixel);
    }

    /// @param turnedFrom where the handle that turns points to
    private static Box dragged(Box before, Grip grip, Vec2 centre, Vec2 turnedFrom, Vec2 pointer, boolean constrains,
            boolean keepsCentre, double pixel) {
        return switch (grip) {
            case Grip.Side(int x, int y) -> before.dragged(x, y, pointer, constrains, keepsCentre, 0.5 * pixel);
            case Grip.Axis(int x, int y) -> before.dragged(x, y, pointer, constrains, true, 0.5 * pixel);
            case Grip.Turn _ -> {
                double turn = angle(pointer.minus(centre)) - angle(turnedFrom.minus(centre));
                yield before.rotated(constrains ? rounded(before.angle() + turn) - before.angle() : turn);
            }
            case Grip.End _,Grip.Radius _ -> before;
        };
    }

    private static ArcComponent dragged(ArcComponent a, Grip grip, Vec2 pointer, boolean constrains, double pixel) {
        Vec2 arm = pointer.minus(a.centre());
        double angle = constrains ? rounded(angle(arm)) : angle(arm);
        return switch (grip) {
            case Grip.End(boolean first) -> {
                double end = a.start() + a.sweep();
                double sweep = positive(first ? end - angle : angle - a.start());
                boolean isClosed = sweep < CLOSING || sweep > 2 * Math.PI - CLOSING;
                double kept = isClosed ? 2 * Math.PI : Math.max(LEAST_SWEEP, sweep);
                yield new ArcComponent(a.weight(), a.label(), a.centre(), a.radius(),
                        first ? Shapes.halfTurn(end - kept) : a.start(), kept);
            }
            case Grip.Radius _ -> new ArcComponent(a.weight(), a.label(), a.centre(), Math.max(pixel, arm.norm()),
                    a.start(), a.sweep());
            default -> a;
        };
    }

    private static SegmentComponent dragged(SegmentComponent s, Grip grip, Vec2 pointer, boolean constrains) {
        if (!(grip instanceof Grip.End(boolean first))) {
            return s;
        }
        Vec2 fixed = first ? s.to() : s.from();
        Vec2 end = constrains ? straightened(fixed, pointer) : pointer;
        return new SegmentComponent(s.weight(), s.label(), first ? end : s.from(), first ? s.to() : end);
    }

    /// The place at the distance of `pointer`, in the nearest direction that is a multiple of 15°.
    static Vec2 straightened(Vec2 from, Vec2 pointer) {
        Vec2 arm = pointer.minus(from);
        return from.plus(Vec2.ofAngle(rounded(angle(arm))).times(arm.norm()));
    }

    /// The box whose sides are the standard deviations of a Gaussian.
    private static Box box(GaussianComponent g) {
        Covariances.Ellipse ellipse = Covariances.ellipse(g.covariance());
        return new Box(g.mean(), new Vec2(ellipse.major(), ellipse.minor()), ellipse.angle());
    }

    private static Box box(RectangleComponent r) {
        return new Box(r.centre(), r.halfSize(), r.angle());
    }

    private static double angle(Vec2 v) {
        return Math.atan2(v.y(), v.x());
    }

    private static double rounded(double angle) {
        return Math.rint(angle / FIFTEEN_DEGREES) * FIFTEEN_DEGREES;
    }

    /// The same direction as an angle in `[0, 2π)`.
    private static double positive(double angle) {
        return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
    }
}
