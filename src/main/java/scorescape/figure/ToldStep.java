package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.GuidanceArrow;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.Move;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.SubStep;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.document.Layer;
import scorescape.figure.LabelPlacer.Anchor;
import scorescape.figure.LabelPlacer.Obstacle;
import scorescape.figure.Mark.Specks.Shape;
import scorescape.lesson.RuleStory;
import scorescape.lesson.Stage;
import scorescape.lesson.Telling;
import scorescape.math.Bounds;
import scorescape.math.Numerics;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The marks and labels in which one step of a run is told, in pixels.
///
/// The labels get their places once, for the complete step: a label appears where it will stay, whatever comes later.
final class ToldStep {

    /// Draws besides the chosen one that the fan shows.
    private static final int OTHER_DRAWS = 6;

    static final double LABEL_SIZE = 23;
    private static final double LONG_LABEL_SIZE = 18;

    /// Labels wider than this are set smaller, in em.
    private static final double LONG_LABEL = 3;

    static final double DOT_RADIUS = 4.3;
    private static final double ARROW_WIDTH = 2.3;

    /// Half of the width that a label sees of an arrow: between that of the shaft and that of the head.
    private static final double ARROW_RADIUS = 2.5;

    private static final double DOTTED_WIDTH = 1.7;

    /// Opacity of the end of the run, which is known but not reached.
    private static final double FORESEEN = 0.45;

    /// Opacity of a prediction that a newer one has followed: it is still compared with.
    private static final double REMEMBERED = 0.4;

    /// Width of the vectors of classifier guidance where they move the prediction.
    private static final double FAINT_WIDTH = 0.7;

    private static final double DASH = 4;

    /// Cost of a label over an arrow, per pixel.
    private static final double ARROW_WEIGHT = 3;

    /// Of a side.
    static final double PICTURE = 70;

    private static final double PICTURE_GAP = 22;

    /// How much more it costs when a picture covers a line than when a label does: it hides more of it.
    private static final double PICTURE_COVERS = 3;

    /// Opacity of the picture where the run will end.
    private static final double FORESEEN_PICTURE = 0.8;

    /// Labels of arrows shorter than this fade with them.
    private static final double SHORT_ARROW = 14;

    /// A label that stands this far from what it names is tied to it by a line.
    private static final double LEADER_FROM = 11;

    private static final double LEADER_WIDTH = 0.9;
    private static final double PICTURE_LEADER_WIDTH = 1.2;

    /// By how much the dot of the guided prediction grows when another prediction lies on it, so that both are seen.
    private static final double RING = 3.2;

    /// A label with the mark it names.
    ///
    /// @param since the stage that brings it
    /// @param delay seconds into that stage
    /// @param until the stage that takes it away, null if it stays
    private record Tag(Typeset line, Ink ink, Anchor anchor, Stage since, double delay, double opacity,
            @Nullable Stage until) {

        /// Of the type: long formulas are set smaller.
        double size() {
            return line.width(1) > LONG_LABEL ? LONG_LABEL_SIZE : LABEL_SIZE;
        }
    }

    /// An arrow at the picture's edge that stands for a dot outside.
    private record Pointer(Mark.Arrow arrow, Stage since, double delay) {}

    /// A picture that hangs at a point.
    ///
    /// @param former whether a newer prediction follows it
    private record Hanging(Raster picture, Vec2 at, Ink ink, Stage since, double delay, double opacity,
            boolean former) {}

    /// Where a label stands, and the line that leads to it from its dot if it could not stand close by.
    private record Place(Vec2 baseline, Mark.@Nullable Line leader) {}

    /// The step after this one, as far as it is told, in pixels.
    private record Following(Vec2 prediction, Vec2 mean, Vec2 next, boolean noisy) {}

    private final double scale;
    private final Edge edge;
    private final Bounds picture;
    private final RuleStory story;
    private final Telling telling;
    private final Vec2 x;

    /// Where the model is asked: `x`, or beside it after churn.
    private final Vec2 asked;
    private final Vec2 unconditional;
    private final @Nullable Vec2 conditional;
    private final @Nullable Vec2 reference;

    /// What the exact model predicts, where the run's model errs.
    private final @Nullable Vec2 exact;
    private final @Nullable Vec2 exactGivenClass;
    private final Vec2 guided;
    private final GuidanceVectors guidance;

