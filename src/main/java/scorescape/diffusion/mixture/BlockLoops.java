package scorescape.diffusion.mixture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;

/// The innermost loops over blocks of 256 points, written so that the JIT compiles them to vector instructions.
///
/// A block is one array, cut into sections of [#SIZE] numbers. Five things make the JIT vectorise the loops, and are easily
/// lost: all that a loop reads and writes is in one array at constant offsets, so that it sees that nothing overlaps; a
/// loop holds no more than one term of a mixture, and has no branch; every block has the same size; there is neither
/// `Math.exp` nor `Math.log`; and the bits of numbers are changed in loops of their own, which see the block as integers.
///
/// The sums of a block are those of a mixture at each point, relative to a reference `m` for its log terms: the sum
/// `Σ exp(log − m)`, and the same weighted with a vector of the term. The reference is the largest log term, or any number
/// from which no point is further than [#REACH].
///
/// Logarithms are to the base 2 inside.
final class BlockLoops {

    static final int SIZE = 256;

    /// The sections. A logarithm, and from it a number as mantissa and exponent: enough for [#exponential].
    static final int LOG = 0;
    private static final int MANTISSA = SIZE;
    private static final int EXPONENT = 2 * SIZE;
    private static final int SHORT_LENGTH = 3 * SIZE;

    /// The number, when mantissa and exponent are put together.
    static final int POWER = MANTISSA;

    /// The vector of a term; in the end the mean of the vectors.
    static final int VALUE_X = 3 * SIZE;
    static final int VALUE_Y = 4 * SIZE;

    /// What follows from the mean.
    static final int OTHER_X = MANTISSA;
    static final int OTHER_Y = EXPONENT;

    /// Coordinates of the points.
    static final int X = 5 * SIZE;
    static final int Y = 6 * SIZE;

    /// The reference and what is summed.
    static final int REFERENCE = 7 * SIZE;
    static final int SUM = 8 * SIZE;
    static final int SUM_X = 9 * SIZE;
    static final int SUM_Y = 10 * SIZE;

    /// The reference before it was raised.
    static final int EARLIER = 11 * SIZE;
    static final int LENGTH = 12 * SIZE;

    /// How many numbers describe a Gaussian to [#add], and to [#addRatio].
    static final int TERM = 9;
    static final int RATIO_TERM = 11;

    /// The unit of logarithms in the blocks.
    static final double UNIT = Math.log(2);

    /// Differences of logarithms, in units, must stay below this.
    static final double LARGEST_LOG = 1e12;

    /// How far below the reference the largest term of a point may be, in units.
    static final double REACH = 800;

    /// Exponents below this count as this.
    private static final long LEAST_EXPONENT = -1000;

