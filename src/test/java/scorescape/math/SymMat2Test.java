package scorescape.math;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.Cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SymMat2Test {

    /// Room for some ten roundings.
    private static final double ROUNDING = 3e-15;

    static Stream<Named<SymMat2>> matrices() {
        return Cases.of(200, SymMat2Test::random);
    }

    private static SymMat2 random(RandomGenerator random) {
        return new SymMat2(random.nextDouble(-2, 2), random.nextDouble(-2, 2), random.nextDouble(-2, 2));
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void axisIsStretchedByTheLargerEigenvalueAndItsNormalByTheSmaller(SymMat2 m) {
        SymMat2.Eigen eigen = m.eigen();

        assertEquals(1, eigen.axis().norm(), ROUNDING);
        Vec2 along = m.times(eigen.axis()).minus(eigen.axis().times(eigen.larger()));
        Vec2 normal = eigen.axis().perpendicular();
        Vec2 across = m.times(normal).minus(normal.times(eigen.smaller()));
        assertEquals(0, along.norm(), 4 * ROUNDING);
        assertEquals(0, across.norm(), 4 * ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void sumAndProductOfTheEigenvaluesAreTraceAndDeterminant(SymMat2 m) {
        SymMat2.Eigen eigen = m.eigen();

        assertEquals(m.trace(), eigen.larger() + eigen.smaller(), 4 * ROUNDING);
        assertEquals(m.determinant(), eigen.larger() * eigen.smaller(), 4 * ROUNDING * Math.abs(m.determinant()));
    }

    /// The smaller eigenvalue of [[1, 1], [1, 1 + ε]] is ε/2 − ε²/8 + ε⁴/128 and terms from ε⁶ on.
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-10, 1e-12})
    void smallEigenvalueOfANeedleKeepsItsDigits(double wanted) {
        double yy = 1 + wanted;
        double e = yy - 1;
        double exact = e / 2 - e * e / 8 + e * e * e * e / 128;

        assertEquals(exact, new SymMat2(1, 1, yy).eigen().smaller(), ROUNDING * exact);
    }

    @Test
    void extremeNumbersNeitherOverflowNorVanish() {
        SymMat2.Eigen large = new SymMat2(4e300, 0, -1e300).eigen();
        SymMat2.Eigen small = new SymMat2(1e-300, 0, 4e-300).eigen();

        assertEquals(4e300, large.larger());
        assertEquals(-1e300, large.smaller());
        assertEquals(4e-300, small.larger());
        assertEquals(1e-300, small.smaller());
        assertEquals(1, small.axis().y(), ROUNDING);
    }

    @Test
    void multiplesOfTheIdentityHaveTheXAxisAsTheirFirst() {
        assertEquals(new SymMat2.Eigen(0, 0, new Vec2(1, 0)), SymMat2.ZERO.eigen());
        assertEquals(new SymMat2.Eigen(-3, -3, new Vec2(1, 0)), SymMat2.scalar(-3).eigen());
    }

    @Test
    void matrixThatIsNotFiniteIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> new SymMat2(Double.NaN, 0, 1).eigen());
    }
}
