package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.Covariances;
import scorescape.diffusion.mixture.Covariances.Ellipse;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.document.Document;
import scorescape.document.Parameter;
import scorescape.document.Parameter.Numbers;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// A number of a component that can be typed.
///
/// @param get reads it
/// @param set the component with another value of it
record ItemField(Parameter parameter, ToDoubleFunction<Component> get,
        BiFunction<Component, Double, Component> set) {

    private static final double LEAST = 1e-9;

    static final ItemField WEIGHT = new ItemField(
            number("weight", text("item.weight"), "w", LEAST, Document.MAX_NUMBER, LEAST, 10, text("item.weight.help")),
            Component::weight, Component::withWeight);

    /// The fields of a component's kind, without its weight.
    static List<ItemField> of(Component component) {
        return switch (component) {
            case GaussianComponent _ -> gaussian();
            case RectangleComponent _ -> rectangle();
            case ArcComponent _ -> arc();
            case SegmentComponent _ -> segment();
            case PointComponent _ -> place("x", "y", text("item.position"), c -> ((PointComponent) c).at(),
                    (c, at) -> new PointComponent(c.weight(), c.label(), at));
            case PointCloud _ -> place("x", "y", text("item.middle"), c -> c.bounds().centre(),
                    (c, at) -> shifted((PointCloud) c, at.minus(c.bounds().centre())));
            case KernelEstimate _ -> {
                List<ItemField> fields = place("x", "y", text("item.middle"), c -> c.bounds().centre(), (c, at) -> {
                    KernelEstimate k = (KernelEstimate) c;
                    return new KernelEstimate(shifted(k.points(), at.minus(c.bounds().centre())), k.bandwidth());
                });
                fields.add(
                        length("bandwidth", text("item.bandwidth"), "h", text("item.bandwidth.help"),
                                c -> ((KernelEstimate) c).bandwidth(),
                                (c, h) -> new KernelEstimate(((KernelEstimate) c).points(), h)));
                yield fields;
            }
        };
    }

    private static List<ItemField> gaussian() {
        List<ItemField> fields = place("x", "y", text("item.mean"), c -> ((GaussianComponent) c).mean(),
                (c, mean) -> new GaussianComponent(c.weight(), c.label(), mean, ((GaussianComponent) c).covariance()));
        fields.add(
                length("sigma1", text("item.sigma1"), "σ₁", text("item.sigma1.help"),
                        c -> ellipse(c).major(), (c, s) -> with(c, s, ellipse(c).minor(), ellipse(c).angle())));
        fields.add(length("sigma2", text("item.sigma2"), "σ₂",
                text("item.sigma2.help"),
                c -> ellipse(c).minor(), (c, s) -> with(c, ellipse(c).major(), s, ellipse(c).angle())));
        fields.add(angle("angle", text("item.angle"), "θ", -360, 360, text("item.angle.ellipse.help"),
                c -> ellipse(c).angle(),
                (c, a) -> with(c, ellipse(c).major(), ellipse(c).minor(), a)));
        return fields;
    }

    private static Ellipse ellipse(Component c) {
        return Covariances.ellipse(((GaussianComponent) c).covariance());
    }

    private static Component with(Component c, double along, double across, double angle) {
        return new GaussianComponent(c.weight(), c.label(), ((GaussianComponent) c).mean(),
                Covariances.ofAxes(along, across, angle));
    }

    private static List<ItemField> rectangle() {
        List<ItemField> fields =
                place("x", "y", text("item.centre"), c -> ((RectangleComponent) c).centre(), (c, centre) -> {
                    RectangleComponent r = (RectangleComponent) c;
                    return new RectangleComponent(r.weight(), r.label(), centre, r.halfSize(), r.angle());
                });
        fields.add(length("halfWidth", text("item.halfWidth"), "a", text("item.halfWidth.help"),
                c -> ((RectangleComponent) c).halfSize().x(), (c, a) -> {
                    RectangleComponent r = (RectangleComponent) c;
                    return new RectangleComponent(r.weight(), r.label(), r.centre(), new Vec2(a, r.halfSize().y()),
                            r.angle());
                }));
        fields.add(length("halfHeight", text("item.halfHeight"), "b", text("item.halfHeight.help"),
                c -> ((RectangleComponent) c).halfSize().y(), (c, b) -> {
                    RectangleComponent r = (RectangleComponent) c;
                    return new RectangleComponent(r.weight(), r.label(), r.centre(), new Vec2(r.halfSize().x(), b),
                            r.angle());
                }));
        fields.add(angle("angle", text("item.angle"), "θ", -360, 360, text("item.angle.rectangle.help"),
                c -> ((RectangleComponent) c).angle(), (c, a) -> {
                    RectangleComponent r = (RectangleComponent) c;
                    return new RectangleComponent(r.weight(), r.label(), r.centre(), r.halfSize(), a);
                }));
        return fields;
    }

    private static List<ItemField> arc() {
        List<ItemField> fields = place("x", "y", text("item.centre"), c -> ((ArcComponent) c).centre(), (c, centre) -> {
            ArcComponent a = (ArcComponent) c;
            return new ArcComponent(a.weight(), a.label(), centre, a.radius(), a.start(), a.sweep());
        });
        fields.add(length("radius", text("item.radius"), "r", text("item.radius.help"),
                c -> ((ArcComponent) c).radius(), (c, radius) -> {
                    ArcComponent a = (ArcComponent) c;
                    return new ArcComponent(a.weight(), a.label(), a.centre(), radius, a.start(), a.sweep());
                }));
        fields.add(angle("start", text("item.start"), "θ₀", -360, 360, text("item.start.help"),
                c -> ((ArcComponent) c).start(), (c, start) -> {
                    ArcComponent a = (ArcComponent) c;
                    return new ArcComponent(a.weight(), a.label(), a.centre(), a.radius(), start, a.sweep());
                }));
        fields.add(angle("sweep", text("item.sweep"), "Δθ", 0.1, 360, text("item.sweep.help"),
                c -> ((ArcComponent) c).sweep(), (c, sweep) -> {
                    ArcComponent a = (ArcComponent) c;
                    return new ArcComponent(a.weight(), a.label(), a.centre(), a.radius(), a.start(),
                            Math.min(sweep, 2 * Math.PI));
                }));
        return fields;
    }

    private static List<ItemField> segment() {
        List<ItemField> fields = place("x₁", "y₁", text("item.oneEnd"), c -> ((SegmentComponent) c).from(),
                (c, from) -> new SegmentComponent(c.weight(), c.label(), from, ((SegmentComponent) c).to()));
        fields.addAll(place("x₂", "y₂", text("item.otherEnd"), c -> ((SegmentComponent) c).to(),
                (c, to) -> new SegmentComponent(c.weight(), c.label(), ((SegmentComponent) c).from(), to)));
        return fields;
    }

    private static PointCloud shifted(PointCloud cloud, Vec2 by) {
        return cloud.mapped(point -> point.plus(by));
    }

    private interface Reader {
        Vec2 of(Component component);
    }

    private static List<ItemField> place(String x, String y, String what, Reader get,
            BiFunction<Component, Vec2, Component> set) {
        List<ItemField> fields = new ArrayList<>();
        fields.add(new ItemField(coordinate(x, text("item.place.across", what)), c -> get.of(c).x(),
                (c, value) -> set.apply(c, new Vec2(value, get.of(c).y()))));
        fields.add(new ItemField(coordinate(y, text("item.place.up", what)), c -> get.of(c).y(),
                (c, value) -> set.apply(c, new Vec2(get.of(c).x(), value))));
        return fields;
    }

    private static Parameter coordinate(String symbol, String title) {
        return number(symbol, title, symbol, -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -5, 5,
                text("item.place.help", title));
    }

    private static ItemField length(String name, String title, String symbol, String help,
            ToDoubleFunction<Component> get,
            BiFunction<Component, Double, Component> set) {
        return new ItemField(
                number(name, title, symbol, LEAST, Document.MAX_COORDINATE, LEAST, 5, text("item.length.help", help)),
                get, set);
    }

    /// Shown in degrees, kept in radians.
    private static ItemField angle(String name, String title, String symbol, double min, double max, String help,
            ToDoubleFunction<Component> get, BiFunction<Component, Double, Component> set) {
        return new ItemField(
                number(name, title, symbol + " °", min, max, Math.max(min, -180), Math.min(max, 360), help),
                c -> Math.toDegrees(get.applyAsDouble(c)), (c, degrees) -> set.apply(c, Math.toRadians(degrees)));
    }

    private static Parameter number(String name, String title, String symbol, double min, double max, double usualMin,
            double usualMax, String help) {
        return new Parameter(name, title, symbol, "", Numbers.REAL, min, max, usualMin, usualMax, 1, List.of(), help);
    }
}
