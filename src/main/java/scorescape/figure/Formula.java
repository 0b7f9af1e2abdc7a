package scorescape.figure;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/// Formulas in LaTeX, typeset by JLaTeXMath and kept as outlines.
///
/// The first formula costs a good part of a second, for fonts and symbol tables. Safe for use by several
/// threads; the library below is not, so one formula is set at a time.
public final class Formula {

    /// Computer Modern is cut for ink that spreads on paper: on a screen it needs this much more weight, in em.
    private static final float BOLDER = 0.018f;

    /// Size of the type for which the library chooses the few lengths that it has in points, such as the room after an
    /// exponent. All others are in em.
    private static final float POINTS = 20;

    /// Formulas that are kept: several times those of the program, so that what people write into lessons, letter by letter,
    /// does not stay for ever.
    static final int MOST = 500;

    /// The ones used last are last. Not locked while a formula is set, so that known ones are had at once.
    private static final Map<String, Typeset> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Typeset> eldest) {
            return size() > MOST;
        }
    };

    static {
        // Fonts that are registered are compared with all fonts of the system, which takes long where these are many.
        TeXFormula.registerFonts(false);
    }

    private Formula() {}

    /// The formula, typeset: in the style of text, not of a display. The ones used last are kept.
    ///
    /// @param latex without dollar signs
    public static Typeset of(String latex) {
        Typeset known = known(latex);
        return known != null ? known : set(latex);
    }

    private static @Nullable Typeset known(String latex) {
        synchronized (KNOWN) {
            return KNOWN.get(latex);
        }
    }

    private static synchronized Typeset set(String latex) {
        // Another thread may have set it in the meantime.
        Typeset known = known(latex);
        if (known != null) {
            return known;
        }
        Typeset set = typeset(latex);
        synchronized (KNOWN) {
            KNOWN.put(latex, set);
        }
        return set;
    }

    private static Typeset typeset(String latex) {
        Box box = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_TEXT, POINTS).getBox();
        var recorder = new OutlineRecorder();
        box.draw(recorder, 0, 0);
        var outlines = new Path2D.Double(Path2D.WIND_NON_ZERO);
        recorder.outlines().forEach(outline -> outlines.append(bolder(outline), false));
        return new Typeset(outlines, box.getWidth(), box.getHeight(), box.getDepth(), latex);
    }

    /// Glyph by glyph, since the time for a union grows faster than its size.
    private static Area bolder(Shape outline) {
        Area bold = new Area(outline);
        bold.add(new Area(new BasicStroke(BOLDER, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(outline)));
        return bold;
    }
}
