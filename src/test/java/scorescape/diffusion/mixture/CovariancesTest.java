package scorescape.diffusion.mixture;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.diffusion.mixture.Covariances.Ellipse;

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

    @Test
    void axesThatAreNotPositiveAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> Covariances.ofAxes(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Covariances.ofAxes(Double.NaN, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Covariances.ofAxes(1, 1, Double.POSITIVE_INFINITY));
    }
}
