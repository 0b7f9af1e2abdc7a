package scorescape.figure;

import org.junit.jupiter.api.Test;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class ClipTest {

    private static final Bounds BOX = new Bounds(0, 0, 10, 10);

    @Test
    void aLineInsideIsWhole() {
        assertEquals(new Clip(0, 1), Clip.of(BOX, new Vec2(1, 2), new Vec2(8, 9)));
    }

    @Test
    void aLineThroughTheBoxIsCutAtBothEnds() {
        assertEquals(new Clip(0.25, 0.75), Clip.of(BOX, new Vec2(-5, 5), new Vec2(15, 5)));
    }

    @Test
    void aLineThatPassesByACornerIsNotThere() {
        assertNull(Clip.of(BOX, new Vec2(-5, 4), new Vec2(4, 15)));
    }

    @Test
    void aPointIsInsideOrNot() {
        assertEquals(new Clip(0, 1), Clip.of(BOX, new Vec2(3, 3), new Vec2(3, 3)));
        assertNull(Clip.of(BOX, new Vec2(30, 3), new Vec2(30, 3)));
    }
}
