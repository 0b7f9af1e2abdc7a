package scorescape.diffusion.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.Cases;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PointBatchTest {

    /// Of results against those of single points, relative to their scale: some hundred roundings.
    private static final double TOLERANCE = 1e-12;

    private static final DataDistribution MANY = many();

    /// Sizes below, at and beyond a block; noise from next to nothing to more than the data.
    @ParameterizedTest
    @CsvSource({"1, 1, 0.3", "47, 0.8, 0.6", "48, 0.8, 0.6", "256, 1, 0.001", "257, 1, 0.05", "700, 0.1, 0.99",
        "300, 1, 80", "300, 0, 1"})
    void batchAgreesWithSinglePoints(int size, double alpha, double sigma) {
        NoisedDistribution law = MANY.noised(new NoiseLevel(alpha, sigma));
        PointBatch batch = batch(size, 4 * alpha + 4 * sigma);

        law.evaluate(batch, 1);

        assertAgreesWithSinglePoints(law, batch);
    }

    /// From noise at which points are told apart to more than the data, with some places far from all points: the lattice of a
    /// large cloud is right to 2e-14 relative within four deviations, its scores to 1e-13, and elsewhere not used.
    @ParameterizedTest
    @CsvSource({"1, 0.003, 0", "1, 0.1, 0", "0.95, 0.31, 0.2", "0.8, 0.6, 0", "0.1, 0.99, 0.3", "1e-3, 1, 0", "0, 1, 0",
        "1, 80, 0"})
    void largeCloudsAgreeWithSinglePoints(double alpha, double sigma, double bandwidth) {
        RandomGenerator random = Cases.random(11);
        PointCloud cloud = PointCloud.of(1, 1, Stream.generate(() -> new Vec2(random.nextGaussian(),
                random.nextGaussian())).limit(5000).toList());
        var data = new DataDistribution(List.of(bandwidth == 0 ? cloud : new KernelEstimate(cloud, bandwidth),
                new GaussianComponent(1, 0, new Vec2(1, 1), SymMat2.scalar(0.2))));
        NoisedDistribution law = data.noised(new NoiseLevel(alpha, sigma));
        var batch = new PointBatch(600);
        for (int i = 0; i < batch.size(); i++) {
            double reach = i % 50 == 0 ? 8 : 1;
            batch.set(i, cloud.point(7 * i).times(alpha)
                    .plus(new Vec2(random.nextGaussian(), random.nextGaussian()).times(reach * sigma)));
        }

        law.evaluate(batch, 1);

        assertAgreesWithSinglePoints(law, batch);
    }

    /// So many that points are sorted by place and terms are left out, among little noise and much.
    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.1, 2, 100})
    void hundredsOfTermsAgreeWithSinglePoints(double sigma) {
        RandomGenerator random = Cases.random(13);
        var data = new DataDistribution(IntStream.range(0, 300).<Component>mapToObj(k -> new GaussianComponent(1, k % 2,
                new Vec2(random.nextDouble(-3, 3), random.nextDouble(-3, 3)),
                SymMat2.rotated(random.nextDouble(0.001, 0.01), random.nextDouble(0.001, 0.01), k))).toList());
        NoisedDistribution law = data.noised(new NoiseLevel(1, sigma));
        PointBatch batch = batch(700, 3 + sigma);

        law.evaluate(batch, 1);
        law.evaluate(batch);

        assertAgreesWithSinglePoints(law, batch);
    }

    @Test
    void withoutAClassTheWholeLawIsTheSame() {
        NoisedDistribution law = MANY.noised(new NoiseLevel(0.8, 0.6));
        PointBatch one = batch(500, 4);
        PointBatch other = batch(500, 4);

        law.evaluate(one);
        law.evaluate(other, 0);

        assertArrayEquals(other.logDensity(), one.logDensity(), 20 * TOLERANCE);
        assertArrayEquals(other.denoisedX(), one.denoisedX(), 10 * TOLERANCE);
    }

    /// Enough points for several threads: each result must depend on its own point alone.
    @Test
    void placeInTheBatchDoesNotMatter() {
        NoisedDistribution law = MANY.noised(new NoiseLevel(0.8, 0.6));
        PointBatch batch = batch(20_000, 4);
        PointBatch reversed = new PointBatch(20_000);
        IntStream.range(0, 20_000).forEach(i -> reversed.set(i, batch.point(19_999 - i)));

        law.evaluate(batch, 1);
        law.evaluate(reversed, 1);

        for (int i = 0; i < 20_000; i++) {
            assertEquals(batch.logDensity()[i], reversed.logDensity()[19_999 - i]);
            assertEquals(batch.classScoreX()[i], reversed.classScoreX()[19_999 - i]);
        }
    }

    @Test
    void aPointOutOfReachOfTheLoopsIsRightToo() {
        NoisedDistribution law = MANY.noised(new NoiseLevel(1, 1e-3));
        PointBatch batch = batch(300, 1);
        batch.set(17, new Vec2(1e12, -1e13));

        law.evaluate(batch, 1);

        assertEquals(law.at(batch.point(17)).logDensity(), batch.logDensity()[17]);
        assertEquals(law.given(1).at(batch.point(17)).score().y(), batch.classScoreY()[17]);
        assertEquals(law.at(batch.point(16)).score().y(), batch.scoreY()[16], 1e3 * TOLERANCE);
    }

    @Test
    void aPointThatIsNotFiniteIsRejected() {
        NoisedDistribution law = MANY.noised(new NoiseLevel(1, 1));
        PointBatch batch = batch(300, 1);
        batch.x()[299] = Double.NaN;

        assertThrows(IllegalArgumentException.class, () -> law.evaluate(batch));
    }

    /// The polynomial errs by 3e-16, and the exponent to the base 2 has a rounding error of its own.
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.3, 0.34657, 0.34658, 1, 7.7, 9, 20, 36, 79.9, 400, 693, 694, 1e4, 1e12})
    void exponentialOfTheLoopsIsThatOfTheLibrary(double exponent) {
        double[] block = BlockLoops.shortBlock();
        Arrays.fill(block, BlockLoops.LOG, BlockLoops.LOG + BlockLoops.SIZE, -exponent / BlockLoops.UNIT);

        BlockLoops.exponential(block);

        double expected = exponent > 694 ? 0 : Math.exp(-exponent);
        assertEquals(expected, block[BlockLoops.POWER], (6e-16 + 3e-16 * exponent) * expected + 1e-300);
        assertEquals(block[BlockLoops.POWER], block[BlockLoops.POWER + BlockLoops.SIZE - 1]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.0000001, 1.4142, 1.99999, 2, 3, 1e-30, 7.5, 511.9, 1e5, 1e300})
    void logarithmOfTheLoopsIsThatOfTheLibrary(double value) {
        double[] block = BlockLoops.block();
        BlockLoops.clear(-46, block);
        Arrays.fill(block, BlockLoops.SUM, BlockLoops.SUM + BlockLoops.SIZE, value);

        BlockLoops.logarithm(3, block);

        double expected = Math.log(value) + 3 - 46 * BlockLoops.UNIT;
        assertEquals(expected, block[BlockLoops.LOG], 4e-16 * (32 + Math.abs(expected)));
        assertEquals(block[BlockLoops.LOG], block[BlockLoops.LOG + BlockLoops.SIZE - 1]);
    }

    /// The law of all classes, and that of class 1.
    private static void assertAgreesWithSinglePoints(NoisedDistribution law, PointBatch batch) {
        double sigma = law.level().sigma();
        NoisedDistribution given = law.given(1);
        for (int i = 0; i < batch.size(); i++) {
            assertSame(law.at(batch.point(i)), sigma, batch.logDensity()[i], batch.scoreX()[i], batch.scoreY()[i],
                    batch.denoisedX()[i], batch.denoisedY()[i]);
            assertSame(given.at(batch.point(i)), sigma, batch.classLogDensity()[i], batch.classScoreX()[i],
                    batch.classScoreY()[i], batch.classDenoisedX()[i], batch.classDenoisedY()[i]);
        }
    }

    private static void assertSame(PointEstimate expected, double sigma, double logDensity, double scoreX,
            double scoreY, double denoisedX, double denoisedY) {
        double score = expected.score().norm() + 1 / sigma;
        assertEquals(expected.logDensity(), logDensity, TOLERANCE * (1 + Math.abs(expected.logDensity())));
        assertEquals(expected.score().x(), scoreX, TOLERANCE * score * (1 + score));
        assertEquals(expected.score().y(), scoreY, TOLERANCE * score * (1 + score));
        assertEquals(expected.denoised().x(), denoisedX, 10 * TOLERANCE);
        assertEquals(expected.denoised().y(), denoisedY, 10 * TOLERANCE);
    }

    private static PointBatch batch(int size, double reach) {
        RandomGenerator random = Cases.random(7);
        var batch = new PointBatch(size);
        for (int i = 0; i < size; i++) {
            batch.set(i, new Vec2(random.nextDouble(-reach, reach), random.nextDouble(-reach, reach)));
        }
        return batch;
    }

    /// 41 Gaussians, more than are taken at a time, a rectangle, a point and a cloud in three classes.
    private static DataDistribution many() {
        RandomGenerator random = Cases.random(3);
        var components = IntStream.range(0, 41).<Component>mapToObj(k -> new GaussianComponent(1 + k % 5, k % 3,
                new Vec2(random.nextDouble(-3, 3), random.nextDouble(-3, 3)),
                SymMat2.rotated(random.nextDouble(0.01, 1), random.nextDouble(0.01, 1), k)));
        var others = List.<Component>of(
                new RectangleComponent(3, 1, new Vec2(1, 0), new Vec2(0.5, 0.1), 0.4),
                new PointComponent(1, 1, new Vec2(-1, -1)),
                PointCloud.of(2, 0, List.of(new Vec2(0, 2), new Vec2(0.1, 2), new Vec2(3, 3))));
        return new DataDistribution(Stream.concat(components, others.stream()).toList());
    }
}
