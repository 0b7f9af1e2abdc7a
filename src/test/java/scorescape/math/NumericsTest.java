package scorescape.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NumericsTest {

    private static final double NOTHING = Double.NEGATIVE_INFINITY;

    /// `ln(1 + e^(−½)) = 0.47407698418010668` by mpmath; the exponentials themselves underflow and overflow.
    @ParameterizedTest
    @CsvSource({"-1000", "0", "1000"})
    void sumsOfExponentialsNeitherUnderflowNorOverflow(double shift) {
        double sum = Numerics.logSumExp(new double[]{shift, shift - 0.5});

        assertEquals(shift + 0.4740769841801067, sum, Math.ulp(1000.0));
    }

    @Test
    void whatHasNoMassAddsNothing() {
        assertEquals(NOTHING, Numerics.logSumExp(new double[]{}));
        assertEquals(NOTHING, Numerics.logSumExp(new double[]{NOTHING, NOTHING}));
        assertEquals(3, Numerics.logSumExp(new double[]{NOTHING, 3, NOTHING}));
    }

    /// `(1 + ε)(1 − ε) − 1 = −ε²` with ε = 2⁻³⁰: the first product alone rounds to 1.
    @Test
    void productsThatNearlyCancelKeepTheirDigits() {
        double e = 0x1p-30;

        assertEquals(-0x1p-60, Numerics.differenceOfProducts(1 + e, 1 - e, 1, 1));
    }

    /// By mpmath, with 20 digits.
    @ParameterizedTest
    @CsvSource(textBlock = """
            -40,  4.2483542552915889863e-18
            -1,   0.31326168751822283405
            0,    0.69314718055994530942
            2,    2.1269280110429724964
            1000, 1000
            """)
    void softplusHasAllItsDigits(double x, double expected) {
        assertEquals(expected, Numerics.softplus(x), 2 * Math.ulp(expected));
    }

    /// `3 · ¼² − 2 · ¼³ = 5/32`.
    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "0.25, 0.15625", "0.5, 0.5", "1, 1", "7, 1"})
    void smoothstepGoesFromZeroToOne(double t, double expected) {
        assertEquals(expected, Numerics.smoothstep(t));
    }

    @Test
    void ofEqualsTheFirstIsTheLargest() {
        assertEquals(1, Numerics.indexOfLargest(new double[]{1, 5, 2, 5}));
        assertEquals(0, Numerics.indexOfLargest(new double[]{NOTHING}));
    }
}
