package scorescape.diffusion.mixture;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfcx;

/// The uniform distribution on `[−h, h]` under noise, in one dimension.
///
/// With `t = (u − α x₀)/σ`, the noise that leads from `x₀` to `u`, the posterior of `t` is a standard normal cut to
/// `[a, a + w]`, `a = (|u| − α h)/σ`, `w = 2 α h/σ`; everything follows from its mass, mean and variance:
///
///     ln q(u) = ln (Φ(a + w) − Φ(a)) − ln 2αh,  score = −E[t]/σ,  curvature = (Var[t] − 1)/σ²,
///     E[x₀ | u] = (u − σ E[t])/α,  Var[x₀ | u] = (σ/α)² Var[t]
///
/// Well inside a wide interval the textbook formulas for these are used. Outside, or for a narrow one, they lose every
/// digit; there the offset `t − a = w v` from the near edge is integrated instead, `v` in `[0, 1]` with density
/// `∝ exp(−a w v − w² v²/2)`, by a Gauss–Legendre rule over the part that matters. All its terms are positive. With
/// α = 0 or `h = 0`, `w` is 0 and the same formulas give the prior, and the noise about a point.
final class NoisedInterval {

    /// The interval at one point: log density, its first two derivatives, mean and variance of `x₀` given `u`.
    record Estimate(double logDensity, double score, double curvature, double mean, double variance) {}

    /// Wider intervals, in standard deviations of the noise, take the textbook formulas inside: their variance there is
    /// not below a tenth, so that only a digit is lost.
    private static final double WIDE = 2;

    /// The integrand is cut where it has fallen by `exp(−40)`, four times below the rounding error.
    private static final double NEGLIGIBLE_EXPONENT = 40;

    /// Enough for an integrand that falls by `exp(−40)`: the error of the rule is below `1e-20` of the integral.
    private static final int NODES = 32;

    private static final double[] POSITIONS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES, 0, 1);
        for (int i = 0; i < NODES; i++) {
            POSITIONS[i] = rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
        }
    }

    private static final double HALF_LN_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double SQRT_HALF_PI = Math.sqrt(0.5 * Math.PI);

    private final double half;
    private final double scaledHalf;
    private final double alpha;
    private final double sigma;
    private final double logSigma;

    /// `w`, the width in standard deviations of the noise.
    private final double width;

    /// @param half `h`: finite, not negative
    /// @param sigma positive
    NoisedInterval(double half, double alpha, double sigma) {
        this.half = half;
        this.alpha = alpha;
        this.sigma = sigma;
        scaledHalf = alpha * half;
        logSigma = Math.log(sigma);
        width = 2 * scaledHalf / sigma;
    }

    double half() {
        return half;
    }

    double scaledHalf() {
        return scaledHalf;
    }

    double sigma() {
        return sigma;
    }

    /// The width in standard deviations of the noise.
    double width() {
        return width;
    }

    double logDensity(double u) {
        double edge = (Math.abs(u) - scaledHalf) / sigma;
        if (isWellInside(edge)) {
            return Math.log(massInside(edge)) - Math.log(2 * scaledHalf);
        }
        return logDensity(edge, mass(edge));
    }

    /// `ln (q(u) / N(u + offset; 0, σ²))`, for an interval narrower than the noise.
    double logRatioToNoise(double u, double offset) {
        double edge = (Math.abs(u) - scaledHalf) / sigma;
        double exponent = (scaledHalf * (Math.abs(u) - 0.5 * scaledHalf) + offset * (u + 0.5 * offset)) / sigma;
        return Math.log(mass(edge)) + exponent / sigma;
    }

    /// `∫₀¹ exp(−a w v − w² v²/2) dv`.
    private double mass(double edge) {
        double fall = width * (edge + 0.5 * width);
        if (edge >= 0 && fall > 1) {
            // The difference of two tails, which is not small beside them.
            double tails = Erfcx.value(edge * SQRT_HALF) - Math.exp(-fall) * Erfcx.value((edge + width) * SQRT_HALF);
            return SQRT_HALF_PI * tails / width;
        }
        double reach = reach(edge);
        double integral = 0;
        for (int i = 0; i < NODES; i++) {
            integral += WEIGHTS[i] * Math.exp(exponent(edge, reach * POSITIONS[i]));
        }
        return reach * integral;
    }

    Estimate estimate(double u) {
        double edge = (Math.abs(u) - scaledHalf) / sigma;
        double side = Math.copySign(1, u);
        return isWellInside(edge) ? inside(u, side, edge) : outside(side, edge);
    }

    private boolean isWellInside(double edge) {
        return edge <= 0 && width > WIDE;
    }

    private double massInside(double edge) {
        return 0.5 * ErfDifference.value(edge * SQRT_HALF, (edge + width) * SQRT_HALF);
    }

    private Estimate inside(double u, double side, double edge) {
        double mass = massInside(edge);
        double far = edge + width;
        double nearDensity = Math.exp(-0.5 * edge * edge - HALF_LN_TWO_PI) / mass;
        double farDensity = Math.exp(-0.5 * far * far - HALF_LN_TWO_PI) / mass;
        double mean = nearDensity - farDensity;
        // Far inside the products are 0, however large the edges: a normal density falls faster than any power.
        double shrink = product(edge, nearDensity) - product(far, farDensity) - mean * mean;
        double ratio = sigma / alpha;
        return new Estimate(Math.log(mass) - Math.log(2 * scaledHalf), -side * mean / sigma, shrink / (sigma * sigma),
                u / alpha - side * ratio * mean, ratio * ratio * (1 + shrink));
    }

    private static double product(double edge, double density) {
        return density == 0 ? 0 : edge * density;
    }

    private Estimate outside(double side, double edge) {
        double reach = reach(edge);
        double integral = 0;
        double first = 0;
        double[] density = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            density[i] = WEIGHTS[i] * Math.exp(exponent(edge, reach * POSITIONS[i]));
            integral += density[i];
            first += density[i] * POSITIONS[i];
        }
        double centre = first / integral;
        double second = 0;
        for (int i = 0; i < NODES; i++) {
            double offset = POSITIONS[i] - centre;
            second += density[i] * offset * offset;
        }
        double mean = reach * centre;
        double variance = reach * reach * (second / integral);
        return new Estimate(logDensity(edge, reach * integral), -side * (edge + width * mean) / sigma,
                (width * width * variance - 1) / (sigma * sigma), side * half * (1 - 2 * mean),
                4 * half * half * variance);
    }

    private double logDensity(double edge, double integral) {
        return Math.log(integral) - HALF_LN_TWO_PI - logSigma - 0.5 * edge * edge;
    }

    private double exponent(double edge, double v) {
        double offset = width * v;
        return -offset * (edge + 0.5 * offset);
    }

    /// The part of `[0, 1]` from which all but `exp(−40)` of the mass comes.
    private double reach(double edge) {
        if (edge <= 0) {
            return 1;
        }
        double offset = 2 * NEGLIGIBLE_EXPONENT / (edge + Math.sqrt(edge * edge + 2 * NEGLIGIBLE_EXPONENT));
        return offset < width ? offset / width : 1;
    }
}
