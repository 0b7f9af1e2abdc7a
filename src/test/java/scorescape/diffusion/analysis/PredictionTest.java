package scorescape.diffusion.analysis;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

            assertClose(prediction.of(level, X, at), prediction.of(level, X, at.denoised()));
        }
    }

    /// On the straight line the probability flow is the velocity prediction itself.
    @Test
    void flowOfTheStraightScheduleIsTheVelocityPrediction() {
        NoiseSchedule schedule = new FlowSchedule();
        NoiseLevel level = schedule.at(0.4);
        PointEstimate at = DATA.noised(level).at(X);

        assertClose(Prediction.VELOCITY.of(level, X, at), Prediction.flow(schedule, 0.4, X, at.score()));
    }

    private static void assertClose(Vec2 expected, Vec2 actual) {
        assertEquals(expected.x(), actual.x(), ROUNDING);
        assertEquals(expected.y(), actual.y(), ROUNDING);
    }
}
