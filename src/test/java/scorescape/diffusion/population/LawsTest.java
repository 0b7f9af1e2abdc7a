package scorescape.diffusion.population;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescape.Cases;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.population.AutoregressiveLaw.Order;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.Runs;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Masses of cells, and the laws that are laid out in them.
class LawsTest {

    private static final CellMasses.Grid GRID = new CellMasses.Grid(0, 0, 1, 1, 2, 2);
    private static final Bounds NOTHING = new Bounds(0, 0, 0, 0);

    @Test
    void distancesOfTwoLawsAreThoseOfTheirDefinitions() {
        CellMasses one = CellMasses.of(new double[]{0.5, 0.5, 0, 0});
        CellMasses other = CellMasses.of(new double[]{0.25, 0.5, 0.25, 0});

        assertEquals(0.25, one.totalVariation(other), 1e-15);
        assertEquals(0.5 * Math.log(2), one.divergence(other), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, other.divergence(one));
        assertEquals(0.25, other.offLaw(one));
    }

    @Test
    void pointsOutsideTheGridAndThoseThatDivergedAreBeyond() {
        CellMasses shares = CellMasses.ofPoints(GRID, new double[]{0.5, 1.5, 7}, new double[]{0.5, 1.5, 0}, 4);

        assertEquals(0.25, shares.mass(0));
        assertEquals(0.25, shares.mass(3));
        assertEquals(0.5, shares.beyond());
    }

    /// The floors are expectations: means over 4,000 samples must come to them within four standard errors.
    @Test
    void floorsAreWhatSamplesOfTheLawHave() {
        double[] masses = {0.6, 0.3, 0.0995, 0.0005};
        CellMasses law = CellMasses.of(masses);
        int samples = 40;
        RandomGenerator random = Cases.random(8);
        double[] variations = new double[4000];
        double[] divergences = new double[4000];
        for (int n = 0; n < variations.length; n++) {
            double[] counts = new double[4];
            for (int i = 0; i < samples; i++) {
                double u = random.nextDouble();
                counts[u < 0.6 ? 0 : u < 0.9 ? 1 : u < 0.9995 ? 2 : 3] += 1.0 / samples;
            }
            CellMasses drawn = CellMasses.of(counts);
            variations[n] = drawn.totalVariation(law);
            divergences[n] = drawn.divergence(law);
        }

        assertEquals(Arrays.stream(variations).average().orElseThrow(), law.totalVariationFloor(samples),
                4 * 0.04 / Math.sqrt(4000));
        // Counts are binomial and not Poisson: with four cells one of four degrees of freedom less, 1/(2 · 40).
        assertEquals(Arrays.stream(divergences).average().orElseThrow(), law.divergenceFloor(samples) - 0.5 / samples,
                4 * 0.035 / Math.sqrt(4000) + 0.001);
    }

    @Test
    void energyDistanceOfTwoPointsIsTwiceTheirDistance() {
        var distance = EnergyDistance.between(new double[]{0}, new double[]{0}, new double[]{3, 3}, new double[]{4, 4});

        assertEquals(10, distance.value());
    }

    @Test
    void energyDistanceOfSamplesOfOneLawIsAboutItsFloor() {
        RandomGenerator random = Cases.random(1);
        double[][] samples = new double[4][];
        double sum = 0;
        double floor = 0;
        for (int n = 0; n < 100; n++) {
            Arrays.setAll(samples, _ -> IntStream.range(0, 50).mapToDouble(_ -> random.nextGaussian()).toArray());
            var distance = EnergyDistance.between(samples[0], samples[1], samples[2], samples[3]);
            sum += distance.value() / 100;
            floor += distance.floor() / 100;
        }

        // A single distance varies by about a third of the floor.
        assertEquals(floor, sum, 4 * floor / 3 / 10);
    }

    @Test
    void samplesOfTheTiltedLawHaveItsMoments() {
        var target = new Target(GaussianPairTest.PAIR, 1, Axis.X, 0);
        var law = target.tilted(4);
        var sample = LawSample.of(law, 2000);

        Moments moments = Moments.of(sample.x(), sample.y(), 2000);

        // Mean and variance of the tilted pair at w = 3, by quadrature: 1.5394758, 0.5888142.
        assertEquals(1.5394758, moments.mean().x(), 0.01);
        assertEquals(0, moments.mean().y(), 0.01);
        assertEquals(0.5888142, moments.covariance().xx(), 0.02);
        assertEquals(1, moments.covariance().yy(), 0.02);
    }

