package scorescape.studio;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Panels of 100 × 60 in an area of 300 × 200.
class PanelPlacesTest {

    private static final Vec2 SIZE = new Vec2(100, 60);
    private static final Vec2 AREA = new Vec2(300, 200);

    @Test
    void panelIsBelowItsPointAtTheRightOrAtTheLeftWhereTheRightHasNoRoom() {
        assertEquals(new Bounds(54, 64, 154, 124), place(new Vec2(40, 50)));
        assertEquals(new Bounds(136, 64, 236, 124), place(new Vec2(250, 50)));
        assertEquals(new Bounds(136, 140, 236, 200), place(new Vec2(250, 190)));
    }

    @Test
    void panelGoesBelowOneThatIsWhereItWouldBe() {
        Bounds first = place(new Vec2(40, 20));

        Bounds second = place(new Vec2(50, 25), first);

        assertEquals(new Bounds(64, first.maxY() + 6, 164, first.maxY() + 66), second);
    }

    @Test
    void panelsOfOnePointFillTheAreaBeforeOneCoversAnother() {
        Bounds first = place(new Vec2(150, 0));
        Bounds second = place(new Vec2(150, 0), first);
        Bounds third = place(new Vec2(150, 0), first, second);
        Bounds fourth = place(new Vec2(150, 0), first, second, third);

        assertEquals(new Bounds(164, 14, 264, 74), first);
        assertEquals(new Bounds(164, 80, 264, 140), second);
        assertEquals(new Bounds(58, 14, 158, 74), third);
        assertEquals(new Bounds(58, 80, 158, 140), fourth);
    }

    @Test
    void panelCoversAsLittleAsItCanWhereThereIsNoRoom() {
        Bounds all = new Bounds(0, 0, 300, 150);

        assertEquals(new Bounds(64, 140, 164, 200), place(new Vec2(50, 20), all));
    }

    private static Bounds place(Vec2 point, Bounds... taken) {
        return PanelPlaces.place(point, SIZE, AREA, List.of(taken));
    }
}
