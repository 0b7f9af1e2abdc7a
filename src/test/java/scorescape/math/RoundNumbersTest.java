package scorescape.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RoundNumbersTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1.1, 2, 1", "3, 5, 2", "5, 5, 5", "7, 10, 5", "99, 100, 50", "0.03, 0.05, 0.02",
        "1e-7, 1e-7, 1e-7", "2.1e12, 5e12, 2e12"})
    void limitIsBetweenItsRoundNeighbours(double limit, double above, double below) {
        assertEquals(above, RoundNumbers.above(limit), Math.ulp(above));
        assertEquals(below, RoundNumbers.below(limit), Math.ulp(below));
    }

    /// As 0.1 + 0.2 is a little more than 0.3.
    @Test
    void roundingErrorsDoNotMakeANumberLessRound() {
        assertEquals(0.2, RoundNumbers.above(0.2 * (1 + 1e-15)));
        assertEquals(0.2, RoundNumbers.below(0.2 * (1 - 1e-15)));
        assertEquals(1, RoundNumbers.above(1 - 1e-15));
        assertEquals(1, RoundNumbers.below(1 - 1e-15));
    }

    @Test
    void nothingIsRoundBesideZeroOrInfinity() {
        for (double limit : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> RoundNumbers.above(limit));
            assertThrows(IllegalArgumentException.class, () -> RoundNumbers.below(limit));
        }
    }
}
