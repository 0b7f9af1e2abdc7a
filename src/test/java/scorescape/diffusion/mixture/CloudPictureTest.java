package scorescape.diffusion.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.Cases;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Pictures of large clouds against the sum over the points near each cell.
class CloudPictureTest {

    /// Bounds of the deposit's error, by how far the nearest point is, in standard deviations; derived in [DepositedPoints].
    private static final double NEAR = 5e-7;
    private static final double FAR = 5e-4;

    private static final int COLUMNS = 61;
    private static final int ROWS = 47;

    private static PointCloud cloud(int count) {
        RandomGenerator random = Cases.random(count);
        List<Vec2> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double angle = random.nextDouble(9);
            points.add(Vec2.ofAngle(angle).times(0.2 * angle)
                    .plus(new Vec2(0.1 * random.nextGaussian(), 0.1 * random.nextGaussian())));
        }
        return PointCloud.of(1, 0, points);
    }

    /// From points told apart to noise larger than the data, and pure noise; by both ways, since the grid has cells from
    /// hundreds of deviations to a tenth of one.
    @ParameterizedTest
    @CsvSource({"1, 1e-3", "1, 0.01", "1, 0.05", "0.95, 0.31", "0.8, 0.6", "0.3, 0.95", "0.01, 1", "0, 1", "1, 40"})
    void everyCellIsRightWithinItsBound(double alpha, double sigma) {
        PointCloud cloud = cloud(3000);
        NoisedDistribution law = new DataDistribution(List.of(cloud)).noised(new NoiseLevel(alpha, sigma));
        double width = 6 * alpha + 6 * sigma;
        double step = width / COLUMNS;
        double[] grid = new double[COLUMNS * ROWS];

        law.logDensityGrid(new CellGrid(-0.5 * width, 0.5 * width, step, -step, COLUMNS, ROWS), grid);

        for (int i = 0; i < grid.length; i++) {
            Vec2 x = new Vec2(-0.5 * width + i % COLUMNS * step, 0.5 * width - Math.floorDiv(i, COLUMNS) * step);
            double exact = law.logDensity(x);
            double bound = nearest(cloud, alpha, x) < 3 * sigma ? NEAR : FAR;
            assertEquals(exact, grid[i], bound + 1e-12 * Math.abs(exact));
        }
    }

    @Test
    void kernelEstimatesAndOtherShapesArePaintedTogether() {
        var data = new DataDistribution(List.of(new KernelEstimate(cloud(1000), 0.1), cloud(400).withWeight(3),
                new RectangleComponent(1, 0, new Vec2(1, 1), new Vec2(0.3, 0.2), 0.4),
                new PointComponent(0.5, 0, new Vec2(-2, -1))));
        NoisedDistribution law = data.noised(new NoiseLevel(0.9, 0.2));
        double[] grid = new double[300 * 2];

        law.logDensityGrid(new CellGrid(-3, 0.5, 0.02, -0.3, 300, 2), grid);

        for (int i = 0; i < grid.length; i++) {
            Vec2 x = new Vec2(-3 + i % 300 * 0.02, 0.5 - Math.floorDiv(i, 300) * 0.3);
            assertEquals(law.logDensity(x), grid[i], FAR);
        }
    }

    private static double nearest(PointCloud cloud, double alpha, Vec2 x) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < cloud.size(); i++) {
            nearest = Math.min(nearest, x.distance(cloud.point(i).times(alpha)));
        }
        return nearest;
    }
}
