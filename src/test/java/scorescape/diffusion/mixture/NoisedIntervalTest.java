package scorescape.diffusion.mixture;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NoisedIntervalTest {

    /// What the table promises.
    private static final double TABLE = 1e-7;

    /// Intervals from points to very wide ones, at distances from the middle to far outside, where the table begins and ends
    /// among them.
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1e-9, 1, 0.3", "0.004, 1, 1", "0.02, 1, 1", "0.5, 0.8, 0.6", "1, 1, 1", "1.5, 1, 0.3",
        "2, 1, 0.1", "1, 1, 1e-3", "3, 0, 1"})
    void tableAgreesWithTheFormula(double half, double alpha, double sigma) {
        var interval = new NoisedInterval(half, alpha, sigma);
        for (double distance = -1; distance < 60; distance += 0.0613) {
            double u = alpha * half + distance * sigma;
            double expected = interval.logDensity(u);
            assertEquals(expected, interval.approximateLogDensity(u), TABLE * Math.max(1, Math.abs(expected)));
            assertEquals(expected, interval.approximateLogDensity(-u), TABLE * Math.max(1, Math.abs(expected)));
        }
        double deep = interval.logDensity(0.1 * alpha * half);
        assertEquals(deep, interval.approximateLogDensity(0.1 * alpha * half), TABLE * Math.max(1, Math.abs(deep)));
    }

    /// Where one formula takes over from another, both must say the same: a step would be a false edge.
    @ParameterizedTest
    @CsvSource({"0.5, 1, 0.3", "2, 1, 0.1", "0.01, 1, 1", "1, 1, 1.0000001", "1, 1, 0.9999999"})
    void logDensityAndEstimateAgree(double half, double alpha, double sigma) {
        var interval = new NoisedInterval(half, alpha, sigma);
        for (double u = -8; u < 8; u += 0.0371) {
            double expected = interval.estimate(u).logDensity();
            assertEquals(expected, interval.logDensity(u), 1e-14 * (1 + Math.abs(expected)));
        }
    }
}
