package scorescape.diffusion.population;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescape.Cases;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Numerics;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AttributionTest {

    /// Bayes' rule for the classes, whose components overlap so that their sums decide.
    @Test
    void pointsBelongToTheLikeliestClassAndComponent() {
        RandomGenerator random = Cases.random(3);
        var data = new DataDistribution(IntStream.range(0, 12)
                .<Component>mapToObj(k -> new GaussianComponent(random.nextDouble(0.1, 1), k % 3,
                        new Vec2(random.nextDouble(-1, 1), random.nextDouble(-1, 1)),
                        SymMat2.scalar(random.nextDouble(0.1, 1))))
                .toList());
        double[] x = random.doubles(500, -3, 3).toArray();
        double[] y = random.doubles(500, -3, 3).toArray();

        Attribution found = Attribution.of(data, x, y);

        NoisedDistribution law = data.noised(NoiseLevel.CLEAN);
        for (int i = 0; i < x.length; i++) {
            Vec2 point = new Vec2(x[i], y[i]);
            assertEquals(Numerics.indexOfLargest(law.posteriors(point)), found.label(i), point::toString);
            assertEquals(Numerics.indexOfLargest(law.responsibilities(point)), found.mode(i), point::toString);
        }
    }
}
