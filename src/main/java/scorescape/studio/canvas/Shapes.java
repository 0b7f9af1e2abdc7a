package scorescape.studio.canvas;

import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.Covariances;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.document.DataItem;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// What each kind of component is to the hand: what it is called, how it moves, where it is hit, how it is outlined.
public final class Shapes {

    /// Corners of a polygon that stands for a full circle.
    private static final int CORNERS = 72;

    private Shapes() {}

    /// What people call the kind.
    private static String kind(Component component) {
        return switch (component) {
            case GaussianComponent _ -> text("shapes.gaussian");
            case RectangleComponent _ -> text("shapes.rectangle");
            case ArcComponent arc -> arc.sweep() == 2 * Math.PI ? text("shapes.ring") : text("shapes.arc");
            case SegmentComponent _ -> text("shapes.segment");
            case PointComponent _ -> text("shapes.point");
            case PointCloud _ -> text("shapes.cloud");
            case KernelEstimate _ -> text("shapes.blurredCloud");
        };
    }

    /// What an item is called: by its name, or by its kind and its place among those without one.
    public static String name(List<DataItem> items, int index) {
        DataItem item = items.get(index);
        if (!item.name().isEmpty()) {
            return item.name();
        }
        String kind = kind(item.component());
        long number = IntStream.rangeClosed(0, index)
                .filter(i -> items.get(i).name().isEmpty() && kind(items.get(i).component()).equals(kind))
                .count();
        return kind + " " + number;
    }

    static Bounds bounds(List<DataItem> items) {
        return items.stream().map(item -> item.component().bounds()).reduce(Bounds::union).orElseThrow();
    }

    /// The component under a map. Rectangles and arcs follow its turn and its scale alone, so that they stay what they are.
    ///
    /// @throws IllegalArgumentException if the result is no component, such as a Gaussian thinner than a needle
    static Component transformed(Component component, Affine map) {
        return switch (component) {
            case GaussianComponent g -> new GaussianComponent(g.weight(), g.label(), map.apply(g.mean()),
                    map.isShift() ? g.covariance() : map.covariance(g.covariance()));
            case RectangleComponent r -> new RectangleComponent(r.weight(), r.label(), map.apply(r.centre()),
                    r.halfSize().times(map.scale()), turned(r.angle(), map));
            case ArcComponent a -> new ArcComponent(a.weight(), a.label(), map.apply(a.centre()),
                    a.radius() * map.scale(), turned(a.start(), map), a.sweep());
            case SegmentComponent s ->
                new SegmentComponent(s.weight(), s.label(), map.apply(s.from()), map.apply(s.to()));
            case PointComponent p -> new PointComponent(p.weight(), p.label(), map.apply(p.at()));
            case PointCloud c -> c.mapped(map::apply);
            case KernelEstimate k -> new KernelEstimate(k.points().mapped(map::apply), k.bandwidth() * map.scale());
        };
    }

    private static double turned(double angle, Affine map) {
        return map.isShift() ? angle : halfTurn(angle + map.turn());
    }

    /// The same direction as an angle in `[−π, π]`.
    static double halfTurn(double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }

    /// Whether a pointer at `place` is on the component: in a Gaussian's ellipse of two standard deviations, in a rectangle,
    /// near a curve or a point.
    ///
    /// @param reach how near is near, in data units
    static boolean isHit(Component component, Vec2 place, double reach) {
        return switch (component) {
            case GaussianComponent g -> isInEllipse(g, place) || place.distance(g.mean()) <= reach;
            case RectangleComponent r -> {
                Vec2 local = Affine.rotation(Vec2.ZERO, -r.angle()).apply(place.minus(r.centre()));
                yield Math.abs(local.x()) <= r.halfSize().x() + 0.5 * reach
                        && Math.abs(local.y()) <= r.halfSize().y() + 0.5 * reach;
            }
            case ArcComponent a -> isOnArc(a, place, reach);
            case SegmentComponent s -> distance(s.from(), s.to(), place) <= reach;
            case PointComponent p -> place.distance(p.at()) <= reach;
            case PointCloud c -> isNear(c, place, reach);
            case KernelEstimate k -> isNear(k.points(), place, Math.max(reach, 2 * k.bandwidth()));
        };
    }

