package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.Step;
import scorescape.document.Document.Coordinates;
import scorescape.figure.LabelPlacer.Anchor;
import scorescape.figure.LabelPlacer.Obstacle;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The marks and labels in which one step of a run is told, in pixels.
///
/// The labels get their places once, for the complete step: a label appears where it will stay, whatever comes later.
final class ToldStep {

    /// Draws besides the chosen one that the fan shows.
    private static final int OTHER_DRAWS = 6;

    static final double LABEL_SIZE = 23;
    static final double DOT_RADIUS = 4.3;
    private static final double ARROW_WIDTH = 2.3;
    private static final double DOTTED_WIDTH = 1.7;

    /// Opacity of the end of the run, which is known but not reached.
    private static final double FORESEEN = 0.45;

    /// Labels of arrows shorter than this fade with them.
    private static final double SHORT_ARROW = 14;

    /// Length of the arrow at the picture's edge that points to something outside.
    private static final double POINTER = 15;

    private static final double EDGE_MARGIN = 10;

    /// A label that stands this far from what it names is tied to it by a line.
    private static final double LEADER_FROM = 11;

    private static final double LEADER_WIDTH = 0.9;

    /// By how much the dot of the guided prediction grows when another prediction lies on it, so that both are seen.
    private static final double RING = 3.2;

    /// A label with the mark it names.
    ///
    /// @param since the stage that brings it
    /// @param delay seconds into that stage
    private record Tag(Typeset line, Ink ink, Anchor anchor, Stage since, double delay, double opacity) {}

    /// An arrow at the picture's edge that stands for a dot outside.
    private record Pointer(Mark.Arrow arrow, Stage since, double delay) {}

    /// Where a label stands, and the line that leads to it from its dot if it could not stand close by.
    private record Place(Vec2 baseline, Mark.@Nullable Line leader) {}

    private final double scale;
    private final Bounds picture;
    private final Vec2 x;
    private final Vec2 unconditional;
    private final @Nullable Vec2 conditional;
    private final Vec2 guided;
    private final GuidanceVectors guidance;
    private final Vec2 mean;
    private final Vec2 next;
    private final Vec2 end;
    private final SymMat2 posterior;
    private final boolean noisy;
    private final List<Vec2> otherDraws = new ArrayList<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final List<Tag> tags;
    private final List<Place> places = new ArrayList<>();

    /// @param end where the run ends, `x₀`
    /// @param furniture boxes that labels keep clear of
    ToldStep(Step step, Vec2 end, NoiseSource noise, Coordinates coordinates, Viewport viewport,
            List<Bounds> furniture) {
        scale = viewport.scale();
        picture = new Bounds(0, 0, viewport.width(), viewport.height());
        x = viewport.toPixel(Plane.point(coordinates, step.from(), step.x()));
        unconditional = viewport.toPixel(step.unconditional().denoised());
        PointEstimate given = step.conditional();
        conditional = given == null ? null : viewport.toPixel(given.denoised());
        guided = viewport.toPixel(step.guided());
        guidance = new GuidanceVectors(step.arrows(), viewport);
        mean = viewport.toPixel(Plane.point(coordinates, step.to(), step.mean()));
        next = viewport.toPixel(Plane.point(coordinates, step.to(), step.next()));
        this.end = viewport.toPixel(end);
        double perUnit = 1 / viewport.unitsPerPixel();
        SymMat2 covariance = step.unconditional().covariance().times(perUnit * perUnit);
        posterior = new SymMat2(covariance.xx(), -covariance.xy(), covariance.yy());
        noisy = step.noiseScale() > 0;
        for (int draw = 1; noisy && draw <= OTHER_DRAWS; draw++) {
            Vec2 other = step.mean().plus(noise.at(0, step.index(), draw).times(step.noiseScale()));
            otherDraws.add(viewport.toPixel(Plane.point(coordinates, step.to(), other)));
        }
        tags = tags();
        placeLabels(furniture);
    }

    /// The points that matter in the telling of a step, in pixels.
    static List<Vec2> points(Step step, Coordinates coordinates, Viewport viewport) {
        PointEstimate given = step.conditional();
        return Stream.of(Plane.point(coordinates, step.from(), step.x()), step.unconditional().denoised(),
                given == null ? step.guided() : given.denoised(), step.guided(),
                Plane.point(coordinates, step.to(), step.mean()), Plane.point(coordinates, step.to(), step.next()))
                .map(viewport::toPixel)
                .toList();
    }

