package scorescape.math;

/// Scalar functions written so that they keep their digits.
public final class Numerics {

    private Numerics() {}

    /// `ln Σ exp(terms)`, without overflow or underflow: −∞ when every term is −∞ or there is none.
    ///
    /// @param terms finite or −∞
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

    /// `a·b − c·d` with an error of at most 1.5 ulp of the result, by two fused multiplications.
    ///
    /// Source: Jeannerod, Louvet & Muller 2013, "Further analysis of Kahan's algorithm for the accurate computation of
    /// 2×2 determinants".
    public static double differenceOfProducts(double a, double b, double c, double d) {
        double product = c * d;
        double error = Math.fma(-c, d, product);
        return Math.fma(a, b, -product) + error;
    }

    /// `ln(1 + exp(x))`, without overflow, right where it is small.
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /// The index of the largest value, of equals the first.
    ///
    /// @param values at least one
    public static int indexOfLargest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /// From 0 to 1 with a soft start and end, `3t² − 2t³`; 0 before and 1 after.
    public static double smoothstep(double t) {
        double u = Math.clamp(t, 0, 1);
        return u * u * (3 - 2 * u);
    }
}
