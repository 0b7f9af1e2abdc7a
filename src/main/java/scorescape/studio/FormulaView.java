package scorescape.studio;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import javafx.scene.image.ImageView;
import scorescape.figure.Formula;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.figure.Typeset;
import scorescape.math.Vec2;

/// A typeset formula whose terms have the colours of what they stand for, as in the picture.
final class FormulaView extends ImageView {

    /// A piece of the formula.
    ///
    /// @param latex without dollar signs
    record Term(String latex, Role role) {}

    /// Of the type, in units of the window.
    private static final double SIZE = 17;

    /// Sets the formula anew.
    ///
    /// @param scale pixels of the screen per unit of the window
    void show(List<Term> terms, Theme theme, double scale) {
        double size = SIZE * scale;
        List<Typeset> lines = terms.stream().map(term -> Formula.of(term.latex())).toList();
        double ascent = lines.stream().mapToDouble(line -> line.ascent(size)).max().orElse(0);
        double descent = lines.stream().mapToDouble(line -> line.descent(size)).max().orElse(0);
        double width = lines.stream().mapToDouble(line -> line.width(size)).sum();
        var sheet = new Sheet((int) Math.ceil(width) + 1, (int) Math.ceil(ascent + descent) + 1);
        Graphics2D graphics = sheet.painted().createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double x = 0;
        for (int i = 0; i < terms.size(); i++) {
            graphics.setColor(terms.get(i).role().in(theme));
            lines.get(i).paint(graphics, new Vec2(x, ascent), size);
            x += lines.get(i).width(size);
        }
        graphics.dispose();
        setImage(sheet.show());
        setFitWidth(sheet.painted().getWidth() / scale);
        setFitHeight(sheet.painted().getHeight() / scale);
    }
}
