package scorescape.math;

/// Scalar functions written so that they keep their digits.
public final class Numerics {

    private Numerics() {}

    /// `ln Σ exp(terms)`, without overflow or underflow: −∞ when every term is −∞ or there is none.
    public static double logSumExp(double[] terms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            largest = Math.max(largest, term);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum);
    }

    public static double clamp(double value, double min, double max) {
        return Math.max(min, Math.min(max, value));
    }
}
