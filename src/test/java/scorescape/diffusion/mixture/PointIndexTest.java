package scorescape.diffusion.mixture;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.math.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PointIndexTest {

    /// Clouds in clumps, with empty cells between them, and places in and far outside them.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(double[] coordinates, double x, double y) {

        static Case random(RandomGenerator random) {
            double[] coordinates = new double[2 * random.nextInt(1, 400)];
            double width = Math.pow(10, random.nextDouble(-3, 1));
            for (int i = 0; i < coordinates.length; i += 2) {
                int clump = random.nextInt(3);
                coordinates[i] = clump + width * random.nextGaussian();
                coordinates[i + 1] = 2 * clump + random.nextGaussian();
            }
            double reach = Math.pow(10, random.nextDouble(-1, 3));
            return new Case(coordinates, reach * random.nextGaussian(), reach * random.nextGaussian());
        }

        double square(double px, double py) {
            return (x - px) * (x - px) + (y - py) * (y - py);
        }
    }

    static Stream<Named<Case>> cases() {
        return Cases.of(300, Case::random);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNearestPointIsTheNearestOfAll(Case c) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < c.coordinates().length; i += 2) {
            minX = Math.min(minX, c.coordinates()[i]);
            maxX = Math.max(maxX, c.coordinates()[i]);
            minY = Math.min(minY, c.coordinates()[i + 1]);
            maxY = Math.max(maxY, c.coordinates()[i + 1]);
            nearest = Math.min(nearest, c.square(c.coordinates()[i], c.coordinates()[i + 1]));
        }
        var index = new PointIndex(c.coordinates(), new Bounds(minX, minY, maxX, maxY));

        double[] found = index.nearest(c.x(), c.y());

        assertEquals(nearest, c.square(found[0], found[1]));
    }
}
