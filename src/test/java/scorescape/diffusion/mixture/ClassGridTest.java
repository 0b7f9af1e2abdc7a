package scorescape.diffusion.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ClassGridTest {

    /// Of the logarithm: room for some hundred roundings.
    private static final double ROUNDING = 1e-13;

    private static final int COLUMNS = 37;
    private static final int ROWS = 23;

    /// Three classes, of a needle, a box with a cloud, and a single point of next to no weight.
    private static final DataDistribution DATA = new DataDistribution(List.of(
            new GaussianComponent(1, 4, new Vec2(-1, 0.5), new SymMat2(1, 0.999, 1)),
            new RectangleComponent(2, 1, new Vec2(1, 0), new Vec2(0.5, 0.2), 0.3),
            PointCloud.of(1, 1, List.of(new Vec2(0, -1), new Vec2(0.2, -1.1), new Vec2(2, 2))),
            new PointComponent(1e-12, 9, new Vec2(0, 1.5))));

    private static Vec2 centre(int cell) {
        return new Vec2(-3 + cell % COLUMNS * 0.17, 2.5 - Math.floorDiv(cell, COLUMNS) * 0.21);
    }

    private static ClassGrid grid(NoisedDistribution law) {
        return ClassGrid.of(law, new CellGrid(-3, 2.5, 0.17, -0.21, COLUMNS, ROWS));
    }

    /// From noise that leaves the classes apart to noise larger than the data, and where a cell is 1e6 deviations away.
    @ParameterizedTest
    @CsvSource({"1, 1e-6", "1, 0.02", "0.8, 0.6", "0.1, 0.99", "0, 1"})
    void everyCellAgreesWithTheLawAtItsCentre(double alpha, double sigma) {
        NoisedDistribution law = DATA.noised(new NoiseLevel(alpha, sigma));
        ClassGrid grid = grid(law);
        double[] posteriors = new double[COLUMNS * ROWS];
        grid.posteriors(1, posteriors);

        for (int cell = 0; cell < grid.size(); cell++) {
            Vec2 x = centre(cell);
            double scale = ROUNDING * (1 + Math.abs(law.logDensity(x)));
            assertEquals(law.logDensity(x), grid.logDensity(cell), scale);
            for (int label : law.labels()) {
                double joint = Math.log(DATA.prior(label)) + law.given(label).logDensity(x);
                double ownScale = scale + ROUNDING * (1 + Math.abs(joint));
                assertEquals(joint, grid.logJoint(label, cell), ownScale);
                assertEquals(law.logPosterior(label, x), grid.logPosterior(label, cell), ownScale);
            }
            assertEquals(Math.exp(law.logPosterior(1, x)), posteriors[cell], 2 * scale);
        }
    }

    @Test
    void posteriorsOfAllClassesSumToOne() {
        ClassGrid grid = grid(DATA.noised(new NoiseLevel(0.9, 0.4)));
        double[] sums = new double[grid.size()];
        double[] own = new double[grid.size()];
        for (int label : grid.labels()) {
            grid.posteriors(label, own);
            IntStream.range(0, sums.length).forEach(i -> sums[i] += own[i]);
        }

        // Each of three exponentials has 64 roundings, and logs near 100 have 1e-14.
        Arrays.stream(sums).forEach(sum -> assertEquals(1, sum, 1e-13));
    }

    /// γ = 0 leaves the law, γ = 1 gives the class, up to a constant; between and beyond the logs are on a line.
    @ParameterizedTest
    @CsvSource({"0", "1", "3.5", "-2"})
    void tiltedLawIsTheLawTimesAPowerOfThePosterior(double gamma) {
        NoisedDistribution law = DATA.noised(new NoiseLevel(0.8, 0.6));
        ClassGrid grid = grid(law);
        double[] tilted = new double[grid.size()];

        grid.logTilted(4, gamma, tilted);

        double constant = tilted[0] - law.logDensity(centre(0)) - gamma * law.logPosterior(4, centre(0));
        for (int cell = 0; cell < tilted.length; cell++) {
            Vec2 x = centre(cell);
            double expected = constant + law.logDensity(x) + gamma * law.logPosterior(4, x);
            assertEquals(expected, tilted[cell], ROUNDING * (1 + Math.abs(gamma)) * (10 + Math.abs(expected)));
        }
        assertEquals(0, Arrays.stream(tilted).max().orElseThrow());
        double sum = Arrays.stream(tilted).map(Math::exp).sum();
        assertEquals(Math.log(sum), grid.logSum(tilted), 1e-13 * Math.abs(Math.log(sum)));
    }

    @Test
    void aGridOutOfReachOfTheLoopsIsRightToo() {
        NoisedDistribution law = DATA.noised(new NoiseLevel(1, 1e-3));
        ClassGrid grid = ClassGrid.of(law, new CellGrid(1e12, 1e12, 1, 1, 2, 1));

        assertEquals(law.logDensity(new Vec2(1e12 + 1, 1e12)), grid.logDensity(1));
        assertEquals(law.logPosterior(1, new Vec2(1e12 + 1, 1e12)), grid.logPosterior(1, 1), 1e13);
    }

    @Test
    void impossibleRequestsAreRejected() {
        NoisedDistribution law = DATA.noised(new NoiseLevel(0.8, 0.6));
        ClassGrid grid = grid(law);

        assertThrows(IllegalArgumentException.class, () -> new CellGrid(0, 0, 1, 1, 0, 5));
        assertThrows(IllegalArgumentException.class, () -> grid.logJoint(7, 0));
        assertThrows(IllegalArgumentException.class, () -> grid.logTilted(4, Double.NaN, new double[grid.size()]));
    }
}
