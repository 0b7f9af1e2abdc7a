package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.Move;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.SubStep;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.lesson.RuleStory;
import scorescape.lesson.Stage;
import scorescape.lesson.Telling;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Where everything is that the telling of one step names, in pixels.
final class StepPoints {

    /// Draws besides the chosen one that the fan shows.
    private static final int OTHER_DRAWS = 6;

    /// The step after this one, as far as it is told, in pixels.
    record Following(Vec2 prediction, Vec2 mean, Vec2 next, boolean noisy) {}

    final RuleStory story;
    final Telling telling;
    final Vec2 x;

    /// Where the model is asked: `x`, or beside it after churn.
    final Vec2 asked;
    final Vec2 unconditional;
    final @Nullable Vec2 conditional;
    final @Nullable Vec2 reference;

    /// What the exact model predicts, where the run's model errs.
    final @Nullable Vec2 exact;
    final @Nullable Vec2 exactGivenClass;
    final Vec2 guided;
    final GuidanceVectors guidance;

    /// What classifier guidance adds to the step, at `x`: as long as it acts in the step.
    final GuidanceVectors added;

    /// Where the step would end without guidance.
    final Vec2 unguidedMean;

    /// Where the step would end without what stands around the rule.
    final Vec2 combined;
    final Vec2 mean;
    final Vec2 next;
    final Vec2 end;

    /// Null where the story ends with this step.
    final @Nullable Following following;
    final SymMat2 posterior;
    final boolean noisy;
    final double churn;
    final List<Vec2> otherDraws;

    /// The states that the step passes on the way, where it has several moves.
    final List<Vec2> way;

    /// Of a rule that keeps predictions inside one.
    final @Nullable Bounds box;

    /// @param index of the step
    StepPoints(Document document, Trajectory run, int index, Viewport viewport) {
        Step step = run.steps().get(index);
        Coordinates coordinates = document.coordinates();
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
        end = viewport.toPixel(run.end());
        following = telling == Telling.PLAIN ? following(document, run, index, viewport) : null;

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
        otherDraws = otherDraws(document, index, step, viewport);
        way = way(step, coordinates, viewport);
        Bounds kept = story.box();
        box = kept == null ? null : inPixels(kept, viewport);
    }

    private static List<Vec2> otherDraws(Document document, int index, Step step, Viewport viewport) {
        List<Vec2> draws = new ArrayList<>();
        for (int draw = 1; step.isNoisy() && draw <= OTHER_DRAWS; draw++) {
            Vec2 by = new SeededNoise(document.seed()).at(0, index, draw).times(step.noiseScale());
            draws.add(viewport.toPixel(step.churn() > 0
                    ? Plane.point(document.coordinates(), step.subSteps().getFirst().at(), step.x().plus(by))
                    : Plane.point(document.coordinates(), step.to(), step.mean().plus(by))));
        }
        return draws;
    }

    private static List<Vec2> way(Step step, Coordinates coordinates, Viewport viewport) {
        List<Vec2> way = new ArrayList<>();
        for (SubStep inner : step.subSteps()) {
            boolean arrived = inner.role() == Move.Role.LANGEVIN || inner.role() == Move.Role.REPEAT;
            way.add(viewport.toPixel(Plane.point(coordinates, arrived ? step.to() : inner.at(), inner.x())));
        }
        way.add(viewport.toPixel(Plane.point(coordinates, step.to(), step.next())));
        return way;
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

    /// The stage in which the step without its noise arrives.
    Stage lastMove() {
        boolean sum = telling == Telling.CLASSIFIER && guidance.corrections(true).vectors().isEmpty();
        return sum ? Stage.COMBINE : Stage.STEP;
    }

    /// The stage in which the next state is reached.
    Stage arrival() {
        return noisy ? Stage.NOISE : lastMove();
    }

    boolean isGuided() {
        return !guidance.vectors().isEmpty();
    }
}
