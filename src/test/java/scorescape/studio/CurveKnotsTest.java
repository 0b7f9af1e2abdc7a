package scorescape.studio;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CurveKnotsTest {

    private static final Vec2 LEFT = new Vec2(0, -5);
    private static final Vec2 MIDDLE = new Vec2(0.5, 0);
    private static final Vec2 RIGHT = new Vec2(1, 5);

    /// As a drawn schedule has them: it rises from noise to data, at times from 1 to 0.
    private static final CurveKnots RISING = new CurveKnots(List.of(LEFT, MIDDLE, RIGHT), 0.1, 1, true);

    /// As a curve of γ has them.
    private static final CurveKnots FREE = new CurveKnots(List.of(LEFT, MIDDLE, RIGHT), 0.1, 0, false);

    @Test
    void aKnotStaysBetweenItsNeighbours() {
        assertEquals(List.of(LEFT, new Vec2(0.9, 4), RIGHT), RISING.moved(1, new Vec2(3, 9)));
        assertEquals(List.of(LEFT, new Vec2(0.1, -4), RIGHT), RISING.moved(1, new Vec2(-3, -9)));
        assertEquals(List.of(LEFT, new Vec2(0.9, 9), RIGHT), FREE.moved(1, new Vec2(3, 9)));
    }

    @Test
    void fixedEndsMoveUpAndDownOnly() {
        assertEquals(List.of(new Vec2(0, -7), MIDDLE, RIGHT), RISING.moved(0, new Vec2(0.3, -7)));
        assertEquals(List.of(new Vec2(-2, -7), MIDDLE, RIGHT), FREE.moved(0, new Vec2(-2, -7)));
    }

    @Test
    void aNewKnotGoesWhereThereIsRoom() {
        Vec2 added = new Vec2(0.7, 2);

        assertEquals(List.of(LEFT, MIDDLE, added, RIGHT), RISING.plus(added));
        assertEquals(RISING.knots(), RISING.plus(new Vec2(0.55, 2)));
        assertEquals(RISING.knots(), RISING.plus(new Vec2(1.5, 9)));
        assertEquals(List.of(LEFT, MIDDLE, RIGHT, new Vec2(1.5, 9)), FREE.plus(new Vec2(1.5, 9)));
        assertEquals(List.of(LEFT, MIDDLE, new Vec2(0.7, 4), RIGHT), RISING.plus(new Vec2(0.7, 30)));
    }

    @Test
    void theFewestKnotsStay() {
        assertEquals(List.of(LEFT, RIGHT), RISING.without(1, 2));
        assertEquals(RISING.knots(), RISING.without(0, 2));
        assertEquals(RISING.knots(), RISING.without(1, 3));
        assertEquals(List.of(MIDDLE, RIGHT), FREE.without(0, 1));
    }
}