    private List<Tag> tags() {
        List<Tag> all = new ArrayList<>();
        point(all, "x_t", Role.STATE, x, Stage.START, -1, 1);
        point(all, "\\hat x_0", Role.UNCONDITIONAL, unconditional, Stage.PREDICT, 0.4, 1);
        if (conditional != null) {
            point(all, "\\hat x_0|y", Role.CONDITIONAL, conditional, Stage.PREDICT_GIVEN_CLASS, 0.4, 1);
        }
        // The last vector is the longest as a rule, so it has the first choice.
        for (GuidanceVectors.Vector vector : guidance.vectors().reversed()) {
            if (!vector.latex().isEmpty()) {
                arrow(all, vector.latex(), vector.ink(), vector.from(), vector.to(), vector.since(),
                        vector.delay() + 0.2);
            }
        }
        if (noisy) {
            arrow(all, "\\varepsilon", Role.NOISE, mean, next, Stage.NOISE, 0.75);
            point(all, "x_{t-1}", Role.STATE, next, Stage.NOISE, 1, 1);
        }
        point(all, "x_0", Role.STATE, end, Stage.START, -1, FORESEEN);
        return List.copyOf(all);
    }

    /// A label for a dot, or for the arrow at the edge that points to the dot outside.
    private void point(List<Tag> all, String latex, Ink ink, Vec2 at, Stage since, double delay, double opacity) {
        Vec2 place = at;
        if (!picture.contains(at)) {
            double inset = (EDGE_MARGIN + POINTER) * scale;
            Vec2 centre = picture.centre();
            Clip clip = Clip.of(new Bounds(inset, inset, picture.maxX() - inset, picture.maxY() - inset), centre, at);
            place = clip == null ? centre : centre.lerp(at, clip.end());
            Vec2 tip = place.plus(at.minus(place).times(POINTER * scale / at.distance(place)));
            pointers.add(
                    new Pointer(new Mark.Arrow(place, tip, ARROW_WIDTH * scale, ink, opacity, true), since, delay));
        }
        all.add(new Tag(Formula.of(latex), ink, new Anchor.Point(place, DOT_RADIUS * scale), since, delay, opacity));
    }

    private void arrow(List<Tag> all, String latex, Ink ink, Vec2 from, Vec2 to, Stage since, double delay) {
        Clip clip = Clip.of(picture, from, to);
        if (clip == null) {
            return;
        }
        Anchor anchor = new Anchor.Along(from.lerp(to, clip.start()), from.lerp(to, clip.end()));
        double visible = StageClock.smoothstep(from.distance(to) / (SHORT_ARROW * scale));
        all.add(new Tag(Formula.of(latex), ink, anchor, since, delay, visible));
    }

    private boolean isGuided() {
        return !guidance.vectors().isEmpty();
    }

    private void placeLabels(List<Bounds> furniture) {
        List<Obstacle> obstacles = new ArrayList<>();
        furniture.forEach(box -> obstacles.add(new Obstacle.Box(box)));
        obstacles.add(new Obstacle.Line(x, unconditional, 1));
        obstacles.add(new Obstacle.Line(x, guided, 1));
        obstacles.add(new Obstacle.Line(x, mean, 3));
        guidance.vectors().forEach(v -> obstacles.add(new Obstacle.Line(v.from(), v.to(), 3)));
        obstacles.add(new Obstacle.Line(mean, next, 3));
        if (conditional != null) {
            obstacles.add(new Obstacle.Line(x, conditional, 1));
        }
        otherDraws.forEach(other -> obstacles.add(new Obstacle.Line(mean, other, 1.5)));
        for (Tag tag : tags) {
            if (tag.anchor() instanceof Anchor.Point(Vec2 at, double radius)) {
                obstacles.add(new Obstacle.Disc(at, radius));
            }
        }
        pointers.forEach(p -> obstacles.add(new Obstacle.Line(p.arrow().from(), p.arrow().to(), 3)));
        double size = LABEL_SIZE * scale;
        double margin = EDGE_MARGIN * scale;
        var area = new Bounds(margin, margin, picture.maxX() - margin, picture.maxY() - margin);
        var placer = new LabelPlacer(area, obstacles, 4 * scale);
        List<Bounds> boxes = placer.place(tags.stream()
                .map(tag -> new LabelPlacer.Wish(tag.line().width(size),
                        tag.line().ascent(size) + tag.line().descent(size), tag.anchor()))
                .toList());
        for (int i = 0; i < boxes.size(); i++) {
            Bounds box = boxes.get(i);
            Tag tag = tags.get(i);
            places.add(new Place(new Vec2(box.minX(), box.minY() + tag.line().ascent(size)), leader(tag, box)));
        }
    }

    private Mark.@Nullable Line leader(Tag tag, Bounds box) {
        Vec2 end = LabelPlacer.nearest(box, tag.anchor().nearest(box.centre()));
        Vec2 start = tag.anchor().nearest(end);
        if (start.distance(end) < LEADER_FROM * scale) {
            return null;
        }
        return new Mark.Line(start, end, LEADER_WIDTH * scale, tag.ink(), 0.6);
    }

