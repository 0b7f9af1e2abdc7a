package scorescape.studio;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;
import scorescape.figure.Equation.Term;
import scorescape.figure.Formula;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.figure.Typeset;
import scorescape.math.Vec2;

/// A typeset formula whose terms have the colours of what they stand for, as in the picture.
final class FormulaView extends ImageView {

    /// Of the type, in units of the window.
    private static final double SIZE = 17;

    /// What each term stands for, and where it ends, in units of the window.
    private List<Term> terms = List.of();
    private double[] ends = {};

    /// In units of the window, unless it is made smaller.
    static double width(List<Term> terms) {
        return terms.stream().mapToDouble(term -> Formula.of(term.latex()).width(SIZE)).sum();
    }

    /// Sets the formula anew.
    ///
    /// @param opacity of each term
    /// @param scale pixels of the screen per unit of the window
    /// @param share of the usual size
    void show(List<Term> newTerms, ToDoubleFunction<Term> opacity, Theme theme, double scale, double share) {
        terms = newTerms;
        ends = new double[terms.size()];
        double size = share * SIZE * scale;
        List<Typeset> lines = terms.stream().map(term -> Formula.of(term.latex())).toList();
        double ascent = lines.stream().mapToDouble(line -> line.ascent(size)).max().orElse(0);
        double descent = lines.stream().mapToDouble(line -> line.descent(size)).max().orElse(0);
        double width = lines.stream().mapToDouble(line -> line.width(size)).sum();
        var sheet = new PixelSheet((int) Math.ceil(width) + 1, (int) Math.ceil(ascent + descent) + 1);
        Graphics2D graphics = sheet.painted().createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double x = 0;
        for (int i = 0; i < terms.size(); i++) {
            graphics.setComposite(AlphaComposite.SrcOver.derive((float) opacity.applyAsDouble(terms.get(i))));
            graphics.setColor(terms.get(i).role().in(theme));
            lines.get(i).paint(graphics, new Vec2(x, ascent), size);
            x += lines.get(i).width(size);
            ends[i] = x / scale;
        }
        graphics.dispose();
        setImage(sheet.show());
        setFitWidth(sheet.painted().getWidth() / scale);
        setFitHeight(sheet.painted().getHeight() / scale);
    }

    /// What stands at a place of the formula stands for, or null.
    ///
    /// @param x from the left, in units of the window
    @Nullable
    Role roleAt(double x) {
        for (int i = 0; i < ends.length; i++) {
            if (x < ends[i]) {
                Role role = terms.get(i).role();
                return role == Role.TEXT ? null : role;
            }
        }
        return null;
    }
}
