package scorescape.studio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import scorescape.document.Parameter;
import scorescape.document.Parameter.Numbers;
import scorescape.math.RoundNumbers;

/// Where the values of a parameter lie on its slider, and at which of them it stops.
///
/// A position is the value itself, or its logarithm where people compare by ratios. Values beyond the usual ones are
/// typed; the slider shows them at its end.
record SliderScale(Parameter parameter) {

    /// At least so many stops on a slider.
    private static final double STOPS = 100;

    /// A fine stop is this part of a usual one.
    static final double FINE = 0.1;

    /// A stop of a logarithmic slider, as a part of the value.
    private static final double RELATIVE_STOP = 0.01;

    private static final double ARROW_STOPS = 2;
    private static final double ARROW_FACTOR = 1.1;

    /// Of the numbers that a slider gives: takes the rounding of multiples away.
    private static final MathContext DIGITS = new MathContext(12);

    private static final int FEWEST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 7;

    /// How far the number that is shown may be from the one that is kept.
    private static final double SHOWN = 5e-4;

    double min() {
        return position(parameter.usualMin());
    }

    double max() {
        return position(parameter.usualMax());
    }

    double position(double value) {
        double usual = Math.clamp(value, parameter.usualMin(), parameter.usualMax());
        return parameter.numbers() == Numbers.RATIO ? Math.log(usual) : usual;
    }

    /// The value of the stop that is nearest to a position.
    ///
    /// @param fine for stops ten times as close
    double value(double position, boolean fine) {
        double value = parameter.numbers() == Numbers.RATIO ? Math.exp(position) : position;
        double stop = stop(value) * (fine && parameter.numbers() != Numbers.WHOLE ? FINE : 1);
        return Math.clamp(rounded(value, stop), parameter.usualMin(), parameter.usualMax());
    }

    /// The value that an arrow key goes to.
    ///
    /// @param direction 1 for more, −1 for less
    double next(double value, int direction, boolean fine) {
        double next = switch (parameter.numbers()) {
            case WHOLE -> value + direction;
            case REAL -> {
                double stop = ARROW_STOPS * stop(value) * (fine ? FINE : 1);
                yield rounded(value + direction * stop, stop * FINE);
            }
            case RATIO -> {
                double from = Math.max(value, Math.max(parameter.min(), parameter.usualMin() * FINE));
                double factor = fine ? 1 + FINE * (ARROW_FACTOR - 1) : ARROW_FACTOR;
                double wanted = direction > 0 ? from * factor : from / factor;
                yield rounded(wanted, stop(wanted) * FINE);
            }
        };
        return Math.clamp(next, parameter.min(), parameter.max());
    }

    /// Distance of the stops around a value: 1, 2 or 5 times a power of ten.
    private double stop(double value) {
        return switch (parameter.numbers()) {
            case WHOLE -> 1;
            case RATIO -> RoundNumbers.below(RELATIVE_STOP * Math.abs(value));
            case REAL -> RoundNumbers.below((parameter.usualMax() - parameter.usualMin()) / STOPS);
        };
    }

    private static double rounded(double value, double stop) {
        return new BigDecimal(Math.rint(value / stop) * stop).round(DIGITS).doubleValue();
    }

    /// A number as its field shows it: with two decimals, or as many more as it takes.
    String text(double number) {
        if (parameter.numbers() == Numbers.WHOLE) {
            return Long.toString((long) number);
        }
        for (int decimals = FEWEST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
            String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
            if (Math.abs(Double.parseDouble(text) - number) <= SHOWN * Math.abs(number)) {
                return text;
            }
        }
        return String.format(Locale.ROOT, "%.3g", number);
    }
}
