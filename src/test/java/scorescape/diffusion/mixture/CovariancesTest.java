package scorescape.diffusion.mixture;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.diffusion.mixture.Covariances.Ellipse;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class CovariancesTest {

    /// Room for some ten roundings.
    private static final double ROUNDING = 1e-14;

    static Stream<Named<Ellipse>> ellipses() {
        return Cases.of(100, random -> new Ellipse(random.nextDouble(1, 3), Math.pow(10, random.nextDouble(-5, 0)),
                random.nextDouble(-1.5, 1.5)));
    }

    /// The matrix holds the small axis of a needle only as a difference: of its square one rounding of the large one is
    /// lost, times the ratio of the squares.
    @ParameterizedTest
    @MethodSource("ellipses")
    void axesThatMadeACovarianceAreFoundInIt(Ellipse e) {
        Ellipse found = Covariances.ellipse(Covariances.ofAxes(e.major(), e.minor(), e.angle()));

        double thinness = e.major() / e.minor() * (e.major() / e.minor());
        assertEquals(e.major(), found.major(), ROUNDING * e.major());
        assertEquals(e.minor(), found.minor(), ROUNDING * thinness * e.minor());
        assertEquals(e.angle(), found.angle(), ROUNDING * (1 + e.minor() / (e.major() - e.minor())));
    }

    @ParameterizedTest
    @MethodSource("ellipses")
    void tipsOfTheAxesAreHandlesOfTheSameCovariance(Ellipse e) {
        Vec2 centre = new Vec2(2, -1);

        SymMat2 byHandles = Covariances.ofHandles(centre, centre.plus(e.majorTip()), centre.plus(e.minorTip()));

        SymMat2 byAxes = Covariances.ofAxes(e.major(), e.minor(), e.angle());
        double size = e.major() * e.major();
        assertEquals(byAxes.xx(), byHandles.xx(), ROUNDING * size);
        assertEquals(byAxes.xy(), byHandles.xy(), ROUNDING * size);
        assertEquals(byAxes.yy(), byHandles.yy(), ROUNDING * size);
    }

    /// By hand: a = (2, 0) and b = (1, 1) give [[5, 1], [1, 1]], whose inverse is [[1, −1], [−1, 5]]/4.
    @Test
    void handlesStayOnTheEllipseWhereverTheyAreDragged() {
        SymMat2 covariance = Covariances.ofHandles(new Vec2(1, 1), new Vec2(3, 1), new Vec2(2, 2));

        assertEquals(new SymMat2(5, 1, 1), covariance);
        assertEquals(1, 0.25 * (2 * 2), 0);
        assertEquals(1, 0.25 * (1 - 2 + 5), 0);
    }

    @Test
    void handlesInLineWithTheCentreAreRejected() {
        var thrown = assertThrows(IllegalArgumentException.class,
                () -> Covariances.ofHandles(Vec2.ZERO, new Vec2(1, 1), new Vec2(2, 2)));

        assertEquals("centre and handles must not be on one line: " + Vec2.ZERO + ", " + new Vec2(1, 1) + ", "
                + new Vec2(2, 2), thrown.getMessage());
    }

    /// The corners of a 4 × 2 rectangle: squares 4·4 and 4·1 over 3.
    @Test
    void covarianceOfSamplesIsUnbiased() {
        List<Vec2> corners = List.of(new Vec2(-1, 4), new Vec2(3, 4), new Vec2(-1, 6), new Vec2(3, 6));

        assertEquals(new Vec2(1, 5), Covariances.mean(corners));
        SymMat2 covariance = Covariances.ofSamples(corners);
        assertEquals(16.0 / 3, covariance.xx(), ROUNDING * 6);
        assertEquals(0, covariance.xy());
        assertEquals(4.0 / 3, covariance.yy(), ROUNDING * 2);
    }

    /// Standard errors of 100,000 samples are below 0.5 % of a variance; six of them.
    @Test
    void covarianceOfManySamplesIsThatOfTheirLaw() {
        RandomGenerator random = Cases.random(5);
        SymMat2 wanted = Covariances.ofAxes(2, 0.5, 0.7);
        var law = new DataDistribution(List.of(new GaussianComponent(1, 0, new Vec2(100, -50), wanted)));

        SymMat2 found = Covariances.ofSamples(
                law.sample(100_000, random).stream().map(DataDistribution.LabelledPoint::at).toList());

        assertEquals(wanted.xx(), found.xx(), 0.03 * wanted.trace());
        assertEquals(wanted.xy(), found.xy(), 0.03 * wanted.trace());
        assertEquals(wanted.yy(), found.yy(), 0.03 * wanted.trace());
    }

    @Test
    void oneSampleHasNoCovariance() {
        assertThrows(IllegalArgumentException.class, () -> Covariances.ofSamples(List.of(Vec2.ZERO)));
    }

    @Test
    void axesThatAreNotPositiveAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> Covariances.ofAxes(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Covariances.ofAxes(Double.NaN, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Covariances.ofAxes(1, 1, Double.POSITIVE_INFINITY));
    }
}
