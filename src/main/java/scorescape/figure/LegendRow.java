package scorescape.figure;

import scorescape.lesson.Stage;
import scorescape.math.Vec2;

/// A row of the legend: a swatch in the colour of what it names.
///
/// @param since the stage that brings the row
record LegendRow(Typeset text, Ink ink, Shape shape, Stage since) {

    /// Room for what stands before the text.
    static final double SWATCH = 22;

    enum Shape {
        DOT, SPECK, RING, CROSS, LINE, ARROW
    }

    static LegendRow of(String text, Ink ink, Shape shape, Stage since) {
        return new LegendRow(Typeset.line(text, Fonts.INTER), ink, shape, since);
    }

    /// What stands before the text.
    ///
    /// @param left its left end
    Mark swatch(Vec2 left, double scale, double opacity) {
        Vec2 right = left.plus(new Vec2(0.7 * SWATCH * scale, 0));
        Vec2 middle = left.lerp(right, 0.5);
        return switch (shape) {
            case DOT -> new Mark.Dot(middle, 3.4 * scale, ink, opacity);
            case SPECK -> new Mark.Dot(middle, 2.6 * scale, ink, opacity);
            case RING -> Mark.Specks.one(Mark.Specks.Shape.RING, middle, 3.4 * scale, ink, opacity);
            case CROSS -> Mark.Specks.one(Mark.Specks.Shape.CROSS, middle, 3.4 * scale, ink, opacity);
            case LINE -> new Mark.Line(left, right, 2.6 * scale, ink, opacity);
            case ARROW -> new Mark.Arrow(left, right, 1.6 * scale, ink, opacity, false);
        };
    }
}
