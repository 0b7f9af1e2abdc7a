package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import scorescape.math.RoundNumbers;
import scorescape.text.Numerals;

/// What an axis shows: from one value to another, with round numbers to mark.
///
/// @param min finite
/// @param max finite, above `min`
/// @param logarithmic whether equal factors are equally far apart; then `min` is positive
record Range(double min, double max, boolean logarithmic) {

    /// A range whose ends would coincide is made so wide, relative to its place.
    private static final double LEAST = 1e-6;

    Range {
        if (!(max > min && Double.isFinite(max - min) && (min > 0 || !logarithmic))) {
            throw new IllegalArgumentException("need finite min < max: " + min + ", " + max);
        }
    }

    static Range of(double min, double max) {
        double room = LEAST * Math.max(1, Math.max(Math.abs(min), Math.abs(max)));
        return max - min > room ? new Range(min, max, false) : new Range(min - room, max + room, false);
    }

    /// A range that holds all finite values, with a twentieth of room.
    static Range holding(DoubleStream values) {
        var summary = values.filter(Double::isFinite).summaryStatistics();
        if (summary.getCount() == 0) {
            return of(0, 1);
        }
        double room = 0.05 * (summary.getMax() - summary.getMin());
        return of(summary.getMin() - room, summary.getMax() + room);
    }

    /// Where a value is on the way from the beginning to the end, 0 to 1 inside.
    double share(double value) {
        return logarithmic
                ? Math.log(value / min) / Math.log(max / min)
                : (value - min) / (max - min);
    }

    /// At most about `most` round numbers within.
    List<Double> ticks(int most) {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (int decade = (int) Math.ceil(Math.log10(min) - 1e-9); Math.pow(10, decade) <= max
                    * 1.000001; decade++) {
                ticks.add(Math.pow(10, decade));
            }
            return ticks;
        }
        double step = RoundNumbers.above((max - min) / most);
        for (double i = Math.ceil(min / step - 1e-9); i * step <= max + 1e-9 * step; i++) {
            // Zero without a sign.
            ticks.add(i * step + 0.0);
        }
        return ticks;
    }

    /// Up to three digits, without zeros at the end, with a true minus sign.
    static String number(double value) {
        if (value == Double.POSITIVE_INFINITY) {
            return "∞";
        }
        double size = Math.abs(value);
        if (size < 5e-4) {
            return "0";
        }
        String form = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size < 0.1 ? "%.3f" : "%.2f";
        String digits = Numerals.format(form, value);
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    /// A share in per cent.
    static String percent(double share) {
        // What is not all is not called all, and what is not nothing not nothing.
        double shown = share == 1 ? 100 : share == 0 ? 0 : Math.clamp(100 * share, 0.1, 99.9);
        boolean nearAnEnd = share != 0 && share != 1 && (shown > 99.45 || shown < 0.95);
        return String.format(Locale.ROOT, nearAnEnd ? "%.1f %%" : "%.0f %%", shown);
    }
}
