package scorescape.math;

/// The round numbers 1, 2, 5, 10, … and their decimal fractions: for scales, grids and stops.
public final class RoundNumbers {

    /// A number that misses a round one by this part of itself, as sums of decimal fractions do, counts as that.
    private static final double ROUNDING = 1e-9;

    private RoundNumbers() {}

    /// The smallest that is not below `limit`.
    ///
    /// @param limit positive and finite
    public static double above(double limit) {
        double decade = decade(limit);
        double lead = limit / decade / (1 + ROUNDING);
        return decade * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    /// The largest that is not above `limit`.
    ///
    /// @param limit positive and finite
    public static double below(double limit) {
        double decade = decade(limit);
        double lead = limit / decade * (1 + ROUNDING);
        return decade * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }

    private static double decade(double number) {
        if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("limit must be positive and finite: " + number);
        }
        return Math.pow(10, Math.floor(Math.log10(number) + ROUNDING));
    }
}
