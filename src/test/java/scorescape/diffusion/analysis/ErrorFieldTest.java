package scorescape.diffusion.analysis;

import org.junit.jupiter.api.Test;
import scorescape.Cases;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ErrorFieldTest {

    /// The mean square over a window of many correlation lengths is 1 but for the few waves and places: ten percent.
    @Test
    void meanSquareIsOne() {
        var field = new ErrorField(1, 0.3, Cases.random(1));
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                Vec2 e = field.at(new Vec2(0.37 * i, 0.37 * j));
                sum += e.dot(e);
            }
        }

        assertEquals(1, sum / 10_000, 0.1);
    }

    @Test
    void fieldIsSmoothOverItsLength() {
        var field = new ErrorField(1, 2, Cases.random(2));
        Vec2 x = new Vec2(0.3, -0.4);

        assertTrue(field.at(x).distance(field.at(x.plus(new Vec2(0.02, 0)))) < 0.05);
        assertTrue(field.at(x).distance(field.at(x.plus(new Vec2(9, 7)))) > 0.05);
    }

    @Test
    void errorOfThePredictionIsThatOfTheScoreRearranged() {
        var field = new ErrorField(0.2, 1, Cases.random(3));
        NoiseLevel level = new NoiseLevel(0.8, 0.6);
        Vec2 x = new Vec2(1, 2);

        Vec2 rearranged = field.scoreError(level, x).times(level.sigma() * level.ratio());

        assertEquals(rearranged.x(), field.predictionError(level, x).x(), 1e-15);
    }

    @Test
    void impossibleFieldsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new ErrorField(-1, 1, Cases.random(1)));
        assertThrows(IllegalArgumentException.class, () -> new ErrorField(1, 0, Cases.random(1)));
    }
}
