package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.population.Axis;
import scorescape.diffusion.population.Moments;
import scorescape.document.Document;
import scorescape.document.Study;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The axis along which plots follow the population, as a line in the plane.
public final class PlotAxis {

    private static final double WIDTH = 1.6;

    private PlotAxis() {}

    /// The axis of the scene's study. One that was not drawn leads from the mean of the other classes to that of the class
    /// asked for or, where these are the same, a standard deviation of the data to either side of its mean.
    public static Study.Axis of(Document document) {
        Study.Axis drawn = document.study().axis();
        if (drawn != null) {
            return drawn;
        }
        DataDistribution data = document.data();
        int label = document.guidance().guidingClass().orElse(data.labels().getFirst());
        List<Component> others = data.components().stream().filter(c -> c.label() != label).toList();
        Vec2 own = Moments.of(data.given(label)).mean();
        Vec2 other = others.isEmpty() ? own : Moments.of(new DataDistribution(others)).mean();
        if (own.distance(other) > 0) {
            return new Study.Axis(other, own);
        }
        Moments all = Moments.of(data);
        double reach = Math.sqrt(all.covariance().eigen().larger());
        Vec2 by = Axis.towards(data, label).direction().times(reach > 0 ? reach : 1);
        return new Study.Axis(all.mean().minus(by), all.mean().plus(by));
    }

    /// The line, dotted beyond its ends.
    static List<Mark> marks(Study.Axis axis, Viewport viewport, double opacity) {
        Vec2 from = viewport.toPixel(axis.from());
        Vec2 to = viewport.toPixel(axis.to());
        if (!(from.distance(to) > 0)) {
            return List.of();
        }
        double scale = viewport.scale();
        Vec2 along = to.minus(from).times(2 * (viewport.width() + viewport.height()) / from.distance(to));
        var marks = new ArrayList<Mark>();
        add(marks, from, from.minus(along), viewport, opacity);
        add(marks, to, to.plus(along), viewport, opacity);
        marks.add(new Mark.Arrow(from, to, WIDTH * scale, Role.TEXT, 0.8 * opacity, true));
        return marks;
    }

    private static void add(List<Mark> marks, Vec2 from, Vec2 to, Viewport viewport, double opacity) {
        Clip clip = Clip.of(new Bounds(0, 0, viewport.width(), viewport.height()), from, to);
        if (clip != null) {
            marks.add(new Mark.DottedLine(from.lerp(to, clip.start()), from.lerp(to, clip.end()),
                    WIDTH * viewport.scale(), Role.TEXT, 0.45 * opacity));
        }
    }
}