    private static boolean isInEllipse(GaussianComponent g, Vec2 place) {
        SymMat2 s = g.covariance();
        Vec2 d = place.minus(g.mean());
        double mahalanobisSquared = (s.yy() * d.x() * d.x() - 2 * s.xy() * d.x() * d.y() + s.xx() * d.y() * d.y())
                / s.determinant();
        return mahalanobisSquared <= 4;
    }

    private static boolean isOnArc(ArcComponent a, Vec2 place, double reach) {
        Vec2 d = place.minus(a.centre());
        double along = Math.atan2(d.y(), d.x()) - a.start();
        double turn = along - 2 * Math.PI * Math.floor(along / (2 * Math.PI));
        if (turn <= a.sweep()) {
            return Math.abs(d.norm() - a.radius()) <= reach;
        }
        return place.distance(onCircle(a, a.start())) <= reach
                || place.distance(onCircle(a, a.start() + a.sweep())) <= reach;
    }

    static Vec2 onCircle(ArcComponent a, double angle) {
        return a.centre().plus(Vec2.ofAngle(angle).times(a.radius()));
    }

    private static boolean isNear(PointCloud cloud, Vec2 place, double reach) {
        return IntStream.range(0, cloud.size()).anyMatch(i -> cloud.point(i).distance(place) <= reach);
    }

    /// From a place to a segment.
    static double distance(Vec2 from, Vec2 to, Vec2 place) {
        Vec2 way = to.minus(from);
        double lengthSquared = way.dot(way);
        double t = lengthSquared == 0 ? 0 : Math.clamp(place.minus(from).dot(way) / lengthSquared, 0, 1);
        return place.distance(from.lerp(to, t));
    }

    /// How much of the plane the component takes to the eye: of two that are hit, the smaller one is meant.
    static double extent(Component component) {
        return switch (component) {
            case PointComponent _ -> 0;
            case PointCloud _,KernelEstimate _,RectangleComponent _,GaussianComponent _ -> {
                Bounds bounds = component.bounds();
                yield bounds.width() * bounds.height();
            }
            // A curve is hit only near itself, so nothing below it is hard to reach.
            case SegmentComponent _,ArcComponent _ -> Double.MIN_NORMAL;
        };
    }

    /// Lines to draw around a component that is selected, in data units; closed ones end where they begin. Of a cloud, its
    /// box.
    static List<List<Vec2>> outlines(Component component) {
        return switch (component) {
            case GaussianComponent g -> List.of(ellipse(g, 1), ellipse(g, 2));
            case RectangleComponent r -> List.of(new Box(r.centre(), r.halfSize(), r.angle()).outline());
            case ArcComponent a -> List.of(arc(a));
            case SegmentComponent s -> List.of(List.of(s.from(), s.to()));
            case PointComponent _ -> List.of();
            case PointCloud _,KernelEstimate _ -> List.of(Box.of(component.bounds()).outline());
        };
    }

    static List<Vec2> circle(Vec2 centre, double radius) {
        return IntStream.rangeClosed(0, CORNERS)
                .mapToObj(i -> centre.plus(Vec2.ofAngle(2 * Math.PI * i / CORNERS).times(radius)))
                .toList();
    }

    private static List<Vec2> ellipse(GaussianComponent g, double deviations) {
        Covariances.Ellipse ellipse = Covariances.ellipse(g.covariance());
        return IntStream.rangeClosed(0, CORNERS)
                .mapToObj(i -> Vec2.ofAngle(2 * Math.PI * i / CORNERS).times(deviations))
                .map(u -> g.mean().plus(ellipse.majorTip().times(u.x())).plus(ellipse.minorTip().times(u.y())))
                .toList();
    }

    private static List<Vec2> arc(ArcComponent a) {
        return IntStream.rangeClosed(0, CORNERS)
                .mapToObj(i -> onCircle(a, a.start() + a.sweep() * i / CORNERS))
                .toList();
    }
}
