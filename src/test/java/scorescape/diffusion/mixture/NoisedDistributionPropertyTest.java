package scorescape.diffusion.mixture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Laws that hold for every mixture of all kinds of components, checked on 200 random ones.
class NoisedDistributionPropertyTest {

    /// Room for some hundred roundings.
    private static final double ROUNDING = 1e-11;

    record Case(DataDistribution data, NoiseLevel level, Vec2 x) {

        NoisedDistribution law() {
            return data.noised(level);
        }
    }

    static Stream<Named<Case>> cases() {
        return Cases.of(200, NoisedDistributionPropertyTest::randomCase);
    }

    /// Central differences err by about h² f‴/6 from truncation and ulp(ln p)/h from rounding; with h a ten-thousandth of
    /// the noise both are below 1e-7 of the score's own scale 1/σ.
    @ParameterizedTest
    @MethodSource("cases")
    void scoreIsTheGradientOfTheLogDensity(Case c) {
        double h = 1e-4 * c.level().sigma();
        NoisedDistribution law = c.law();
        double dx = (law.logDensity(c.x().plus(new Vec2(h, 0))) - law.logDensity(c.x().minus(new Vec2(h, 0)))) / 2 / h;
        double dy = (law.logDensity(c.x().plus(new Vec2(0, h))) - law.logDensity(c.x().minus(new Vec2(0, h)))) / 2 / h;

        Vec2 score = law.at(c.x()).score();

        assertClose(new Vec2(dx, dy), score, 1e-6 * (1 / c.level().sigma() + score.norm()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hessianIsTheJacobianOfTheScore(Case c) {
        double h = 1e-4 * c.level().sigma();
        NoisedDistribution law = c.law();
        Vec2 alongX = law.at(c.x().plus(new Vec2(h, 0))).score().minus(law.at(c.x().minus(new Vec2(h, 0))).score());
        Vec2 alongY = law.at(c.x().plus(new Vec2(0, h))).score().minus(law.at(c.x().minus(new Vec2(0, h))).score());

        SymMat2 hessian = law.hessian(c.x());

        double scale = 1 / (c.level().sigma() * c.level().sigma()) + law.at(c.x()).score().dot(law.at(c.x()).score());
        assertClose(alongX.times(0.5 / h), new Vec2(hessian.xx(), hessian.xy()), 1e-6 * scale);
        assertClose(alongY.times(0.5 / h), new Vec2(hessian.xy(), hessian.yy()), 1e-6 * scale);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void predictionIsTheScoreRearranged(Case c) {
        double sigma = c.level().sigma();
        PointEstimate at = c.law().at(c.x());

        Vec2 tweedie = c.x().plus(at.score().times(sigma * sigma)).times(1 / c.level().alpha());

        assertClose(tweedie, at.denoised(), ROUNDING * (1 + c.x().norm() + sigma) / c.level().alpha());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void posteriorCovarianceIsTheHessianRearranged(Case c) {
        double ratio = c.level().ratio() * c.level().ratio();
        double variance = c.level().sigma() * c.level().sigma();

        SymMat2 second = c.law().hessian(c.x()).times(variance).plusScalar(1).times(ratio);

        assertClose(second, c.law().at(c.x()).covariance(), ROUNDING * (1 + ratio));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void posteriorsOfComponentsAndOfClassesSumToOne(Case c) {
        NoisedDistribution law = c.law();

        assertEquals(1, DoubleStream.of(law.responsibilities(c.x())).sum(), 1e-15 * 10);
        assertEquals(1, DoubleStream.of(law.posteriors(c.x())).sum(), 1e-15 * 10);
        double sum = law.labels().stream().mapToDouble(y -> Math.exp(law.logPosterior(y, c.x()))).sum();
        assertEquals(1, sum, ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void classPosteriorFollowsFromBayesRule(Case c) {
        NoisedDistribution law = c.law();
        for (int label : c.data().labels()) {
            double bayes = Math.log(c.data().prior(label)) + law.given(label).logDensity(c.x())
                    - law.logDensity(c.x());
            Vec2 gradient = law.given(label).at(c.x()).score().minus(law.at(c.x()).score());

            double size = 1 + Math.abs(law.given(label).logDensity(c.x()));
            assertEquals(bayes, law.logPosterior(label, c.x()), ROUNDING * size);
            assertClose(gradient, law.posteriorGradient(label, c.x()),
                    ROUNDING * (1 / c.level().sigma() + law.given(label).at(c.x()).score().norm()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void orderOfComponentsDoesNotMatter(Case c) {
        List<Component> shuffled = new ArrayList<>(c.data().components());
        Collections.shuffle(shuffled, new Random(1));

        assertSame(c.law().at(c.x()), new DataDistribution(shuffled).noised(c.level()).at(c.x()), c.level());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void halvingAComponentInTwoDoesNotMatter(Case c) {
        List<Component> split = new ArrayList<>(c.data().components());
        Component first = split.removeFirst();
        split.add(first.withWeight(0.25 * first.weight()));
        split.add(first.withWeight(0.75 * first.weight()));

        assertSame(c.law().at(c.x()), new DataDistribution(split).noised(c.level()).at(c.x()), c.level());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void movingDataAndPointTogetherMovesThePrediction(Case c) {
        Vec2 shift = new Vec2(3, -7);
        PointEstimate before = c.law().at(c.x());

        PointEstimate after = mapped(c.data(), p -> p.plus(shift), 0).noised(c.level())
                .at(c.x().plus(shift.times(c.level().alpha())));

        assertSame(new PointEstimate(before.logDensity(), before.score(), before.denoised().plus(shift),
                before.covariance()), after, c.level());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void turningDataAndPointTogetherTurnsThePrediction(Case c) {
        double angle = 0.7;
        UnaryOperator<Vec2> turn = v -> turned(v, angle);
        PointEstimate before = c.law().at(c.x());

        PointEstimate after = mapped(c.data(), turn, angle).noised(c.level()).at(turn.apply(c.x()));

        assertSame(new PointEstimate(before.logDensity(), turn.apply(before.score()), turn.apply(before.denoised()),
                turned(before.covariance(), angle)), after, c.level());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gridHoldsTheLogDensityOfItsPoints(Case c) {
        double[] grid = new double[6];
        c.law().logDensityGrid(new CellGrid(c.x().x(), c.x().y(), 0.25, -0.5, 3, 2), grid);

        for (int i = 0; i < grid.length; i++) {
            double expected = c.law().logDensity(c.x().plus(new Vec2(0.25 * (i % 3), -0.5 * Math.floorDiv(i, 3))));
            assertEquals(expected, grid[i], ROUNDING * (1 + Math.abs(expected)));
        }
    }

    private static void assertSame(PointEstimate expected, PointEstimate actual, NoiseLevel level) {
        double size = 1 + Math.abs(expected.logDensity());
        double scale = 1 / level.sigma() + expected.score().norm();
        assertEquals(expected.logDensity(), actual.logDensity(), ROUNDING * size * (1 + scale));
        assertClose(expected.score(), actual.score(), ROUNDING * size * scale * (1 + scale));
        assertClose(expected.denoised(), actual.denoised(), ROUNDING * size * (10 + level.ratio()) * (1 + scale));
        assertClose(expected.covariance(), actual.covariance(), ROUNDING * size * (10 + level.ratio()) * (1 + scale));
    }

    private static void assertClose(Vec2 expected, Vec2 actual, double tolerance) {
        assertTrue(expected.distance(actual) <= tolerance, () -> expected + " but " + actual + " ± " + tolerance);
    }

    private static void assertClose(SymMat2 expected, SymMat2 actual, double tolerance) {
        assertClose(new Vec2(expected.xx(), expected.xy()), new Vec2(actual.xx(), actual.xy()), tolerance);
        assertClose(new Vec2(expected.xy(), expected.yy()), new Vec2(actual.xy(), actual.yy()), tolerance);
    }

    private static DataDistribution mapped(DataDistribution data, UnaryOperator<Vec2> map, double angle) {
        return new DataDistribution(data.components().stream().<Component>map(c -> switch (c) {
            case GaussianComponent g -> new GaussianComponent(g.weight(), g.label(), map.apply(g.mean()),
                    turned(g.covariance(), angle));
            case RectangleComponent r -> new RectangleComponent(r.weight(), r.label(), map.apply(r.centre()),
                    r.halfSize(), r.angle() + angle);
            case PointComponent p -> new PointComponent(p.weight(), p.label(), map.apply(p.at()));
            case PointCloud p -> mapped(p, map);
            case SegmentComponent s -> new SegmentComponent(s.weight(), s.label(), map.apply(s.from()),
                    map.apply(s.to()));
            case ArcComponent a -> new ArcComponent(a.weight(), a.label(), map.apply(a.centre()), a.radius(),
                    a.start() + angle, a.sweep());
            case KernelEstimate k -> new KernelEstimate(mapped(k.points(), map), k.bandwidth());
        }).toList());
    }

    private static PointCloud mapped(PointCloud cloud, UnaryOperator<Vec2> map) {
        return PointCloud.of(cloud.weight(), cloud.label(),
                IntStream.range(0, cloud.size()).mapToObj(cloud::point).map(map).toList());
    }

    private static Vec2 turned(Vec2 v, double angle) {
        return Vec2.ofAngle(angle).times(v.x()).plus(Vec2.ofAngle(angle).perpendicular().times(v.y()));
    }

    private static SymMat2 turned(SymMat2 m, double angle) {
        Vec2 first = turned(m.times(turned(new Vec2(1, 0), -angle)), angle);
        Vec2 second = turned(m.times(turned(new Vec2(0, 1), -angle)), angle);
        return new SymMat2(first.x(), first.y(), second.y());
    }

    private static Case randomCase(RandomGenerator random) {
        var components = IntStream.range(0, random.nextInt(1, 7)).mapToObj(k -> component(random)).toList();
        double sigma = Math.exp(random.nextDouble(Math.log(0.05), Math.log(30)));
        var level = new NoiseLevel(random.nextDouble(0.05, 1), sigma);
        return new Case(new DataDistribution(components), level, point(random, 4 + sigma));
    }

    private static Component component(RandomGenerator random) {
        double weight = Math.exp(random.nextDouble(-5, 1));
        int label = random.nextInt(-1, 2);
        return switch (random.nextInt(7)) {
            case 0 -> new RectangleComponent(weight, label, point(random, 3),
                    new Vec2(random.nextDouble(0.01, 2), random.nextDouble(0.01, 2)), random.nextDouble(-3, 3));
            case 1 -> new PointComponent(weight, label, point(random, 3));
            case 2 -> cloud(weight, label, random);
            case 3 -> new SegmentComponent(weight, label, point(random, 3), point(random, 3));
            case 4 -> new ArcComponent(weight, label, point(random, 2), random.nextDouble(0.1, 3),
                    random.nextDouble(-7, 7), random.nextBoolean() ? 2 * Math.PI : random.nextDouble(0.1, 6));
            case 5 -> new KernelEstimate(cloud(weight, label, random), random.nextDouble(0.02, 1));
            default -> new GaussianComponent(weight, label, point(random, 3), SymMat2.rotated(
                    Math.pow(random.nextDouble(0.05, 2), 2), Math.pow(random.nextDouble(0.05, 2), 2),
                    random.nextDouble(3)));
        };
    }

    private static PointCloud cloud(double weight, int label, RandomGenerator random) {
        return PointCloud.of(weight, label,
                Stream.generate(() -> point(random, 3)).limit(random.nextInt(1, 40)).toList());
    }

    private static Vec2 point(RandomGenerator random, double reach) {
        return new Vec2(random.nextDouble(-reach, reach), random.nextDouble(-reach, reach));
    }
}
