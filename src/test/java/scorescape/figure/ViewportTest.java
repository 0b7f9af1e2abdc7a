package scorescape.figure;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.document.Document.Camera;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ViewportTest {

    private static final double ROUNDING = 1e-12;

    static Stream<Named<Viewport>> viewports() {
        return Cases.of(50, random -> Viewport.of(
                new Camera(new Vec2(random.nextDouble(-5, 5), random.nextDouble(-5, 5)), random.nextDouble(0.1, 50)),
                random.nextInt(1, 4000), random.nextInt(1, 4000)));
    }

    @ParameterizedTest
    @MethodSource("viewports")
    void toDataUndoesToPixel(Viewport viewport) {
        Vec2 point = viewport.centre().plus(new Vec2(0.3, -0.2));

        Vec2 back = viewport.toData(viewport.toPixel(point));

        assertEquals(0, back.distance(point), ROUNDING * (1 + 4000 * viewport.unitsPerPixel()));
    }

    @Test
    void theCentreIsInTheMiddleAndUpIsUp() {
        Viewport viewport = Viewport.of(new Camera(new Vec2(2, 3), 16), 1600, 1000);

        assertEquals(new Vec2(800, 500), viewport.toPixel(new Vec2(2, 3)));
        assertEquals(new Vec2(900, 400), viewport.toPixel(new Vec2(3, 4)));
    }

    /// A camera 16 wide sees 16 × 10.
    @ParameterizedTest
    @CsvSource({"1600, 1000", "1600, 400", "300, 1000"})
    void everyShapeShowsAllThatTheCameraSees(int width, int height) {
        Bounds shown = Viewport.of(new Camera(Vec2.ZERO, 16), width, height).bounds();

        assertTrue(shown.width() >= 16 - ROUNDING && shown.height() >= 10 - ROUNDING, shown::toString);
        assertTrue(Math.abs(shown.width() - 16) < 1e-9 || Math.abs(shown.height() - 10) < 1e-9, shown::toString);
    }

    @ParameterizedTest
    @CsvSource({"960, 540, 1", "3840, 2160, 4", "1280, 800, 1.4814814814814814", "360, 2000, 0.5"})
    void textGrowsWithThePicture(int width, int height, double scale) {
        assertEquals(scale, Viewport.of(new Camera(Vec2.ZERO, 10), width, height).scale(), ROUNDING);
    }

    @Test
    void aPictureWithoutPixelsIsRefused() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> new Viewport(Vec2.ZERO, 1, 0, 5));

        assertEquals("a picture needs at least one pixel: 0 by 5", thrown.getMessage());
    }
}
