package scorescape.diffusion.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.model.ScoreModel.Biased;
import scorescape.diffusion.model.ScoreModel.Blurred;
import scorescape.diffusion.model.ScoreModel.Erring;
import scorescape.diffusion.model.ScoreModel.Rotated;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.ProbabilityFlow;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScoreModelTest {

    /// Room for some hundred roundings on numbers of size 1 to 10.
    private static final double ROUNDING = 1e-12;

    private static final double BLUR = 0.4;
    private static final NoiseLevel LEVEL = new NoiseLevel(0.8, 0.6);
    private static final List<Vec2> STATES =
            List.of(new Vec2(0.3, -0.2), new Vec2(-1.5, 1), new Vec2(2, 0.4), new Vec2(0, 3));

    private static final DataDistribution DATA = data(0);

    /// Two classes with full covariances, blurred by `N(0, blur² I)`.
    private static DataDistribution data(double blur) {
        return new DataDistribution(List.<Component>of(
                new GaussianComponent(1, 0, new Vec2(-1, 0), new SymMat2(0.3, 0.1, 0.2).plusScalar(blur * blur)),
                new GaussianComponent(2, 1, new Vec2(1, 0.5), new SymMat2(0.2, -0.1, 0.4).plusScalar(blur * blur))));
    }

    static Stream<ScoreModel> models() {
        var erring = new Erring(ScoreModel.EXACT, new ErrorField(0.2, 1, 7));
        return Stream.of(ScoreModel.EXACT, new Blurred(BLUR), erring, new Rotated(ScoreModel.EXACT, 0.3),
                new Biased(ScoreModel.EXACT, new Vec2(0.1, -0.2)),
                new Biased(new Rotated(new Erring(new Blurred(BLUR), new ErrorField(0.1, 2, 1)), -0.1),
                        new Vec2(0, 0.3)));
    }

    private static DiffusionProcess process(ScoreModel scores) {
        return new DiffusionProcess(DATA, TimeGrid.LEADING.levels(new CosineSchedule(), 12), scores);
    }

    @ParameterizedTest
    @MethodSource("models")
    void predictionIsTheScoreRearranged(ScoreModel scores) {
        for (Vec2 x : STATES) {
            PointEstimate at = process(scores).at(LEVEL, 1, x);

            Vec2 tweedie = x.plus(at.score().times(LEVEL.sigma() * LEVEL.sigma())).times(1 / LEVEL.alpha());

            assertEquals(0, tweedie.distance(at.denoised()), ROUNDING);
        }
    }

    /// Pure noise and clean data, too, where everything stays finite.
    @ParameterizedTest
    @MethodSource("models")
    void batchesAgreeWithSingleStates(ScoreModel scores) {
        DiffusionProcess process = process(scores);
        var batch = new PointBatch(300);
        for (NoiseLevel level : List.of(LEVEL, new NoiseLevel(0, 1), NoiseLevel.CLEAN, new NoiseLevel(1, 5))) {
            for (int i = 0; i < batch.size(); i++) {
                batch.set(i, new Vec2(0.02 * i - 3, 2 - 0.015 * i));
            }

            process.evaluate(level, OptionalInt.of(1), batch);

            for (int i = 0; i < batch.size(); i++) {
                PointEstimate all = process.at(level, batch.point(i));
                PointEstimate own = process.at(level, 1, batch.point(i));
                assertClose(all.score(), batch.scoreX()[i], batch.scoreY()[i]);
                assertClose(all.denoised(), batch.denoisedX()[i], batch.denoisedY()[i]);
                assertClose(own.score(), batch.classScoreX()[i], batch.classScoreY()[i]);
                assertClose(own.denoised(), batch.classDenoisedX()[i], batch.classDenoisedY()[i]);
            }
        }
    }

    /// The posterior covariance is the Jacobian of the prediction times `σ²/α`: central differences, good to h² and
    /// rounding over h, 1e-8 both.
    @Test
    void blurredModelIsTheExactOneOfBlurredData() {
        var blurred = new Blurred(BLUR);
        for (Vec2 x : STATES) {
            PointEstimate at = process(blurred).at(LEVEL, x);
            PointEstimate exact = data(BLUR).noised(LEVEL).at(x);

            assertEquals(exact.logDensity(), at.logDensity(), ROUNDING);
            assertClose(exact.score(), at.score().x(), at.score().y());
            assertClose(exact.denoised(), at.denoised().x(), at.denoised().y());
            double h = 1e-4;
            Vec2 slope = process(blurred).at(LEVEL, x.plus(new Vec2(h, 0))).denoised()
                    .minus(process(blurred).at(LEVEL, x.minus(new Vec2(h, 0))).denoised())
                    .times(0.5 / h * LEVEL.sigma() * LEVEL.ratio());
            assertEquals(slope.x(), at.covariance().xx(), 1e-7);
            assertEquals(slope.y(), at.covariance().xy(), 1e-7);
            assertEquals(exact.covariance().yy(), at.covariance().yy(), ROUNDING);
        }
    }

    @Test
    void faultsOfNoSizeChangeNothing() {
        var harmless = new Biased(new Rotated(new Erring(ScoreModel.EXACT, new ErrorField(0, 1, 1)), 0), Vec2.ZERO);
        for (Vec2 x : STATES) {
            assertEquals(process(ScoreModel.EXACT).at(LEVEL, x).score(), process(harmless).at(LEVEL, x).score());
        }
    }

    @Test
    void faultsAreWhatTheirParametersSay() {
        for (Vec2 x : STATES) {
            Vec2 exact = process(ScoreModel.EXACT).at(LEVEL, x).score();
            Vec2 turned = process(new Rotated(ScoreModel.EXACT, Math.PI / 2)).at(LEVEL, x).score();
            Vec2 biased = process(new Biased(ScoreModel.EXACT, new Vec2(0.3, 0))).at(LEVEL, x).score();

            assertClose(exact.perpendicular(), turned.x(), turned.y());
            assertClose(exact.plus(new Vec2(0.5, 0)), biased.x(), biased.y());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void runsFollowTheModelSinglyAndInBundles(ScoreModel scores) {
        DiffusionProcess process = process(scores);
        Guidance guidance = new ClassifierFreeGuidance(1, 2);
        var sampler = new DdpmSampler(DdpmSampler.Variance.SMALL);
        var noise = new SeededNoise(5);
        var request = new TrajectoryBundle.Request(process, guidance, sampler, noise, 60);

        TrajectoryBundle bundle = TrajectoryBundle.run(request, () -> false);

        // Agreement of single kernels and those for many, amplified by a run.
        Trajectory single = Trajectory.run(process, guidance, sampler, noise, 59, null);
        assertEquals(0, single.end().distance(bundle.end(59)), 1e-10);
        Trajectory exact = Trajectory.run(process(ScoreModel.EXACT), guidance, sampler, noise, 59, null);
        assertEquals(scores.equals(ScoreModel.EXACT), exact.end().distance(single.end()) < 1e-3);
    }

    @Test
    void bundleIsRunAnewForAnotherModel() {
        var noise = new SeededNoise(5);
        var sampler = new DdpmSampler(DdpmSampler.Variance.SMALL);
        Guidance guidance = new ClassifierFreeGuidance(1, 2);
        var exact = new TrajectoryBundle.Request(process(ScoreModel.EXACT), guidance, sampler, noise, 5);
        var blurred = new TrajectoryBundle.Request(process(new Blurred(1)), guidance, sampler, noise, 5);

        TrajectoryBundle rerun = TrajectoryBundle.run(exact, () -> false).rerun(blurred, () -> false);

        assertEquals(TrajectoryBundle.run(blurred, () -> false).end(3), rerun.end(3));
    }

    /// The flow of the blurred model carries the density of blurred data: against the closed form at both ends, within what
    /// differences of velocities are good to.
    @Test
    void flowOfABlurredModelCarriesTheDensityOfBlurredData() {
        var flow = new ProbabilityFlow(DATA, new Blurred(BLUR), new NoGuidance());
        Vec2 x = new Vec2(0.4, 0.2);
        var noisy = new NoiseLevel(1, 3);

        var likelihood = flow.likelihood(x, noisy);

        double exact = data(BLUR).noised(NoiseLevel.CLEAN).logDensity(x);
        assertEquals(exact, data(BLUR).noised(noisy).logDensity(likelihood.end()) + likelihood.growth(), 1e-5);
    }

    @Test
    void impossibleModelsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new Blurred(0));
        assertThrows(IllegalArgumentException.class, () -> new Rotated(ScoreModel.EXACT, 4));
        assertThrows(IllegalArgumentException.class, () -> new Biased(ScoreModel.EXACT, new Vec2(Double.NaN, 0)));
    }

    private static void assertClose(Vec2 expected, double x, double y) {
        double scale = ROUNDING * (1 + expected.norm());
        assertEquals(expected.x(), x, 10 * scale);
        assertEquals(expected.y(), y, 10 * scale);
        assertTrue(Double.isFinite(x) && Double.isFinite(y));
    }
}