    /// What classifier guidance adds to the step, at `x`: as long as it acts in the step.
    private final GuidanceVectors added;

    /// Where the step would end without guidance.
    private final Vec2 unguidedMean;

    /// Where the step would end without what stands around the rule.
    private final Vec2 combined;
    private final Vec2 mean;
    private final Vec2 next;
    private final Vec2 end;
    private final @Nullable Following following;
    private final SymMat2 posterior;
    private final boolean noisy;
    private final double churn;
    private final List<Vec2> otherDraws = new ArrayList<>();

    /// The states that the step passes on the way, where it has several moves.
    private final List<Vec2> way = new ArrayList<>();
    private final @Nullable Bounds box;
    private final List<Pointer> pointers = new ArrayList<>();
    private final List<Tag> tags;
    private final List<Place> places = new ArrayList<>();
    private final List<Hanging> hangings = new ArrayList<>();
    private final List<Bounds> frames;
    private final double thumbnails;

    /// @param index of the step
    /// @param furniture boxes that labels keep clear of
    ToldStep(Document document, Trajectory run, int index, Viewport viewport, List<Bounds> furniture) {
        Step step = run.steps().get(index);
        Coordinates coordinates = document.coordinates();
        scale = viewport.scale();
        edge = Edge.of(viewport);
        picture = edge.picture();
        story = new RuleStory(document.guidance());
        telling = story.telling();
        x = viewport.toPixel(Plane.point(coordinates, step.from(), step.x()));
        SubStep first = step.subSteps().getFirst();
        asked = viewport.toPixel(Plane.point(coordinates, first.at(), first.x()));
        unconditional = viewport.toPixel(step.unconditional().denoised());
        PointEstimate given = step.conditional();
        conditional = given == null || telling == Telling.CLASSIFIER ? null : viewport.toPixel(given.denoised());
        boolean errs = !document.sampling().model().equals(ScoreModel.EXACT);
        NoisedDistribution truth = errs ? document.data().noised(first.at()) : null;
        exact = truth == null ? null : viewport.toPixel(truth.at(first.x()).denoised());
        OptionalInt label = document.guidance().guidingClass();
        exactGivenClass = truth == null || conditional == null || label.isEmpty()
                ? null
                : viewport.toPixel(truth.given(label.getAsInt()).at(first.x()).denoised());
        guided = viewport.toPixel(step.guided());
        guidance = GuidanceVectors.of(step.arrows(), story, viewport);
        reference = story.reference() == null || step.arrows().isEmpty()
                ? null
                : viewport.toPixel(step.arrows().getFirst().foot());
        mean = viewport.toPixel(Plane.point(coordinates, step.to(), step.mean()));
        next = viewport.toPixel(Plane.point(coordinates, step.to(), step.next()));
        this.end = viewport.toPixel(run.end());
        following = following(document, run, index, viewport);

        double share = share(document, index, step);
        Vec2 moved = guided.minus(unconditional).times(share);
        unguidedMean = mean.minus(moved);
        GuidanceVectors acting = guidance.corrections(false).at(x, share);
        added = telling == Telling.CLASSIFIER ? acting : GuidanceVectors.of(List.of(), story, viewport);
        combined = added.vectors().isEmpty()
                ? mean
                : unguidedMean.plus(added.vectors().getLast().to().minus(x));

        double perUnit = 1 / viewport.unitsPerPixel();
        SymMat2 covariance = step.unconditional().covariance().times(perUnit * perUnit);
        posterior = new SymMat2(covariance.xx(), -covariance.xy(), covariance.yy());
        churn = step.churn();
        noisy = churn == 0 && step.noiseScale() > 0;
        for (int draw = 1; step.isNoisy() && draw <= OTHER_DRAWS; draw++) {
            Vec2 by = new SeededNoise(document.seed()).at(0, index, draw).times(step.noiseScale());
            otherDraws.add(viewport.toPixel(churn > 0
                    ? Plane.point(coordinates, first.at(), step.x().plus(by))
                    : Plane.point(coordinates, step.to(), step.mean().plus(by))));
        }
        for (SubStep inner : step.subSteps()) {
            boolean arrived = inner.role() == Move.Role.LANGEVIN || inner.role() == Move.Role.REPEAT;
            way.add(viewport.toPixel(Plane.point(coordinates, arrived ? step.to() : inner.at(), inner.x())));
        }
        way.add(next);
        Bounds kept = story.box();
        box = kept == null ? null : inPixels(kept, viewport);
        tags = tags();
        List<Obstacle> obstacles = placeLabels(furniture);
        thumbnails = document.layers().opacity(Layer.THUMBNAILS);
        PointPictures pictures = thumbnails > 0 ? PointPictures.of(document, run) : null;
        if (pictures != null) {
            hang(pictures, step, label, index + 1 < run.steps().size()
                    ? run.steps().get(index + 1)
                    : null);
        }
        frames = placeHangings(obstacles);
    }

