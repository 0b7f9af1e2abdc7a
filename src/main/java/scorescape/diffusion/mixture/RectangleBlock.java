package scorescape.diffusion.mixture;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// A [NoisedRectangle] at the points of a block: the formulas of [NoisedInterval] as loops, some ten times as fast as point
/// after point. Working memory of one thread.
///
/// With `R` the tail of a standard normal distribution over its density, `a` the near edge and `b = a + w` the far one,
///
///     ∫ₐᵇ exp(−t²/2) dt = exp(−a²/2) R(a) − exp(−b²/2) R(b),  with √(2π) exp(a²/2) − R(−a) for R(a) where a < 0
///
/// taken in units of `exp(−a²/2)` outside, where that may underflow. Where the integrand falls by less than `e` over a
/// narrow interval the difference loses its digits, and Gauss–Legendre takes its place.
///
/// All is in one array, with the sections of [BlockLoops] and some more, for the reasons given there.
final class RectangleBlock {

    private static final int SIZE = BlockLoops.SIZE;
    private static final int LOG = BlockLoops.LOG;
    private static final int POWER = BlockLoops.POWER;
    private static final int SUM = BlockLoops.SUM;
    private static final int REFERENCE = BlockLoops.REFERENCE;

    /// The place along an axis, and the near edge seen from there, in standard deviations of the noise.
    private static final int PLACE = BlockLoops.LENGTH;
    private static final int EDGE = PLACE + SIZE;

    /// Densities at both edges, in the units that were chosen, and the tails beyond them.
    private static final int NEAR_DENSITY = EDGE + SIZE;
    private static final int FAR_DENSITY = NEAR_DENSITY + SIZE;
    private static final int NEAR_TAIL = FAR_DENSITY + SIZE;
    private static final int FAR_TAIL = NEAR_TAIL + SIZE;

    /// The mean of the integrand over the interval, and that of the noise or of the place in it; in the end slope of the log
    /// density, or mean of `x₀`.
    private static final int MASS = FAR_TAIL + SIZE;
    private static final int VALUE = MASS + SIZE;

    /// The integrals by quadrature, of the integrand and of the distance from the near edge under it.
    private static final int INTEGRAL = VALUE + SIZE;
    private static final int MOMENT = INTEGRAL + SIZE;

    /// The values along the axes of the rectangle.
    private static final int ALONG = MOMENT + SIZE;
    private static final int ACROSS = ALONG + SIZE;
    private static final int LENGTH = ACROSS + SIZE;

    /// Intervals up to this width, in standard deviations of the noise, are narrow.
    private static final double NARROW = 0.25;

    /// So that a width or an integral of 0 can be divided by.
    private static final double SMALLEST_WIDTH = 1e-150;

    /// Enough for narrow intervals over which the integrand falls by less than `e`: an error below 1e-20.
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(8, 0, 1);

    /// Further out, in standard deviations, means of `x₀` lose digits.
    private static final double FARTHEST_MEAN = 24;

    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

    private final double[] cells = new double[LENGTH];

    /// Whether the rectangle can be taken at points this far from its middle along an axis of it.
    static boolean isInReach(double distance, double sigma, boolean drowned) {
        return !drowned || distance < FARTHEST_MEAN * sigma;
    }

    /// Fills the logarithms and the vectors of a block.
    ///
    /// @param drowned whether to take the ratio to pure noise and the posterior mean, or log density and score
    void evaluate(NoisedRectangle rectangle, double logWeight, boolean drowned, double[] block) {
        BlockLoops.copy(block, BlockLoops.X, cells, BlockLoops.X);
        BlockLoops.copy(block, BlockLoops.Y, cells, BlockLoops.Y);
        NoisedInterval along = rectangle.along();
        NoisedInterval across = rectangle.across();
        double cos = rectangle.cos();
        double sin = rectangle.sin();
        double x = rectangle.centreX();
        double y = rectangle.centreY();
        BlockLoops.clear(0, cells);
        Arrays.fill(cells, SUM, SUM + SIZE, 1);
        place(cos, sin, x, y, along);
        evaluate(along, cos * x + sin * y, drowned);
        BlockLoops.copy(cells, VALUE, cells, ALONG);
        place(-sin, cos, x, y, across);
        evaluate(across, cos * y - sin * x, drowned);
        BlockLoops.copy(cells, VALUE, cells, ACROSS);
        BlockLoops.logarithm(logWeight + (drowned ? 0 : -NoisedShape.LN_TWO_PI - 2 * Math.log(along.sigma())), cells);
        turn(cos, sin, drowned ? rectangle.meanX() : 0, drowned ? rectangle.meanY() : 0, cells);
        BlockLoops.putLog(cells, LOG, block);
        BlockLoops.copy(cells, BlockLoops.VALUE_X, block, BlockLoops.VALUE_X);
        BlockLoops.copy(cells, BlockLoops.VALUE_Y, block, BlockLoops.VALUE_Y);
    }

