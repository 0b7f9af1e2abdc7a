package scorescape.diffusion.mixture;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// An arc of a circle under noise.
///
/// With `r` the distance from the centre `α c` and ψ the angle on the arc, seen from the direction of the point, the
/// posterior of ψ is a von Mises distribution cut to the arc, `∝ exp(−2κ sin²(ψ/2))` with `κ = α ρ r/σ²`, and
///
///     p_t(x) = exp(−(r − α ρ)²/2σ²)/(2πσ²) · mean over the arc of exp(−2κ sin²(ψ/2))
///
/// On a full circle the mean is `exp(−κ) I₀(κ)` with the modified Bessel function. Moments of `cos ψ` and `sin ψ` give the
/// rest. All are integrated by a Gauss–Legendre rule on each half turn, where the exponent is monotone, cut where the
/// integrand has fallen by `exp(−40)`: to rounding, on arcs of any length and for any κ.
final class NoisedArc implements NoisedShape {

    private static final double NEGLIGIBLE_EXPONENT = 40;
    private static final int NODES = 32;

    /// Below this fall of the cosine the arc is short enough for an expansion, and differences lose digits.
    private static final double NARROW = 1e-5;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES, 0, 1);

    private final double meanX;
    private final double meanY;
    private final double radius;
    private final double start;
    private final double sweep;
    private final double alpha;
    private final double sigma;

    /// @param sigma positive
    NoisedArc(ArcComponent arc, double alpha, double sigma) {
        meanX = arc.centre().x();
        meanY = arc.centre().y();
        radius = arc.radius();
        start = arc.start();
        sweep = arc.sweep();
        this.alpha = alpha;
        this.sigma = sigma;
    }

    /// The moments of the cut von Mises distribution.
    private static final class Moments {

        /// `ln` of the mean over the arc of `exp(−2κ sin²(ψ/2))`.
        double logMean;

        /// Means of `1 − cos ψ` and of `sin ψ`.
        double deficit;
        double sine;

        /// Central second moments of `cos ψ` and `sin ψ`.
        double cosineVariance;
        double covariance;
        double sineVariance;
    }

    @Override
    public double logDensity(double x, double y) {
        double dx = x - alpha * meanX;
        double dy = y - alpha * meanY;
        double distance = Math.hypot(dx, dy);
        return logOf(distance, moments(distance, Math.atan2(dy, dx)).logMean);
    }

    private double logOf(double distance, double logMean) {
        double gap = (distance - alpha * radius) / sigma;
        return logMean - LN_TWO_PI - 2 * Math.log(sigma) - 0.5 * gap * gap;
    }

    @Override
    public double logRatioToNoise(double x, double y) {
        double dx = x - alpha * meanX;
        double dy = y - alpha * meanY;
        double distance = Math.hypot(dx, dy);
        double shift = meanX * (x - 0.5 * alpha * meanX) + meanY * (y - 0.5 * alpha * meanY);
        double pull = radius * (distance - 0.5 * alpha * radius);
        return moments(distance, Math.atan2(dy, dx)).logMean + alpha * (shift + pull) / sigma / sigma;
    }

    @Override
    public void estimate(double x, double y, LocalEstimate out) {
        double dx = x - alpha * meanX;
        double dy = y - alpha * meanY;
        double distance = Math.hypot(dx, dy);
        double angle = Math.atan2(dy, dx);
        Moments m = moments(distance, angle);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double scale = alpha * radius / sigma;

        double alongScore = ((alpha * radius - distance) / sigma - scale * m.deficit) / sigma;
        double acrossScore = scale * m.sine / sigma;
        out.logDensity = logOf(distance, m.logMean);
        out.scoreX = c * alongScore - s * acrossScore;
        out.scoreY = s * alongScore + c * acrossScore;

        double along = radius * (1 - m.deficit);
        double across = radius * m.sine;
        out.meanX = meanX + c * along - s * across;
        out.meanY = meanY + s * along + c * across;

        double xx = c * c * m.cosineVariance - 2 * c * s * m.covariance + s * s * m.sineVariance;
        double xy = c * s * (m.cosineVariance - m.sineVariance) + (c * c - s * s) * m.covariance;
        double yy = s * s * m.cosineVariance + 2 * c * s * m.covariance + c * c * m.sineVariance;
        out.covarianceXX = radius * radius * xx;
        out.covarianceXY = radius * radius * xy;
        out.covarianceYY = radius * radius * yy;
        out.hessianXX = (scale * scale * xx - 1) / (sigma * sigma);
        out.hessianXY = scale * scale * xy / (sigma * sigma);
        out.hessianYY = (scale * scale * yy - 1) / (sigma * sigma);
    }

    /// @param angle direction of the point from the centre
    private Moments moments(double distance, double angle) {
        double kappa = alpha * radius / sigma * (distance / sigma);
        // The arc seen from the point begins within a turn of its direction.
        double begin = Math.IEEEremainder(start - angle, 2 * Math.PI);
        double end = begin + sweep;
        int first = (int) Math.floor(begin / Math.PI);
        int last = (int) Math.ceil(end / Math.PI);
        double smallest = Double.POSITIVE_INFINITY;
        double deficit = 0;
        double sine = 0;
        for (int half = first; half < last; half++) {
            double near = nearest(half, begin, end);
            double exponent = exponent(kappa, near);
            if (exponent < smallest) {
                smallest = exponent;
                deficit = deficit(near);
                sine = side(half) * Math.sin(near);
            }
        }

        int capacity = (last - first) * NODES;
        double[] masses = new double[capacity];
        double[] sines = new double[capacity];
        double[] deficits = new double[capacity];
        int count = 0;
        for (int half = first; half < last; half++) {
            double length = Math.min(end, (half + 1) * Math.PI) - Math.max(begin, half * Math.PI);
            double near = nearest(half, begin, end);
            double lead = exponent(kappa, near) - smallest;
            double reach = Math.min(length, reach(kappa, near, lead));
            double side = side(half);
            // As they differ from those of the nearest angle of all: what is left of a narrow law keeps its digits.
            double deficitAhead = deficit(near) - deficit;
            double sineAhead = side * Math.sin(near) - sine;
            for (int i = 0; reach > 0 && i < NODES; i++) {
                double step = reach * RULE.getPoint(i);
                double chord = 2 * Math.sin(0.5 * step);
                // sin²(b) − sin²(a) = sin(b − a) sin(b + a) keeps its digits for any κ.
                double rise = chord * Math.sin(near + 0.5 * step);
                masses[count] = reach * RULE.getWeight(i) * Math.exp(-lead - kappa * rise);
                deficits[count] = deficitAhead + rise;
                sines[count] = sineAhead + side * chord * Math.cos(near + 0.5 * step);
                count++;
            }
        }
        Moments moments = moments(count, masses, deficits, sines, smallest);
        moments.deficit += deficit;
        moments.sine += sine;
        return moments;
    }

    /// @param deficits from the one of the nearest angle on, as those of the result
    /// @param sines the same
    private Moments moments(int count, double[] masses, double[] deficits, double[] sines, double smallest) {
        var moments = new Moments();
        double mass = 0;
        for (int i = 0; i < count; i++) {
            mass += masses[i];
            moments.deficit += masses[i] * deficits[i];
            moments.sine += masses[i] * sines[i];
        }
        moments.deficit /= mass;
        moments.sine /= mass;
        for (int i = 0; i < count; i++) {
            double cosine = moments.deficit - deficits[i];
            double sine = sines[i] - moments.sine;
            moments.cosineVariance += masses[i] * cosine * cosine;
            moments.covariance += masses[i] * cosine * sine;
            moments.sineVariance += masses[i] * sine * sine;
        }
        moments.cosineVariance /= mass;
        moments.covariance /= mass;
        moments.sineVariance /= mass;
        moments.logMean = Math.log(mass / sweep) - smallest;
        return moments;
    }

    /// The angle, from 0 to π, at which the arc comes nearest to the direction of the point in a half turn.
    private static double nearest(int half, double begin, double end) {
        return Math.floorMod(half, 2) == 0
                ? Math.max(0, begin - half * Math.PI)
                : Math.max(0, (half + 1) * Math.PI - end);
    }

    private static double exponent(double kappa, double angle) {
        return kappa * deficit(angle);
    }

    /// `1 − cos` of an angle.
    private static double deficit(double angle) {
        double s = Math.sin(0.5 * angle);
        return 2 * s * s;
    }

    /// The sign of `sin ψ` in a half turn.
    private static double side(int half) {
        return Math.floorMod(half, 2) == 0 ? 1 : -1;
    }

    /// How far the integrand reaches from `angle` on, before it has fallen to nothing; not positive if it is nothing there.
    ///
    /// @param lead by how much the exponent there is above the smallest
    private static double reach(double kappa, double angle, double lead) {
        double fall = (NEGLIGIBLE_EXPONENT - lead) / kappa;
        if (fall <= 0) {
            return 0;
        }
        if (fall > NARROW) {
            double s = Math.sin(0.5 * angle);
            double limit = s * s + 0.5 * fall;
            return limit >= 1 ? Math.PI : 2 * Math.asin(Math.sqrt(limit)) - angle;
        }
        // To second order: fall = t sin a + ½ t² cos a.
        double s = Math.sin(angle);
        double discriminant = s * s + 2 * fall * Math.cos(angle);
        return discriminant <= 0 ? Math.PI : 2 * fall / (s + Math.sqrt(discriminant));
    }
}
