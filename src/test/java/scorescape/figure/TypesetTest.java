package scorescape.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TypesetTest {

    /// The recorder refuses everything but outlines and knows no fonts of a target, so what it gets is what every
    /// `Graphics2D` gets.
    @ParameterizedTest
    @ValueSource(strings = {"x_t", "\\hat x_0|y", "\\gamma\\delta", "\\nabla_{x_t} \\log p(y|x_t)",
        "\\sqrt{1-\\bar\\alpha_t}", "\\tfrac{\\sigma^2}{\\alpha}", "\\sum_{i=1}^n x_i", "\\mathbb{E}[x_0|x_t]"})
    void formulasAreOutlinesThatFillTheirBox(String latex) {
        Typeset formula = Formula.of(latex);
        var recorder = new OutlineRecorder();

        formula.paint(recorder, new Vec2(50, 80), 20);

        Rectangle2D ink = ink(recorder);
        assertTrue(ink.getMinX() >= 48 && ink.getMaxX() <= 52 + formula.width(20), ink::toString);
        assertTrue(ink.getMinY() >= 78 - formula.ascent(20), ink::toString);
        assertTrue(ink.getMaxY() <= 82 + formula.descent(20), ink::toString);
        assertTrue(ink.getWidth() > 0.7 * formula.width(20), ink::toString);
    }

    /// What is in use stays, what was typed once on the way to something else goes.
    @Test
    void formulasThatWereNotUsedForLongAreForgotten() {
        Typeset once = Formula.of("n_{once}");
        Typeset used = Formula.of("n_{used}");
        for (int i = 0; i < Formula.MOST; i++) {
            Formula.of("n_{" + i + "}");
            assertSame(used, Formula.of("n_{used}"));
        }

        assertNotSame(once, Formula.of("n_{once}"));
        assertEquals(once.width(1), Formula.of("n_{once}").width(1));
    }

    @Test
    void aLineIsAsWideAsItsParts() {
        double whole = Typeset.line("predict $x_0$ now", Fonts.INTER).width(20);
        double text = Typeset.line("predict ", Fonts.INTER).width(20) + Typeset.line(" now", Fonts.INTER).width(20);
        double formula = Typeset.line("$x_0$", Fonts.INTER).width(20);

        assertEquals(text + formula, whole, 1e-6);
        assertTrue(formula > 10);
    }

    @Test
    void aWordHasInk() {
        var recorder = new OutlineRecorder();

        Typeset.line("Inter", Fonts.INTER_SEMI_BOLD).paint(recorder, Vec2.ZERO, 100);

        // Inter's capitals are 0.727 em high.
        assertEquals(-72.7, ink(recorder).getMinY(), 1.5);
    }

    @Test
    void typedTextIsNeverAFormula() {
        double whole = Typeset.line("y = " + Typeset.plain("5$ or \\hat$"), Fonts.INTER).width(20);
        double parts = Typeset.line("y = 5", Fonts.INTER).width(20) + Typeset.line("\\$", Fonts.INTER).width(20)
                + Typeset.line(" or \\hat", Fonts.INTER).width(20) + Typeset.line("\\$", Fonts.INTER).width(20);

        // Up to the kerning between the parts.
        assertEquals(parts, whole, 2);
        assertTrue(Typeset.line("\\$", Fonts.INTER).width(20) > 5);
    }

    @Test
    void formulasAreSetOnce() {
        assertSame(Formula.of("x_t"), Formula.of("x_t"));
    }

    @Test
    void everyCaptionCanBeSet() {
        for (Stage stage : Stage.values()) {
            assertTrue(Typeset.line(stage.caption(), Fonts.INTER).width(18) > 20, stage::caption);
        }
    }

    private static Rectangle2D ink(OutlineRecorder recorder) {
        return recorder.outlines().stream().map(Path2D.Double::getBounds2D).reduce(Rectangle2D::createUnion)
                .orElseThrow();
    }
}
