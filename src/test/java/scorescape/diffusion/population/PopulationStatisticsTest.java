package scorescape.diffusion.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.ScaleCurve;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.EulerSampler;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.Runs;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PopulationStatisticsTest {

    private static final DataDistribution BOXES = new DataDistribution(
            List.of(new RectangleComponent(1, 0, new Vec2(-2, 0), new Vec2(1, 1), 0),
                    new RectangleComponent(1, 1, new Vec2(2, 0), new Vec2(1, 1), 0)));

    private static final int PARTICLES = 500;

    /// The probability flow of an Ornstein–Uhlenbeck process from the time 10 to 0.001, in equal steps of Euler's method.
    private static Request euler(DataDistribution data, double gamma, int steps) {
        List<NoiseLevel> levels = IntStream.rangeClosed(0, steps).mapToObj(i -> {
            double time = 10 + i * (0.001 - 10) / steps;
            return new NoiseLevel(Math.exp(-time), Math.sqrt(-Math.expm1(-2 * time)));
        }).toList();
        return new Request(new DiffusionProcess(data, levels), new ClassifierFreeGuidance(1, gamma),
                new EulerSampler(FlowForm.PRESERVING), new SeededNoise(6), PARTICLES);
    }

    private static PopulationStatistics measure(Request request, double tolerance) {
        var target = new Target(request.process().data(), 1, Axis.X, tolerance);
        return PopulationStatistics.of(TrajectoryBundle.run(request, () -> false), target, null);
    }

    @Test
    void supportHoldsWhatItsPageSays() {
        List<Component> all = List.of(new RectangleComponent(1, 0, Vec2.ZERO, new Vec2(1, 0.5), Math.PI / 2),
                new GaussianComponent(1, 0, new Vec2(10, 0), SymMat2.rotated(4, 0.25, Math.PI / 2)),
                PointCloud.of(1, 0, List.of(new Vec2(20, 0), new Vec2(21, 0))),
                new SegmentComponent(1, 0, new Vec2(30, 0), new Vec2(31, 0)),
                new ArcComponent(1, 0, new Vec2(40, 0), 1, 0, Math.PI / 2));
        var support = new ClassSupport(new DataDistribution(all), 0.1);
        double radius = Math.sqrt(-2 * Math.log(0.01));

        for (Vec2 good : List.of(new Vec2(0.59, 1.09), new Vec2(10, 1.999 * radius), new Vec2(10 + 0.499 * radius, 0),
                new Vec2(21.09, 0), new Vec2(30.5, 0.09), new Vec2(40, 1.09), new Vec2(41.07, 0.0))) {
            assertTrue(support.contains(good), good::toString);
        }
        for (Vec2 bad : List.of(new Vec2(0.61, 0), new Vec2(0, 1.11), new Vec2(10, 2.001 * radius),
                new Vec2(10 + 0.501 * radius, 0), new Vec2(21.11, 0), new Vec2(30.5, 0.11), new Vec2(39, 0))) {
            assertFalse(support.contains(bad), bad::toString);
        }
    }

    @Test
    void pointsBesideAllBoxesBelongToTheNearest() {
        Attribution attribution = Attribution.of(BOXES, new double[]{-0.2, 0.2, -30}, new double[]{0, 5, 0});

        assertEquals(0, attribution.label(0));
        assertEquals(1, attribution.label(1));
        assertEquals(0, attribution.mode(2));
    }

    @Test
    void classOfSeveralComponentsCountsThemTogether() {
        SymMat2 unit = SymMat2.scalar(1);
        DataDistribution data = new DataDistribution(List.of(new GaussianComponent(1, 7, new Vec2(0, 0), unit),
                new GaussianComponent(0.7, 3, new Vec2(0.1, 0), unit),
                new GaussianComponent(0.7, 3, new Vec2(-0.1, 0), unit)));

        Attribution attribution = Attribution.of(data, new double[]{0}, new double[]{0});

        assertEquals(0, attribution.mode(0));
        assertEquals(3, attribution.label(0));
    }

    /// In-support share with the tolerance 0.05, mean and deviation along x, and the largest mean, of 1,000 samples in
    /// NumPy, with the settings of [#euler] in 1,000 steps. The tolerances are four standard errors of both samples.
    @Test
    void boxesOvershootAsThePaperShows() {
        double[][] expected = {{0, .970, 1.979, .589, 1.979}, {3, .937, 2.759, .204, 2.760},
            {7, .662, 3.009, .087, 3.272}};
        for (double[] row : expected) {
            PopulationStatistics found = measure(euler(BOXES, row[0] + 1, 1000), 0.05);
            double error = 4 * Math.sqrt(1.0 / 1000 + 1.0 / PARTICLES);
            String place = "w = " + row[0];
            assertEquals(row[1], found.goodShare(), error * Math.sqrt(row[1] * (1 - row[1])), place);
            assertEquals(row[2], found.path().finalMean(), error * row[3], place);
            assertEquals(row[3], found.path().finalDeviation(), error * row[3], place);
            assertEquals(row[4], found.path().mean(found.path().furthestStep()), error * row[3] + 0.01, place);
            assertEquals(row[0] <= 3, found.path().isMonotone(), place);
            assertEquals(1, found.classShare());
        }
    }

    @Test
    void faithfulSamplerHasTheNumbersOfTheClass() {
        PopulationStatistics found = measure(new Request(Runs.cosine(100), new ClassifierFreeGuidance(1, 1),
                new DdimSampler(0), new SeededNoise(2), PARTICLES), 0);

        assertEquals(0.99, found.goodShare(), 4 * Math.sqrt(0.99 * 0.01 / PARTICLES) + 0.004);
        assertEquals(1, found.covarianceRatio(), 0.08);
        assertEquals(0, found.diverged());
        assertEquals(0, found.modeEntropy());
        EnergyDistance distance = Objects.requireNonNull(found.energyToClass());
        assertTrue(distance.value() < 2 * distance.floor());
    }

    @Test
    void populationThatDivergedHasNoNumberThatIsNone() {
        PopulationStatistics found = measure(euler(GaussianPairTest.PAIR, 100, 2), 0);

        assertEquals(PARTICLES, found.particles());
        assertTrue(Double.isFinite(found.path().finalMean()) && Double.isFinite(found.covarianceRatio()));
        assertTrue(found.goodShare() + (double) found.diverged() / PARTICLES <= 1);
    }

    @Test
    void sweepMeasuresEachScaleAsOneRunWould() {
        var request = new Request(Runs.cosine(20), new GuidanceInterval(new ClassifierFreeGuidance(1, 7), 0.3, 3),
                new DdimSampler(0), new SeededNoise(2), 500);
        var target = new Target(Runs.TWO_CLASSES, 1, Axis.X, 0);
        List<Double> heard = new ArrayList<>();

        var points = GuidanceSweep.run(request, target, List.of(0.0, 1.0, 4.0), p -> heard.add(p.gamma()), () -> false);

        assertEquals(List.of(0.0, 1.0, 4.0), heard);
        var alone = PopulationStatistics.of(
                TrajectoryBundle.run(GuidanceSweep.withScale(request, 4), () -> false), target, target.tilted(4));
        assertEquals(alone.mean(), points.get(2).statistics().mean());
        assertEquals(alone.energyToTilted(), points.get(2).statistics().energyToTilted());
        assertTrue(points.get(2).statistics().mean().x() > points.get(0).statistics().mean().x());
    }

    @Test
    void cancelledSweepStops() {
        var request = new Request(Runs.cosine(20), new ClassifierFreeGuidance(1, 7), new DdimSampler(0),
                new SeededNoise(2), 500);
        var target = new Target(Runs.TWO_CLASSES, 1, Axis.X, 0);

        assertThrows(CancellationException.class,
                () -> GuidanceSweep.run(request, target, List.of(1.0), _ -> {}, () -> true));
    }

    @Test
    void largestMonotoneScaleIsFoundBetweenThoseOfTheTable() {
        double found = GuidanceSweep.largestMonotone(euler(BOXES, 1, 300), Axis.X, 16, () -> false).orElseThrow();

        assertTrue(found > 4 && found < 8, () -> "γ = " + found);
        assertEquals(5.5, GuidanceSweep.largestMonotone(20, gamma -> gamma < 5.55).orElseThrow(), 0.06);
        assertEquals(20, GuidanceSweep.largestMonotone(20, _ -> true).orElseThrow());
        assertTrue(GuidanceSweep.largestMonotone(20, _ -> false).isEmpty());
    }

    @Test
    void scaleIsHandedOnToTheRuleInside() {
        var inside = new ClassifierFreeGuidance(1, 2);

        assertEquals(new RescaledGuidance(new GuidanceInterval(inside.withScale(5), 0, 1), 0.7),
                GuidanceSweep.withScale(new RescaledGuidance(new GuidanceInterval(inside, 0, 1), 0.7), 5));
        assertFalse(GuidanceSweep.hasScale(new NoGuidance()));
        assertFalse(GuidanceSweep
                .hasScale(new ScheduledGuidance(inside, new ScaleCurve(List.of(new ScaleCurve.Knot(0, 2))))));
    }

    @Test
    void axisLeadsFromTheOtherClassesToTheClass() {
        assertEquals(new Vec2(4, 0.5).times(1 / new Vec2(4, 0.5).norm()),
                Axis.towards(Runs.TWO_CLASSES, 1).direction());
    }

    @Test
    void startsOfACommitmentMapEndOnTheirOwnSide() {
        var request = new Request(Runs.cosine(30), new NoGuidance(), new DdimSampler(0), new SeededNoise(2), 1);

        var map = Commitment.Map.of(request, new Bounds(-3, -3, 3, 3), 16, () -> false);

        assertEquals(0, map.attribution().label(0));
        assertEquals(1, map.attribution().label(15));
        assertEquals(new Vec2(-3 + 6 * 15.5 / 16, -3 + 6 * 0.5 / 16), map.start(15));
    }

    @Test
    void particleIsDecidedFromTheFirstStepThatLastsOn() {
        var request = new Request(Runs.cosine(30), new ClassifierFreeGuidance(1, 4), new DdimSampler(0),
                new SeededNoise(2), 200);
        TrajectoryBundle bundle = TrajectoryBundle.run(request, () -> false);

        var decisions = Commitment.Decisions.of(bundle, 1, 200);

        assertEquals(1, decisions.decidedShare(30));
        for (int i = 0; i < 200; i++) {
            int from = decisions.decided(i);
            boolean in = decisions.posterior(30, i) > 0.5;
            for (int step = from; step <= 30; step++) {
                assertEquals(in, decisions.posterior(step, i) > 0.5);
            }
            assertTrue(from == 0 || in != decisions.posterior(from - 1, i) > 0.5);
        }
    }

    /// In many dimensions a normal vector is √d long and shows √(2/d) of it in a plane; `δ` lies in the plane if the classes
    /// do, and is nearly upright on the noise.
    @Test
    void planeShowsLittleOfTheNoiseAndAllOfTheDifference() {
        int d = 400;
        var mixture = new EmbeddedMixture(List.of(new Vec2(-2, 0), new Vec2(2, 0)), new double[]{1, 1},
                new boolean[]{false, true}, 0.5, d, EmbeddedMixture.Spread.PLANE, 1);
        var row = mixture.measure(Runs.cosine(40).levels(), 3, 64, 5, () -> false);

        assertEquals(Math.sqrt(d), row.stateNorm(), 0.02 * Math.sqrt(d));
        assertEquals(1, row.shownDifference(), 1e-9);
        assertEquals(Math.sqrt(2.0 / d), row.shownNoise(), 0.3 * Math.sqrt(2.0 / d));
        assertEquals(90, row.noiseAngle(), 5);
    }

    @Test
    void differenceLeavesThePlaneWhereTheMeansDo() {
        int d = 100;
        var mixture = new EmbeddedMixture(List.of(new Vec2(-2, 0), new Vec2(2, 0), new Vec2(0, 2)),
                new double[]{1, 1, 1}, new boolean[]{false, true, false}, 0.5, d, EmbeddedMixture.Spread.ALL, 1);
        var row = mixture.measure(Runs.cosine(40).levels(), 1, 64, 5, () -> false);

        assertTrue(row.shownDifference() < 0.4, () -> "shown: " + row.shownDifference());
    }
}
