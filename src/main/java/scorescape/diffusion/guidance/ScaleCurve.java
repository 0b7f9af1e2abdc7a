package scorescape.diffusion.guidance;

import java.util.List;

/// A scale that depends on the noise: straight lines between knots over the log signal-to-noise ratio, level beyond
/// the first and the last.
///
/// @param knots one or more, in rising order of `logSnr`
public record ScaleCurve(List<Knot> knots) {

    /// @param logSnr `ln(α²/σ²)`: finite
    /// @param scale γ there, in `[ScaledGuidance.MIN_SCALE, ScaledGuidance.MAX_SCALE]`
    public record Knot(double logSnr, double scale) {

        public Knot {
            if (!Double.isFinite(logSnr)) {
                throw new IllegalArgumentException("log signal-to-noise ratio must be finite: " + logSnr);
            }
            ScaledGuidance.requireScale(scale);
        }
    }

    public ScaleCurve {
        knots = List.copyOf(knots);
        if (knots.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least one knot");
        }
        for (int i = 1; i < knots.size(); i++) {
            if (!(knots.get(i).logSnr() > knots.get(i - 1).logSnr())) {
                throw new IllegalArgumentException(
                        "knots must come in rising order: " + knots.get(i - 1) + ", " + knots.get(i));
            }
        }
    }

    /// The scale at a log signal-to-noise ratio, which may be infinite.
    public double at(double logSnr) {
        Knot left = knots.getFirst();
        if (logSnr <= left.logSnr()) {
            return left.scale();
        }
        for (Knot right : knots.subList(1, knots.size())) {
            if (logSnr < right.logSnr()) {
                double t = (logSnr - left.logSnr()) / (right.logSnr() - left.logSnr());
                return (1 - t) * left.scale() + t * right.scale();
            }
            left = right;
        }
        return left.scale();
    }
}