    /// Multiplies the sum with the density of an interval, in units that go to the reference, and leaves slope or mean in
    /// [#VALUE].
    private void evaluate(NoisedInterval interval, double origin, boolean drowned) {
        double width = Math.max(interval.width(), SMALLEST_WIDTH);
        boolean isNarrow = width <= NARROW;
        tails(width, cells);
        nearExponent(cells);
        BlockLoops.exponential(cells);
        putNear(cells);
        farExponent(width, cells);
        BlockLoops.exponential(cells);
        putFar(cells);
        // The mean from the near edge on in widths, or from the place on in standard deviations.
        double share = drowned ? 1 : 0;
        double unit = drowned ? 1 / width : 1;
        combine(width, share, unit, cells);
        if (isNarrow) {
            integrate(width);
            blend(width, 1 - share, drowned ? 1 : width, cells);
        }
        multiply(cells);
        if (drowned) {
            addRatio(interval.scaledHalf(), origin, interval.sigma(), isNarrow ? 0 : 0.5, cells);
            means(interval.half(), cells);
        } else {
            addDistance(isNarrow ? 1 : 0, cells);
            slopes(1 / interval.sigma(), cells);
        }
    }

    private void place(double a, double b, double centreX, double centreY, NoisedInterval interval) {
        place(a, b, centreX, centreY, interval.scaledHalf(), 1 / interval.sigma(), cells);
    }

