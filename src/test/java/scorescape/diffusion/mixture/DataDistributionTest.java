package scorescape.diffusion.mixture;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import scorescape.Cases;
import scorescape.diffusion.mixture.DataDistribution.LabelledPoint;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataDistributionTest {

    private static final DataDistribution DATA = new DataDistribution(
            List.of(new GaussianComponent(2, 3, new Vec2(1, -1), new SymMat2(1, 0.6, 0.5)),
                    new RectangleComponent(1, -1, new Vec2(-2, 0), new Vec2(1, 0.25), 0.5),
                    new PointComponent(0.5, 3, new Vec2(0, 4)),
                    PointCloud.of(0.5, 0, List.of(new Vec2(0, 0), new Vec2(2, 2)))));

    /// The posterior of `x₀` on pure noise is the data itself, so its moments are those that samples must have. With 40,000
    /// samples and a variance below 4, five standard errors are 0.05 in the mean.
    @Test
    void samplesHaveTheMomentsOfTheData() {
        List<LabelledPoint> samples = DATA.sample(40_000, Cases.random(1));
        PointEstimate prior = DATA.noised(new NoiseLevel(0, 1)).at(Vec2.ZERO);

        double x = mean(samples, s -> s.at().x());
        double y = mean(samples, s -> s.at().y());
        assertEquals(prior.denoised().x(), x, 0.05);
        assertEquals(prior.denoised().y(), y, 0.05);
        assertEquals(prior.covariance().xx(), mean(samples, s -> s.at().x() * s.at().x()) - x * x, 0.15);
        assertEquals(prior.covariance().xy(), mean(samples, s -> s.at().x() * s.at().y()) - x * y, 0.15);
        assertEquals(prior.covariance().yy(), mean(samples, s -> s.at().y() * s.at().y()) - y * y, 0.25);
    }

    /// A share of 1/2 has the standard error 0.0025 in 40,000 samples.
    @Test
    void samplesHaveTheLabelsInTheirShares() {
        List<LabelledPoint> samples = DATA.sample(40_000, Cases.random(2));

        for (int label : DATA.labels()) {
            assertEquals(DATA.prior(label), mean(samples, s -> s.label() == label ? 1 : 0), 0.0125);
        }
    }

    @Test
    void samplesOfARectangleStayInside() {
        var rectangle = new RectangleComponent(1, 0, new Vec2(5, 5), new Vec2(2, 0.1), Math.PI / 4);
        var data = new DataDistribution(List.of(rectangle));
        Vec2 across = Vec2.ofAngle(Math.PI / 4).perpendicular();

        assertTrue(data.sample(1000, Cases.random(3)).stream()
                .allMatch(s -> Math.abs(across.dot(s.at().minus(rectangle.centre()))) <= 0.1 + 1e-12
                        && s.at().distance(rectangle.centre()) <= Math.hypot(2, 0.1) + 1e-12));
    }

    @Test
    void sameSeedGivesTheSameSamples() {
        assertEquals(DATA.sample(50, Cases.random(4)), DATA.sample(50, Cases.random(4)));
    }

    @Test
    void labelsAreInRisingOrderAndTheirPriorsSumToOne() {
        assertEquals(List.of(-1, 0, 3), DATA.labels());
        assertEquals(1, DATA.labels().stream().mapToDouble(DATA::prior).sum(), 1e-15);
        assertEquals(2.5 / 4, DATA.prior(3));
        assertEquals(0, DATA.prior(17));
    }

    @Test
    void aNeedleThinnerThanCanBeFactoredIsRejected() {
        var covariance = new SymMat2(1, 0, 1e-15);

        var thrown = assertThrows(IllegalArgumentException.class,
                () -> new GaussianComponent(1, 0, Vec2.ZERO, covariance));

        assertEquals("covariance must not be thinner than 1 : 10,000,000: " + covariance, thrown.getMessage());
    }

    private static double mean(List<LabelledPoint> samples, ToDoubleFunction<LabelledPoint> value) {
        return samples.stream().mapToDouble(value).average().orElseThrow();
    }
}
