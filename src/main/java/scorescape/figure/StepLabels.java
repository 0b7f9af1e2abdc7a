package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.GuidanceArrow;
import scorescape.figure.LabelPlacer.Anchor;
import scorescape.figure.LabelPlacer.Obstacle;
import scorescape.lesson.RuleStory;
import scorescape.lesson.Stage;
import scorescape.lesson.Telling;
import scorescape.math.Bounds;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// The labels of a step that is told in stages.
///
/// They get their places once, for the complete step: a label appears where it will stay, whatever comes later.
final class StepLabels {

    private static final double LONG_LABEL_SIZE = 18;

    /// Labels wider than this are set smaller, in em.
    private static final double LONG_LABEL = 3;

    /// Half of the width that a label sees of an arrow: between that of the shaft and that of the head.
    private static final double ARROW_RADIUS = 2.5;

    /// Cost of a label over an arrow, per pixel.
    private static final double ARROW_WEIGHT = 3;

    /// Labels of arrows shorter than this fade with them.
    private static final double SHORT_ARROW = 14;

    /// A label that stands this far from what it names is tied to it by a line.
    private static final double LEADER_FROM = 11;

    private static final double LEADER_WIDTH = 0.9;

    /// A label with the mark it names.
    ///
    /// @param since the stage that brings it
    /// @param delay seconds into that stage
    /// @param until the stage that takes it away, null if it stays
    private record Tag(Typeset line, Ink ink, Anchor anchor, Stage since, double delay, double opacity,
            @Nullable Stage until) {

        /// Of the type: long formulas are set smaller.
        double size() {
            return line.width(1) > LONG_LABEL ? LONG_LABEL_SIZE : ToldStep.LABEL_SIZE;
        }
    }

    /// An arrow at the picture's edge that stands for a dot outside.
    private record Pointer(Mark.Arrow arrow, Stage since, double delay) {}

    /// Where a label stands, and the line that leads to it from its dot if it could not stand close by.
    private record Place(Vec2 baseline, Mark.@Nullable Line leader) {}

    private final StepPoints step;
    private final Edge edge;
    private final double scale;
    private final List<Pointer> pointers = new ArrayList<>();
    private final List<Tag> tags;
    private final List<Obstacle> lines;
    private final List<Place> places = new ArrayList<>();

    /// @param furniture boxes that labels keep clear of
    StepLabels(StepPoints step, Edge edge, List<Bounds> furniture) {
        this.step = step;
        this.edge = edge;
        scale = edge.scale();
        tags = tags();
        lines = lines(furniture);
        place();
    }

    private List<Tag> tags() {
        List<Tag> all = new ArrayList<>();
        point(all, "x_t", Role.STATE, step.x, Stage.START, -1, 1);
        point(all, "\\hat x_0", Role.UNCONDITIONAL, step.unconditional, Stage.PREDICT, 0.4, 1);
        if (step.conditional != null) {
            point(all, "\\hat x_0|y", Role.CONDITIONAL, step.conditional, Stage.PREDICT_GIVEN_CLASS, 0.4, 1);
        }
        RuleStory.Reference named = step.story.reference();
        if (step.reference != null && named != null) {
            point(all, named.latex(), Role.MUTED, step.reference, Stage.PREDICT_REFERENCE, 0.4, 1);
        }
        GuidanceVectors shown = step.telling == Telling.CLASSIFIER ? step.added : step.guidance;
        // The last vector is the longest as a rule, so it has the first choice.
        for (GuidanceVectors.Vector vector : shown.vectors().reversed()) {
            if (!vector.latex().isEmpty()) {
                // The gradient is called by one name: first without, then with its factor.
                Stage until = vector.role() == GuidanceArrow.Role.GRADIENT ? Stage.SCALE : null;
                arrow(all, vector.latex(), vector.ink(), vector.named(), vector.to(), vector.since(),
                        vector.delay() + 0.2, until);
            }
        }
        if (step.noisy) {
            arrow(all, "\\varepsilon", Role.NOISE, step.mean, step.next, Stage.NOISE, 0.75, null);
        }
        if (step.churn > 0) {
            arrow(all, "\\varepsilon", Role.NOISE, step.x, step.asked, Stage.CHURN, 0.75, null);
        }
        point(all, "x_{t-1}", Role.STATE, step.next, step.arrival(), 1, 1);
        if (step.following != null) {
            point(all, "\\hat x_0", Role.UNCONDITIONAL, step.following.prediction(), Stage.PREDICT_AGAIN, 0.4, 1);
            if (step.following.noisy()) {
                arrow(all, "\\varepsilon", Role.NOISE, step.following.mean(), step.following.next(), Stage.NEXT, 0.75,
                        null);
            }
            point(all, "x_{t-2}", Role.STATE, step.following.next(), Stage.NEXT, 1, 1);
        }
        point(all, "x_0", Role.STATE, step.end, Stage.START, -1, ToldStep.FORESEEN);
        return List.copyOf(all);
    }