    /// The labels at a moment.
    ///
    /// @param opacity of the whole step
    List<Mark> labels(StageClock clock, double opacity) {
        List<Mark> labels = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            double visible = opacity * tag.opacity() * clock.done(tag.since(), tag.delay(), 0.25);
            if (visible > 0) {
                Place place = places.get(i);
                if (place.leader() != null) {
                    labels.add(place.leader().withOpacity(place.leader().opacity() * visible));
                }
                labels.add(new Mark.Text(tag.line(), place.baseline(), LABEL_SIZE * scale, tag.ink(), visible, true));
            }
        }
        return labels;
    }

    /// The marks at a moment, in the order of painting.
    ///
    /// @param opacity of the whole step
    List<Mark> marks(StageClock clock, double opacity) {
        var marks = new MarkList(opacity);
        double dim = clock.dimmed(Stage.STEP);
        marks.add(
                new Mark.Ellipse(unconditional, posterior, Role.POSTERIOR, clock.done(Stage.PREDICT, 0.4, 0.4) * dim));
        double lines = isGuided() ? clock.dimmed(Stage.NOISE) : 1;
        dotted(marks, unconditional, Role.UNCONDITIONAL, clock.done(Stage.PREDICT, 0, 0.45), lines);
        if (conditional != null) {
            dotted(marks, conditional, Role.CONDITIONAL, clock.done(Stage.PREDICT_GIVEN_CLASS, 0, 0.45), lines);
        }
        if (isGuided()) {
            dotted(marks, guided, Role.COMBINED, clock.done(Stage.STEP, 0, 0.4), 1);
            guidance.addTo(marks, clock, scale);
        }
        double fan = clock.done(Stage.NOISE, 0, 0.4);
        for (Vec2 other : otherDraws) {
            marks.add(new Mark.Arrow(mean, mean.lerp(other, fan), 0.7 * ARROW_WIDTH * scale, Role.OTHER_NOISE,
                    fan > 0 ? 1 : 0, false));
        }
        arrow(marks, x, mean, Role.STATE, clock.done(Stage.STEP, 0.35, 0.45));
        if (noisy) {
            arrow(marks, mean, next, Role.NOISE, clock.done(Stage.NOISE, 0.5, 0.4));
        }
        dot(marks, end, Role.STATE, 1, FORESEEN);
        if (isGuided()) {
            double nearest = Math.min(guided.distance(unconditional),
                    conditional == null ? Double.POSITIVE_INFINITY : guided.distance(conditional));
            double ring = RING * Math.max(0, 1 - nearest / (2 * DOT_RADIUS * scale));
            double shown = clock.done(Stage.STEP, 0, 0.25);
            marks.add(new Mark.Dot(guided, (DOT_RADIUS + ring) * scale * shown, Role.COMBINED, shown > 0 ? 1 : 0));
        }
        dot(marks, unconditional, Role.UNCONDITIONAL, clock.done(Stage.PREDICT, 0.35, 0.2), 1);
        if (conditional != null) {
            dot(marks, conditional, Role.CONDITIONAL, clock.done(Stage.PREDICT_GIVEN_CLASS, 0.35, 0.2), 1);
        }
        dot(marks, x, Role.STATE, 1, 1);
        if (noisy) {
            dot(marks, next, Role.STATE, clock.done(Stage.NOISE, 0.9, 0.2), 1);
        }
        for (Pointer pointer : pointers) {
            double shown = clock.done(pointer.since(), pointer.delay(), 0.25);
            marks.add(pointer.arrow().withOpacity(pointer.arrow().opacity() * shown));
        }
        return marks.marks();
    }

    private void arrow(MarkList marks, Vec2 from, Vec2 to, Ink ink, double grown) {
        marks.add(new Mark.Arrow(from, from.lerp(to, grown), ARROW_WIDTH * scale, ink, grown > 0 ? 1 : 0, true));
    }

    private void dotted(MarkList marks, Vec2 to, Ink ink, double grown, double opacity) {
        Vec2 tip = x.lerp(to, grown);
        Clip clip = Clip.of(picture, x, tip);
        if (clip != null) {
            marks.add(new Mark.DottedLine(x.lerp(tip, clip.start()), x.lerp(tip, clip.end()), DOTTED_WIDTH * scale, ink,
                    opacity));
        }
    }

    private void dot(MarkList marks, Vec2 at, Ink ink, double grown, double opacity) {
        marks.add(new Mark.Dot(at, DOT_RADIUS * scale * grown, ink, grown > 0 ? opacity : 0));
    }
}
