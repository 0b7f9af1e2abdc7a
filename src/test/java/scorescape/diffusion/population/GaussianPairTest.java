package scorescape.diffusion.population;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.sampler.ProbabilityFlow;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GaussianPairTest {

    /// An Ornstein–Uhlenbeck process after the time 10.
    private static final NoiseLevel END = new NoiseLevel(Math.exp(-10), Math.sqrt(-Math.expm1(-20)));

    static final DataDistribution PAIR = new DataDistribution(
            List.of(new GaussianComponent(1, 0, new Vec2(-1, 0), SymMat2.scalar(1)),
                    new GaussianComponent(1, 1, new Vec2(1, 0), SymMat2.scalar(1))));

    private static final GaussianPair KNOWN = GaussianPair.of(PAIR, 1).orElseThrow();

    /// Solved in the time of the process by the method of Runge and Kutta in 4,000 steps, in NumPy; printed to six decimals.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # w,      −2,       −1,        0,        1,        2
            0, -1.000045, -0.000045,  0.999955, 1.999955, 2.999955
            1,   .229538,  .860397, 1.563761, 2.374675, 3.264694
            3,  1.354678, 1.759728, 2.284715, 2.942451, 3.711422
            7,  2.427659, 2.764970, 3.205186, 3.758542, 4.417713
            15, 3.687980, 4.011546, 4.414174, 4.902680, 5.476308
            """)
    void endsMatchTheEquationOfThePaper(double w, double a, double b, double c, double d, double e) {
        double[] expected = {a, b, c, d, e};

        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], KNOWN.end(END, i - 2, w + 1), 1e-6);
        }
    }

    /// Means and deviations of 200,000 starts, in NumPy; their standard errors are below 0.0023 and 0.0016.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # w, mean, deviation
            0,   .997,  .999
            1,  1.610,  .761
            3,  2.347,  .595
            7,  3.259,  .502
            15, 4.455,  .450
            """)
    void lawHasTheMomentsOfManyRuns(double w, double mean, double deviation) {
        GaussianPair.Law law = KNOWN.law(END, 1, w + 1);

        assertEquals(mean, law.mean(), 4 * .0023 + .0005);
        assertEquals(deviation, law.deviation(), 4 * .0016 + .0005);
    }

    @Test
    void densityOfTheLawIntegratesToOne() {
        GaussianPair.Law law = KNOWN.law(END, 1, 4);

        double sum = IntStream.range(1, law.size())
                .mapToDouble(i -> 0.5 * (law.density(i) + law.density(i - 1)) * (law.position(i) - law.position(i - 1)))
                .sum();

        assertEquals(1, sum, 1e-3);
    }

    /// Any mean, eigenvector, prior and schedule: the general solver knows nothing of the formula.
    @Test
    void endsAreThoseOfTheProbabilityFlowForAnyPair() {
        SymMat2 covariance = SymMat2.rotated(0.3, 0.8, 0.5);
        Vec2 along = Vec2.ofAngle(0.5);
        Vec2 centre = new Vec2(0.4, -1);
        DataDistribution data = new DataDistribution(
                List.of(new GaussianComponent(3, 5, centre.plus(along.times(0.9)), covariance),
                        new GaussianComponent(1, 2, centre.minus(along.times(0.9)), covariance)));
        GaussianPair pair = GaussianPair.of(data, 5).orElseThrow();
        var flow = new ProbabilityFlow(data, new ClassifierFreeGuidance(5, 3.5));

        for (NoiseLevel level : List.of(new NoiseLevel(1, 20), new NoiseLevel(0.3, 0.7))) {
            Vec2 start = new Vec2(0.2, -0.6).times(level.sigma());
            double expected = along.dot(flow.path(level, start, NoiseLevel.CLEAN).at(NoiseLevel.CLEAN));
            assertEquals(expected, pair.end(level, along.dot(start), 3.5), 1e-8);
        }
    }

    @Test
    void otherDataAreNoPair() {
        var own = new GaussianComponent(1, 1, new Vec2(1, 1), SymMat2.rotated(1, 2, 0));

        assertTrue(GaussianPair.of(PAIR, 1).isPresent());
        assertFalse(GaussianPair.of(PAIR, 7).isPresent());
        assertFalse(GaussianPair.of(new DataDistribution(List.of(own, new PointComponent(1, 0, Vec2.ZERO))), 1)
                .isPresent());
        assertFalse(GaussianPair.of(new DataDistribution(
                List.of(own, new GaussianComponent(1, 0, Vec2.ZERO, own.covariance()))), 1).isPresent());
    }
}
