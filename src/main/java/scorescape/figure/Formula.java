package scorescape.figure;

import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.concurrent.ConcurrentHashMap;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/// Formulas in LaTeX, typeset by JLaTeXMath and kept as outlines.
///
/// The first formula costs a good part of a second, for fonts and symbol tables: see [#warmUp]. Safe for use by several
/// threads; the library below is not, so one formula is set at a time.
public final class Formula {

    /// Computer Modern is cut for ink that spreads on paper: on a screen it needs this much more weight, in em.
    private static final float BOLDER = 0.018f;

    /// Size of the type for which the library chooses the few lengths that it has in points, such as the room after an
    /// exponent. All others are in em.
    private static final float POINTS = 20;

    private static final ConcurrentHashMap<String, Typeset> KNOWN = new ConcurrentHashMap<>();

    private Formula() {}

    /// The formula, typeset: in the style of text, not of a display. Kept for ever, so formulas should come from the
    /// program, not from numbers that change.
    ///
    /// @param latex without dollar signs
    public static Typeset of(String latex) {
        Typeset known = KNOWN.get(latex);
        return known != null ? known : set(latex);
    }

    private static synchronized Typeset set(String latex) {
        return KNOWN.computeIfAbsent(latex, Formula::typeset);
    }

    private static Typeset typeset(String latex) {
        Box box = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_TEXT, POINTS).getBox();
        var recorder = new OutlineRecorder();
        box.draw(recorder, 0, 0);
        Path2D.Double outlines = recorder.outlines();
        Area bold = new Area(outlines);
        bold.add(new Area(new BasicStroke(BOLDER, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(outlines)));
        return new Typeset(new Path2D.Double(bold), box.getWidth(), box.getHeight(), box.getDepth(), latex);
    }

    /// Loads what the first formula needs. For a thread of its own at the start of the program.
    public static void warmUp() {
        of("\\hat x_0|y");
    }
}
