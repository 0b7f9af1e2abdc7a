package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.document.Document;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The shapes of the data's components as lines in the colours of their classes. Clouds have no shape but their points.
final class ShapeOutlines {

    private static final double WIDTH = 1.5;
    private static final double POINT_RADIUS = 2.6;

    /// Standard deviations at which a Gaussian is drawn, and how strongly.
    private static final double INNER = 1;
    private static final double OUTER = 2;
    private static final double INNER_OPACITY = 0.9;
    private static final double OUTER_OPACITY = 0.5;

    private static final int CORNERS = 72;

    private final Viewport viewport;
    private final double opacity;
    private final List<Mark> marks = new ArrayList<>();

    private ShapeOutlines(Viewport viewport, double opacity) {
        this.viewport = viewport;
        this.opacity = opacity;
    }

    static List<Mark> of(Document document, Viewport viewport, double opacity) {
        var outlines = new ShapeOutlines(viewport, opacity);
        for (Component component : document.data().components()) {
            outlines.add(component, new ClassInk(document.classIndex(component.label())));
        }
        return outlines.marks;
    }

    private void add(Component component, Ink ink) {
        switch (component) {
            case GaussianComponent gaussian -> {
                ellipse(gaussian.mean(), gaussian.covariance(), INNER, ink, INNER_OPACITY);
                ellipse(gaussian.mean(), gaussian.covariance(), OUTER, ink, OUTER_OPACITY);
            }
            case RectangleComponent box -> {
                Vec2 across = Vec2.ofAngle(box.angle());
                Vec2 right = across.times(box.halfSize().x());
                Vec2 up = across.perpendicular().times(box.halfSize().y());
                Vec2 centre = box.centre();
                line(List.of(centre.plus(right).plus(up), centre.minus(right).plus(up),
                        centre.minus(right).minus(up), centre.plus(right).minus(up),
                        centre.plus(right).plus(up)), ink, INNER_OPACITY);
            }
            case SegmentComponent segment -> line(List.of(segment.from(), segment.to()), ink, INNER_OPACITY);
            case ArcComponent arc -> {
                List<Vec2> points = new ArrayList<>();
                int count = Math.max(2, (int) Math.ceil(CORNERS * arc.sweep() / (2 * Math.PI)));
                for (int i = 0; i <= count; i++) {
                    points.add(arc.centre().plus(
                            Vec2.ofAngle(arc.start() + arc.sweep() * i / count).times(arc.radius())));
                }
                line(points, ink, INNER_OPACITY);
            }
            case PointComponent point -> marks.add(new Mark.Dot(viewport.toPixel(point.at()),
                    POINT_RADIUS * viewport.scale(), ink, INNER_OPACITY * opacity));
            case PointCloud _,KernelEstimate _ -> {}
        }
    }

    private void ellipse(Vec2 centre, SymMat2 covariance, double deviations, Ink ink, double strength) {
        SymMat2.Eigen axes = covariance.eigen();
        Vec2 along = axes.axis().times(deviations * Math.sqrt(Math.max(0, axes.larger())));
        Vec2 across = axes.axis().perpendicular().times(deviations * Math.sqrt(Math.max(0, axes.smaller())));
        List<Vec2> points = new ArrayList<>();
        for (int i = 0; i <= CORNERS; i++) {
            Vec2 turn = Vec2.ofAngle(2 * Math.PI * i / CORNERS);
            points.add(centre.plus(along.times(turn.x())).plus(across.times(turn.y())));
        }
        line(points, ink, strength);
    }

    private void line(List<Vec2> points, Ink ink, double strength) {
        marks.add(new Mark.Polyline(points.stream().map(viewport::toPixel).toList(), WIDTH * viewport.scale(), ink,
                strength * opacity, false));
    }
}