    /// A label for a dot, or for the arrow at the edge that points to the dot outside.
    private void point(List<Tag> all, String latex, Ink ink, Vec2 at, Stage since, double delay, double opacity) {
        Mark.Arrow pointer = edge.pointer(at, ink, opacity);
        if (pointer != null) {
            pointers.add(new Pointer(pointer, since, delay));
        }
        Vec2 place = pointer == null ? at : pointer.from();
        all.add(new Tag(Formula.of(latex), ink, new Anchor.Point(place, ToldStep.DOT_RADIUS * scale), since, delay,
                opacity,
                null));
    }

    private void arrow(List<Tag> all, String latex, Ink ink, Vec2 from, Vec2 to, Stage since, double delay,
            @Nullable Stage until) {
        Clip clip = Clip.of(edge.picture(), from, to);
        if (clip == null) {
            return;
        }
        Anchor anchor = new Anchor.Along(from.lerp(to, clip.start()), from.lerp(to, clip.end()),
                ARROW_RADIUS * scale);
        double visible = Numerics.smoothstep(from.distance(to) / (SHORT_ARROW * scale));
        all.add(new Tag(Formula.of(latex), ink, anchor, since, delay, visible, until));
    }

    private List<Obstacle> lines(List<Bounds> furniture) {
        List<Obstacle> obstacles = new ArrayList<>();
        furniture.forEach(taken -> obstacles.add(new Obstacle.Box(taken)));
        obstacles.add(new Obstacle.Line(step.x, step.unconditional, 1));
        obstacles.add(new Obstacle.Line(step.x, step.guided, 1));
        addArrow(obstacles, step.x, step.mean);
        step.guidance.vectors().forEach(v -> addArrow(obstacles, v.from(), v.to()));
        step.added.vectors().forEach(v -> addArrow(obstacles, v.from(), v.to()));
        if (step.telling == Telling.CLASSIFIER) {
            addArrow(obstacles, step.x, step.unguidedMean);
            obstacles.add(new Obstacle.Line(step.unguidedMean, step.combined, 1));
        }
        if (step.following != null) {
            obstacles.add(new Obstacle.Line(step.next, step.following.prediction(), 1));
            addArrow(obstacles, step.next, step.following.mean());
            addArrow(obstacles, step.following.mean(), step.following.next());
        }
        addArrow(obstacles, step.mean, step.next);
        if (step.conditional != null) {
            obstacles.add(new Obstacle.Line(step.x, step.conditional, 1));
        }
        step.otherDraws.forEach(other -> obstacles.add(new Obstacle.Line(step.mean, other, 1.5)));
        for (Tag tag : tags) {
            if (tag.anchor() instanceof Anchor.Point(Vec2 at, double radius)) {
                obstacles.add(new Obstacle.Disc(at, radius));
            }
        }
        pointers.forEach(p -> obstacles.add(new Obstacle.Line(p.arrow().from(), p.arrow().to(), 3)));
        return obstacles;
    }