    private static void place(double a, double b, double centreX, double centreY, double half, double scale,
            double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            double place = Math.fma(a, cells[BlockLoops.X + i] - centreX, b * (cells[BlockLoops.Y + i] - centreY));
            cells[PLACE + i] = place;
            cells[EDGE + i] = (Math.abs(place) - half) * scale;
        }
    }

    /// `R(z)` for `z ≥ 0`: `(z + 1) R(z)` is a polynomial in `(z − 4)/(z + 4)`, from its expansion in Chebyshev polynomials;
    /// right to 4e-16.
    private static double tail(double z) {
        double t = (z - 4) / (z + 4);
        double p = Math.fma(4.4799558480528063e-10, t, -1.6952633874265284e-09);
        p = Math.fma(p, t, -6.562234275011612e-09);
        p = Math.fma(p, t, 1.372287697342155e-08);
        p = Math.fma(p, t, 5.0777800764675704e-08);
        p = Math.fma(p, t, -4.494877411648817e-08);
        p = Math.fma(p, t, -2.869288884960133e-07);
        p = Math.fma(p, t, -3.101543965907656e-09);
        p = Math.fma(p, t, 1.390761522973735e-06);
        p = Math.fma(p, t, 1.0194894150343728e-06);
        p = Math.fma(p, t, -6.5533536359611015e-06);
        p = Math.fma(p, t, -8.606188019781883e-06);
        p = Math.fma(p, t, 3.415881396101126e-05);
        p = Math.fma(p, t, 5.326697097587694e-05);
        p = Math.fma(p, t, -0.00022021557558712753);
        p = Math.fma(p, t, -0.00023670175883235386);
        p = Math.fma(p, t, 0.0017418487737127294);
        p = Math.fma(p, t, -0.000715950905283575);
        p = Math.fma(p, t, -0.012539103620396029);
        p = Math.fma(p, t, 0.04495912907706983);
        p = Math.fma(p, t, -0.08070800967905241);
        p = Math.fma(p, t, 0.07169048120143742);
        p = Math.fma(p, t, 0.03509188023474801);
        p = Math.fma(p, t, -0.2423996705218081);
        return Math.fma(p, t, 1.1832619145678034) / (z + 1);
    }

    private static void tails(double width, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            cells[NEAR_TAIL + i] = tail(Math.abs(cells[EDGE + i]));
        }
        for (int i = 0; i < SIZE; i++) {
            cells[FAR_TAIL + i] = tail(Math.abs(cells[EDGE + i] + width));
        }
    }

    /// `ln` of the density at the near edge: in units of itself outside.
    private static void nearExponent(double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            double edge = cells[EDGE + i];
            double inside = edge - Math.abs(edge);
            cells[LOG + i] = inside * inside * (-0.125 / BlockLoops.UNIT);
        }
    }

    private static void putNear(double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            cells[NEAR_DENSITY + i] = cells[POWER + i];
            cells[NEAR_TAIL + i] *= cells[POWER + i];
        }
    }

    private static void farExponent(double width, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            double edge = cells[EDGE + i];
            double far = edge + width;
            double outside = 0.5 * (edge + Math.abs(edge));
            cells[LOG + i] = (far - outside) * (far + outside) * (-0.5 / BlockLoops.UNIT);
        }
    }

    private static void putFar(double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            cells[FAR_DENSITY + i] = cells[POWER + i];
            cells[FAR_TAIL + i] *= cells[POWER + i];
        }
    }

    private static void combine(double width, double share, double unit, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            double edge = cells[EDGE + i];
            double side = Math.signum(edge);
            double all = SQRT_TWO_PI * 0.5 * (1 - side);
            double integral = all + (side * cells[NEAR_TAIL + i] - cells[FAR_TAIL + i]);
            double mean = (cells[NEAR_DENSITY + i] - cells[FAR_DENSITY + i]) / (integral + SMALLEST_WIDTH);
            cells[MASS + i] = integral / width;
            cells[VALUE + i] = (mean - share * edge) * unit;
        }
    }

    /// In units of the density at the near edge, also inside.
    private void integrate(double width) {
        Arrays.fill(cells, INTEGRAL, ALONG, 0);
        for (int node = 0; node < RULE.getNumberOfPoints(); node++) {
            double offset = width * RULE.getPoint(node);
            fall(offset, cells);
            BlockLoops.exponential(cells);
            addNode(RULE.getWeight(node), RULE.getPoint(node), cells);
        }
    }

    private static void fall(double offset, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            cells[LOG + i] = Math.max((cells[EDGE + i] + 0.5 * offset) * (-offset / BlockLoops.UNIT), -1000);
        }
    }

    private static void addNode(double weight, double position, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            double p = weight * cells[POWER + i];
            cells[INTEGRAL + i] += p;
            cells[MOMENT + i] = Math.fma(position, p, cells[MOMENT + i]);
        }
    }

    /// Takes the quadrature where the integrand falls by less than `e`.
    private static void blend(double width, double share, double unit, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            double edge = cells[EDGE + i];
            double isFar = 0.5 + 0.5 * Math.signum(width * (edge + 0.5 * width) - 1);
            double isNear = 1 - isFar;
            double integral = cells[INTEGRAL + i];
            double value = Math.fma(share, edge, unit * (cells[MOMENT + i] / (integral + SMALLEST_WIDTH)));
            cells[MASS + i] = isFar * cells[MASS + i] + isNear * integral;
            cells[VALUE + i] = isFar * cells[VALUE + i] + isNear * value;
        }
    }

    private static void multiply(double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            cells[SUM + i] *= cells[MASS + i];
        }
    }

    /// The unit of the integral, `exp(−a²/2)`: inside, where `a` is negative, only if `inside` is 1.
    private static void addDistance(double inside, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            double edge = cells[EDGE + i];
            double out = 0.5 * (edge + Math.abs(edge));
            double in = edge - out;
            cells[REFERENCE + i] += Math.fma(out, out, inside * in * in) * (-0.5 / BlockLoops.UNIT);
        }
    }

    /// The same over the density of pure noise, see [NoisedInterval#logRatioToNoise].
    private static void addRatio(double half, double origin, double sigma, double inside, double[] cells) {
        double scale = 1 / sigma / sigma;
        for (int i = 0; i < SIZE; i++) {
            double place = cells[PLACE + i];
            double edge = cells[EDGE + i];
            double in = 0.5 * (edge - Math.abs(edge));
            double exponent = half * (Math.abs(place) - 0.5 * half) + origin * (place + 0.5 * origin);
            cells[REFERENCE + i] += Math.fma(exponent, scale, inside * in * in) * (1 / BlockLoops.UNIT);
        }
    }

    private static void means(double half, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            cells[VALUE + i] = Math.signum(cells[PLACE + i]) * half * Math.fma(-2, cells[VALUE + i], 1);
        }
    }

    private static void slopes(double scale, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            cells[VALUE + i] = -Math.signum(cells[PLACE + i]) * scale * cells[VALUE + i];
        }
    }

    /// From the axes of the rectangle to those of the plane.
    private static void turn(double cos, double sin, double x, double y, double[] cells) {
        for (int i = 0; i < SIZE; i++) {
            double along = cells[ALONG + i];
            double across = cells[ACROSS + i];
            cells[BlockLoops.VALUE_X + i] = x + Math.fma(cos, along, -sin * across);
            cells[BlockLoops.VALUE_Y + i] = y + Math.fma(sin, along, cos * across);
        }
    }
}
