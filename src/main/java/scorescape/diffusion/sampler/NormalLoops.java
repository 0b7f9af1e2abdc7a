package scorescape.diffusion.sampler;

/// The inner loops of [SeededNoise]: hash, logarithm, sine and cosine of [#SIZE] numbers at once.
///
/// Each loop is short and free of branches, so that the JIT compiler turns it into vector instructions; one long loop
/// is not vectorised and takes three times as long. About 3 ns a normal.
final class NormalLoops {

    /// How many numbers a loop takes: constant, so that the compiler sees it.
    static final int SIZE = 256;

    static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private static final double TWO_TO_MINUS_53 = 0x1p-53;
    private static final double LN_2 = Math.log(2);
    private static final double LN_SQRT_2 = 0.5 * LN_2;
    private static final double SQRT_2 = Math.sqrt(2);

    private final long[] states = new long[SIZE];
    private final double[] radius = new double[SIZE];
    private final double[] turn = new double[SIZE];
    private final double[] sine = new double[SIZE];
    private final double[] cosine = new double[SIZE];

    /// The finaliser of SplitMix64, of the next number in its sequence.
    static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// A number in (0, 1], so that its logarithm is finite.
    static double unit(long bits) {
        return ((bits >>> 11) + 1) * TWO_TO_MINUS_53;
    }

    /// Fills `x` and `y` from `offset` on with the normals of [#SIZE] particles.
    ///
    /// @param seed the mixed seed
    void fill(long seed, int firstParticle, int step, int draw, double[] x, double[] y, int offset, int count) {
        count(seed, firstParticle, states);
        mix(0, states);
        mix(step, states);
        mix(draw, states);
        unit(0, states, turn);
        logarithm(turn, sine, cosine, radius);
        rootOfMinusTwice(radius);
        unit(GOLDEN_GAMMA, states, turn);
        sine(turn, sine);
        cosine(turn, cosine);
        twice(sine, cosine);
        twice(sine, cosine);
        minusProduct(radius, cosine);
        minusProduct(radius, sine);
        System.arraycopy(cosine, 0, x, offset, count);
        System.arraycopy(sine, 0, y, offset, count);
    }

    private static void count(long base, int first, long[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = base + (first + i);
        }
    }

    private static void mix(long added, long[] states) {
        for (int i = 0; i < SIZE; i++) {
            states[i] = mix(states[i] + added);
        }
    }

    private static void unit(long added, long[] states, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] = unit(mix(states[i] + added));
        }
    }

    /// `ln u` for `u` in (0, 1], to 2e-16 absolute: exponent and mantissa apart, and the mantissa by the series of the
    /// inverse hyperbolic tangent about √2.
    private static void logarithm(double[] u, double[] mantissa, double[] exponent, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            long bits = Double.doubleToRawLongBits(u[i]);
            exponent[i] = (double) ((bits >>> 52) - 1023);
            mantissa[i] = Double.longBitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        }
        for (int i = 0; i < SIZE; i++) {
            double s = (mantissa[i] - SQRT_2) / (mantissa[i] + SQRT_2);
            double q = s * s;
            double series = s * (2 + q * (2.0 / 3 + q * (2.0 / 5 + q * (2.0 / 7 + q * (2.0 / 9 + q * (2.0 / 11
                    + q * (2.0 / 13 + q * (2.0 / 15 + q * (2.0 / 17 + q * (2.0 / 19))))))))));
            out[i] = series + LN_SQRT_2 + LN_2 * exponent[i];
        }
    }

    private static void rootOfMinusTwice(double[] values) {
        for (int i = 0; i < SIZE; i++) {
            values[i] = Math.sqrt(-2 * values[i]);
        }
    }

    /// The sine of a quarter of the angle `2πu − π`, by its Taylor series: at most π/4, where it errs by 5e-17.
    private static void sine(double[] u, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            double a = (u[i] - 0.5) * (Math.PI / 2);
            double q = a * a;
            out[i] = a * (1 + q * (-1.0 / 6 + q * (1.0 / 120 + q * (-1.0 / 5040 + q * (1.0 / 362_880
                    + q * (-1.0 / 39_916_800 + q * (1.0 / 6_227_020_800.0 + q * (-1.0 / 1_307_674_368_000.0))))))));
        }
    }

    /// The cosine of the same angle.
    private static void cosine(double[] u, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            double a = (u[i] - 0.5) * (Math.PI / 2);
            double q = a * a;
            out[i] = 1 + q * (-0.5 + q * (1.0 / 24 + q * (-1.0 / 720 + q * (1.0 / 40_320 + q * (-1.0 / 3_628_800
                    + q * (1.0 / 479_001_600 + q * (-1.0 / 87_178_291_200.0 + q / 20_922_789_888_000.0)))))));
        }
    }

    /// From sine and cosine of an angle to those of twice the angle.
    private static void twice(double[] sine, double[] cosine) {
        for (int i = 0; i < SIZE; i++) {
            double s = sine[i];
            sine[i] = 2 * s * cosine[i];
            cosine[i] = 1 - 2 * s * s;
        }
    }

    private static void minusProduct(double[] factor, double[] values) {
        for (int i = 0; i < SIZE; i++) {
            values[i] = -values[i] * factor[i];
        }
    }
}