    private void hang(PointPictures pictures, Step step, OptionalInt label, @Nullable Step after) {
        SubStep first = step.subSteps().getFirst();
        Following again = isPlain() ? following : null;
        hang(pictures.noisy(step.from()), x, Role.STATE, Stage.START, -1, 1, false);
        hang(pictures.noisy(NoiseLevel.CLEAN), end, Role.STATE, Stage.START, -1, FORESEEN_PICTURE, false);
        hang(pictures.expected(first.at(), first.x(), null), unconditional, Role.UNCONDITIONAL, Stage.PREDICT, 0.4, 1,
                again != null);
        if (conditional != null && label.isPresent()) {
            hang(pictures.expected(first.at(), first.x(), label.getAsInt()), conditional, Role.CONDITIONAL,
                    Stage.PREDICT_GIVEN_CLASS, 0.4, 1, false);
        }
        hang(pictures.noisy(step.to()), next, Role.STATE, noisy ? Stage.NOISE : lastMove(), 1, 1, false);
        if (again != null && after != null) {
            SubStep second = after.subSteps().getFirst();
            hang(pictures.expected(second.at(), second.x(), null), again.prediction(), Role.UNCONDITIONAL,
                    Stage.PREDICT_AGAIN, 0.4, 1, false);
            hang(pictures.noisy(after.to()), again.next(), Role.STATE, Stage.NEXT, 1, 1, false);
        }
    }

    private void hang(@Nullable Raster picture, Vec2 at, Ink ink, Stage since, double delay, double opacity,
            boolean former) {
        if (picture != null && this.picture.contains(at)) {
            hangings.add(new Hanging(picture, at, ink, since, delay, opacity, former));
        }
    }

    /// Finds places for the pictures, clear of labels and lines.
    private List<Bounds> placeHangings(List<Obstacle> obstacles) {
        List<Obstacle> all = new ArrayList<>();
        for (Obstacle obstacle : obstacles) {
            all.add(obstacle instanceof Obstacle.Line(Vec2 from, Vec2 to, double weight)
                    ? new Obstacle.Line(from, to, PICTURE_COVERS * weight)
                    : obstacle);
        }
        for (int i = 0; i < places.size(); i++) {
            Typeset line = tags.get(i).line();
            double size = tags.get(i).size() * scale;
            Vec2 baseline = places.get(i).baseline();
            all.add(new Obstacle.Box(new Bounds(baseline.x(), baseline.y() - line.ascent(size),
                    baseline.x() + line.width(size), baseline.y() + line.descent(size))));
        }
        double side = PICTURE * scale;
        return new LabelPlacer(edge.inside(), all, PICTURE_GAP * scale).place(hangings.stream()
                .map(h -> new LabelPlacer.Wish(side, side, new Anchor.Point(h.at(), DOT_RADIUS * scale), true))
                .toList());
    }

