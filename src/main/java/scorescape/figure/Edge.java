package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// What tells at the edge of a picture that there is more outside of it. Positions and lengths in pixels.
///
/// @param scale of the picture, see [Viewport#scale]
record Edge(Bounds picture, double scale) {

    /// Between the edge and what stands inside.
    static final double MARGIN = 10;

    /// Length of an arrow that points to something outside.
    private static final double POINTER = 15;

    private static final double POINTER_WIDTH = 2.3;

    /// From the edge to the tip of the outer chevron on an arrow that goes on.
    private static final double CHEVRON_INSET = 5;

    /// Between the tips of the two chevrons, in widths of the arrow.
    private static final double CHEVRON_SPACING = 2.6;

    /// From the tip of a chevron back to its ends, along the arrow and across it, in widths of the arrow.
    private static final double CHEVRON_LENGTH = 2.4;
    private static final double CHEVRON_HALF_WIDTH = 2.4;

    /// An arrow of which less is seen gets no chevrons, in widths of the arrow.
    private static final double SHORTEST = 12;

    static Edge of(Viewport viewport) {
        return new Edge(new Bounds(0, 0, viewport.width(), viewport.height()), viewport.scale());
    }

    /// Where labels may stand.
    Bounds inside() {
        return inset(MARGIN * scale);
    }

    /// The arrow that points from the edge to something outside, or null if that is inside.
    Mark.@Nullable Arrow pointer(Vec2 at, Ink ink, double opacity) {
        if (picture.contains(at)) {
            return null;
        }
        Vec2 centre = picture.centre();
        Clip clip = Clip.of(inset((MARGIN + POINTER) * scale), centre, at);
        Vec2 foot = clip == null ? centre : centre.lerp(at, clip.end());
        Vec2 tip = foot.plus(at.minus(foot).times(POINTER * scale / at.distance(foot)));
        return new Mark.Arrow(foot, tip, POINTER_WIDTH * scale, ink, opacity, true);
    }

    /// Two chevrons on each arrow whose head lies outside: without them it would look like a line that ends here. Thin
    /// arrows, which have no halo, get none.
    List<Mark> chevrons(List<Mark> marks) {
        List<Mark> chevrons = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Arrow arrow && arrow.halo()) {
                Clip clip = Clip.of(picture, arrow.from(), arrow.to());
                if (clip != null && clip.end() < 1
                        && (clip.end() - clip.start()) * arrow.from().distance(arrow.to()) > SHORTEST * arrow.width()) {
                    chevrons.addAll(chevrons(arrow, clip.end()));
                }
            }
        }
        return chevrons;
    }

    private List<Mark> chevrons(Mark.Arrow arrow, double end) {
        double width = arrow.width();
        Vec2 along = arrow.to().minus(arrow.from()).times(1 / arrow.from().distance(arrow.to()));
        Vec2 across = along.perpendicular().times(CHEVRON_HALF_WIDTH * width);
        Vec2 edge = arrow.from().lerp(arrow.to(), end).minus(along.times(CHEVRON_INSET * scale));
        List<Mark> chevrons = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Vec2 tip = edge.minus(along.times(i * CHEVRON_SPACING * width));
            Vec2 back = tip.minus(along.times(CHEVRON_LENGTH * width));
            chevrons.add(new Mark.Polyline(List.of(back.plus(across), tip, back.minus(across)), 0.8 * width,
                    arrow.ink(), arrow.opacity(), true));
        }
        return chevrons;
    }

    private Bounds inset(double by) {
        return new Bounds(by, by, picture.maxX() - by, picture.maxY() - by);
    }
}
