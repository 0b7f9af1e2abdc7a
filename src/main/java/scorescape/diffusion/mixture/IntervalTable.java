package scorescape.diffusion.mixture;

/// The log density of a [NoisedInterval] for pictures: thousands of points in the time of ten.
///
/// Around the edge, from nine standard deviations of the noise inside to forty outside, polynomials of degree five take
/// value, slope and curvature at nodes a quarter of a standard deviation apart. Further in the density is flat to
/// rounding; further out its expansion in the distance is taken. The logarithm errs by less than 1e-7 of its size, or
/// 1e-7 where that is below 1.
final class IntervalTable {

    private static final double INSIDE = 9;
    private static final double OUTSIDE = 40;
    private static final double NODES_PER_SIGMA = 4;
    private static final int COEFFICIENTS = 6;

    /// Narrower intervals, in standard deviations of the noise, are all but points.
    private static final double NARROW = 0.01;

    private static final double HALF_LN_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final double scaledHalf;
    private final double sigma;
    private final double logSigma;
    private final double width;

    /// Distance from the middle at which the nodes begin, and how many pieces there are.
    private final double from;
    private final int pieces;
    private final double[] coefficients;

    /// The flat inside, where there is one.
    private final double plateau;

    IntervalTable(NoisedInterval interval, double scaledHalf, double sigma) {
        this.scaledHalf = scaledHalf;
        this.sigma = sigma;
        logSigma = Math.log(sigma);
        width = 2 * scaledHalf / sigma;
        from = Math.max(0, scaledHalf - INSIDE * sigma);
        double step = sigma / NODES_PER_SIGMA;
        pieces = (int) Math.ceil((scaledHalf + OUTSIDE * sigma - from) / step);
        coefficients = new double[COEFFICIENTS * pieces];
        NoisedInterval.Estimate before = interval.estimate(from);
        plateau = before.logDensity();
        for (int i = 0; i < pieces; i++) {
            NoisedInterval.Estimate after = interval.estimate(from + (i + 1) * step);
            fill(i, step, before, after);
            before = after;
        }
    }

    /// Hermite's polynomial through value, slope and curvature at both ends of a piece.
    private void fill(int piece, double step, NoisedInterval.Estimate before, NoisedInterval.Estimate after) {
        double c1 = step * before.score();
        double c2 = 0.5 * step * step * before.curvature();
        double value = after.logDensity() - before.logDensity() - c1 - c2;
        double slope = step * after.score() - c1 - 2 * c2;
        double curvature = 0.5 * step * step * after.curvature() - c2;
        int start = COEFFICIENTS * piece;
        coefficients[start] = before.logDensity();
        coefficients[start + 1] = c1;
        coefficients[start + 2] = c2;
        coefficients[start + 3] = 10 * value - 4 * slope + curvature;
        coefficients[start + 4] = -15 * value + 7 * slope - 2 * curvature;
        coefficients[start + 5] = 6 * value - 3 * slope + curvature;
    }

    double logDensity(double u) {
        double place = (Math.abs(u) - from) / sigma * NODES_PER_SIGMA;
        if (place < 0) {
            return plateau;
        }
        if (place >= pieces) {
            return farOutside((Math.abs(u) - scaledHalf) / sigma);
        }
        int piece = (int) place;
        double t = place - piece;
        int i = COEFFICIENTS * piece;
        double high = coefficients[i + 3] + t * (coefficients[i + 4] + t * coefficients[i + 5]);
        return coefficients[i] + t * (coefficients[i + 1] + t * (coefficients[i + 2] + t * high));
    }

    /// `ln ∫₀¹ exp(−a w v − w² v²/2) dv` and the rest, for `a` above forty.
    private double farOutside(double edge) {
        double fall = width * (edge + 0.5 * width);
        double mass = width < NARROW
                ? fall == 0 ? 1 : -Math.expm1(-fall) / fall
                : (tail(edge) - Math.exp(-fall) * tail(edge + width)) / width;
        return Math.log(mass) - HALF_LN_TWO_PI - logSigma - 0.5 * edge * edge;
    }

    /// The tail of a normal distribution over its density, to five terms of its expansion.
    private static double tail(double edge) {
        double inverse = 1 / (edge * edge);
        return (1 - inverse * (1 - 3 * inverse * (1 - 5 * inverse * (1 - 7 * inverse)))) / edge;
    }
}