    /// The pictures at a moment, each with the arrow that leads to its point.
    ///
    /// @param opacity of the whole step
    private List<Mark> hangings(StageClock clock, double opacity) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < hangings.size(); i++) {
            Hanging hanging = hangings.get(i);
            double shown = opacity * thumbnails * hanging.opacity() * clock.done(hanging.since(), hanging.delay(), 0.3)
                    * (hanging.former() ? remembered(clock) : 1);
            if (shown > 0) {
                Bounds frame = frames.get(i);
                Vec2 foot = LabelPlacer.nearest(frame, hanging.at());
                double distance = foot.distance(hanging.at());
                Vec2 tip = distance > 0
                        ? hanging.at().lerp(foot, Math.min(1, 2 * DOT_RADIUS * scale / distance))
                        : foot;
                marks.add(new Mark.Arrow(foot, tip, PICTURE_LEADER_WIDTH * scale, hanging.ink(), 0.8 * shown, false));
                marks.add(new Mark.Picture(hanging.picture(), frame, hanging.ink(), shown));
            }
        }
        return marks;
    }

    private static Bounds inPixels(Bounds box, Viewport viewport) {
        Vec2 low = viewport.toPixel(new Vec2(box.minX(), box.maxY()));
        Vec2 high = viewport.toPixel(new Vec2(box.maxX(), box.minY()));
        return new Bounds(low.x(), low.y(), high.x(), high.y());
    }

    /// How far the mean of the step moves when the guided prediction does, in the coordinates shown.
    private static double share(Document document, int index, Step step) {
        Move move = document.sampler().plan(document.levels(), index).moves().getFirst();
        for (Move other : document.sampler().plan(document.levels(), index).moves()) {
            if (other.role() != Move.Role.LANGEVIN) {
                move = other;
            }
        }
        double share = move.fromPrediction() + (move.role() == Move.Role.REPEAT ? move.fromEarlier() : 0);
        return document.coordinates() == Coordinates.RESCALED ? share / step.to().alpha() : share;
    }

    private static @Nullable Following following(Document document, Trajectory run, int index, Viewport viewport) {
        Placement placement = document.placement();
        boolean placed = placement != null && placement.step() == index + 1;
        if (index + 1 >= run.steps().size() || placed) {
            return null;
        }
        Step step = run.steps().get(index + 1);
        Coordinates coordinates = document.coordinates();
        return new Following(viewport.toPixel(step.unconditional().denoised()),
                viewport.toPixel(Plane.point(coordinates, step.to(), step.mean())),
                viewport.toPixel(Plane.point(coordinates, step.to(), step.next())), step.isNoisy());
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
        RuleStory.Reference named = story.reference();
        if (reference != null && named != null) {
            point(all, named.latex(), Role.MUTED, reference, Stage.PREDICT_REFERENCE, 0.4, 1);
        }
        GuidanceVectors shown = telling == Telling.CLASSIFIER ? added : guidance;
        // The last vector is the longest as a rule, so it has the first choice.
        for (GuidanceVectors.Vector vector : shown.vectors().reversed()) {
            if (!vector.latex().isEmpty()) {
                // The gradient is called by one name: first without, then with its factor.
                Stage until = vector.role() == GuidanceArrow.Role.GRADIENT ? Stage.SCALE : null;
                arrow(all, vector.latex(), vector.ink(), vector.named(), vector.to(), vector.since(),
                        vector.delay() + 0.2, until);
            }
        }
        Stage arrival = noisy ? Stage.NOISE : lastMove();
        if (noisy) {
            arrow(all, "\\varepsilon", Role.NOISE, mean, next, Stage.NOISE, 0.75, null);
        }
        if (churn > 0) {
            arrow(all, "\\varepsilon", Role.NOISE, x, asked, Stage.CHURN, 0.75, null);
        }
        point(all, "x_{t-1}", Role.STATE, next, arrival, 1, 1);
        if (isPlain() && following != null) {
            point(all, "\\hat x_0", Role.UNCONDITIONAL, following.prediction(), Stage.PREDICT_AGAIN, 0.4, 1);
            if (following.noisy()) {
                arrow(all, "\\varepsilon", Role.NOISE, following.mean(), following.next(), Stage.NEXT, 0.75, null);
            }
            point(all, "x_{t-2}", Role.STATE, following.next(), Stage.NEXT, 1, 1);
        }
        point(all, "x_0", Role.STATE, end, Stage.START, -1, FORESEEN);
        return List.copyOf(all);
    }

    /// Whether the story goes on to the next step.
    private boolean isPlain() {
        return telling == Telling.PLAIN;
    }

    /// The stage in which the step without its noise arrives.
    private Stage lastMove() {
        boolean sum = telling == Telling.CLASSIFIER && guidance.corrections(true).vectors().isEmpty();
        return sum ? Stage.COMBINE : Stage.STEP;
    }

    /// A label for a dot, or for the arrow at the edge that points to the dot outside.
    private void point(List<Tag> all, String latex, Ink ink, Vec2 at, Stage since, double delay, double opacity) {
        Mark.Arrow pointer = edge.pointer(at, ink, opacity);
        if (pointer != null) {
            pointers.add(new Pointer(pointer, since, delay));
        }
        Vec2 place = pointer == null ? at : pointer.from();
        all.add(new Tag(Formula.of(latex), ink, new Anchor.Point(place, DOT_RADIUS * scale), since, delay, opacity,
                null));
    }

    private void arrow(List<Tag> all, String latex, Ink ink, Vec2 from, Vec2 to, Stage since, double delay,
            @Nullable Stage until) {
        Clip clip = Clip.of(picture, from, to);
        if (clip == null) {
            return;
        }
        Anchor anchor = new Anchor.Along(from.lerp(to, clip.start()), from.lerp(to, clip.end()),
                ARROW_RADIUS * scale);
        double visible = Numerics.smoothstep(from.distance(to) / (SHORT_ARROW * scale));
        all.add(new Tag(Formula.of(latex), ink, anchor, since, delay, visible, until));
    }

    private boolean isGuided() {
        return !guidance.vectors().isEmpty();
    }

    private List<Obstacle> placeLabels(List<Bounds> furniture) {
        List<Obstacle> obstacles = new ArrayList<>();
        furniture.forEach(box -> obstacles.add(new Obstacle.Box(box)));
        obstacles.add(new Obstacle.Line(x, unconditional, 1));
        obstacles.add(new Obstacle.Line(x, guided, 1));
        addArrow(obstacles, x, mean);
        guidance.vectors().forEach(v -> addArrow(obstacles, v.from(), v.to()));
        added.vectors().forEach(v -> addArrow(obstacles, v.from(), v.to()));
        if (telling == Telling.CLASSIFIER) {
            addArrow(obstacles, x, unguidedMean);
            obstacles.add(new Obstacle.Line(unguidedMean, combined, 1));
        }
        if (isPlain() && following != null) {
            obstacles.add(new Obstacle.Line(next, following.prediction(), 1));
            addArrow(obstacles, next, following.mean());
            addArrow(obstacles, following.mean(), following.next());
        }
        addArrow(obstacles, mean, next);
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
        var placer = new LabelPlacer(edge.inside(), obstacles, 4 * scale);
        List<Bounds> boxes = placer.place(tags.stream()
                .map(tag -> wish(tag.line(), tag.size() * scale, tag.anchor()))
                .toList());
        for (int i = 0; i < boxes.size(); i++) {
            Bounds box = boxes.get(i);
            Tag tag = tags.get(i);
            places.add(new Place(new Vec2(box.minX(), box.minY() + tag.line().ascent(tag.size() * scale)),
                    leader(tag, box)));
        }
        return obstacles;
    }

    /// The shaft of an arrow and the breadth of its head.
    private void addArrow(List<Obstacle> obstacles, Vec2 from, Vec2 to) {
        double length = from.distance(to);
        obstacles.add(new Obstacle.Line(from, to, ARROW_WEIGHT));
        if (length > 0) {
            double head = Math.min(Mark.Arrow.HEAD_LENGTH * ARROW_WIDTH * scale, Mark.Arrow.LARGEST_HEAD * length);
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

    /// The labels at a moment.
    ///
    /// @param opacity of the whole step
    List<Mark> labels(StageClock clock, double opacity) {
        List<Mark> labels = hangings(clock, opacity);
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            double gone = tag.until() == null ? 0 : clock.done(tag.until(), 0, 0.25);
            double visible = opacity * tag.opacity() * clock.done(tag.since(), tag.delay(), 0.25) * (1 - gone)
                    * (isFormer(tag) ? remembered(clock) : 1);
            if (visible > 0) {
                Place place = places.get(i);
                if (place.leader() != null) {
                    labels.add(place.leader().withOpacity(place.leader().opacity() * visible));
                }
                labels.add(new Mark.Text(tag.line(), place.baseline(), tag.size() * scale, tag.ink(), visible, true));
            }
        }
        return labels;
    }

    /// Whether a label names the prediction that a newer one has followed.
    private boolean isFormer(Tag tag) {
        return isPlain() && following != null && tag.since() == Stage.PREDICT;
    }

    private static double remembered(StageClock clock) {
        return 1 - (1 - REMEMBERED) * clock.done(Stage.PREDICT_AGAIN, 0, 0.4);
    }

    /// The marks at a moment, in the order of painting.
    ///
    /// @param opacity of the whole step
    /// @param posteriorOpacity of the posterior ellipse
    List<Mark> marks(StageClock clock, double opacity, double posteriorOpacity) {
        double dim = clock.dimmed(lastMove());
        var behind = new MarkList(posteriorOpacity);
        behind.add(
                new Mark.Ellipse(unconditional, posterior, Role.POSTERIOR, clock.done(Stage.PREDICT, 0.4, 0.4) * dim));
        var marks = new MarkList(opacity);
        if (box != null) {
            addBox(marks, box, clock.done(Stage.CORRECT, 0, 0.4));
        }
        double lines = clock.dimmed(Stage.NOISE);
        dotted(marks, asked, unconditional, Role.UNCONDITIONAL, clock.done(Stage.PREDICT, 0, 0.45), lines);
        if (conditional != null) {
            dotted(marks, asked, conditional, Role.CONDITIONAL, clock.done(Stage.PREDICT_GIVEN_CLASS, 0, 0.45), lines);
        }
        if (reference != null) {
            dotted(marks, asked, reference, Role.MUTED, clock.done(Stage.PREDICT_REFERENCE, 0, 0.45), lines);
        }
        if (isPlain() && following != null) {
            double again = clock.done(Stage.PREDICT_AGAIN, 0, 0.45);
            dotted(marks, next, following.prediction(), Role.UNCONDITIONAL, again, 1);
        }
        if (telling == Telling.CLASSIFIER) {
            addClassifierGuidance(marks, clock);
        } else if (isGuided()) {
            double shown = clock.done(isPlain() ? Stage.CORRECT : Stage.STEP, 0, 0.4);
            dotted(marks, asked, guided, Role.COMBINED, shown, 1);
            guidance.addTo(marks, clock, scale);
        }
        addFan(marks, clock);
        addWay(marks, clock);
        if (lastMove() == Stage.STEP) {
            arrow(marks, asked, mean, Role.STATE, clock.done(Stage.STEP, 0.35, 0.45));
        }
        if (noisy) {
            arrow(marks, mean, next, Role.NOISE, clock.done(Stage.NOISE, 0.5, 0.4));
        }
        if (isPlain() && following != null) {
            arrow(marks, next, following.mean(), Role.STATE, clock.done(Stage.NEXT, 0, 0.45));
            if (following.noisy()) {
                arrow(marks, following.mean(), following.next(), Role.NOISE, clock.done(Stage.NEXT, 0.5, 0.4));
            }
        }
        addDots(marks, clock);
        for (Pointer pointer : pointers) {
            double shown = clock.done(pointer.since(), pointer.delay(), 0.25);
            marks.add(pointer.arrow().withOpacity(pointer.arrow().opacity() * shown));
        }
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
        dotted(marks, asked, guided, Role.COMBINED, whole, 1);
        var faint = new MarkList(FORESEEN * whole);
        guidance.corrections(false).addTo(faint, clock, FAINT_WIDTH * scale);
        faint.marks().forEach(marks::add);
        guidance.corrections(true).addTo(marks, clock, scale);
        double sides = clock.done(Stage.COMBINE, 0, 0.45);
        dashed(marks, unguidedMean, combined, sides);
        if (!added.vectors().isEmpty()) {
            dashed(marks, added.vectors().getLast().to(), combined, sides);
        }
        arrow(marks, asked, unguidedMean, Role.STATE, clock.done(Stage.GRADIENT, 0, 0.45));
        added.addTo(marks, clock, scale);
        arrow(marks, asked, combined, Role.COMBINED, sum);
    }

    private void addFan(MarkList marks, StageClock clock) {
        Stage stage = churn > 0 ? Stage.CHURN : Stage.NOISE;
        Vec2 foot = churn > 0 ? x : mean;
        double fan = clock.done(stage, 0, 0.4);
        double dim = clock.dimmed(churn > 0 ? Stage.PREDICT : Stage.PREDICT_AGAIN);
        for (Vec2 other : otherDraws) {
            marks.add(new Mark.Arrow(foot, foot.lerp(other, fan), 0.7 * ARROW_WIDTH * scale, Role.OTHER_NOISE,
                    fan > 0 ? dim : 0, false));
        }
        if (churn > 0) {
            arrow(marks, x, asked, Role.NOISE, clock.done(Stage.CHURN, 0.5, 0.4));
        }
    }

    /// What a step of several moves passes on its way: a trial, or moves of Langevin.
    private void addWay(MarkList marks, StageClock clock) {
        double shown = clock.done(lastMove(), 0.1, 0.4);
        for (int i = 1; way.size() > 2 && i < way.size(); i++) {
            marks.add(new Mark.Line(way.get(i - 1), way.get(i), scale, Role.MUTED, 0.6 * shown));
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
        dot(marks, end, Role.STATE, 1, FORESEEN);
        if (isGuided()) {
            double nearest = Math.min(guided.distance(unconditional),
                    conditional == null ? Double.POSITIVE_INFINITY : guided.distance(conditional));
            double ring = RING * Math.max(0, 1 - nearest / (2 * DOT_RADIUS * scale));
            double shown = switch (telling) {
                case CLASSIFIER -> clock.done(Stage.COMBINE, 1.2, 0.25);
                case PLAIN -> clock.done(Stage.CORRECT, 0.4, 0.25);
                case CLASSIFIER_FREE -> clock.done(Stage.STEP, 0, 0.25);
            };
            marks.add(new Mark.Dot(guided, (DOT_RADIUS + ring) * scale * shown, Role.COMBINED, shown > 0 ? 1 : 0));
        }
        dot(marks, unconditional, Role.UNCONDITIONAL, clock.done(Stage.PREDICT, 0.35, 0.2),
                isPlain() && following != null ? remembered(clock) : 1);
        if (exact != null) {
            error(marks, unconditional, exact, Role.UNCONDITIONAL, clock.done(Stage.PREDICT, 0.6, 0.3));
        }
        if (conditional != null && exactGivenClass != null) {
            error(marks, conditional, exactGivenClass, Role.CONDITIONAL,
                    clock.done(Stage.PREDICT_GIVEN_CLASS, 0.6, 0.3));
        }
        if (conditional != null) {
            dot(marks, conditional, Role.CONDITIONAL, clock.done(Stage.PREDICT_GIVEN_CLASS, 0.35, 0.2), 1);
        }
        if (reference != null) {
            dot(marks, reference, Role.MUTED, clock.done(Stage.PREDICT_REFERENCE, 0.35, 0.2), 1);
        }
        dot(marks, x, Role.STATE, 1, 1);
        dot(marks, next, Role.STATE, clock.done(noisy ? Stage.NOISE : lastMove(), 0.9, 0.2), 1);
        if (isPlain() && following != null) {
            dot(marks, following.prediction(), Role.UNCONDITIONAL, clock.done(Stage.PREDICT_AGAIN, 0.35, 0.2), 1);
            dot(marks, following.next(), Role.STATE, clock.done(Stage.NEXT, 0.9, 0.2), 1);
        }
    }

    private void arrow(MarkList marks, Vec2 from, Vec2 to, Ink ink, double grown) {
        marks.add(new Mark.Arrow(from, from.lerp(to, grown), ARROW_WIDTH * scale, ink, grown > 0 ? 1 : 0, true));
    }

    private void dotted(MarkList marks, Vec2 from, Vec2 to, Ink ink, double grown, double opacity) {
        Vec2 tip = from.lerp(to, grown);
        Clip clip = Clip.of(picture, from, tip);
        if (clip != null) {
            marks.add(new Mark.DottedLine(from.lerp(tip, clip.start()), from.lerp(tip, clip.end()),
                    DOTTED_WIDTH * scale, ink, opacity));
        }
    }

    /// A side of a parallelogram.
    private void dashed(MarkList marks, Vec2 from, Vec2 to, double grown) {
        Clip clip = Clip.of(picture, from, from.lerp(to, grown));
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
