package scorescape.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BoundsTest {

    private static final Bounds BOX = new Bounds(0, 0, 2, 1);

    @ParameterizedTest
    @CsvSource({"1, 0.5, 3, 3, true", "-1, -1, 3, 3, true", "0.5, 0.2, 1, 0.8, true", "2, 0, 3, 1, false",
        "0, 1, 2, 2, false", "3, 0, 4, 1, false", "0, -2, 2, -1, false"})
    void boxesOverlapIfTheyShareMoreThanEdges(double minX, double minY, double maxX, double maxY, boolean expected) {
        var other = new Bounds(minX, minY, maxX, maxY);

        assertEquals(expected, BOX.overlaps(other));
        assertEquals(expected, other.overlaps(BOX));
    }

    @Test
    void theEdgeIsInsideABox() {
        assertTrue(BOX.contains(new Vec2(2, 1)));
    }
}
