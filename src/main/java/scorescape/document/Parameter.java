package scorescape.document;

import java.util.List;

/// A number that people set: declared once, it serves the slider, the file, the command line and the manual.
///
/// @param name in files and commands, such as `guidance.scale`
/// @param title for people, such as "Guidance scale"
/// @param symbol in formulas, empty if it has none
/// @param unit empty if it has none
/// @param numbers which numbers it takes
/// @param min smallest accepted value
/// @param max largest accepted value
/// @param usualMin where a slider begins; other values are typed
/// @param usualMax where a slider ends
/// @param defaultValue what a reset gives
/// @param marks values with a mark on the slider
/// @param help one or two sentences for a newcomer
public record Parameter(String name, String title, String symbol, String unit, Numbers numbers, double min, double max,
        double usualMin, double usualMax, double defaultValue, List<Double> marks, String help) {

    /// Which numbers a parameter takes, and how a slider spreads them.
    public enum Numbers {
        REAL, WHOLE,
        /// Numbers that people compare by their ratio: equal ways on a slider are equal factors. The usual ones are positive.
        RATIO
    }

    public Parameter {
        marks = List.copyOf(marks);
        if (!(min <= usualMin && usualMin < usualMax && usualMax <= max)) {
            throw new IllegalArgumentException(name + ": need min <= usualMin < usualMax <= max");
        }
        if (!(defaultValue >= usualMin && defaultValue <= usualMax)) {
            throw new IllegalArgumentException(name + ": the default must be a usual value: " + defaultValue);
        }
        if (numbers == Numbers.RATIO && !(usualMin > 0)) {
            throw new IllegalArgumentException(name + ": usual ratios must be positive: " + usualMin);
        }
    }

    /// The same number told in another way: `value + by`, under another symbol.
    public Parameter shifted(double by, String newSymbol) {
        return new Parameter(name, title, newSymbol, unit, numbers, min + by, max + by, usualMin + by, usualMax + by,
                defaultValue + by, marks.stream().map(mark -> mark + by).toList(), help);
    }

    /// False for NaN and for a fraction where a whole number is wanted.
    public boolean accepts(double value) {
        return value >= min && value <= max && (numbers != Numbers.WHOLE || value == Math.rint(value));
    }

    /// What [#accepts] wants, in words: `a whole number from 1 to 5000`.
    public String expectation() {
        String kind = switch (numbers) {
            case REAL, RATIO -> "a number";
            case WHOLE -> "a whole number";
        };
        return kind + " from " + Check.number(min) + " to " + Check.number(max);
    }

    /// @throws IllegalArgumentException with a sentence for people, unless the value is accepted
    public void require(double value) {
        Check.that(accepts(value), name, expectation(), value);
    }
}
