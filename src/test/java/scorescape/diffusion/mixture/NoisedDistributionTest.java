package scorescape.diffusion.mixture;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NoisedDistributionTest {

    /// Room for a few roundings on numbers of size 1 to 10.
    private static final double ROUNDING = 1e-14;

    private static final DataDistribution TWO_MODES = new DataDistribution(
            List.of(new GaussianComponent(1, 0, new Vec2(-2, 0), SymMat2.scalar(1)),
                    new GaussianComponent(1, 1, new Vec2(2, 0), SymMat2.scalar(1))));

    /// One component of each kind, a needle and a weight of 1e-12 among them.
    private static final DataDistribution ALL_KINDS = new DataDistribution(
            List.of(new GaussianComponent(1, 0, new Vec2(1, 2), new SymMat2(4, 0, 1e-10)),
                    new RectangleComponent(1e-12, 1, new Vec2(-1, 0), new Vec2(0.5, 1e-6), 0.3),
                    new PointComponent(2, 1, new Vec2(0, -1)),
                    PointCloud.of(0.5, 2, List.of(new Vec2(1, 1), new Vec2(1, 1), new Vec2(1, 1.001)))));

    /// The kinds that have no table of reference numbers.
    private static final DataDistribution OTHER_KINDS = new DataDistribution(
            List.of(ArcComponent.ring(1, 0, new Vec2(1, 0), 2), new ArcComponent(1, 1, Vec2.ZERO, 1e-3, 2, 0.1),
                    new SegmentComponent(1, 1, new Vec2(0, 0), new Vec2(0, 1)),
                    new SegmentComponent(1, 2, new Vec2(3, 1), new Vec2(3, 1)),
                    new KernelEstimate(PointCloud.of(1, 2, List.of(new Vec2(1, 1), new Vec2(-5, 2))), 1e-5)));

    /// Values from the closed form of two equal unit modes at ±2 of clean data, `s(x) = −x + 2 tanh(2x)`, computed to 20
    /// digits with mpmath 1.3.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # x,   score along x
            0.25,  0.67423431452001951700
            1.0,   0.92805516015163376789
            3.0,  -1.0000245766984088589
            """)
    void scoreOfTwoModesMatchesTheClosedForm(double x, double expected) {
        assertEquals(expected, TWO_MODES.noised(NoiseLevel.CLEAN).at(new Vec2(x, 0)).score().x(), ROUNDING);
    }

    /// At 1e6 data units both densities underflow to zero; a quotient of densities would give NaN.
    @Test
    void scoreFarOutIsThatOfTheNearestMode() {
        PointEstimate at = TWO_MODES.noised(new NoiseLevel(1, 1)).at(new Vec2(1e6, 0));

        assertEquals(-(1e6 - 2) / 2, at.score().x(), 1e6 * ROUNDING);
        assertEquals(0, at.score().y());
    }

    @Test
    void noiseAddsItsVarianceAndScalesTheMean() {
        var data = new DataDistribution(List.of(
                new GaussianComponent(3, 0, new Vec2(2, -1), new SymMat2(1, 0.5, 2))));
        PointEstimate atMean = data.noised(new NoiseLevel(0.5, 2)).at(new Vec2(1, -0.5));

        // S = Σ/4 + 4 I has the determinant 4.25 · 4.5 − 0.125² = 19.109375.
        assertEquals(-Math.log(2 * Math.PI * Math.sqrt(19.109375)), atMean.logDensity(), ROUNDING);
        assertEquals(new Vec2(2, -1), atMean.denoised());
    }

    /// A uniform square of area 4 with almost no noise, seen from its middle, its edge and its corner.
    @Test
    void densityHalvesAtAnEdgeOfARectangleAndAgainAtACorner() {
        var square = new DataDistribution(List.of(new RectangleComponent(1, 0, Vec2.ZERO, new Vec2(1, 1), 0)));
        NoisedDistribution law = square.noised(new NoiseLevel(1, 1e-3));

        assertEquals(-Math.log(4), law.logDensity(Vec2.ZERO), ROUNDING);
        assertEquals(-Math.log(8), law.logDensity(new Vec2(1, 0)), ROUNDING);
        assertEquals(-Math.log(16), law.logDensity(new Vec2(1, -1)), ROUNDING);
    }

    /// A million standard deviations outside, `x₀` is on the edge but for an exponential of scale σ²/distance, the noise
    /// from which the closed form of a normal tail differs by less than 1e-12 of itself.
    @Test
    void farOutsideARectangleThePredictionIsItsEdge() {
        double sigma = 1e-3;
        var square = new DataDistribution(List.of(new RectangleComponent(1, 0, Vec2.ZERO, new Vec2(1, 1), 0)));
        PointEstimate at = square.noised(new NoiseLevel(1, sigma)).at(new Vec2(1 + 1e6 * sigma, 0));

        double depth = sigma * sigma / 1000;
        assertEquals(1 - depth, at.denoised().x(), 1e-15);
        assertEquals(depth * depth, at.covariance().xx(), 1e-11 * depth * depth);
        assertEquals(-1000 / (sigma * sigma), at.score().x(), 1.1e6);
    }

    @Test
    void pureNoiseLeavesThePrior() {
        NoisedDistribution law = ALL_KINDS.noised(new NoiseLevel(0, 1));
        Vec2 x = new Vec2(0.3, -1.2);
        PointEstimate at = law.at(x);

        assertEquals(-Math.log(2 * Math.PI) - 0.5 * x.dot(x), at.logDensity(), ROUNDING);
        assertEquals(x.times(-1), at.score());
        assertEquals(1 / (3.5 + 1e-12), law.responsibilities(x)[0], ROUNDING);
        assertEquals((1 + 0.5 - 1e-12) / (3.5 + 1e-12), at.denoised().x(), ROUNDING);
        assertEquals(Math.log(0.5 / (3.5 + 1e-12)), law.logPosterior(2, x), ROUNDING);
        assertEquals(Vec2.ZERO, law.posteriorGradient(2, x));
    }

    @Test
    void withoutNoiseThePredictionIsTheNearestPointOfTheData() {
        var bounded = new DataDistribution(
                List.of(new RectangleComponent(1, 0, Vec2.ZERO, new Vec2(1, 2), 0), new PointComponent(1, 1,
                        new Vec2(5, 0))));
        NoisedDistribution law = bounded.noised(NoiseLevel.CLEAN);

        assertClose(new Vec2(0.25, -1.5), law.at(new Vec2(0.25, -1.5)).denoised());
        assertClose(new Vec2(1, 2), law.at(new Vec2(2, 3)).denoised());
        assertClose(new Vec2(5, 0), law.at(new Vec2(4, 0)).denoised());
        assertEquals(0, law.logPosterior(1, new Vec2(4, 0)));
    }

    @Test
    void certaintyOfAClassKeepsItsDigits() {
        // Odds exp(4x) against, and the gradient of the logistic function.
        Vec2 x = new Vec2(20, 0);
        NoisedDistribution law = TWO_MODES.noised(NoiseLevel.CLEAN);

        assertEquals(-Math.exp(-80), law.logPosterior(1, x), 1e-13 * Math.exp(-80));
        assertEquals(-80, law.logPosterior(0, x), 1e-13);
        assertEquals(4 * Math.exp(-80), law.posteriorGradient(1, x).x(), 1e-12 * Math.exp(-80));
    }

    static Stream<NoiseLevel> levels() {
        return Stream.of(NoiseLevel.CLEAN, new NoiseLevel(1, 1e-12), new NoiseLevel(1, 1e-3), new NoiseLevel(0.6, 0.8),
                new NoiseLevel(1e-9, 1), new NoiseLevel(0, 1), new NoiseLevel(1, 80), new NoiseLevel(1, 1e9));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void everythingIsANumberEverywhere(NoiseLevel level) {
        assertNumbersEverywhere(ALL_KINDS.noised(level));
        assertNumbersEverywhere(OTHER_KINDS.noised(level));
    }

    private static void assertNumbersEverywhere(NoisedDistribution law) {
        for (double x : new double[]{0, 1, -1, 1e-300, 12, -1e3, 1e6, -1e15, 1e100, Double.MAX_VALUE}) {
            for (double y : new double[]{0, 1, 1.0005, -1, 2, 1e-300, -40, 1e6, -1e100, -Double.MAX_VALUE}) {
                Vec2 at = new Vec2(x, y);
                PointEstimate all = law.at(at);
                SymMat2 hessian = law.hessian(at);
                DoubleStream numbers = DoubleStream.of(all.logDensity(), all.score().x(), all.score().y(),
                        all.denoised().x(), all.denoised().y(), all.covariance().xx(), all.covariance().xy(),
                        all.covariance().yy(), hessian.xx(), hessian.xy(), hessian.yy(), law.logPosterior(1, at),
                        law.posteriorGradient(1, at).x(), law.posteriorGradient(1, at).y());
                assertTrue(numbers.noneMatch(Double::isNaN), () -> at + ": " + all + ", " + hessian);
            }
        }
    }

    /// `exp(−κ) I₀(κ)` at κ = 2 is 0.3085083225, and `I₁(κ)/I₀(κ)` 0.6977746580; Abramowitz & Stegun, table 9.8.
    @Test
    void aRingUnderNoiseHasBesselFunctions() {
        var ring = new DataDistribution(List.of(ArcComponent.ring(1, 0, Vec2.ZERO, 1)));
        PointEstimate at = ring.noised(new NoiseLevel(1, 1)).at(new Vec2(0, 2));

        assertEquals(-0.5 - Math.log(2 * Math.PI) + Math.log(0.3085083225), at.logDensity(), 1e-9);
        assertEquals(0.6977746580, at.denoised().y(), 1e-9);
        assertEquals(0, at.denoised().x(), ROUNDING);
    }

    /// A kernel estimate is a mixture of Gaussians; a cloud of thousands, a mixture of points.
    @ParameterizedTest
    @MethodSource("levels")
    void kernelEstimatesAndCloudsAreTheMixturesTheyStandFor(NoiseLevel level) {
        List<Vec2> points = Stream.generate(new Random(5)::nextGaussian)
                .map(z -> new Vec2(z, Math.sin(3 * z)))
                .limit(300)
                .toList();
        var estimate = new DataDistribution(List.of(new KernelEstimate(PointCloud.of(1, 0, points), 0.1)));
        var mixture = new DataDistribution(points.stream()
                .<Component>map(p -> new GaussianComponent(1, 0, p, SymMat2.scalar(0.1 * 0.1)))
                .toList());
        var cloud = new DataDistribution(List.of(PointCloud.of(1, 0, points)));
        var single = new DataDistribution(
                points.stream().<Component>map(p -> new PointComponent(1, 0, p)).toList());
        for (Vec2 x : List.of(new Vec2(0.1, 0.2), new Vec2(-2, 3), new Vec2(40, -9))) {
            assertSame(mixture.noised(level), estimate.noised(level), x);
            assertSame(single.noised(level), cloud.noised(level), x);
        }
    }

    private static void assertSame(NoisedDistribution expected, NoisedDistribution actual, Vec2 x) {
        PointEstimate e = expected.at(x);
        PointEstimate a = actual.at(x);
        assertEquals(e.logDensity(), a.logDensity(), 1e-11 * (1 + Math.abs(e.logDensity())));
        assertEquals(e.score().x(), a.score().x(), 1e-9 * (1 + e.score().norm()));
        assertEquals(e.denoised().y(), a.denoised().y(), 1e-9);
        assertEquals(e.covariance().xx(), a.covariance().xx(), 1e-9);
        assertEquals(e.covariance().xy(), a.covariance().xy(), 1e-9);
    }

    @Test
    void pointsThatAreNotFiniteAreRejected() {
        NoisedDistribution law = TWO_MODES.noised(NoiseLevel.CLEAN);

        var thrown = assertThrows(IllegalArgumentException.class, () -> law.at(new Vec2(Double.NaN, 0)));

        assertEquals("point must be finite: Vec2[x=NaN, y=0.0]", thrown.getMessage());
    }

    @Test
    void aClassWithoutComponentsIsRejected() {
        NoisedDistribution law = TWO_MODES.noised(NoiseLevel.CLEAN);

        var thrown = assertThrows(IllegalArgumentException.class, () -> law.given(7));

        assertEquals("no component has class 7", thrown.getMessage());
    }

    /// Two points, seen from 800 standard deviations away: the scores agree in nine digits, and their difference must not be
    /// left with the others. Computed with 80 digits (mpmath 1.3) as `p(j|x) (α/σ²)(m_y − m_j)` over the two classes.
    @Test
    void whatDrawsToAClassKeepsItsDigitsFarOut() {
        var data = new DataDistribution(
                List.of(new PointComponent(1, 0, new Vec2(1, 0)), new PointComponent(1, 1, new Vec2(-1, 2))));

        Vec2 gradient = data.noised(new NoiseLevel(0.5, 800)).posteriorGradient(0, new Vec2(-3e5, 6e5));

        assertEquals(1.254958863831967e-6, gradient.x(), 1e-14 * 1e-6);
        assertEquals(-1.254958863831967e-6, gradient.y(), 1e-14 * 1e-6);
    }

    /// Nearest to the point is an end of the arc, and the posterior falls off from there within `1e-18`: its covariance is
    /// `(σ²/slope)²` along the arc, with the slope `x₀ − x` along the tangent, here `(0, 1) · ((1, 0) − (1, −3)) = 3`.
    @Test
    void endsOfArcsKeepTheirDigitsAmongAlmostNoNoise() {
        var data = new DataDistribution(List.of(new ArcComponent(1, 0, Vec2.ZERO, 1, 0, 1)));

        SymMat2 covariance = data.noised(new NoiseLevel(1, 1e-9)).at(new Vec2(1, -3)).covariance();

        double expected = 1e-18 / 3 * (1e-18 / 3);
        assertEquals(expected, covariance.yy(), 1e-10 * expected);
        assertEquals(0, covariance.xx(), 1e-10 * expected);
    }

    /// At a point of equal densities the posterior is the share of the weight, `ln (1e-320/(1e12 + 1e-320))`.
    @Test
    void aShareTooSmallForANumberHasALogarithm() {
        var data = new DataDistribution(
                List.of(new GaussianComponent(1e-320, 0, new Vec2(1, 0), SymMat2.scalar(1)),
                        new GaussianComponent(1e12, 1, new Vec2(-1, 0), SymMat2.scalar(1))));

        NoisedDistribution noised = data.noised(new NoiseLevel(0.8, 0.6));

        assertEquals(Math.log(1e-320) - Math.log(1e12), noised.logPosterior(0, Vec2.ZERO), 1e-10);
    }

    /// Both Gaussians say `σ² I` but for a part of 1e-17, and their predictions differ by less than the last digit of a
    /// coordinate. Computed with 80 digits (mpmath 1.3) as `Σ rₖ (Cₖ + (mₖ − m)(mₖ − m)ᵀ)`.
    @Test
    void covarianceAmongAlmostNoNoiseKeepsItsDigitsFarFromTheOrigin() {
        var data = new DataDistribution(
                List.of(new GaussianComponent(1, 0, new Vec2(3e5, -2e5), new SymMat2(4, 1, 9)),
                        new GaussianComponent(1, 0, new Vec2(300_003, -200_001), new SymMat2(9, -2, 4))));

        SymMat2 covariance = data.noised(new NoiseLevel(1, 1e-8)).at(new Vec2(300_001, -200_000.5)).covariance();

        assertEquals(1e-16, covariance.xx(), 1e-14 * 1e-16);
        assertEquals(0, covariance.xy(), 1e-14 * 1e-16);
        assertEquals(1e-16, covariance.yy(), 1e-14 * 1e-16);
    }

    private static void assertClose(Vec2 expected, Vec2 actual) {
        assertEquals(expected.x(), actual.x(), ROUNDING);
        assertEquals(expected.y(), actual.y(), ROUNDING);
    }
}
