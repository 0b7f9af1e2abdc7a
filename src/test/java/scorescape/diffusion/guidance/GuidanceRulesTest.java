package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.diffusion.guidance.GuidanceArrow.Role;
import scorescape.diffusion.guidance.ScaleCurve.Knot;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What each rule promises, at random states of a mixture of three classes.
class GuidanceRulesTest {

    /// Room for a few roundings on predictions of size 1 to 10, some of them from scores divided by a small variance.
    private static final double ROUNDING = 1e-11;

    private static final int WANTED = 1;
    private static final int UNWANTED = 2;
    private static final Bounds BOX = new Bounds(-1, -1, 1.5, 1);
    private static final DataDistribution DATA = new DataDistribution(
            List.of(new GaussianComponent(0.4, 0, new Vec2(-1.5, 0.4), new SymMat2(0.3, 0.1, 0.2)),
                    new GaussianComponent(0.2, WANTED, new Vec2(1.6, 0.9), new SymMat2(0.2, -0.05, 0.4)),
                    new GaussianComponent(0.1, WANTED, new Vec2(0.2, -1.4), SymMat2.scalar(0.1)),
                    new GaussianComponent(0.3, UNWANTED, new Vec2(-0.3, 1.9), SymMat2.scalar(0.15))));

    /// A state of a run, between two levels.
    record State(NoiseLevel from, NoiseLevel to, Vec2 x, Vec2 memory) {

        GuidanceInput input() {
            return input(DATA);
        }

        GuidanceInput input(DataDistribution data) {
            return new GuidanceInput(new DiffusionProcess(data, List.of(from, to)),
                    new GuidancePosition(3, 10, from, to), from, x, memory);
        }
    }

    static Stream<Named<State>> states() {
        return Cases.of(60, random -> {
            double logSnr = random.nextDouble(-6, 5);
            NoiseLevel from = level(logSnr);
            return new State(from, level(logSnr + random.nextDouble(0.1, 1)),
                    point(random, 2).times(from.alpha()).plus(point(random, 2).times(from.sigma())), Vec2.ZERO);
        });
    }

