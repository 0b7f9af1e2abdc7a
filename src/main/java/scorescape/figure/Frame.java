package scorescape.figure;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.Step;
import scorescape.document.Layer;
import scorescape.math.Vec2;

/// One picture as plain data: everything computed and placed, nothing left to decide for the painter.
///
/// Immutable, so it may go from the thread that computes to any other.
///
/// @param viewport the part of the plane shown, and the size of the picture
/// @param theme its colours
/// @param ground the density of `p_t` and the classes' regions on the background
/// @param strata layers between the ground and the marks of the story, in the order of painting
/// @param marks what the stages show, in the order of painting
/// @param labels of the marks with the lines that lead to some of them, painted over all marks
/// @param furniture caption, legend and the like, painted last
/// @param lanes pictures side by side that this one is made of, painted on its ground; none in a picture of one scene
public record Frame(Viewport viewport, Theme theme, Raster ground, List<Stratum> strata, List<Mark> marks,
        List<Mark> labels, List<Mark> furniture, List<Lane> lanes) {

    /// A picture inside this one.
    ///
    /// @param left of its upper left corner, in pixels of this one
    /// @param top of the same
    /// @param step of its run that it shows
    public record Lane(int left, int top, Frame frame, Step step) {

        private boolean holds(Vec2 pixel) {
            Vec2 at = inside(pixel);
            return at.x() >= 0 && at.y() >= 0 && at.x() < frame.viewport().width()
                    && at.y() < frame.viewport().height();
        }

        private Vec2 inside(Vec2 pixel) {
            return pixel.minus(new Vec2(left, top));
        }
    }

    /// A picture of one scene.
    public Frame(Viewport viewport, Theme theme, Raster ground, List<Stratum> strata, List<Mark> marks,
            List<Mark> labels, List<Mark> furniture) {
        this(viewport, theme, ground, strata, marks, labels, furniture, List.of());
    }

    /// Pictures side by side.
    Frame(Viewport viewport, Theme theme, Raster ground, List<Lane> lanes, List<Mark> furniture) {
        this(viewport, theme, ground, List.of(), List.of(), List.of(), furniture, lanes);
    }

    /// What a layer draws. A list that is the same object in two frames looks the same in both.
    public record Stratum(Layer layer, List<Mark> marks) {

        public Stratum {
            marks = List.copyOf(marks);
        }
    }

    public Frame {
        strata = List.copyOf(strata);
        marks = List.copyOf(marks);
        labels = List.copyOf(labels);
        furniture = List.copyOf(furniture);
        lanes = List.copyOf(lanes);
    }

    /// The same picture with more marks above the others.
    Frame withMarks(List<Mark> more) {
        return new Frame(viewport, theme, ground, strata, Stream.concat(marks.stream(), more.stream()).toList(), labels,
                furniture, lanes);
    }

    /// What is left of the marks of other things while one is pointed at.
    private static final double UNLIT = 0.15;

    /// What is left of the terms of the equation that stand for other things: they are still read.
    private static final double UNLIT_TERM = 0.3;

    /// Marks fainter than this cannot be pointed at.
    private static final double SEEN = 0.2;

    /// The same picture with marks, labels and terms of the equation of `role` as they are and the others dimmed.
    public Frame lit(Role role) {
        List<Lane> litLanes = lanes.stream()
                .map(lane -> new Lane(lane.left(), lane.top(), lane.frame().lit(role), lane.step()))
                .toList();
        return new Frame(viewport, theme, ground, strata, dimmed(marks, role), dimmed(labels, role),
                withTermsLit(furniture, role), litLanes);
    }

    /// The same picture with the terms of `role` in the equation as they are and its others dimmed.
    public Frame termLit(Role role) {
        List<Lane> litLanes = lanes.stream()
                .map(lane -> new Lane(lane.left(), lane.top(), lane.frame().termLit(role), lane.step()))
                .toList();
        return new Frame(viewport, theme, ground, strata, marks, labels, withTermsLit(furniture, role), litLanes);
    }

    private static List<Mark> dimmed(List<Mark> marks, Role role) {
        return marks.stream().map(mark -> {
            Ink ink = ink(mark);
            return ink != null && role.covers(ink) ? mark : mark.withOpacity(UNLIT * mark.opacity());
        }).toList();
    }

    private static List<Mark> withTermsLit(List<Mark> marks, Role role) {
        return marks.stream().map(mark -> {
            boolean dims = isTerm(mark) && ink(mark) != role;
            return dims ? mark.withOpacity(UNLIT_TERM * mark.opacity()) : mark;
        }).toList();
    }

    /// What the term of the equation at a point stands for, null if there is none.
    ///
    /// @param pixel in the picture
    public @Nullable Role termAt(Vec2 pixel) {
        for (Lane lane : lanes) {
            if (lane.holds(pixel)) {
                Role term = lane.frame().termAt(lane.inside(pixel));
                if (term != null) {
                    return term;
                }
            }
        }
        for (Mark mark : furniture) {
            if (isTerm(mark) && mark instanceof Mark.Text text && text.ink() instanceof Role role && role != Role.TEXT
                    && text.box().contains(pixel)) {
                return role;
            }
        }
        return null;
    }

    /// Whether a mark belongs to the equation: text in a box, hence without a halo, that is a formula or has a colour of its
    /// own. The caption is neither.
    private static boolean isTerm(Mark mark) {
        return mark instanceof Mark.Text text && !text.halo() && (text.ink() != Role.TEXT || text.line().isFormula());
    }

    /// What the mark of the story at a point stands for, the one painted last; null if there is none.
    ///
    /// @param pixel in the picture
    /// @param reach how near is near, in pixels
    public @Nullable Role roleAt(Vec2 pixel, double reach) {
        for (Lane lane : lanes) {
            if (lane.holds(pixel)) {
                return lane.frame().roleAt(lane.inside(pixel), reach);
            }
        }
        for (Mark mark : marks.reversed()) {
            double distance = switch (mark) {
                case Mark.Arrow arrow -> distance(arrow.from(), arrow.to(), pixel);
                case Mark.DottedLine line -> distance(line.from(), line.to(), pixel);
                case Mark.Dot dot -> Math.max(0, dot.at().distance(pixel) - dot.radius());
                default -> Double.POSITIVE_INFINITY;
            };
            if (distance <= reach && mark.opacity() >= SEEN && ink(mark) instanceof Role role) {
                return role == Role.OTHER_NOISE ? Role.NOISE : role;
            }
        }
        return null;
    }

    private static double distance(Vec2 from, Vec2 to, Vec2 point) {
        Vec2 along = to.minus(from);
        double squared = along.dot(along);
        double t = squared > 0 ? Math.clamp(point.minus(from).dot(along) / squared, 0, 1) : 0;
        return from.lerp(to, t).distance(point);
    }

    private static @Nullable Ink ink(Mark mark) {
        return switch (mark) {
            case Mark.Arrow arrow -> arrow.ink();
            case Mark.DottedLine line -> line.ink();
            case Mark.Line line -> line.ink();
            case Mark.Polyline line -> line.ink();
            case Mark.Dot dot -> dot.ink();
            case Mark.Ellipse ellipse -> ellipse.ink();
            case Mark.Text text -> text.ink();
            case Mark.Picture picture -> picture.frame();
            default -> null;
        };
    }
}
