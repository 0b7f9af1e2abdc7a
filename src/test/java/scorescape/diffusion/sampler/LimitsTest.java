package scorescape.diffusion.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.DynamicThresholdGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.LinearBetaSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever people choose within the stated limits, a run comes to its end in finite numbers.
class LimitsTest {

    private static final int MOST_STEPS = 5000;

    /// Steps of a thorough run; the longest ones are few.
    private static final int USUAL_STEPS = 60;

    /// A run at random, anywhere within the limits.
    record Case(DiffusionProcess process, Guidance guidance, Sampler sampler, long seed, Placement placement) {}

    static Stream<Named<Case>> cases() {
        return Cases.of(400, random -> {
            int steps = random.nextInt(40) == 0 ? random.nextInt(1, MOST_STEPS + 1) : random.nextInt(1, USUAL_STEPS);
            DataDistribution data = data(random);
            return new Case(new DiffusionProcess(data, levels(random, steps)), guidance(random), sampler(random),
                    random.nextLong(), new Placement(random.nextInt(steps), start(random)));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRunIsFinite(Case c) {
        Trajectory run =
                Trajectory.run(c.process(), c.guidance(), c.sampler(), new SeededNoise(c.seed()), 0, c.placement());

        assertEquals(c.process().steps(), run.steps().size());
        for (Step step : run.steps()) {
            assertTrue(step.x().isFinite() && step.mean().isFinite() && step.next().isFinite()
                    && step.guided().isFinite() && step.difference().isFinite()
                    && step.unconditional().score().isFinite() && step.unconditional().covariance().isFinite()
                    && step.arrows().stream().allMatch(arrow -> arrow.tip().isFinite()), step::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBundleIsFinite(Case c) {
        Vec2 start = c.placement().at();
        NoiseSource seeded = new SeededNoise(c.seed());
        NoiseSource noise = (particle, step, draw) -> step == NoiseSource.START && particle == 0
                ? start
                : seeded.at(particle, step, draw);
        int particles = c.process().steps() > USUAL_STEPS ? 2 : 50;

        var bundle = TrajectoryBundle.run(new Request(c.process(), c.guidance(), c.sampler(), noise, particles),
                () -> false);

        for (int i = 0; i < particles; i++) {
            for (int step = 0; step <= bundle.steps(); step++) {
                assertTrue(bundle.at(step, i).isFinite());
            }
        }
    }

    /// Ten thousand steps of β up to 0.999: what is left of the data falls below the smallest number long before the end.
    static Stream<Sampler> samplers() {
        return Stream.concat(
                Stream.of(new DdpmSampler(Variance.SMALL), new DdpmSampler(Variance.LARGE), new DdimSampler(0.5),
                        new ChurnSampler(40, 0.05, 50, 1.003), new AncestralSampler(), new DpmSolverPlusPlusSampler()),
                Stream.of(FlowForm.values()).flatMap(
                        form -> Stream.of(new EulerSampler(form), new HeunSampler(form), new MaruyamaSampler(form))));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aRunFromFarBeyondAllSignalIsFinite(Sampler sampler) {
        var schedule = new LinearBetaSchedule(0.5, 0.999, LinearBetaSchedule.MAX_STEPS);
        for (TimeGrid grid : TimeGrid.values()) {
            var process = new DiffusionProcess(data(Cases.random(1)), grid.levels(schedule, 4));

            Trajectory run = Trajectory.run(process, new ClassifierFreeGuidance(1, 3), sampler, new SeededNoise(1), 0,
                    null);

            assertTrue(run.steps().stream().allMatch(step -> step.next().isFinite()), grid::toString);
        }
    }

    private static DataDistribution data(RandomGenerator random) {
        return new DataDistribution(List.of(
                new GaussianComponent(random.nextDouble(0.01, 1), 0, point(random, 3),
                        SymMat2.rotated(random.nextDouble(1e-4, 1), random.nextDouble(1e-4, 1), random.nextDouble(3))),
                random.nextBoolean()
                        ? new RectangleComponent(1, 1, point(random, 3), new Vec2(0.5, 0.02), random.nextDouble(3))
                        : new GaussianComponent(1e-9, 1, point(random, 3), SymMat2.scalar(0.3)),
                random.nextBoolean()
                        ? new PointComponent(0.3, 2, point(random, 3))
                        : new GaussianComponent(1, 2, point(random, 3), SymMat2.scalar(1e-6))));
    }

    /// Variance-preserving, exploding or straight levels, from far out or pure noise to clean data.
    private static List<NoiseLevel> levels(RandomGenerator random, int steps) {
        List<NoiseLevel> levels = new ArrayList<>();
        int kind = random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            double time = 1 - (double) i / steps;
            levels.add(switch (kind) {
                case 0 -> new NoiseLevel(Math.cos(1.57 * time), Math.sin(1.57 * time));
                case 1 -> new NoiseLevel(1, 80 * Math.pow(time, 7) + 1e-3 * time);
                default -> new NoiseLevel(1 - time, time);
            });
        }
        levels.add(NoiseLevel.CLEAN);
        return levels;
    }

    private static Guidance guidance(RandomGenerator random) {
        double scale = random.nextBoolean() ? random.nextDouble(-20, 100) : random.nextBoolean() ? -20 : 100;
        double blur = random.nextDouble(0.05, 1);
        return switch (random.nextInt(14)) {
            case 0 -> new NoGuidance();
            case 1 -> new ClassifierGuidance(new Classifier.Exact(), 1, scale);
            case 2 -> new ClassifierGuidance(new Classifier.Overconfident(new Classifier.Clean(blur), 100), 1, scale);
            case 3 -> new NegativeClassGuidance(1, 2, scale);
            case 4 -> new AdaptiveProjectedGuidance(1, scale, random.nextDouble(), 5, -0.7);
            case 5 -> new CfgPlusPlus(1, scale);
            case 6 -> new Autoguidance(OptionalInt.of(1), blur, scale);
            case 7 -> new UniversalGuidance(1, scale, blur);
            case 8 -> new PowerLawGuidance(1, scale, random.nextDouble(PowerLawGuidance.MAX_EXPONENT));
            case 9 -> new CfgZeroStar(1, scale, random.nextInt(5));
            case 10 -> new TemperedGuidance(new ClassifierFreeGuidance(1, scale), random.nextDouble(100));
            case 11 -> new RescaledGuidance(new DynamicThresholdGuidance(new ClassifierFreeGuidance(1, scale),
                    new Bounds(-3, -3, 3, 3)), 0.7);
            case 12 -> new BackwardUniversalGuidance(new ClassifierFreeGuidance(1, scale), 1, 1, 20, blur);
            default -> new ClassifierFreeGuidance(1, scale);
        };
    }

    private static Sampler sampler(RandomGenerator random) {
        FlowForm form = switch (random.nextInt(3)) {
            case 0 -> FlowForm.EXPLODING;
            case 1 -> FlowForm.PRESERVING;
            default -> FlowForm.STRAIGHT;
        };
        return switch (random.nextInt(12)) {
            case 0 -> new DdpmSampler(Variance.SMALL);
            case 1 -> new DdpmSampler(Variance.LARGE);
            case 2 -> new EulerSampler(form);
            case 3 -> new HeunSampler(form);
            case 4 -> new MaruyamaSampler(form);
            case 5 -> new ChurnSampler(random.nextDouble(100), 0.01, 100, 1.01);
            case 6 -> new AncestralSampler();
            case 7 -> new DpmSolverPlusPlusSampler();
            case 8 -> new LangevinSampler(random.nextDouble(1e-4, 1), new NoiseLevel(1, random.nextDouble(0.01, 1)));
            case 9 -> new AnnealedLangevinSampler(random.nextDouble(1e-6, 1e-2), random.nextInt(1, 10));
            case 10 -> new PredictorCorrectorSampler(new DdpmSampler(Variance.SMALL), 1, 2);
            default -> new DdimSampler(random.nextDouble(DdimSampler.MAX_ETA));
        };
    }

    private static Vec2 start(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> point(random, Double.MAX_VALUE / 4);
            case 1 -> point(random, 1e9);
            case 2 -> new Vec2(0, -0.0);
            default -> point(random, 5);
        };
    }

    private static Vec2 point(RandomGenerator random, double reach) {
        return new Vec2(random.nextDouble(-reach, reach), random.nextDouble(-reach, reach));
    }
}
