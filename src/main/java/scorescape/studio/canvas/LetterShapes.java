package scorescape.studio.canvas;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import scorescape.figure.Fonts;
import scorescape.math.Vec2;

/// The outlines of typed letters as polygons, for the generator of letters.
public final class LetterShapes {

    /// At which size outlines are taken: far above any hinting.
    private static final float DESIGN_SIZE = 1000;

    /// How far a polygon may be from its curve, at the design size.
    private static final double FLATNESS = 4;

    private LetterShapes() {}

    /// The glyphs of a line, those without an outline left out.
    ///
    /// @param start left end of the baseline, in data units
    /// @param size of the type, in data units
    public static List<List<List<Vec2>>> of(String line, Vec2 start, double size) {
        Font font = Fonts.INTER_SEMI_BOLD.deriveFont(DESIGN_SIZE);
        char[] characters = line.toCharArray();
        GlyphVector laid = font.layoutGlyphVector(new FontRenderContext(null, true, true), characters, 0,
                characters.length, Font.LAYOUT_LEFT_TO_RIGHT);
        List<List<List<Vec2>>> glyphs = new ArrayList<>();
        for (int i = 0; i < laid.getNumGlyphs(); i++) {
            List<List<Vec2>> polygons = polygons(laid.getGlyphOutline(i), start, size / DESIGN_SIZE);
            if (!polygons.isEmpty()) {
                glyphs.add(polygons);
            }
        }
        return glyphs;
    }

    private static List<List<Vec2>> polygons(Shape glyph, Vec2 start, double scale) {
        List<List<Vec2>> polygons = new ArrayList<>();
        double[] point = new double[6];
        List<Vec2> polygon = new ArrayList<>();
        for (PathIterator way = glyph.getPathIterator(null, FLATNESS); !way.isDone(); way.next()) {
            int kind = way.currentSegment(point);
            if (kind == PathIterator.SEG_MOVETO) {
                polygon = new ArrayList<>();
                polygons.add(polygon);
            }
            if (kind != PathIterator.SEG_CLOSE) {
                polygon.add(start.plus(new Vec2(point[0] * scale, -point[1] * scale)));
            }
        }
        polygons.removeIf(p -> p.size() < 3);
        return polygons;
    }
}