    /// Two overlapping boxes that share a coordinate each: where the other coordinate tells nothing, both ways agree.
    @Test
    void jointAndFactorwiseGuidanceAgreeAtZeroAndOne() {
        var target = new Target(Runs.TWO_CLASSES, 1, Axis.X, 0);
        CellMasses.Grid grid = target.grid(NOTHING);

        for (double gamma : new double[]{0, 1}) {
            for (Order order : Order.values()) {
                CellMasses joint = AutoregressiveLaw.joint(target, grid, gamma);
                CellMasses factorwise = AutoregressiveLaw.factorwise(target, grid, gamma, order);
                assertEquals(0, joint.totalVariation(factorwise), 1e-9, "γ = " + gamma + ", " + order);
            }
        }
    }

    /// The class is two boxes of equal mass; where x is that of the right one, the other class is there, too, so that
    /// `p(y|x₁) = 1` at the left and ½ at the right, and `p(y|x₁, x₂) = 1` on both. The joint law keeps the masses equal,
    /// factor by factor the right one has `½^γ · 2` of the left one, since `p(x₁)` is twice as large there.
    @Test
    void factorwiseGuidanceMovesMassThatTheJointLawLeaves() {
        Vec2 half = new Vec2(0.5, 0.5);
        DataDistribution data = new DataDistribution(
                List.of(new RectangleComponent(1, 1, new Vec2(-2, 0), half, 0),
                        new RectangleComponent(1, 1, new Vec2(2, 0), half, 0),
                        new RectangleComponent(1, 0, new Vec2(2, 3), half, 0)));
        var target = new Target(data, 1, Axis.X, 0);
        CellMasses.Grid grid = target.grid(NOTHING);
        Attribution attribution = CellMasses.attribution(grid, data);

        double[] joint = AutoregressiveLaw.joint(target, grid, 3).modeMasses(attribution, 3);
        double[] factorwise =
                AutoregressiveLaw.factorwise(target, grid, 3, Order.X_FIRST).modeMasses(attribution, 3);

        assertEquals(joint[0], joint[1], 0.02);
        // ½³ · 2 = ¼ of the left one: a fifth of all.
        assertEquals(0.2, factorwise[1], 0.02);
        assertEquals(0.8, factorwise[0], 0.02);
    }

    @Test
    void lawOfTheMapIsThatOfManySamples() {
        DiffusionProcess process = Runs.cosine(30);
        var request = new Request(process, new ClassifierFreeGuidance(1, 3), new DdimSampler(0), new SeededNoise(4),
                20_000);
        TrajectoryBundle bundle = TrajectoryBundle.run(request, () -> false);
        var target = new Target(process.data(), 1, Axis.X, 0);
        CellMasses.Grid grid = target.grid(NOTHING);
        var ends = PlaneSample.ofEnds(bundle, 20_000);
        CellMasses samples = CellMasses.ofPoints(grid, ends.x(), ends.y(), 20_000);

        CellMasses law = GuidedMap.of(request, 128, () -> false).law(grid);

        double floor = law.totalVariationFloor(20_000);
        assertEquals(floor, samples.totalVariation(law), 0.3 * floor);
    }

    /// One Gaussian: the flow is linear, and the law of its ends is the data.
    @Test
    void unguidedMapOfOneGaussianGivesItsMasses() {
        DataDistribution data = new DataDistribution(
                List.of(new GaussianComponent(1, 0, new Vec2(0.3, 0), SymMat2.rotated(0.5, 0.2, 0.4))));
        List<NoiseLevel> levels = IntStream.rangeClosed(0, 400)
                .mapToObj(i -> new NoiseLevel(Math.cos(Math.PI / 2 * (1 - i / 400.0)),
                        Math.sin(Math.PI / 2 * (1 - i / 400.0))))
                .toList();
        var request = new Request(new DiffusionProcess(data, levels), new ClassifierFreeGuidance(0, 1),
                new DdimSampler(0), new SeededNoise(1), 1);
        var target = new Target(data, 0, Axis.X, 0);
        CellMasses.Grid grid = target.grid(NOTHING);

        CellMasses law = GuidedMap.of(request, 96, () -> false).law(grid);

        assertTrue(law.totalVariation(CellMasses.of(grid, target.tilted(1))) < 0.01);
    }
}
