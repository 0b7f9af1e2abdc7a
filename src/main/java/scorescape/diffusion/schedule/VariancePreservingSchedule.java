package scorescape.diffusion.schedule;

import scorescape.math.Numerics;

/// The linear-β schedule in continuous time: `α = exp(−½ ∫₀ᵗ β)`, `β(s) = betaMin + s (betaMax − betaMin)`, `σ² = 1 − α²`.
///
/// Source: Song et al. 2021, arXiv:2011.13456, appendix C: from 0.1 to 20.
///
/// @param betaMin rate at time 0: positive
/// @param betaMax rate at time 1: at least `betaMin`, at most [#MAX_BETA]
public record VariancePreservingSchedule(double betaMin, double betaMax) implements NoiseSchedule {

    /// Beyond it nothing of the data is left in double precision.
    public static final double MAX_BETA = 1000;

    public static final VariancePreservingSchedule STANDARD = new VariancePreservingSchedule(0.1, 20);

    private static final double SMALLEST_TIME = 1e-3;

    public VariancePreservingSchedule {
        if (!(betaMin > 0 && betaMax >= betaMin && betaMax <= MAX_BETA)) {
            throw new IllegalArgumentException(
                    "need 0 < betaMin <= betaMax <= " + MAX_BETA + ": " + betaMin + ", " + betaMax);
        }
    }

    @Override
    public NoiseLevel at(double t) {
        NoiseSchedule.requireTime(t);
        double integral = t * betaMin + 0.5 * t * t * (betaMax - betaMin);
        return new NoiseLevel(Math.exp(-0.5 * integral), Math.sqrt(-Math.expm1(-integral)));
    }

    @Override
    public NoiseLevel atRatio(double ratio) {
        return NoiseLevel.variancePreserving(ratio);
    }

    @Override
    public double timeAt(double logSnr) {
        double integral = Numerics.softplus(-logSnr);
        double root = Math.sqrt(betaMin * betaMin + 2 * (betaMax - betaMin) * integral);
        return Math.min(1, 2 * integral / (betaMin + root));
    }

    @Override
    public double drift(double t) {
        NoiseSchedule.requireTime(t);
        return -0.5 * (betaMin + t * (betaMax - betaMin));
    }

    @Override
    public double diffusion(double t) {
        return Math.sqrt(-2 * drift(t));
    }

    @Override
    public double smallestTime() {
        return SMALLEST_TIME;
    }
}
