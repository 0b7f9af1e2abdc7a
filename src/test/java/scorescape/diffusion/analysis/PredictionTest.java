package scorescape.diffusion.analysis;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.VariancePreservingSchedule;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PredictionTest {

    private static final double ROUNDING = 1e-12;

    private static final DataDistribution DATA = new DataDistribution(
            List.of(new GaussianComponent(1, 0, new Vec2(-1, 0.5), new SymMat2(0.5, 0.1, 0.3)),
                    new GaussianComponent(2, 1, new Vec2(1, -0.5), SymMat2.scalar(0.2))));
    private static final Vec2 X = new Vec2(0.3, 0.8);

    @ParameterizedTest
    @EnumSource
    void everyPredictionSaysTheSameOfTheData(Prediction prediction) {
        for (NoiseLevel level : List.of(new NoiseLevel(0.8, 0.6), new NoiseLevel(1, 3), new NoiseLevel(0.3, 0.7))) {
            PointEstimate at = DATA.noised(level).at(X);

            Vec2 value = prediction.of(level, X, at.denoised());

            assertClose(value, prediction.of(level, X, at));
            assertClose(at.denoised(), prediction.denoised(level, X, value));
        }
    }

    @Test
    void pureNoiseHidesTheDataFromANoisePrediction() {
        NoiseLevel noise = new NoiseLevel(0, 1);

        assertThrows(IllegalArgumentException.class, () -> Prediction.NOISE.denoised(noise, X, X));
        assertClose(new Vec2(1, 2), Prediction.V.denoised(noise, X, new Vec2(-1, -2)));
    }

    /// On the straight line the probability flow is the velocity prediction itself.
    @Test
    void flowOfTheStraightScheduleIsTheVelocityPrediction() {
        NoiseSchedule schedule = new FlowSchedule();
        NoiseLevel level = schedule.at(0.4);
        PointEstimate at = DATA.noised(level).at(X);

        assertClose(Prediction.VELOCITY.of(level, X, at), Prediction.flow(schedule, 0.4, X, at.score()));
    }

    /// Central differences of the flow, with the error h² of about 1e-10.
    @Test
    void divergenceIsThatOfTheFlow() {
        NoiseSchedule schedule = VariancePreservingSchedule.STANDARD;
        double t = 0.3;
        double h = 1e-5;
        NoisedDistribution law = DATA.noised(schedule.at(t));

        double dx = flow(schedule, t, law, new Vec2(h, 0)).x() - flow(schedule, t, law, new Vec2(-h, 0)).x();
        double dy = flow(schedule, t, law, new Vec2(0, h)).y() - flow(schedule, t, law, new Vec2(0, -h)).y();

        assertEquals((dx + dy) / (2 * h), Prediction.flowDivergence(schedule, t, law.hessian(X)), 1e-7);
    }

    private static Vec2 flow(NoiseSchedule schedule, double t, NoisedDistribution law, Vec2 offset) {
        Vec2 x = X.plus(offset);
        return Prediction.flow(schedule, t, x, law.at(x).score());
    }

    private static void assertClose(Vec2 expected, Vec2 actual) {
        assertEquals(expected.x(), actual.x(), ROUNDING);
        assertEquals(expected.y(), actual.y(), ROUNDING);
    }
}
