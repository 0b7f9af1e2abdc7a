package scorescape.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// One typeset line, as the outlines of its glyphs.
///
/// Outlines look the same on every `Graphics2D`, at every size and on every machine. A target that keeps text as text is
/// given the plain parts by [#paintText]; formulas stay outlines there too. Immutable; all sizes are asked for with the
/// size of the type, in pixels per em.
public final class Typeset {

    /// The halo reaches this far beyond the glyphs, in em.
    private static final double HALO = 0.1;

    /// Formulas beside Inter are set larger by this, so that letters without ascenders are of one height.
    private static final double FORMULA_IN_TEXT = 1.16;

    /// Size at which fonts are asked for outlines: far above any hinting, then scaled down.
    private static final float DESIGN_SIZE = 1000;

    private static final Pattern FORMULA_BOUNDARY = Pattern.compile("(?<!\\\\)\\$");
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Memo<Line, Typeset> LINES = new Memo<>(300);

    private final Path2D.Double glyphs;
    private final Shape halo;
    private final Rectangle2D ink;
    private final double width;
    private final double ascent;
    private final double descent;
    private final String latex;
    private final Path2D.Double formulas;
    private final List<Run> runs;

    /// A part of a line that is plain text.
    ///
    /// @param x where it starts, in em
    private record Run(String text, Font font, double x) {}

    private record Line(String text, Font font) {}

    /// A formula.
    ///
    /// @param glyphs at one pixel per em, the baseline's start at the origin
    /// @param latex its source, without dollar signs
    Typeset(Path2D.Double glyphs, double width, double ascent, double descent, String latex) {
        this(glyphs, width, ascent, descent, '$' + latex + '$', glyphs, List.of());
    }

    private Typeset(Path2D.Double glyphs, double width, double ascent, double descent, String latex,
            Path2D.Double formulas, List<Run> runs) {
        this.glyphs = glyphs;
        this.latex = latex;
        this.formulas = formulas;
        this.runs = List.copyOf(runs);
        this.halo = new BasicStroke((float) (2 * HALO), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(glyphs);
        ink = halo.getBounds2D();
        this.width = width;
        this.ascent = ascent;
        this.descent = descent;
    }

    /// A line of text with formulas between dollar signs, in LaTeX: `predict $\hat x_0$ given $y$`. Text that people
    /// typed goes in through [#plain].
    public static Typeset line(String text, Font font) {
        synchronized (LINES) {
            return LINES.get(new Line(text, font), Typeset::set);
        }
    }

    /// Whether there is nothing but a formula in it.
    boolean isFormula() {
        return runs.isEmpty();
    }

    /// `text` such that a [#line] shows it as it is: its dollar signs begin no formula.
    public static String plain(String text) {
        return text.replace("$", "\\$");
    }

    private static Typeset set(Line line) {
        Path2D.Double glyphs = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Font font = line.font().deriveFont(DESIGN_SIZE);
        Path2D.Double formulas = new Path2D.Double(Path2D.WIND_NON_ZERO);
        List<Run> runs = new ArrayList<>();
        double width = 0;
        // Capitals and descenders of the text itself, so that two lines of one font share a baseline.
        double ascent = font.getLineMetrics("X", EXACT).getAscent() / DESIGN_SIZE * 0.78;
        double descent = 0.22;
        String[] parts = FORMULA_BOUNDARY.split(line.text(), -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.isEmpty()) {
                continue;
            }
            if (i % 2 == 0) {
                String plain = part.replace("\\$", "$");
                char[] characters = plain.toCharArray();
                runs.add(new Run(plain, line.font(), width));
                GlyphVector laid = font.layoutGlyphVector(EXACT, characters, 0, characters.length,
                        Font.LAYOUT_LEFT_TO_RIGHT);
                AffineTransform shrink = AffineTransform.getTranslateInstance(width, 0);
                shrink.scale(1 / DESIGN_SIZE, 1 / DESIGN_SIZE);
                glyphs.append(laid.getOutline().getPathIterator(shrink), false);
                width += laid.getLogicalBounds().getWidth() / DESIGN_SIZE;
            } else {
                Typeset formula = Formula.of(part);
                AffineTransform grow = AffineTransform.getTranslateInstance(width, 0);
                grow.scale(FORMULA_IN_TEXT, FORMULA_IN_TEXT);
                glyphs.append(formula.glyphs.getPathIterator(grow), false);
                formulas.append(formula.glyphs.getPathIterator(grow), false);
                width += formula.width * FORMULA_IN_TEXT;
                ascent = Math.max(ascent, formula.ascent * FORMULA_IN_TEXT);
                descent = Math.max(descent, formula.descent * FORMULA_IN_TEXT);
            }
        }
        return new Typeset(glyphs, width, ascent, descent, line.text(), formulas, runs);
    }

    public double width(double size) {
        return width * size;
    }

    /// From the baseline up, in pixels.
    public double ascent(double size) {
        return ascent * size;
    }

    /// From the baseline down, in pixels.
    public double descent(double size) {
        return descent * size;
    }

    /// The box around glyphs and halo, in pixels from the start of the baseline.
    Bounds ink(double size) {
        return new Bounds(ink.getMinX() * size, ink.getMinY() * size, ink.getMaxX() * size, ink.getMaxY() * size);
    }

    /// Fills the glyphs with the current colour of `g`.
    ///
    /// @param baseline where the baseline starts, in pixels
    public void paint(Graphics2D g, Vec2 baseline, double size) {
        fill(g, glyphs, baseline, size);
    }

    /// Draws plain text as text, in the fonts that come with the program, and fills formulas, with the current colour of
    /// `g`.
    ///
    /// @param baseline where the baseline starts, in pixels
    void paintText(Graphics2D g, Vec2 baseline, double size) {
        fill(g, formulas, baseline, size);
        for (Run run : runs) {
            g.setFont(run.font().deriveFont((float) size));
            g.drawString(run.text(), (float) (baseline.x() + run.x() * size), (float) baseline.y());
        }
    }

    /// The line in the notation of [#line]: text with formulas in LaTeX between dollar signs.
    public String latex() {
        return latex;
    }

    /// Fills a band around the glyphs with the current colour of `g`.
    void paintHalo(Graphics2D g, Vec2 baseline, double size) {
        fill(g, halo, baseline, size);
    }

    /// Strokes the glyphs as wide as [#paintHalo] paints.
    void strokeHalo(Graphics2D g, Vec2 baseline, double size) {
        stroke(g, glyphs, baseline, size);
    }

    /// The same for what [#paintText] draws as outlines.
    void strokeFormulaHalo(Graphics2D g, Vec2 baseline, double size) {
        stroke(g, formulas, baseline, size);
    }

    private static void stroke(Graphics2D g, Shape shape, Vec2 baseline, double size) {
        g.setStroke(new BasicStroke((float) (2 * HALO * size), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(placed(shape, baseline, size));
    }

    private static void fill(Graphics2D g, Shape shape, Vec2 baseline, double size) {
        g.fill(placed(shape, baseline, size));
    }

    private static Shape placed(Shape shape, Vec2 baseline, double size) {
        AffineTransform place = AffineTransform.getTranslateInstance(baseline.x(), baseline.y());
        place.scale(size, size);
        return place.createTransformedShape(shape);
    }
}