    static Stream<Guidance> rules() {
        var free = new ClassifierFreeGuidance(WANTED, 4);
        var projected = new AdaptiveProjectedGuidance(WANTED, 4, 0.3, 0.5, -0.5);
        return Stream.of(free, projected, new ClassifierGuidance(new Classifier.Exact(), WANTED, 4),
                new ClassifierGuidance(new Classifier.Overconfident(new Classifier.Clean(0), 2), WANTED, 4),
                new NegativeClassGuidance(WANTED, UNWANTED, 4), new CfgPlusPlus(WANTED, 0.6),
                new Autoguidance(OptionalInt.empty(), 0.5, 3), new Autoguidance(OptionalInt.of(WANTED), 0.5, 3),
                new UniversalGuidance(WANTED, 2, 0), new PowerLawGuidance(WANTED, 4, 0.5),
                new CfgZeroStar(WANTED, 4, 0), new CfgZeroStar(WANTED, 4, 5), new GuidanceInterval(projected, 0.2, 2),
                new ScheduledGuidance(free, new ScaleCurve(List.of(new Knot(-2, 0), new Knot(2, 6)))),
                new RescaledGuidance(free, 0.7), new ThresholdedGuidance(free, BOX),
                new DynamicThresholdGuidance(new GuidanceInterval(free, 0.1, 10), BOX), new TemperedGuidance(free, 2),
                new BackwardUniversalGuidance(new UniversalGuidance(WANTED, 1, 0), WANTED, 0.1, 5, 0));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theLastArrowEndsAtTheGuidedPrediction(Guidance rule) {
        states().map(Named::getPayload).forEach(state -> {
            Vec2 guided = rule.guide(state.input());

            assertTrue(guided.isFinite());
            assertEquals(guided, rule.arrows(state.input()).getLast().tip());
        });
    }

    /// But for a level-dependent rule around it, which is resolved to the rule that acts there.
    @ParameterizedTest
    @MethodSource("rules")
    void theRuleAtALevelDoesWhatTheRuleDoesThere(Guidance rule) {
        states().map(Named::getPayload).forEach(state -> assertEquals(rule.guide(state.input()),
                rule.atLevel(state.from()).guide(state.input())));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void relabellingChangesEveryLabel(Guidance rule) {
        Guidance shifted = rule.relabelled(label -> label + 10);

        assertEquals(rule.guidingClass().stream().map(label -> label + 10).boxed().toList(),
                shifted.guidingClass().stream().boxed().toList());
        assertEquals(rule, shifted.relabelled(label -> label - 10));
    }

    @ParameterizedTest
    @MethodSource("states")
    void atScaleOneTheClassDecides(State state) {
        Vec2 conditional = state.input().prediction(WANTED);

        Stream.of(new ClassifierFreeGuidance(WANTED, 1), new ClassifierGuidance(new Classifier.Exact(), WANTED, 1),
                new NegativeClassGuidance(WANTED, UNWANTED, 1), new AdaptiveProjectedGuidance(WANTED, 1, 0, 1, 0),
                new Autoguidance(OptionalInt.of(WANTED), 0.5, 1), new PowerLawGuidance(WANTED, 1, 2),
                new CfgZeroStar(WANTED, 1, 0))
                .forEach(rule -> assertClose(conditional, rule.guide(state.input())));
    }

    @ParameterizedTest
    @MethodSource("states")
    void atScaleZeroTheClassIsIgnored(State state) {
        Vec2 unconditional = state.input().prediction();

        Stream.of(new ClassifierFreeGuidance(WANTED, 0), new ClassifierGuidance(new Classifier.Exact(), WANTED, 0),
                new CfgPlusPlus(WANTED, 0), new UniversalGuidance(WANTED, 0, 0))
                .forEach(rule -> assertClose(unconditional, rule.guide(state.input())));
    }

    @ParameterizedTest
    @MethodSource("states")
    void withTheExactClassifierBothGuidancesAreOne(State state) {
        assertClose(new ClassifierFreeGuidance(WANTED, 5).guide(state.input()),
                new ClassifierGuidance(new Classifier.Exact(), WANTED, 5).guide(state.input()));
    }

    /// The published form: a step to the guided prediction with the unconditional noise put back.
    @ParameterizedTest
    @MethodSource("states")
    void cfgPlusPlusPutsBackTheUnconditionalNoise(State state) {
        GuidanceInput input = state.input();
        double lambda = 0.6;
        Vec2 published = renoised(state, input.prediction().lerp(input.prediction(WANTED), lambda), input.prediction());

        Vec2 guided = new CfgPlusPlus(WANTED, lambda).guide(input);

        assertClose(published, renoised(state, guided, guided));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theWorseModelOfAutoguidanceHasSeenBlurredData(State state) {
        double blur = 0.7;
        var blurred = new DataDistribution(DATA.components().stream().map(c -> (GaussianComponent) c)
                .map(c -> (Component) new GaussianComponent(c.weight(), c.label(), c.mean(),
                        c.covariance().plusScalar(blur * blur)))
                .toList());

        Vec2 bad = new Autoguidance(OptionalInt.of(WANTED), blur, 0).guide(state.input());

        assertClose(state.input(blurred).prediction(WANTED), bad);
    }

    /// Central differences of `ln p₀(y|x̂₀(x))`; the step makes truncation and rounding errors of one size.
    @ParameterizedTest
    @MethodSource("states")
    void universalGuidanceIsAGradientThroughTheDenoiser(State state) {
        double h = 1e-5 * state.from().sigma();
        var clean = DATA.noised(NoiseLevel.CLEAN);
        var noised = DATA.noised(state.from());
        Vec2 gradient = new Vec2(
                difference(h, dx -> clean.logPosterior(WANTED, noised.at(state.x().plus(new Vec2(dx, 0))).denoised())),
                difference(h, dy -> clean.logPosterior(WANTED, noised.at(state.x().plus(new Vec2(0, dy))).denoised())));
        GuidanceInput input = state.input();

        Vec2 pull = new UniversalGuidance(WANTED, 1, 0).guide(input).minus(input.prediction());

        Vec2 expected = gradient.times(input.reach());
        assertEquals(0, pull.distance(expected), 1e-5 * (1 + expected.norm()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theAmplifiedPartOfCfgZeroStarIsSquareToTheUnconditionalVelocity(State state) {
        GuidanceInput input = state.input();
        Vec2 standing = state.x().times(1 / (state.from().alpha() + state.from().sigma()));
        GuidanceArrow difference = new CfgZeroStar(WANTED, 4, 0).arrows(input).getFirst();

        Vec2 velocity = standing.minus(input.prediction());
        Vec2 amplified = difference.tip().minus(difference.foot());

        assertEquals(0, amplified.dot(velocity), ROUNDING * (1 + velocity.dot(velocity)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theFullRescaleKeepsTheDistanceFromTheMean(State state) {
        GuidanceInput input = state.input();
        Vec2 mean = DATA.noised(new NoiseLevel(0, 1)).at(Vec2.ZERO).denoised();

        Vec2 rescaled = new RescaledGuidance(new ClassifierFreeGuidance(WANTED, 6), 1).guide(input);

        assertEquals(input.prediction(WANTED).distance(mean), rescaled.distance(mean), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("states")
    void projectedGuidanceWithoutLimitsIsClassifierFree(State state) {
        assertClose(new ClassifierFreeGuidance(WANTED, 4).guide(state.input()),
                new AdaptiveProjectedGuidance(WANTED, 4, 1, 1e6, 0).guide(state.input()));
    }

    @Test
    void projectedGuidanceLeavesOutThePartAlongThePredictionAndKeepsTheRestShort() {
        var state = new State(level(-1), level(0), new Vec2(0.3, 0.2), new Vec2(0.4, -0.8));
        GuidanceInput input = state.input();
        Vec2 conditional = input.prediction(WANTED);

        Vec2 pull = new AdaptiveProjectedGuidance(WANTED, 2, 0, 0.25, -0.5).guide(input).minus(conditional);

        assertEquals(0, pull.dot(conditional), ROUNDING);
        assertTrue(pull.norm() <= 0.25, () -> "length " + pull.norm());
        assertEquals(input.prediction(WANTED).minus(input.prediction()).minus(new Vec2(0.2, -0.4)),
                new AdaptiveProjectedGuidance(WANTED, 2, 0, 0.25, -0.5).remember(input));
    }

    @Test
    void outsideItsIntervalAProjectedRuleIsConditional() {
        var rule = new GuidanceInterval(new AdaptiveProjectedGuidance(WANTED, 8, 0, 1, 0), 0.5, 2);

        assertEquals(8, rule.atLevel(new NoiseLevel(1, 2)).scale());
        assertEquals(1, rule.atLevel(new NoiseLevel(1, 0.5)).scale());
        assertEquals(1, rule.atLevel(new NoiseLevel(1, 2.1)).scale());
    }

    @Test
    void aCurveOfScalesIsStraightBetweenItsKnotsAndLevelBeyond() {
        var curve = new ScaleCurve(List.of(new Knot(-2, 1), new Knot(0, 5), new Knot(4, 3)));

        assertEquals(1, curve.at(Double.NEGATIVE_INFINITY));
        assertEquals(3, curve.at(-1));
        assertEquals(4.5, curve.at(1));
        assertEquals(3, curve.at(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class,
                () -> new ScaleCurve(List.of(new Knot(0, 1), new Knot(0, 2))));
    }

    @Test
    void staticThresholdsMoveAxisByAxisAndDynamicOnesTowardsTheCentre() {
        var state = new State(level(4), level(5), new Vec2(1.6, 2.4), Vec2.ZERO);
        Vec2 free = new NoGuidance().guide(state.input());

        Vec2 clipped = new ThresholdedGuidance(new NoGuidance(), BOX).guide(state.input());
        Vec2 drawnIn = new DynamicThresholdGuidance(new NoGuidance(), BOX).guide(state.input());

        assertEquals(new Vec2(Math.min(free.x(), 1.5), 1), clipped);
        assertEquals(1, drawnIn.y(), ROUNDING);
        assertEquals(0, drawnIn.minus(BOX.centre()).dot(free.minus(BOX.centre()).perpendicular()), ROUNDING);
    }

    @Test
    void aTemperedScoreIsTheScoreTimesItsFactor() {
        var state = new State(level(0.5), level(1), new Vec2(0.6, -0.4), Vec2.ZERO);
        GuidanceInput input = state.input();

        Vec2 guided = new TemperedGuidance(new NoGuidance(), 3).guide(input);

        Vec2 expected = state.x().times(1 / state.from().alpha())
                .plus(input.unconditional().score().times(3 * input.reach()));
        assertClose(expected, guided);
    }

    @Test
    void rulesTellTheirVectorsByName() {
        var state = new State(level(0), level(1), new Vec2(0.1, 0.1), Vec2.ZERO);

        assertEquals(List.of(Role.DIFFERENCE, Role.PARALLEL, Role.PERPENDICULAR, Role.AMPLIFIED, Role.CORRECTION),
                new ThresholdedGuidance(new AdaptiveProjectedGuidance(WANTED, 2, 0, 1, 0), BOX).arrows(state.input())
                        .stream().map(GuidanceArrow::role).toList());
    }

    private static Vec2 renoised(State state, Vec2 prediction, Vec2 ofNoise) {
        Vec2 noise = state.x().minus(ofNoise.times(state.from().alpha())).times(1 / state.from().sigma());
        return prediction.times(state.to().alpha()).plus(noise.times(state.to().sigma()));
    }

    private static double difference(double h, DoubleUnaryOperator f) {
        return (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
    }

    private static void assertClose(Vec2 expected, Vec2 actual) {
        assertEquals(0, expected.distance(actual), ROUNDING * (1 + expected.norm()), () -> expected + " " + actual);
    }

    private static NoiseLevel level(double logSnr) {
        return new NoiseLevel(Math.sqrt(1 / (1 + Math.exp(-logSnr))), Math.sqrt(1 / (1 + Math.exp(logSnr))));
    }

    private static Vec2 point(RandomGenerator random, double reach) {
        return new Vec2(random.nextDouble(-reach, reach), random.nextDouble(-reach, reach));
    }
}
