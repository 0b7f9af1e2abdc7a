package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.document.Layer;
import scorescape.figure.LabelPlacer.Anchor;
import scorescape.figure.LabelPlacer.Obstacle;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A run in motion: the state with its predictions, without stages. Between two states everything goes in straight
/// lines at constant speed.
final class MovingStep {

    /// Predictions in motion are seen, not read.
    private static final double PREDICTIONS = 0.5;

    /// Of the picture from the state, along either axis.
    private static final double OFFSET = 16;

    /// So many of the moves that end in `x₀` can be in the way of its label.
    private static final int LAST_MOVES = 12;

    private final double scale;
    private final boolean arrived;
    private final Vec2 x;
    private final Vec2 unconditional;
    private final @Nullable Vec2 conditional;
    private final Vec2 guided;
    private final Viewport viewport;

    /// What the state looks like, null if nothing.
    private final @Nullable Raster picture;
    private final double thumbnails;

    /// The last states of the run.
    private final List<Vec2> way = new ArrayList<>();

    MovingStep(Document document, Trajectory run, Playhead playhead, Viewport viewport) {
        Coordinates coordinates = document.coordinates();
        this.viewport = viewport;
        scale = viewport.scale();
        arrived = playhead.stage() == Stage.END;
        List<Step> steps = run.steps();
        Step step = steps.get(playhead.step());
        Step after = steps.get(Math.min(playhead.step() + 1, steps.size() - 1));
        double within = arrived ? 1 : playhead.progress();
        Vec2 from = Plane.point(coordinates, step.from(), step.x());
        Vec2 to = Plane.point(coordinates, step.to(), step.next());
        x = viewport.toPixel(from.lerp(to, within));
        unconditional =
                viewport.toPixel(step.unconditional().denoised().lerp(after.unconditional().denoised(), within));
        PointEstimate given = step.conditional();
        PointEstimate givenAfter = after.conditional();
        conditional = given == null || givenAfter == null
                ? null
                : viewport.toPixel(given.denoised().lerp(givenAfter.denoised(), within));
        for (Step last : steps.subList(Math.max(0, steps.size() - LAST_MOVES), steps.size())) {
            way.add(viewport.toPixel(Plane.point(coordinates, last.from(), last.x())));
        }
        way.add(viewport.toPixel(run.end()));
        guided = viewport.toPixel(step.guided().lerp(after.guided(), within));
        thumbnails = document.layers().opacity(Layer.THUMBNAILS);
        PointPictures pictures = thumbnails > 0 ? PointPictures.of(document, run) : null;
        picture = pictures == null ? null : pictures.noisy(arrived ? NoiseLevel.CLEAN : step.from());
    }

    /// Beside the state, on the side with more room.
    private List<Mark> picture(double opacity) {
        if (picture == null) {
            return List.of();
        }
        double side = ToldStep.PICTURE * scale;
        double away = OFFSET * scale;
        double left = x.x() + away + side < viewport.width() ? x.x() + away : x.x() - away - side;
        double top = x.y() - away - side > 0 ? x.y() - away - side : x.y() + away;
        var box = new Bounds(left, top, left + side, top + side);
        Vec2 foot = LabelPlacer.nearest(box, x);
        return List.of(
                new Mark.Arrow(foot, x.lerp(foot, 0.4), 0.9 * scale, Role.STATE, 0.8 * opacity, false),
                new Mark.Picture(picture, box, Role.STATE, opacity));
    }

    List<Mark> marks(double opacity) {
        var marks = new MarkList(opacity);
        if (!arrived) {
            Clip clip = Clip.of(new Bounds(0, 0, viewport.width(), viewport.height()), x, guided);
            if (clip != null) {
                marks.add(new Mark.DottedLine(x.lerp(guided, clip.start()), x.lerp(guided, clip.end()), 1.7 * scale,
                        conditional == null ? Role.UNCONDITIONAL : Role.COMBINED, PREDICTIONS));
            }
            marks.add(new Mark.Arrow(unconditional, guided, 2 * scale, Role.SCALED_DIFFERENCE, PREDICTIONS, true));
            if (conditional != null) {
                marks.add(new Mark.Dot(conditional, 3.4 * scale, Role.CONDITIONAL, PREDICTIONS));
            }
            marks.add(new Mark.Dot(unconditional, 3.4 * scale, Role.UNCONDITIONAL, PREDICTIONS));
        }
        marks.add(new Mark.Dot(x, ToldStep.DOT_RADIUS * scale, Role.STATE, 1));
        return marks.marks();
    }

    /// The label goes with the state in motion, always on the same side; at rest it finds a place off the run's way.
    List<Mark> labels(double opacity) {
        if (opacity == 0) {
            return List.of();
        }
        List<Mark> labels = new ArrayList<>(picture(opacity * thumbnails));
        Typeset line = Formula.of(arrived ? "x_0" : "x_t");
        double size = ToldStep.LABEL_SIZE * scale;
        // Under the state if its picture is over it.
        Vec2 beside = new Vec2(9 * scale, (picture == null ? -7 : 17) * scale);
        Vec2 baseline = arrived ? placeAtRest(line, size) : x.plus(beside);
        labels.add(new Mark.Text(line, baseline, size, Role.STATE, opacity, true));
        return labels;
    }

    private Vec2 placeAtRest(Typeset line, double size) {
        double margin = 10 * scale;
        double radius = ToldStep.DOT_RADIUS * scale;
        List<Obstacle> obstacles = new ArrayList<>();
        obstacles.add(new Obstacle.Disc(x, radius));
        for (int i = 1; i < way.size(); i++) {
            obstacles.add(new Obstacle.Line(way.get(i - 1), way.get(i), 1));
        }
        var area = new Bounds(margin, margin, viewport.width() - margin, viewport.height() - margin);
        var wish = new LabelPlacer.Wish(line.width(size), line.ascent(size) + line.descent(size),
                new Anchor.Point(x, radius));
        Bounds box = new LabelPlacer(area, obstacles, 4 * scale).place(List.of(wish)).getFirst();
        return new Vec2(box.minX(), box.minY() + line.ascent(size));
    }
}
