package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.SubStep;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.figure.LabelPlacer.Anchor;
import scorescape.figure.LabelPlacer.Obstacle;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The pictures that hang at the points of a step, clear of its labels and lines.
final class StepPictures {

    private static final double GAP = 22;

    /// How much more it costs when a picture covers a line than when a label does: it hides more of it.
    private static final double COVERS = 3;

    /// Opacity of the picture where the run will end.
    private static final double FORESEEN = 0.8;

    private static final double LEADER_WIDTH = 1.2;

    /// A picture that hangs at a point.
    ///
    /// @param former whether a newer prediction follows it
    private record Hanging(Raster picture, Vec2 at, Ink ink, Stage since, double delay, double opacity,
            boolean former) {}

    private final StepPoints step;
    private final Edge edge;
    private final double scale;
    private final double thumbnails;
    private final List<Hanging> hangings = new ArrayList<>();
    private final List<Bounds> frames;

    /// @param index of the step
    /// @param obstacles that the pictures keep clear of
    StepPictures(Document document, Trajectory run, int index, StepPoints step, Edge edge, List<Obstacle> obstacles) {
        this.step = step;
        this.edge = edge;
        scale = edge.scale();
        thumbnails = document.layers().opacity(Layer.THUMBNAILS);
        PointPictures pictures = thumbnails > 0 ? PointPictures.of(document, run) : null;
        if (pictures != null) {
            hang(pictures, run.steps().get(index), document.guidance().guidingClass(), index + 1 < run.steps().size()
                    ? run.steps().get(index + 1)
                    : null);
        }
        frames = places(obstacles);
    }

    private void hang(PointPictures pictures, Step told, OptionalInt label, @Nullable Step after) {
        SubStep first = told.subSteps().getFirst();
        StepPoints.Following again = step.following;
        hang(pictures.noisy(told.from()), step.x, Role.STATE, Stage.START, -1, 1, false);
        hang(pictures.noisy(NoiseLevel.CLEAN), step.end, Role.STATE, Stage.START, -1, FORESEEN, false);
        hang(pictures.expected(first.at(), first.x(), null), step.unconditional, Role.UNCONDITIONAL, Stage.PREDICT, 0.4,
                1,
                again != null);
        if (step.conditional != null && label.isPresent()) {
            hang(pictures.expected(first.at(), first.x(), label.getAsInt()), step.conditional, Role.CONDITIONAL,
                    Stage.PREDICT_GIVEN_CLASS, 0.4, 1, false);
        }
        hang(pictures.noisy(told.to()), step.next, Role.STATE, step.arrival(), 1, 1, false);
        if (again != null && after != null) {
            SubStep second = after.subSteps().getFirst();
            hang(pictures.expected(second.at(), second.x(), null), again.prediction(), Role.UNCONDITIONAL,
                    Stage.PREDICT_AGAIN, 0.4, 1, false);
            hang(pictures.noisy(after.to()), again.next(), Role.STATE, Stage.NEXT, 1, 1, false);
        }
    }

    private void hang(@Nullable Raster picture, Vec2 at, Ink ink, Stage since, double delay, double opacity,
            boolean former) {
        if (picture != null && edge.picture().contains(at)) {
            hangings.add(new Hanging(picture, at, ink, since, delay, opacity, former));
        }
    }

    /// Finds places for the pictures, clear of labels and lines.
    private List<Bounds> places(List<Obstacle> obstacles) {
        List<Obstacle> all = new ArrayList<>();
        for (Obstacle obstacle : obstacles) {
            all.add(obstacle instanceof Obstacle.Line(Vec2 from, Vec2 to, double weight)
                    ? new Obstacle.Line(from, to, COVERS * weight)
                    : obstacle);
        }
        double side = ToldStep.PICTURE * scale;
        return new LabelPlacer(edge.inside(), all, GAP * scale).place(hangings.stream()
                .map(h -> new LabelPlacer.Wish(side, side, new Anchor.Point(h.at(), ToldStep.DOT_RADIUS * scale), true))
                .toList());
    }

    /// The pictures at a moment, each with the arrow that leads to its point.
    ///
    /// @param opacity of the whole step
    List<Mark> marks(StageClock clock, double opacity) {
        List<Mark> all = new ArrayList<>();
        for (int i = 0; i < hangings.size(); i++) {
            Hanging hanging = hangings.get(i);
            double shown = opacity * thumbnails * hanging.opacity() * clock.done(hanging.since(), hanging.delay(), 0.3)
                    * (hanging.former() ? clock.remembered() : 1);
            if (shown > 0) {
                Bounds frame = frames.get(i);
                Vec2 foot = LabelPlacer.nearest(frame, hanging.at());
                double distance = foot.distance(hanging.at());
                Vec2 tip = distance > 0
                        ? hanging.at().lerp(foot, Math.min(1, 2 * ToldStep.DOT_RADIUS * scale / distance))
                        : foot;
                all.add(new Mark.Arrow(foot, tip, LEADER_WIDTH * scale, hanging.ink(), 0.8 * shown, false));
                all.add(new Mark.Picture(hanging.picture(), frame, hanging.ink(), shown));
            }
        }
        return all;
    }
}
