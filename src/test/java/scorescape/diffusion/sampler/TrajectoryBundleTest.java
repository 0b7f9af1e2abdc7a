package scorescape.diffusion.sampler;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrajectoryBundleTest {

    /// The kernels for many points and for one agree to 1e-13; a run of these amplifies that at most tenfold.
    private static final double AGREEMENT = 1e-11;

    private static final DiffusionProcess PROCESS = Runs.cosine(20);
    private static final NoiseSource NOISE = new SeededNoise(3);
    private static final Guidance FREE = new ClassifierFreeGuidance(1, 3);
    private static final Sampler DDPM = new DdpmSampler(Variance.SMALL);

    static Stream<Arguments> runs() {
        Stream<Arguments> samplers = Stream.of(DDPM, new DdimSampler(0), new HeunSampler(FlowForm.EXPLODING),
                new HeunSampler(FlowForm.STRAIGHT), new ChurnSampler(10, 0.05, 50, 1.003),
                new DpmSolverPlusPlusSampler(), new AncestralSampler(), new MaruyamaSampler(FlowForm.PRESERVING),
                new LangevinSampler(0.01, NoiseLevel.CLEAN), new AnnealedLangevinSampler(1e-4, 3),
                new PredictorCorrectorSampler(DDPM, 0.16, 2), new ScaledNoiseSampler(DDPM, 0.5))
                .map(sampler -> Arguments.of(sampler, FREE));
        Stream<Arguments> rules = Stream.of(new NoGuidance(), new NegativeClassGuidance(1, 0, 3),
                new AdaptiveProjectedGuidance(1, 4, 0.2, 1, -0.5), new Autoguidance(OptionalInt.empty(), 0.5, 2),
                new Autoguidance(OptionalInt.of(1), 0.5, 2), new UniversalGuidance(1, 1, 0),
                new GuidanceInterval(new ClassifierFreeGuidance(0, 5), 0.3, 3), new CfgPlusPlus(1, 0.5),
                new PowerLawGuidance(1, 2, 0.5), new CfgZeroStar(1, 2, 2),
                new ClassifierGuidance(new Classifier.Overconfident(new Classifier.Exact(), 1.5), 1, 2),
                new ClassifierGuidance(new Classifier.Clean(0.3), 1, 1),
                new ClassifierGuidance(new Classifier.Fitted(LogisticFit.DEFAULT), 1, 1),
                new RescaledGuidance(new NegativeClassGuidance(0, 1, 3), 0.7),
                new ThresholdedGuidance(FREE, new Bounds(-3, -1, 3, 1)),
                new TemperedGuidance(new AdaptiveProjectedGuidance(1, 4, 0.2, 1, -0.5), 1.3),
                new BackwardUniversalGuidance(new ClassifierFreeGuidance(0, 2), 1, 0.05, 2, 0.1),
                new BackwardUniversalGuidance(new NoGuidance(), 1, 0.05, 2, 0.1))
                .map(rule -> Arguments.of(new DdimSampler(0.5), rule));
        return Stream.concat(samplers, rules);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyParticleGoesTheWayOfItsTrajectory(Sampler sampler, Guidance guidance) {
        var bundle = run(new Request(PROCESS, guidance, sampler, NOISE, 100));

        for (int particle : List.of(0, 1, 57, 99)) {
            Trajectory single = Trajectory.run(PROCESS, guidance, sampler, NOISE, particle, null);
            for (Step step : single.steps()) {
                assertClose(step.x(), bundle.at(step.index(), particle));
            }
            assertClose(single.end(), bundle.end(particle));
        }
    }

    @Test
    void betweenTheStatesPositionsAreThoseOfTheTrajectories() {
        var bundle = run(new Request(PROCESS, FREE, DDPM, NOISE, 60));
        Trajectory single = Trajectory.run(PROCESS, FREE, DDPM, NOISE, 59, null);
        double[] x = new double[60];
        double[] y = new double[60];
        for (double position : List.of(-1.0, 0.0, 0.3, 7.5, 19.99, 20.0, 21.0)) {
            bundle.positions(position, x, y);
            Step step = single.steps().get(single.stepAt(position));
            double share = Math.clamp(position - step.index(), 0, 1);
            assertClose(step.x().lerp(step.next(), share), new Vec2(x[59], y[59]));
            bundle.rescaledPositions(position, x, y);
            assertClose(step.from().rescaled(step.x()).lerp(step.to().rescaled(step.next()), share),
                    new Vec2(x[59], y[59]));
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        var request = new Request(PROCESS, FREE, DDPM, NOISE, 6000);
        TrajectoryBundle one = inPool(1, request);
        TrajectoryBundle eight = inPool(8, request);

        for (int i = 0; i < request.particles(); i++) {
            assertEquals(one.end(i), eight.end(i));
        }
    }

    @Test
    void aChangeOfTheLaterStepsKeepsTheEarlierOnes() {
        Guidance late = new GuidanceInterval(new ClassifierFreeGuidance(1, 3), 0, 1);
        Guidance later = new GuidanceInterval(new ClassifierFreeGuidance(1, 3), 0, 0.3);
        var first = new Request(PROCESS, late, new DpmSolverPlusPlusSampler(), NOISE, 300);
        var second = new Request(PROCESS, later, new DpmSolverPlusPlusSampler(), NOISE, 300);

        int changed = BundleChange.firstChangedStep(first, second);
        TrajectoryBundle rerun = run(first).rerun(second, () -> false);
        TrajectoryBundle fresh = run(second);

        assertTrue(changed > 5 && changed < PROCESS.steps(), () -> "first changed step " + changed);
        for (int i = 0; i < 300; i++) {
            for (int step = 0; step <= PROCESS.steps(); step++) {
                assertEquals(fresh.at(step, i), rerun.at(step, i));
            }
        }
    }

    @Test
    void anythingElseThatChangesIsRunFromTheStart() {
        var request = new Request(PROCESS, FREE, DDPM, NOISE, 10);

        assertEquals(PROCESS.steps(), BundleChange.firstChangedStep(request, request));
        Stream.of(new Request(PROCESS, FREE, DDPM, new SeededNoise(4), 10),
                new Request(PROCESS, FREE, DDPM, NOISE, 11), new Request(PROCESS, new NoGuidance(), DDPM, NOISE, 10),
                new Request(Runs.cosine(10), FREE, DDPM, NOISE, 10),
                new Request(PROCESS, FREE, new DdimSampler(0), NOISE, 10))
                .forEach(changed -> assertEquals(0, BundleChange.firstChangedStep(request, changed)));
    }

    @Test
    void aCancelledRunStopsAtTheNextStep() {
        var asked = new AtomicInteger();

        assertThrows(CancellationException.class, () -> TrajectoryBundle
                .run(new Request(PROCESS, FREE, DDPM, NOISE, 100), () -> asked.incrementAndGet() > 5));

        assertTrue(asked.get() < PROCESS.steps(), () -> "asked " + asked.get() + " times");
    }

    @Test
    void particlesThatLeaveThePlaneAreCountedAndStay() {
        NoiseSource farAway = (particle, _, _) -> particle == 2 ? new Vec2(1e200, 3) : new Vec2(0.1, 0.2);

        var bundle = run(new Request(PROCESS, FREE, DDPM, farAway, 60));

        assertEquals(1, bundle.divergedCount());
        assertTrue(bundle.diverged(2));
        assertEquals(bundle.at(0, 2), bundle.end(2));
        assertEquals(Trajectory.DIVERGED * PROCESS.dataScale(), bundle.end(2).norm(), 1);
    }

    @Test
    void anUnchangedRequestSharesAllRows() {
        var bundle = run(new Request(PROCESS, FREE, DDPM, NOISE, 10));

        TrajectoryBundle again = bundle.rerun(bundle.request(), () -> false);

        assertSame(bundle.request().noise(), again.request().noise());
        assertEquals(bundle.end(3), again.end(3));
    }

    private static TrajectoryBundle run(Request request) {
        return TrajectoryBundle.run(request, () -> false);
    }

    private static TrajectoryBundle inPool(int threads, Request request) {
        try (var pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> run(request)).join();
        }
    }

    private static void assertClose(Vec2 expected, Vec2 actual) {
        assertEquals(0, expected.distance(actual), AGREEMENT * (1 + expected.norm()), () -> expected + " " + actual);
    }
}
