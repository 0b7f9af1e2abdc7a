package scorescape.figure;

import java.util.List;
import scorescape.math.RoundNumbers;
import scorescape.math.Vec2;

/// What tells how long things are: the bar of a unit, and arrows of fields with what they stand for.
final class ScaleBars {

    private static final double SIZE = 12;

    /// The bar that shows the length of a unit is at most this long.
    private static final double LONGEST_BAR = 90;

    private ScaleBars() {}

    /// Adds the bar that shows the length of a unit.
    ///
    /// @param left its left end
    /// @return the right end of what was added
    static double addBar(MarkList marks, Vec2 left, Viewport viewport, double scale) {
        double size = SIZE * scale;
        double units = RoundNumbers.below(LONGEST_BAR * scale * viewport.unitsPerPixel());
        Vec2 right = left.plus(new Vec2(units / viewport.unitsPerPixel(), 0));
        Vec2 tick = new Vec2(0, 3 * scale);
        marks.add(new Mark.Line(left, right, scale, Role.MUTED, 1));
        for (Vec2 end : List.of(left, right)) {
            marks.add(new Mark.Line(end.minus(tick), end.plus(tick), scale, Role.MUTED, 1));
        }
        Typeset unit = Typeset.line(Furniture.number(units), Fonts.INTER);
        marks.add(new Mark.Text(unit, right.plus(new Vec2(6 * scale, 0.35 * size)), size, Role.MUTED, 1, true));
        return right.x() + 6 * scale + unit.width(size);
    }

    /// Adds an arrow of a field with the size of the vector that is drawn so long.
    ///
    /// @param foot of the arrow
    /// @return the right end of what was added
    static double addFieldScale(MarkList marks, Vec2 foot, FieldMarks.Scale field, double scale) {
        double size = SIZE * scale;
        Vec2 tip = foot.plus(new Vec2(field.length(), 0));
        marks.add(new Mark.Arrow(foot, tip, 1.6 * scale, field.ink(), 1, true));
        Typeset meaning = meaning(field);
        marks.add(new Mark.Text(meaning, tip.plus(new Vec2(6 * scale, 0.35 * size)), size, Role.MUTED, 1, true));
        return tip.x() + 6 * scale + meaning.width(size);
    }

    private static Typeset meaning(FieldMarks.Scale field) {
        return Typeset.line("$" + field.symbol() + "$ = " + Furniture.number(field.value()), Fonts.INTER);
    }

    /// Width of what [#addFieldScale] adds.
    static double width(FieldMarks.Scale field, double scale) {
        return field.length() + 6 * scale + meaning(field).width(SIZE * scale);
    }
}
