package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.document.Document;
import scorescape.figure.Mark.Specks.Shape;
import scorescape.lesson.Stage;
import scorescape.lesson.Telling;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// One step of a run, told in stages, in pixels.
final class ToldStep {

    static final double LABEL_SIZE = 23;
    static final double DOT_RADIUS = 4.3;
    static final double ARROW_WIDTH = 2.3;
    private static final double DOTTED_WIDTH = 1.7;

    /// Opacity of the end of the run, which is known but not reached.
    static final double FORESEEN = 0.45;

    /// Width of the vectors of classifier guidance where they move the prediction.
    private static final double FAINT_WIDTH = 0.7;
    private static final double DASH = 4;

    /// Of a side.
    static final double PICTURE = 70;

    /// By how much the dot of the guided prediction grows when another prediction lies on it, so that both are seen.
    private static final double RING = 3.2;

    private final Edge edge;
    private final double scale;
    private final StepPoints step;
    private final StepLabels labels;
    private final StepPictures pictures;

    /// @param index of the step
    /// @param furniture boxes that labels keep clear of
    ToldStep(Document document, Trajectory run, int index, Viewport viewport, List<Bounds> furniture) {
        edge = Edge.of(viewport);
        scale = viewport.scale();
        step = new StepPoints(document, run, index, viewport);
        labels = new StepLabels(step, edge, furniture);
        pictures = new StepPictures(document, run, index, step, edge, labels.obstacles());
    }

    /// The labels at a moment, and the pictures behind them.
    ///
    /// @param opacity of the whole step
    List<Mark> labels(StageClock clock, double opacity) {
        List<Mark> all = new ArrayList<>(pictures.marks(clock, opacity));
        all.addAll(labels.marks(clock, opacity));
        return all;
    }

    /// The marks at a moment, in the order of painting.
    ///
    /// @param opacity of the whole step
    /// @param posteriorOpacity of the posterior ellipse
    List<Mark> marks(StageClock clock, double opacity, double posteriorOpacity) {
        double dim = clock.dimmed(step.lastMove());
        var behind = new MarkList(posteriorOpacity);
        behind.add(
                new Mark.Ellipse(step.unconditional, step.posterior, Role.POSTERIOR,
                        clock.done(Stage.PREDICT, 0.4, 0.4) * dim));
        var marks = new MarkList(opacity);
        if (step.box != null) {
            addBox(marks, step.box, clock.done(Stage.CORRECT, 0, 0.4));
        }
        double lines = clock.dimmed(Stage.NOISE);
        dotted(marks, step.asked, step.unconditional, Role.UNCONDITIONAL, clock.done(Stage.PREDICT, 0, 0.45), lines);
        if (step.conditional != null) {
            dotted(marks, step.asked, step.conditional, Role.CONDITIONAL,
                    clock.done(Stage.PREDICT_GIVEN_CLASS, 0, 0.45), lines);
        }
        if (step.reference != null) {
            dotted(marks, step.asked, step.reference, Role.MUTED, clock.done(Stage.PREDICT_REFERENCE, 0, 0.45), lines);
        }
        if (step.following != null) {
            double again = clock.done(Stage.PREDICT_AGAIN, 0, 0.45);
            dotted(marks, step.next, step.following.prediction(), Role.UNCONDITIONAL, again, 1);
        }
        if (step.telling == Telling.CLASSIFIER) {
            addClassifierGuidance(marks, clock);
        } else if (step.isGuided()) {
            double shown = clock.done(step.telling == Telling.PLAIN ? Stage.CORRECT : Stage.STEP, 0, 0.4);
            dotted(marks, step.asked, step.guided, Role.COMBINED, shown, 1);
            step.guidance.addTo(marks, clock, scale);
        }
        addFan(marks, clock);
        addWay(marks, clock);
        if (step.lastMove() == Stage.STEP) {
            arrow(marks, step.asked, step.mean, Role.STATE, clock.done(Stage.STEP, 0.35, 0.45));
        }
        if (step.noisy) {
            arrow(marks, step.mean, step.next, Role.NOISE, clock.done(Stage.NOISE, 0.5, 0.4));
        }
        if (step.following != null) {
            arrow(marks, step.next, step.following.mean(), Role.STATE, clock.done(Stage.NEXT, 0, 0.45));
            if (step.following.noisy()) {
                arrow(marks, step.following.mean(), step.following.next(), Role.NOISE,
                        clock.done(Stage.NEXT, 0.5, 0.4));
            }
        }
        addDots(marks, clock);
        labels.pointers(clock).forEach(marks::add);
        List<Mark> all = new ArrayList<>(behind.marks());
        all.addAll(marks.marks());
        all.addAll(edge.chevrons(marks.marks()));
        return all;
    }

