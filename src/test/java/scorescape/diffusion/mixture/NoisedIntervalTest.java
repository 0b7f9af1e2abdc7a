package scorescape.diffusion.mixture;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NoisedIntervalTest {

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
