package scorescape.diffusion.sampler;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SeededNoiseTest {

    private static final int COUNT = 200_000;

    private static final NoiseSource NOISE = new SeededNoise(11);

    /// Counts that are no multiple of the loops' size; negative draws are those of inner moves.
    @ParameterizedTest
    @CsvSource({"0, 1000, 0, 0", "77, 256, 3, -2", "5, 1, -1, 0", "2147000000, 700, 4999, 5"})
    void fillingGivesTheDrawsOneByOne(int first, int count, int step, int draw) {
        double[] x = new double[count];
        double[] y = new double[count];

        NOISE.fill(first, count, step, draw, x, y);

        for (int i = 0; i < count; i++) {
            Vec2 expected = NOISE.at(first + i, step, draw);
            assertEquals(0, expected.distance(new Vec2(x[i], y[i])), 1e-12);
        }
    }

    /// Standard errors of the moments of `n` normals: √(1/n), √(2/n), √(15/n), √(96/n); four of them are allowed.
    @Test
    void theDrawsAreStandardNormal() {
        double[] x = new double[COUNT];
        double[] y = new double[COUNT];

        NOISE.fill(0, COUNT, 3, 0, x, y);

        for (double[] values : new double[][]{x, y}) {
            assertEquals(0, moment(values, 1), 4 * Math.sqrt(1.0 / COUNT));
            assertEquals(1, moment(values, 2), 4 * Math.sqrt(2.0 / COUNT));
            assertEquals(0, moment(values, 3), 4 * Math.sqrt(15.0 / COUNT));
            assertEquals(3, moment(values, 4), 4 * Math.sqrt(96.0 / COUNT));
        }
        double[] product = IntStream.range(0, COUNT).mapToDouble(i -> x[i] * y[i]).toArray();
        assertEquals(0, moment(product, 1), 4 * Math.sqrt(1.0 / COUNT));
    }

    @Test
    void stepsParticlesDrawsAndSeedsAreIndependent() {
        double[][] all = new double[4][COUNT];
        double[] other = new double[COUNT];
        NOISE.fill(0, COUNT, 3, 0, all[0], other);
        NOISE.fill(0, COUNT, 4, 0, all[1], other);
        NOISE.fill(0, COUNT, 3, 1, all[2], other);
        new SeededNoise(12).fill(0, COUNT, 3, 0, all[3], other);

        for (int i = 1; i < all.length; i++) {
            double[] a = all[0];
            double[] b = all[i];
            double correlation = IntStream.range(0, COUNT).mapToDouble(k -> a[k] * b[k]).sum() / COUNT;
            assertEquals(0, correlation, 4 * Math.sqrt(1.0 / COUNT));
        }
        double lag = IntStream.range(1, COUNT).mapToDouble(k -> all[0][k] * all[0][k - 1]).sum() / COUNT;
        assertEquals(0, lag, 4 * Math.sqrt(1.0 / COUNT));
    }

    @Test
    void theSameSeedGivesTheSameNoise() {
        assertEquals(new SeededNoise(5).at(1, 2, 3), new SeededNoise(5).at(1, 2, 3));
        assertNotEquals(new SeededNoise(5).at(1, 2, 3), new SeededNoise(6).at(1, 2, 3));
        assertTrue(new SeededNoise(5).at(1, 2, 3).isFinite());
    }

    private static double moment(double[] values, int order) {
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value, order);
        }
        return sum / values.length;
    }
}
