package scorescape.diffusion.population;

/// The energy distance between two samples, `2 E‖X − Y‖ − E‖X − X'‖ − E‖Y − Y'‖`, in data units. It is 0 for equal laws
/// and only for those.
///
/// Computed as a mean over all pairs, those of a point with itself included. So it is never negative, and has a floor: what
/// two samples of the same law would have on average.
///
/// Source: Székely & Rizzo 2013, "Energy statistics: a class of statistics based on distances".
///
/// @param value of the samples
/// @param floor expected value for samples of these sizes from one law, that of the second one
public record EnergyDistance(double value, double floor) {

    /// @param x of the first sample, at least one
    /// @param y of the first sample
    /// @param otherX of the second sample, at least two
    /// @param otherY of the second sample
    static EnergyDistance between(double[] x, double[] y, double[] otherX, double[] otherY) {
        int count = x.length;
        int otherCount = otherX.length;
        double within = meanWithin(x, y);
        double withinOther = meanWithin(otherX, otherY);
        double between = 0;
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int j = 0; j < otherCount; j++) {
                sum += distance(x[i] - otherX[j], y[i] - otherY[j]);
            }
            between += sum / otherCount;
        }
        double unbiased = withinOther * otherCount / (otherCount - 1.0);
        return new EnergyDistance(Math.clamp(2 * between / count - within - withinOther, 0, Double.MAX_VALUE),
                (1.0 / count + 1.0 / otherCount) * unbiased);
    }

    private static double meanWithin(double[] x, double[] y) {
        double total = 0;
        for (int i = 1; i < x.length; i++) {
            double sum = 0;
            for (int j = 0; j < i; j++) {
                sum += distance(x[i] - x[j], y[i] - y[j]);
            }
            total += sum;
        }
        return 2 * total / ((double) x.length * x.length);
    }

    /// Quicker than a careful hypotenuse; coordinates are far below where squares overflow.
    private static double distance(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }
}
