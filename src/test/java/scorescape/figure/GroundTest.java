package scorescape.figure;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;
import scorescape.document.Layers;
import scorescape.document.Layers.ColourMap;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GroundTest {

    private static final DataDistribution ONE = new DataDistribution(
            List.of(new GaussianComponent(1, 0, new Vec2(1, 0.5), SymMat2.scalar(0.09))));
    private static final DataDistribution POINT =
            new DataDistribution(List.of(new PointComponent(1, 0, new Vec2(1, 0.5))));

    @ParameterizedTest
    @EnumSource
    void fadesFromTheColourOfThePeakToTheBackground(Theme theme) {
        Raster map = map(ONE, NoiseLevel.CLEAN, Coordinates.RESCALED, 320, 200, theme);

        // The camera sees 10 × 6.25: 32 pixels to a unit, the mode at (160 + 32, 100 − 16).
        assertEquals(0, distance(color(map, 192, 84), Role.DENSITY.in(theme)), 3);
        assertEquals(Role.BACKGROUND.in(theme), color(map, 5, 195));
    }

    /// Pictures whose size is no multiple of the cell are filled to the last pixel, without a seam.
    @ParameterizedTest
    @CsvSource({"1281, 803", "7, 5", "1, 1", "641, 359"})
    void neighbouringPixelsDifferLittle(int width, int height) {
        Raster map = map(ONE, new NoiseLevel(1, 1.5), Coordinates.RESCALED, width, height, Theme.LIGHT);

        for (int y = 0; y < height; y++) {
            for (int x = 1; x < width; x++) {
                double jump = distance(color(map, x, y), color(map, x - 1, y));
                assertTrue(jump <= 3 + 300.0 / width, x + ", " + y);
            }
        }
    }

    @Test
    void aPointOfCleanDataIsASmallSpotAndNotNothing() {
        Raster map = map(POINT, NoiseLevel.CLEAN, Coordinates.RESCALED, 864, 540, Theme.LIGHT);
        int coloured = 0;
        for (int pixel : map.pixels()) {
            coloured += (pixel & 0xFFFFFF) != 0xFFFFFF ? 1 : 0;
        }

        // The spread of 1.5 pixels shows to about 3.5 standard deviations: π (1.5 · 3.5)² = 87 pixels.
        assertTrue(coloured > 40 && coloured < 200, "coloured pixels: " + coloured);
    }

    /// x_t = 0.5 x₀ + …: the mode of the states is halfway to the origin, the rescaled states' is where the data's is.
    @Test
    void coordinatesDecideWhereTheModeIsShown() {
        NoiseLevel level = new NoiseLevel(0.5, 0.2);

        Raster states = map(ONE, level, Coordinates.STATE, 320, 200, Theme.LIGHT);
        Raster rescaled = map(ONE, level, Coordinates.RESCALED, 320, 200, Theme.LIGHT);

        assertEquals(0, distance(color(states, 176, 92), Role.DENSITY.in(Theme.LIGHT)), 3);
        assertEquals(0, distance(color(rescaled, 192, 84), Role.DENSITY.in(Theme.LIGHT)), 6);
    }

    @Test
    void wideNoiseIsColouredLess() {
        Raster little = map(ONE, new NoiseLevel(1, 0.1), Coordinates.RESCALED, 320, 200, Theme.LIGHT);
        Raster wide = map(ONE, new NoiseLevel(1, 10), Coordinates.RESCALED, 320, 200, Theme.LIGHT);

        assertTrue(distance(color(wide, 192, 84), Color.WHITE) < 0.5 * distance(color(little, 192, 84), Color.WHITE));
    }

    private static Raster map(DataDistribution data, NoiseLevel level, Coordinates coordinates, int width, int height,
            Theme theme) {
        Viewport viewport = Viewport.of(new Camera(Vec2.ZERO, 10), width, height);
        var grid = new LawGrid(data, level, coordinates, viewport, false);
        double spread = Plane.shownLevel(coordinates, level).sigma() / viewport.bounds().height();
        var shades = new Ground.Shades(grid, ShownDensity.of(grid, spread).shades(Layers.DEFAULT.density()),
                ColourMaps.ramp(ColourMap.THEME, theme, 1));
        return Ground.paint(viewport, theme, shades, null);
    }

    private static Color color(Raster map, int x, int y) {
        return new Color(map.pixels()[y * map.width() + x]);
    }

    /// The largest difference of a channel.
    private static double distance(Color a, Color b) {
        return Math.max(Math.abs(a.getRed() - b.getRed()),
                Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
    }
}