    /// At `x_t` the gradient beside the step without it, and their sum; at `x̂₀`, faintly, the same by as much as it
    /// moves the prediction. The two figures are similar: the step goes towards the prediction that is moved so.
    private void addClassifierGuidance(MarkList marks, StageClock clock) {
        double sum = clock.done(Stage.COMBINE, 0.45, 0.45);
        double whole = clock.done(Stage.COMBINE, 0.9, 0.5);
        dotted(marks, step.asked, step.guided, Role.COMBINED, whole, 1);
        var faint = new MarkList(FORESEEN * whole);
        step.guidance.corrections(false).addTo(faint, clock, FAINT_WIDTH * scale);
        faint.marks().forEach(marks::add);
        step.guidance.corrections(true).addTo(marks, clock, scale);
        double sides = clock.done(Stage.COMBINE, 0, 0.45);
        dashed(marks, step.unguidedMean, step.combined, sides);
        if (!step.added.vectors().isEmpty()) {
            dashed(marks, step.added.vectors().getLast().to(), step.combined, sides);
        }
        arrow(marks, step.asked, step.unguidedMean, Role.STATE, clock.done(Stage.GRADIENT, 0, 0.45));
        step.added.addTo(marks, clock, scale);
        arrow(marks, step.asked, step.combined, Role.COMBINED, sum);
    }

    private void addFan(MarkList marks, StageClock clock) {
        Stage stage = step.churn > 0 ? Stage.CHURN : Stage.NOISE;
        Vec2 foot = step.churn > 0 ? step.x : step.mean;
        double fan = clock.done(stage, 0, 0.4);
        double dim = clock.dimmed(step.churn > 0 ? Stage.PREDICT : Stage.PREDICT_AGAIN);
        for (Vec2 other : step.otherDraws) {
            marks.add(new Mark.Arrow(foot, foot.lerp(other, fan), 0.7 * ARROW_WIDTH * scale, Role.OTHER_NOISE,
                    fan > 0 ? dim : 0, false));
        }
        if (step.churn > 0) {
            arrow(marks, step.x, step.asked, Role.NOISE, clock.done(Stage.CHURN, 0.5, 0.4));
        }
    }

    /// What a step of several moves passes on its way: a trial, or moves of Langevin.
    private void addWay(MarkList marks, StageClock clock) {
        double shown = clock.done(step.lastMove(), 0.1, 0.4);
        for (int i = 1; step.way.size() > 2 && i < step.way.size(); i++) {
            marks.add(new Mark.Line(step.way.get(i - 1), step.way.get(i), scale, Role.MUTED, 0.6 * shown));
        }
    }

    private void addBox(MarkList marks, Bounds around, double shown) {
        List<Vec2> corners = List.of(new Vec2(around.minX(), around.minY()), new Vec2(around.maxX(), around.minY()),
                new Vec2(around.maxX(), around.maxY()), new Vec2(around.minX(), around.maxY()));
        for (int i = 0; i < corners.size(); i++) {
            dashed(marks, corners.get(i), corners.get((i + 1) % corners.size()), shown);
        }
    }

