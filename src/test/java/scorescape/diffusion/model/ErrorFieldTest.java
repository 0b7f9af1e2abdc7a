package scorescape.diffusion.model;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.model.ErrorField.Waves;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ErrorFieldTest {

    private static Waves waves(double length, long seed) {
        return new ErrorField(1, length, seed).waves(OptionalInt.empty());
    }

    /// The mean square over a window of many correlation lengths is 1 but for the few waves and places: ten percent.
    @Test
    void meanSquareIsOne() {
        Waves field = waves(0.3, 1);
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
        Waves field = waves(2, 2);
        Vec2 x = new Vec2(0.3, -0.4);

        assertTrue(field.at(x).distance(field.at(x.plus(new Vec2(0.02, 0)))) < 0.05);
        assertTrue(field.at(x).distance(field.at(x.plus(new Vec2(9, 7)))) > 0.05);
    }

    @Test
    void classesHaveFieldsOfTheirOwn() {
        var field = new ErrorField(1, 1, 3);
        Vec2 x = new Vec2(0.3, -0.4);

        Vec2 ofAll = field.waves(OptionalInt.empty()).at(x);
        Vec2 ofZero = field.waves(OptionalInt.of(0)).at(x);
        assertTrue(ofAll.distance(ofZero) > 0.01);
        assertTrue(ofZero.distance(field.waves(OptionalInt.of(1)).at(x)) > 0.01);
        assertEquals(ofZero, new ErrorField(1, 1, 3).waves(OptionalInt.of(0)).at(x));
    }

    /// Cosines by a series, doubled twice, err by some ten roundings; so do angles of a hundred turns, by a hundred.
    @Test
    void sumsForManyPlacesAreThoseForOne() {
        Waves field = waves(0.5, 4);
        int count = 300;
        double[] x = new double[count];
        double[] y = new double[count];
        double[][] out = new double[4][count];
        for (int i = 0; i < count; i++) {
            x[i] = 0.3 * i - 20;
            y[i] = 10 - 0.17 * i;
        }

        field.add(count, 2, x, y, 3, 0.1, out[0], out[1], out[2], out[3]);

        for (int i = 0; i < count; i++) {
            Vec2 e = field.at(new Vec2(2 * x[i], 2 * y[i])).times(3);
            assertEquals(e.x(), out[0][i], 1e-12);
            assertEquals(e.y(), out[1][i], 1e-12);
            assertEquals(0.1 * e.x(), out[2][i], 1e-13);
            assertEquals(0.1 * e.y(), out[3][i], 1e-13);
        }
    }

    @Test
    void fieldsAreEqualIfTheirParametersAre() {
        assertEquals(new ErrorField(0.1, 2, 5), new ErrorField(0.1, 2, 5));
        assertEquals(new ErrorField(0.1, 2, 5).hashCode(), new ErrorField(0.1, 2, 5).hashCode());
        assertNotEquals(new ErrorField(0.1, 2, 5), new ErrorField(0.1, 2, 6));
        assertNotEquals(new ErrorField(0.1, 2, 5), new ErrorField(0.1, 3, 5));
        assertNotEquals(new ErrorField(0.1, 2, 5), new ErrorField(0.2, 2, 5));
    }

    @Test
    void impossibleFieldsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new ErrorField(-1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ErrorField(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new ErrorField(1, Double.NaN, 1));
    }
}
