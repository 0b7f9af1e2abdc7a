package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.model.NoisedModel;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.SubStep;
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
    private final Edge edge;
    private final boolean arrived;
    private final Vec2 x;
    private final Vec2 unconditional;
    private final @Nullable Vec2 conditional;

    /// What the exact model predicts, where the run's model errs.
    private final @Nullable Vec2 exact;
    private final @Nullable Vec2 exactGivenClass;
    private final Vec2 guided;
    private final Viewport viewport;

    /// What the state looks like, null if nothing.
    private final @Nullable Raster picture;
    private final double thumbnails;

    /// The last states of the run.
    private final List<Vec2> way = new ArrayList<>();

    /// @param truth the data under noise, whatever the model of the run believes
    MovingStep(Document document, Trajectory run, NoisedModel truth, Playhead playhead, Viewport viewport) {
        Coordinates coordinates = document.coordinates();
        this.viewport = viewport;
        scale = viewport.scale();
        edge = Edge.of(viewport);
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
        boolean errs = !document.sampling().model().equals(ScoreModel.EXACT);
        exact = errs ? exact(truth, step, after, within, OptionalInt.empty()) : null;
        OptionalInt label = document.guidance().guidingClass();
        exactGivenClass = errs && conditional != null && label.isPresent()
                ? exact(truth, step, after, within, label)
                : null;
        for (Step last : steps.subList(Math.max(0, steps.size() - LAST_MOVES), steps.size())) {
            way.add(viewport.toPixel(Plane.point(coordinates, last.from(), last.x())));
        }
        way.add(viewport.toPixel(run.end()));
        guided = viewport.toPixel(step.guided().lerp(after.guided(), within));
        thumbnails = document.layers().opacity(Layer.THUMBNAILS);
        PointPictures pictures = thumbnails > 0 ? PointPictures.of(document, run) : null;
        picture = pictures == null ? null : pictures.noisy(arrived ? NoiseLevel.CLEAN : step.from());
    }

    private Vec2 exact(NoisedModel truth, Step step, Step after, double within, OptionalInt label) {
        return viewport.toPixel(exact(truth, step, label).lerp(exact(truth, after, label), within));
    }

    private static Vec2 exact(NoisedModel truth, Step step, OptionalInt label) {
        SubStep first = step.subSteps().getFirst();
        NoisedDistribution noised =
                label.isPresent() ? truth.noised(first.at(), label.getAsInt()) : truth.noised(first.at());
        return noised.at(first.x()).denoised();
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
            Clip clip = Clip.of(edge.picture(), x, guided);
            if (clip != null) {
                marks.add(new Mark.DottedLine(x.lerp(guided, clip.start()), x.lerp(guided, clip.end()), 1.7 * scale,
                        conditional == null ? Role.UNCONDITIONAL : Role.COMBINED, PREDICTIONS));
            }
            marks.add(new Mark.Arrow(unconditional, guided, 2 * scale, Role.SCALED_DIFFERENCE, PREDICTIONS, true));
            if (exact != null) {
                ToldStep.addError(marks, edge, unconditional, exact, Role.UNCONDITIONAL, PREDICTIONS);
            }
            if (conditional != null && exactGivenClass != null) {
                ToldStep.addError(marks, edge, conditional, exactGivenClass, Role.CONDITIONAL, PREDICTIONS);
            }
            if (conditional != null) {
                marks.add(new Mark.Dot(conditional, 3.4 * scale, Role.CONDITIONAL, PREDICTIONS));
            }
            marks.add(new Mark.Dot(unconditional, 3.4 * scale, Role.UNCONDITIONAL, PREDICTIONS));
        }
        marks.add(new Mark.Dot(x, ToldStep.DOT_RADIUS * scale, Role.STATE, 1));
        Mark.Arrow pointer = edge.pointer(x, Role.STATE, 1);
        if (pointer != null) {
            marks.add(pointer);
        }
        List<Mark> all = new ArrayList<>(marks.marks());
        all.addAll(edge.chevrons(marks.marks()));
        return all;
    }

    /// The label goes with the state in motion, always on the same side; at rest it finds a place off the run's way.
    List<Mark> labels(double opacity) {
        if (opacity == 0) {
            return List.of();
        }
        List<Mark> labels = new ArrayList<>(picture(opacity * thumbnails));
        Typeset line = Formula.of(arrived ? "x_0" : "x_t");
        double size = ToldStep.LABEL_SIZE * scale;
        Mark.Arrow pointer = edge.pointer(x, Role.STATE, 1);
        // Under the state if its picture is over it.
        Vec2 beside = new Vec2(9 * scale, (picture == null ? -7 : 17) * scale);
        Vec2 baseline = pointer != null
                ? behind(pointer, line, size)
                : arrived ? placeAtRest(line, size) : inside(x.plus(beside), line, size);
        labels.add(new Mark.Text(line, baseline, size, Role.STATE, opacity, true));
        return labels;
    }

    /// The baseline, moved as little as the picture's edge asks for.
    private Vec2 inside(Vec2 baseline, Typeset line, double size) {
        Bounds room = edge.inside();
        return new Vec2(Math.min(baseline.x(), room.maxX() - line.width(size)),
                // Where not even the line has room, its top is seen.
                Math.max(room.minY() + line.ascent(size), Math.min(baseline.y(), room.maxY() - line.descent(size))));
    }

    /// Off the foot of an arrow at the edge, on the line that it lies on.
    private Vec2 behind(Mark.Arrow pointer, Typeset line, double size) {
        Vec2 away = pointer.from().minus(pointer.to()).times(1 / pointer.from().distance(pointer.to()));
        Vec2 centre = pointer.from().plus(away.times(0.6 * size));
        return centre.plus(new Vec2(-0.5 * line.width(size), 0.5 * (line.ascent(size) - line.descent(size))));
    }

    private Vec2 placeAtRest(Typeset line, double size) {
        double radius = ToldStep.DOT_RADIUS * scale;
        List<Obstacle> obstacles = new ArrayList<>();
        obstacles.add(new Obstacle.Disc(x, radius));
        for (int i = 1; i < way.size(); i++) {
            obstacles.add(new Obstacle.Line(way.get(i - 1), way.get(i), 1));
        }
        var wish = new LabelPlacer.Wish(line.width(size), line.ascent(size) + line.descent(size),
                new Anchor.Point(x, radius));
        Bounds box = new LabelPlacer(edge.inside(), obstacles, 4 * scale).place(List.of(wish)).getFirst();
        return new Vec2(box.minX(), box.minY() + line.ascent(size));
    }
}
