package scorescape.figure;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EdgeTest {

    private static final Bounds PICTURE = new Bounds(0, 0, 400, 300);
    private static final Edge EDGE = new Edge(PICTURE, 1);

    @Test
    void anArrowThatLeavesHasTwoChevronsAtTheEdgeThatPointAlongIt() {
        List<Mark> chevrons = EDGE.chevrons(List.of(arrow(new Vec2(100, 150), new Vec2(900, 150), true)));

        assertEquals(2, chevrons.size());
        for (Mark mark : chevrons) {
            List<Vec2> points = ((Mark.Polyline) mark).points();
            assertTrue(points.stream().allMatch(PICTURE::contains), points::toString);
            assertEquals(150, points.get(1).y(), 1e-9);
            assertTrue(points.get(1).x() > points.getFirst().x() && points.get(1).x() > 370, points::toString);
            assertEquals(Role.SCALED_DIFFERENCE, ((Mark.Polyline) mark).ink());
        }
    }

    @Test
    void anArrowThatEndsInsideHasNoneNorHasOneThatIsOutsideOrThin() {
        Vec2 inside = new Vec2(100, 150);
        Vec2 outside = new Vec2(900, 150);

        assertEquals(List.of(), EDGE.chevrons(List.of(arrow(inside, new Vec2(300, 10), true))));
        assertEquals(List.of(), EDGE.chevrons(List.of(arrow(outside, inside, true))));
        assertEquals(List.of(), EDGE.chevrons(List.of(arrow(new Vec2(500, 0), outside, true))));
        assertEquals(List.of(), EDGE.chevrons(List.of(arrow(inside, outside, false))));
    }

    @Test
    void whatLiesOutsideIsPointedAtFromTheEdge() {
        Mark.Arrow pointer = EDGE.pointer(new Vec2(200, 5000), Role.STATE, 0.5);

        assertNotNull(pointer);
        assertTrue(PICTURE.contains(pointer.from()) && PICTURE.contains(pointer.to()), pointer::toString);
        assertEquals(new Vec2(200, 290), pointer.to());
        assertNull(EDGE.pointer(new Vec2(399, 1), Role.STATE, 1));
    }

    private static Mark.Arrow arrow(Vec2 from, Vec2 to, boolean halo) {
        return new Mark.Arrow(from, to, 2, Role.SCALED_DIFFERENCE, 1, halo);
    }
}