    /// A number added to this is rounded to an integer, which is then in its last bits.
    private static final double ROUNDER = 0x1.8p52;
    private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);

    private static final ValueLayout.OfLong BITS = ValueLayout.JAVA_LONG;
    private static final int BYTES = Double.BYTES;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = Double.doubleToRawLongBits(1);
    private static final long TWO_TO_52_BITS = Double.doubleToRawLongBits(0x1p52);

    /// What stands above the exponent when it is read as a number.
    private static final double EXPONENT_BIAS = 0x1p52 + 1023;
    private static final double SQRT_TWO = Math.sqrt(2);

    private BlockLoops() {}

    static double[] block() {
        return new double[LENGTH];
    }

    /// A block for [#exponential] alone.
    static double[] shortBlock() {
        return new double[SHORT_LENGTH];
    }

    /// Forgets what was summed.
    static void clear(double reference, double[] block) {
        Arrays.fill(block, REFERENCE, SUM, reference);
        Arrays.fill(block, SUM, EARLIER, 0);
    }

    /// Copies a section to another place.
    static void copy(double[] block, int section, double[] out, int at) {
        System.arraycopy(block, section, out, at, SIZE);
    }

    /// The box around the points, or null if one of them is further from an axis than `farthest`, or nowhere.
    static @Nullable Bounds box(double farthest, double[] block) {
        double minX = block[X];
        double maxX = minX;
        for (int i = X; i < X + SIZE; i++) {
            minX = Math.min(minX, block[i]);
            maxX = Math.max(maxX, block[i]);
        }
        double minY = block[Y];
        double maxY = minY;
        for (int i = Y; i < Y + SIZE; i++) {
            minY = Math.min(minY, block[i]);
            maxY = Math.max(maxY, block[i]);
        }
        // False for what is not a number, too.
        return minX > -farthest && maxX < farthest && minY > -farthest && maxY < farthest
                ? new Bounds(minX, minY, maxX, maxY)
                : null;
    }

    /// `2^f` for `f = q − n` from −½ to ½, by the polynomial that is right at eleven Chebyshev nodes: relative to 3e-16.
    private static double mantissa(double q) {
        double f = q - ((q + ROUNDER) - ROUNDER);
        double p = Math.fma(7.072585949269223e-09, f, 1.0208690299958306e-07);
        p = Math.fma(p, f, 1.321544258792169e-06);
        p = Math.fma(p, f, 1.5252657260200837e-05);
        p = Math.fma(p, f, 0.0001540353044173605);
        p = Math.fma(p, f, 0.0013333558230164974);
        p = Math.fma(p, f, 0.009618129107606888);
        p = Math.fma(p, f, 0.05550410866444772);
        p = Math.fma(p, f, 0.24022650695910097);
        p = Math.fma(p, f, 0.69314718055995);
        return Math.fma(p, f, 1.0);
    }

    /// Puts [#mantissa] and exponent together, by adding the exponent to the bits of the mantissa.
    private static void power(double[] block) {
        MemorySegment bits = MemorySegment.ofArray(block);
        for (int i = 0; i < SIZE; i++) {
            long n = Math.max(bits.get(BITS, BYTES * (EXPONENT + (long) i)) - ROUNDER_BITS, LEAST_EXPONENT);
            long mantissa = bits.get(BITS, BYTES * (MANTISSA + (long) i));
            bits.set(BITS, BYTES * (POWER + (long) i), mantissa + (n << MANTISSA_BITS));
        }
    }

    /// `power = 2^log`, for logs from `−`[#LARGEST_LOG] to 1000; what is below `2^−1000` counts as that.
    static void exponential(double[] block) {
        for (int i = 0; i < SIZE; i++) {
            double q = block[LOG + i];
            block[MANTISSA + i] = mantissa(q);
            block[EXPONENT + i] = q + ROUNDER;
        }
        power(block);
    }

    /// Raises the reference to a Gaussian: its logarithm is `constant − u² − v²` with `u = l11 dx`, `v = l21 dx + l22 dy`,
    /// `d = x − centre`.
    ///
    /// @param terms from `at` on: `l11, l21, l22`, the centre, the constant
    static void raise(double[] terms, int at, double[] block) {
        double l11 = terms[at];
        double l21 = terms[at + 1];
        double l22 = terms[at + 2];
        double centreX = terms[at + 3];
        double centreY = terms[at + 4];
        double constant = terms[at + 5];
        for (int i = 0; i < SIZE; i++) {
            double dx = block[X + i] - centreX;
            double dy = block[Y + i] - centreY;
            double u = l11 * dx;
            double v = Math.fma(l21, dx, l22 * dy);
            block[REFERENCE + i] = Math.max(block[REFERENCE + i], Math.fma(-u, u, Math.fma(-v, v, constant)));
        }
    }

    /// Adds such a Gaussian with the vector `(a u + b v, c v)`.
    ///
    /// @param terms see [#raise], and `a, b, c` after that
    static void add(double[] terms, int at, double[] block) {
        double l11 = terms[at];
        double l21 = terms[at + 1];
        double l22 = terms[at + 2];
        double centreX = terms[at + 3];
        double centreY = terms[at + 4];
        double constant = terms[at + 5];
        double a = terms[at + 6];
        double b = terms[at + 7];
        double c = terms[at + 8];
        for (int i = 0; i < SIZE; i++) {
            double dx = block[X + i] - centreX;
            double dy = block[Y + i] - centreY;
            double u = l11 * dx;
            double v = Math.fma(l21, dx, l22 * dy);
            double q = Math.fma(-u, u, Math.fma(-v, v, constant - block[REFERENCE + i]));
            block[MANTISSA + i] = mantissa(q);
            block[EXPONENT + i] = q + ROUNDER;
            block[VALUE_X + i] = Math.fma(a, u, b * v);
            block[VALUE_Y + i] = c * v;
        }
        power(block);
        addPower(block);
    }

    /// Raises the reference to the ratio of a Gaussian to another: its logarithm is
    /// `constant + x (xx x + xy y + bx) + y (yy y + by)`.
    ///
    /// @param terms from `at` on: `bx, by, xx, xy, yy`, the constant
    static void raiseRatio(double[] terms, int at, double[] block) {
        double bx = terms[at];
        double by = terms[at + 1];
        double xx = terms[at + 2];
        double xy = terms[at + 3];
        double yy = terms[at + 4];
        double constant = terms[at + 5];
        for (int i = 0; i < SIZE; i++) {
            double x = block[X + i];
            double y = block[Y + i];
            double u = Math.fma(xx, x, Math.fma(xy, y, bx));
            double v = Math.fma(yy, y, by);
            block[REFERENCE + i] = Math.max(block[REFERENCE + i], Math.fma(u, x, Math.fma(v, y, constant)));
        }
    }

    /// Adds such a term with the vector `(ax + gxx x + gxy y, ay + gxy x + gyy y)`.
    ///
    /// @param terms see [#raiseRatio], and `ax, ay, gxx, gxy, gyy` after that
    static void addRatio(double[] terms, int at, double[] block) {
        double bx = terms[at];
        double by = terms[at + 1];
        double xx = terms[at + 2];
        double xy = terms[at + 3];
        double yy = terms[at + 4];
        double constant = terms[at + 5];
        double ax = terms[at + 6];
        double ay = terms[at + 7];
        double gxx = terms[at + 8];
        double gxy = terms[at + 9];
        double gyy = terms[at + 10];
        for (int i = 0; i < SIZE; i++) {
            double x = block[X + i];
            double y = block[Y + i];
            double u = Math.fma(xx, x, Math.fma(xy, y, bx));
            double v = Math.fma(yy, y, by);
            double q = Math.fma(u, x, Math.fma(v, y, constant - block[REFERENCE + i]));
            block[MANTISSA + i] = mantissa(q);
            block[EXPONENT + i] = q + ROUNDER;
        }
        for (int i = 0; i < SIZE; i++) {
            double x = block[X + i];
            double y = block[Y + i];
            block[VALUE_X + i] = Math.fma(gxx, x, Math.fma(gxy, y, ax));
            block[VALUE_Y + i] = Math.fma(gxy, x, Math.fma(gyy, y, ay));
        }
        power(block);
        addPower(block);
    }

    private static void addPower(double[] block) {
        for (int i = 0; i < SIZE; i++) {
            double p = block[POWER + i];
            block[SUM + i] += p;
            block[SUM_X + i] = Math.fma(p, block[VALUE_X + i], block[SUM_X + i]);
            block[SUM_Y + i] = Math.fma(p, block[VALUE_Y + i], block[SUM_Y + i]);
        }
    }

    /// Adds a Gaussian to the plain sum alone.
    ///
    /// @param terms see [#raise]
    static void addPlain(double[] terms, int at, double[] block) {
        double l11 = terms[at];
        double l21 = terms[at + 1];
        double l22 = terms[at + 2];
        double centreX = terms[at + 3];
        double centreY = terms[at + 4];
        double constant = terms[at + 5];
        for (int i = 0; i < SIZE; i++) {
            double dx = block[X + i] - centreX;
            double dy = block[Y + i] - centreY;
            double u = l11 * dx;
            double v = Math.fma(l21, dx, l22 * dy);
            double q = Math.fma(-u, u, Math.fma(-v, v, constant - block[REFERENCE + i]));
            block[MANTISSA + i] = mantissa(q);
            block[EXPONENT + i] = q + ROUNDER;
        }
        power(block);
        for (int i = 0; i < SIZE; i++) {
            block[SUM + i] += block[POWER + i];
        }
    }

    /// Puts natural logarithms from elsewhere into the block, those from `start` on. What is further below 0 than
    /// [#LARGEST_LOG] counts as that.
    static void putLog(double[] logs, int start, double[] block) {
        for (int i = 0; i < SIZE; i++) {
            block[LOG + i] = Math.max(logs[start + i] * (1 / UNIT), -LARGEST_LOG);
        }
    }

    /// Puts `−stiffness (x − centre)²` into the block.
    static void putParabola(double stiffness, double centre, double[] x, double[] block) {
        for (int i = 0; i < SIZE; i++) {
            double dx = x[i] - centre;
            block[LOG + i] = -stiffness * dx * dx;
        }
    }

    /// Adds a term whose logarithm and vector are in the block, and raises the reference to it.
    static void addLog(double[] block) {
        startRaising(block);
        for (int i = 0; i < SIZE; i++) {
            block[REFERENCE + i] = Math.max(block[REFERENCE + i], block[LOG + i]);
        }
        finishRaising(block);
        for (int i = 0; i < SIZE; i++) {
            double q = block[LOG + i] - block[REFERENCE + i];
            block[MANTISSA + i] = mantissa(q);
            block[EXPONENT + i] = q + ROUNDER;
        }
        power(block);
        addPower(block);
    }

    static void startRaising(double[] block) {
        copy(block, REFERENCE, block, EARLIER);
    }

    /// Refers the sums to the raised reference.
    static void finishRaising(double[] block) {
        for (int i = 0; i < SIZE; i++) {
            double q = block[EARLIER + i] - block[REFERENCE + i];
            block[MANTISSA + i] = mantissa(q);
            block[EXPONENT + i] = q + ROUNDER;
        }
        power(block);
        for (int i = 0; i < SIZE; i++) {
            double p = block[POWER + i];
            block[SUM + i] *= p;
            block[SUM_X + i] *= p;
            block[SUM_Y + i] *= p;
        }
    }

    /// The mean of the vectors, `value = sums / sum`, and `other = (a · coordinate + b · value) c`.
    static void means(double a, double b, double c, double[] block) {
        for (int i = 0; i < SIZE; i++) {
            double scale = 1 / block[SUM + i];
            double x = block[SUM_X + i] * scale;
            double y = block[SUM_Y + i] * scale;
            block[VALUE_X + i] = x;
            block[VALUE_Y + i] = y;
            block[OTHER_X + i] = Math.fma(a, block[X + i], b * x) * c;
            block[OTHER_Y + i] = Math.fma(a, block[Y + i], b * y) * c;
        }
    }

    /// The natural logarithm of what was summed, `log = ln 2 · reference + ln sum + constant`, for positive, finite, normal
    /// sums.
    ///
    /// With `s = 2ᵉ m`, `m` in `[1, 2)` and `z = (m − √2)/(m + √2)`, `ln s = (e + ½) ln 2 + 2 artanh z`, by eleven terms of
    /// its series. `Math.log` takes several times as long. The exponent becomes a number by writing its bits into those of 2⁵².
    static void logarithm(double constant, double[] block) {
        MemorySegment all = MemorySegment.ofArray(block);
        for (int i = 0; i < SIZE; i++) {
            long bits = all.get(BITS, BYTES * (SUM + (long) i));
            all.set(BITS, BYTES * (EXPONENT + (long) i), (bits >>> MANTISSA_BITS) | TWO_TO_52_BITS);
            all.set(BITS, BYTES * (MANTISSA + (long) i), (bits & MANTISSA_MASK) | ONE_BITS);
        }
        for (int i = 0; i < SIZE; i++) {
            double m = block[MANTISSA + i];
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
            double whole = (block[EXPONENT + i] - EXPONENT_BIAS) + 0.5 + block[REFERENCE + i];
            block[LOG + i] = Math.fma(whole, UNIT, 2 * p) + constant;
        }
    }

    /// `log += factor (x² + y²)`.
    static void addSquares(double factor, double[] block) {
        for (int i = 0; i < SIZE; i++) {
            double x = block[X + i];
            double y = block[Y + i];
            block[LOG + i] = Math.fma(factor, Math.fma(x, x, y * y), block[LOG + i]);
        }
    }

    static void scale(double factor, double[] out) {
        for (int i = 0; i < SIZE; i++) {
            out[i] *= factor;
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
}
