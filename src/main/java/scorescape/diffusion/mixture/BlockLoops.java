package scorescape.diffusion.mixture;

/// The innermost loops over blocks of 256 points, written so that the JIT compiles them to vector instructions.
///
/// Three things make it do so, and are easily lost: every loop is small, has no branch and writes to one array only; every
/// block has the same size, so that the compiled code never has to ask; and there is neither `Math.exp` nor `Math.max` in
/// the long loop, which the compiler leaves scalar or makes slow.
///
/// Logarithms are in units of 128 inside: with `q` such a number, `exp(128 q)` is `p(2q)` squared six times, `p` the
/// Taylor polynomial of the exponential.
final class BlockLoops {

    static final int SIZE = 256;

    /// The unit of logarithms in the blocks.
    static final double UNIT = 128;

    /// Differences of logarithms, in units, must stay below this, or the clamp of [#exponential] loses its digits.
    static final double LARGEST_LOG = 1e12;

    /// Half the clamp, in units: exponentials below `exp(−80)` count as that.
    private static final double CLAMP = 80 / UNIT;

    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;
    private static final double C6 = 1.0 / 720;
    private static final double C7 = 1.0 / 5040;
    private static final double C8 = 1.0 / 40320;
    private static final double C9 = 1.0 / 362880;

    private static final double SQRT_TWO = Math.sqrt(2);
    private static final double LN_TWO = Math.log(2);
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = Double.doubleToRawLongBits(1);
    private static final long TWO_TO_52_BITS = Double.doubleToRawLongBits(0x1p52);

    /// What stands above the exponent when it is read as a number.
    private static final double EXPONENT_BIAS = 0x1p52 + 1023;

    private BlockLoops() {}

    /// `values[i] = exp(128 (values[i] − origins[i]))`, for differences of at most 0 or a rounding error.
    ///
    /// Relative to the largest term, 1, the polynomial errs by less than 1e-17, for its own error `128 (q/64)¹⁰/10!` comes
    /// with the factor `exp(128 q)`; squaring six times leaves at most 64 rounding errors, 7e-15. The clamp at −80 is
    /// `|q + c| + (q − c)`, which is `2q` above and `−2c` below.
    static void exponential(double[] origins, double[] values) {
        for (int i = 0; i < SIZE; i++) {
            double q = values[i] - origins[i];
            double t = Math.abs(q + CLAMP) + (q - CLAMP);
            double p = Math.fma(C9, t, C8);
            p = Math.fma(p, t, C7);
            p = Math.fma(p, t, C6);
            p = Math.fma(p, t, C5);
            p = Math.fma(p, t, C4);
            p = Math.fma(p, t, C3);
            p = Math.fma(p, t, C2);
            p = Math.fma(p, t, 1.0);
            p = Math.fma(p, t, 1.0);
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            values[i] = p;
        }
    }