    private void place() {
        var placer = new LabelPlacer(edge.inside(), lines, 4 * scale);
        List<Bounds> boxes = placer.place(tags.stream()
                .map(tag -> wish(tag.line(), tag.size() * scale, tag.anchor()))
                .toList());
        for (int i = 0; i < boxes.size(); i++) {
            Bounds place = boxes.get(i);
            Tag tag = tags.get(i);
            places.add(new Place(new Vec2(place.minX(), place.minY() + tag.line().ascent(tag.size() * scale)),
                    leader(tag, place)));
        }
    }

    /// The shaft of an arrow and the breadth of its head.
    private void addArrow(List<Obstacle> obstacles, Vec2 from, Vec2 to) {
        double length = from.distance(to);
        obstacles.add(new Obstacle.Line(from, to, ARROW_WEIGHT));
        if (length > 0) {
            double head =
                    Math.min(Mark.Arrow.HEAD_LENGTH * ToldStep.ARROW_WIDTH * scale, Mark.Arrow.LARGEST_HEAD * length);
            Vec2 along = to.minus(from).times(head / length);
            Vec2 barb = along.perpendicular().times(Mark.Arrow.HEAD_HALF_WIDTH / Mark.Arrow.HEAD_LENGTH);
            Vec2 back = to.minus(along);
            obstacles.add(new Obstacle.Line(back.plus(barb), back.minus(barb), ARROW_WEIGHT));
        }
    }

    private static LabelPlacer.Wish wish(Typeset line, double size, Anchor anchor) {
        return new LabelPlacer.Wish(line.width(size), line.ascent(size) + line.descent(size), anchor);
    }

    private Mark.@Nullable Line leader(Tag tag, Bounds box) {
        Vec2 end = LabelPlacer.nearest(box, tag.anchor().nearest(box.centre()));
        Vec2 start = tag.anchor().nearest(end);
        if (start.distance(end) < LEADER_FROM * scale) {
            return null;
        }
        return new Mark.Line(start, end, LEADER_WIDTH * scale, tag.ink(), 0.6);
    }

    /// What a picture should not cover, by how much it costs: the lines of the step, and its labels.
    List<Obstacle> obstacles() {
        List<Obstacle> all = new ArrayList<>(lines);
        for (int i = 0; i < places.size(); i++) {
            Typeset line = tags.get(i).line();
            double size = tags.get(i).size() * scale;
            Vec2 baseline = places.get(i).baseline();
            all.add(new Obstacle.Box(new Bounds(baseline.x(), baseline.y() - line.ascent(size),
                    baseline.x() + line.width(size), baseline.y() + line.descent(size))));
        }
        return all;
    }

    /// The arrows at the edge of the picture at a moment.
    List<Mark> pointers(StageClock clock) {
        return pointers.stream().<Mark>map(pointer -> {
            double shown = clock.done(pointer.since(), pointer.delay(), 0.25);
            return pointer.arrow().withOpacity(pointer.arrow().opacity() * shown);
        }).toList();
    }

    /// The labels at a moment.
    ///
    /// @param opacity of the whole step
    List<Mark> marks(StageClock clock, double opacity) {
        List<Mark> all = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            double gone = tag.until() == null ? 0 : clock.done(tag.until(), 0, 0.25);
            double visible = opacity * tag.opacity() * clock.done(tag.since(), tag.delay(), 0.25) * (1 - gone)
                    * (isFormer(tag) ? clock.remembered() : 1);
            if (visible > 0) {
                Place place = places.get(i);
                if (place.leader() != null) {
                    all.add(place.leader().withOpacity(place.leader().opacity() * visible));
                }
                all.add(new Mark.Text(tag.line(), place.baseline(), tag.size() * scale, tag.ink(), visible, true));
            }
        }
        return all;
    }

    /// Whether a label names the prediction that a newer one has followed.
    private boolean isFormer(Tag tag) {
        return step.following != null && tag.since() == Stage.PREDICT;
    }
}
