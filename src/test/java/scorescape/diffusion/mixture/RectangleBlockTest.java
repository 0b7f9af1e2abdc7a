package scorescape.diffusion.mixture;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.Cases;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RectangleBlockTest {

    /// Some hundred roundings.
    private static final double TOLERANCE = 1e-13;

    /// From a segment, and a needle, over widths on both sides of what is narrow, to much wider than the noise; points well
    /// inside, at the edges and up to sixty deviations outside.
    @ParameterizedTest
    @CsvSource({"0.3, 0, 1, 0.1", "0.3, 1e-9, 1, 0.1", "0.0124, 0.0126, 1, 0.1", "0.1, 0.01, 0.8, 0.6",
        "2, 0.5, 1, 0.3",
        "3, 1, 1, 0.001", "1e-3, 0.7, 0.3, 0.9", "0.5, 0.5, 0, 1"})
    void logDensityAndScoreAreThoseOfSinglePoints(double along, double across, double alpha, double sigma) {
        NoisedRectangle rectangle = rectangle(along, across, alpha, sigma);
        double[] block = block(rectangle, alpha * along, alpha * across, sigma, 60);

        new RectangleBlock().evaluate(rectangle, -1.5, false, block);

        var expected = new LocalEstimate();
        for (int i = 0; i < BlockLoops.SIZE; i++) {
            rectangle.estimate(block[BlockLoops.X + i], block[BlockLoops.Y + i], expected);
            double score = Math.hypot(expected.scoreX, expected.scoreY) + 1 / sigma;
            assertEquals(expected.logDensity - 1.5, block[BlockLoops.LOG + i] * BlockLoops.UNIT,
                    TOLERANCE * (1 + Math.abs(expected.logDensity)));
            assertEquals(expected.scoreX, block[BlockLoops.VALUE_X + i], TOLERANCE * score);
            assertEquals(expected.scoreY, block[BlockLoops.VALUE_Y + i], TOLERANCE * score);
        }
    }

    /// Where the noise is larger than the data, and up to the distance from which on points go singly.
    @ParameterizedTest
    @CsvSource({"0.3, 0, 1, 2", "0.3, 1e-9, 1, 9", "0.1, 0.01, 0.1, 1", "0.5, 0.2, 1, 0.8", "0.3, 0.2, 1, 80",
        "0.5, 0.5, 0, 1"})
    void ratioToNoiseAndMeanAreThoseOfSinglePoints(double along, double across, double alpha, double sigma) {
        NoisedRectangle rectangle = rectangle(along, across, alpha, sigma);
        double[] block = block(rectangle, alpha * along, alpha * across, sigma, 16);

        new RectangleBlock().evaluate(rectangle, -1.5, true, block);

        var expected = new LocalEstimate();
        for (int i = 0; i < BlockLoops.SIZE; i++) {
            double x = block[BlockLoops.X + i];
            double y = block[BlockLoops.Y + i];
            rectangle.estimate(x, y, expected);
            double log = rectangle.logRatioToNoise(x, y);
            assertEquals(log - 1.5, block[BlockLoops.LOG + i] * BlockLoops.UNIT, TOLERANCE * (1 + Math.abs(log)));
            assertEquals(expected.meanX, block[BlockLoops.VALUE_X + i], 10 * TOLERANCE);
            assertEquals(expected.meanY, block[BlockLoops.VALUE_Y + i], 10 * TOLERANCE);
        }
    }

    private static NoisedRectangle rectangle(double along, double across, double alpha, double sigma) {
        return new NoisedRectangle(new Vec2(0.4, -0.2), new Vec2(along, across), 0.3, alpha, sigma);
    }

    /// The first point is the middle, others are spread over the rectangle and, more and more thinly, around it.
    private static double[] block(NoisedRectangle rectangle, double along, double across, double sigma, double reach) {
        RandomGenerator random = Cases.random(5);
        double[] block = BlockLoops.block();
        for (int i = 0; i < BlockLoops.SIZE; i++) {
            double far = reach * sigma * i * i / BlockLoops.SIZE / BlockLoops.SIZE;
            double u = (along + far) * (i == 0 ? 0 : random.nextDouble(-1, 1));
            double v = (across + far) * (i == 0 ? 0 : random.nextDouble(-1, 1));
            block[BlockLoops.X + i] = rectangle.centreX() + rectangle.cos() * u - rectangle.sin() * v;
            block[BlockLoops.Y + i] = rectangle.centreY() + rectangle.sin() * u + rectangle.cos() * v;
        }
        return block;
    }
}