    /// `out = constant − (l11 dx)² − (l21 dx + l22 dy)²`, `d = x − centre`.
    static void logOfGaussian(double l11, double l21, double l22, double centreX, double centreY, double constant,
            double[] x, double[] y, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            double dx = x[i] - centreX;
            double dy = y[i] - centreY;
            double u = l11 * dx;
            double v = Math.fma(l21, dx, l22 * dy);
            out[i] = Math.fma(-u, u, Math.fma(-v, v, constant));
        }
    }

    /// `out = constant − stiffness (x − centre)²`: [#logOfGaussian] along a row of a grid.
    static void logOfGaussianAlongRow(double stiffness, double centre, double constant, double[] x, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            double dx = x[i] - centre;
            out[i] = Math.fma(-stiffness * dx, dx, constant);
        }
    }

    /// `out = constant + bx x + by y + xx x² + xy x y + yy y²`.
    static void quadratic(double constant, double bx, double by, double xx, double xy, double yy, double[] x,
            double[] y,
            double[] out) {
        for (int i = 0; i < SIZE; i++) {
            double u = Math.fma(xx, x[i], Math.fma(xy, y[i], bx));
            double v = Math.fma(yy, y[i], by);
            out[i] = Math.fma(u, x[i], Math.fma(v, y[i], constant));
        }
    }

    static void maximum(double[] a, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = Math.max(out[i], a[i]);
        }
    }

    static void add(double[] a, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] += a[i];
        }
    }

    static void addBoth(double[] a, double[] b, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] += a[i] + b[i];
        }
    }

    static void scale(double factor, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] *= factor;
        }
    }

    static void multiply(double[] factors, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] *= factors[i];
        }
    }

    /// `out += factor · values`.
    static void addMultiple(double factor, double[] values, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = Math.fma(factor, values[i], out[i]);
        }
    }

    /// [#addMultiple] for four at once, which share the traffic with memory.
    static void addFour(double a, double[] u, double b, double[] v, double c, double[] w, double d, double[] z,
            double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] += Math.fma(a, u[i], b * v[i]) + Math.fma(c, w[i], d * z[i]);
        }
    }

    /// `out += factors · values`.
    static void addProduct(double[] factors, double[] values, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = Math.fma(factors[i], values[i], out[i]);
        }
    }

    /// `out += shares · (a (centreX − x) + b (centreY − y))`.
    static void addPull(double a, double b, double centreX, double centreY, double[] x, double[] y, double[] shares,
            double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = Math.fma(shares[i], Math.fma(a, centreX - x[i], b * (centreY - y[i])), out[i]);
        }
    }

    /// [#addPull] for two terms at once, which share the traffic with memory.
    static void addPulls(double a, double b, double centreX, double centreY, double nextA, double nextB, double nextX,
            double nextY, double[] x, double[] y, double[] shares, double[] nextShares, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            double u = x[i];
            double v = y[i];
            double pull = shares[i] * Math.fma(a, centreX - u, b * (centreY - v));
            out[i] += Math.fma(nextShares[i], Math.fma(nextA, nextX - u, nextB * (nextY - v)), pull);
        }
    }

    /// `out += shares · (constant + a x + b y)`.
    static void addAffine(double constant, double a, double b, double[] x, double[] y, double[] shares, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = Math.fma(shares[i], Math.fma(a, x[i], Math.fma(b, y[i], constant)), out[i]);
        }
    }

    /// `out += factor (x² + y²)`.
    static void addSquares(double factor, double[] x, double[] y, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = Math.fma(factor, Math.fma(x[i], x[i], y[i] * y[i]), out[i]);
        }
    }

    /// `out = numerators / denominators`.
    static void divide(double[] numerators, double[] denominators, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = numerators[i] / denominators[i];
        }
    }

    /// `out = (a x + b y) c`.
    static void combine(double a, double[] x, double b, double[] y, double c, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = Math.fma(a, x[i], b * y[i]) * c;
        }
    }

    /// `out = 128 origins + ln sums + constant`, for positive, finite, normal sums.
    ///
    /// With `s = 2ᵉ m`, `m` in `[1, 2)` and `z = (m − √2)/(m + √2)`, `ln s = (e + ½) ln 2 + 2 artanh z`, by eleven terms of
    /// its series. `Math.log` takes four times as long. The exponent becomes a number by writing its bits into those of 2⁵².
    static void logarithm(double[] origins, double[] sums, double constant, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            long bits = Double.doubleToRawLongBits(sums[i]);
            double exponent = Double.longBitsToDouble((bits >>> MANTISSA_BITS) | TWO_TO_52_BITS) - EXPONENT_BIAS;
            double m = Double.longBitsToDouble((bits & MANTISSA_MASK) | ONE_BITS);
            double z = (m - SQRT_TWO) / (m + SQRT_TWO);
            double w = z * z;
            double p = Math.fma(1.0 / 21, w, 1.0 / 19);
            p = Math.fma(p, w, 1.0 / 17);
            p = Math.fma(p, w, 1.0 / 15);
            p = Math.fma(p, w, 1.0 / 13);
            p = Math.fma(p, w, 1.0 / 11);
            p = Math.fma(p, w, 1.0 / 9);
            p = Math.fma(p, w, 1.0 / 7);
            p = Math.fma(p, w, 1.0 / 5);
            p = Math.fma(p, w, 1.0 / 3);
            p = Math.fma(p * w, z, z);
            out[i] = Math.fma(UNIT, origins[i], Math.fma(exponent + 0.5, LN_TWO, 2 * p) + constant);
        }
    }
}