    private void addDots(MarkList marks, StageClock clock) {
        dot(marks, step.end, Role.STATE, 1, FORESEEN);
        if (step.isGuided()) {
            double nearest = Math.min(step.guided.distance(step.unconditional),
                    step.conditional == null ? Double.POSITIVE_INFINITY : step.guided.distance(step.conditional));
            double ring = RING * Math.max(0, 1 - nearest / (2 * DOT_RADIUS * scale));
            double shown = switch (step.telling) {
                case CLASSIFIER -> clock.done(Stage.COMBINE, 1.2, 0.25);
                case PLAIN -> clock.done(Stage.CORRECT, 0.4, 0.25);
                case CLASSIFIER_FREE -> clock.done(Stage.STEP, 0, 0.25);
            };
            marks.add(new Mark.Dot(step.guided, (DOT_RADIUS + ring) * scale * shown, Role.COMBINED, shown > 0 ? 1 : 0));
        }
        dot(marks, step.unconditional, Role.UNCONDITIONAL, clock.done(Stage.PREDICT, 0.35, 0.2),
                step.following != null ? clock.remembered() : 1);
        if (step.exact != null) {
            error(marks, step.unconditional, step.exact, Role.UNCONDITIONAL, clock.done(Stage.PREDICT, 0.6, 0.3));
        }
        if (step.conditional != null && step.exactGivenClass != null) {
            error(marks, step.conditional, step.exactGivenClass, Role.CONDITIONAL,
                    clock.done(Stage.PREDICT_GIVEN_CLASS, 0.6, 0.3));
        }
        if (step.conditional != null) {
            dot(marks, step.conditional, Role.CONDITIONAL, clock.done(Stage.PREDICT_GIVEN_CLASS, 0.35, 0.2), 1);
        }
        if (step.reference != null) {
            dot(marks, step.reference, Role.MUTED, clock.done(Stage.PREDICT_REFERENCE, 0.35, 0.2), 1);
        }
        dot(marks, step.x, Role.STATE, 1, 1);
        dot(marks, step.next, Role.STATE, clock.done(step.arrival(), 0.9, 0.2), 1);
        if (step.following != null) {
            dot(marks, step.following.prediction(), Role.UNCONDITIONAL, clock.done(Stage.PREDICT_AGAIN, 0.35, 0.2), 1);
            dot(marks, step.following.next(), Role.STATE, clock.done(Stage.NEXT, 0.9, 0.2), 1);
        }
    }

    private void arrow(MarkList marks, Vec2 from, Vec2 to, Ink ink, double grown) {
        marks.add(new Mark.Arrow(from, from.lerp(to, grown), ARROW_WIDTH * scale, ink, grown > 0 ? 1 : 0, true));
    }

    private void dotted(MarkList marks, Vec2 from, Vec2 to, Ink ink, double grown, double opacity) {
        Vec2 tip = from.lerp(to, grown);
        Clip clip = Clip.of(edge.picture(), from, tip);
        if (clip != null) {
            marks.add(new Mark.DottedLine(from.lerp(tip, clip.start()), from.lerp(tip, clip.end()),
                    DOTTED_WIDTH * scale, ink, opacity));
        }
    }

    /// A side of a parallelogram.
    private void dashed(MarkList marks, Vec2 from, Vec2 to, double grown) {
        Clip clip = Clip.of(edge.picture(), from, from.lerp(to, grown));
        if (clip == null) {
            return;
        }
        Vec2 start = from.lerp(to, grown * clip.start());
        Vec2 tip = from.lerp(to, grown * clip.end());
        double length = start.distance(tip);
        double period = 2 * DASH * scale;
        for (double at = 0; at < length; at += period) {
            marks.add(new Mark.Line(start.lerp(tip, at / length),
                    start.lerp(tip, Math.min(1, (at + 0.5 * period) / length)), 1.1 * scale, Role.MUTED, 0.8));
        }
    }

    private void error(MarkList marks, Vec2 predicted, Vec2 truth, Ink ink, double shown) {
        addError(marks, edge, predicted, truth, ink, shown);
    }

    /// A ring at the exact prediction, and a line from it to what the model predicts.
    static void addError(MarkList marks, Edge edge, Vec2 predicted, Vec2 truth, Ink ink, double shown) {
        Clip clip = Clip.of(edge.picture(), truth, predicted);
        if (clip != null) {
            marks.add(new Mark.Line(truth.lerp(predicted, clip.start()), truth.lerp(predicted, clip.end()),
                    0.8 * edge.scale(), Role.MUTED, shown));
        }
        marks.add(Mark.Specks.one(Shape.RING, truth, DOT_RADIUS * edge.scale(), ink, shown));
    }

    private void dot(MarkList marks, Vec2 at, Ink ink, double grown, double opacity) {
        marks.add(new Mark.Dot(at, DOT_RADIUS * scale * grown, ink, grown > 0 ? opacity : 0));
    }
}
