package scorescape.diffusion.schedule;

/// The cosine schedule as samplers use it, in 1,000 variance-preserving steps:
///
///     βᵢ = min(1 − f((i + 1)/1000) / f(i/1000), 0.999),  f(u) = cos²((u + 0.008)/1.008 · π/2),
///     α² = ∏_{i < 1000 t} (1 − βᵢ),  σ² = 1 − α²
///
/// Between two of the thousand times `ln α²` is interpolated linearly, which is a constant β inside a step.
///
/// Source: Nichol & Dhariwal 2021, arXiv:2102.09672, section 3.2, with the bound on β.
public record CosineSchedule() implements NoiseSchedule {

    /// Number of steps in the schedule's own clock.
    public static final int CLOCK = 1000;

    private static final double MAX_BETA = 0.999;
    private static final double OFFSET = 0.008;

    /// `ln α²` after 0, 1, …, 1000 steps.
    private static final double[] LOG_ALPHA_SQUARED = logAlphaSquared();

    @Override
    public NoiseLevel at(double t) {
        if (!(t >= 0 && t <= 1)) {
            throw new IllegalArgumentException("time must be in [0, 1]: " + t);
        }
        double clock = t * CLOCK;
        double nearest = Math.rint(clock);
        double log;
        // A time such as 0.951 is meant to be the 951st of the thousand, though 0.951 · 1000 is not exactly 951.
        if (Math.abs(clock - nearest) < 1e-9) {
            log = LOG_ALPHA_SQUARED[(int) nearest];
        } else {
            int below = (int) clock;
            double within = clock - below;
            log = (1 - within) * LOG_ALPHA_SQUARED[below] + within * LOG_ALPHA_SQUARED[below + 1];
        }
        return new NoiseLevel(Math.exp(0.5 * log), Math.sqrt(-Math.expm1(log)));
    }

    private static double[] logAlphaSquared() {
        double[] logs = new double[CLOCK + 1];
        for (int i = 0; i < CLOCK; i++) {
            double beta = Math.min(1 - f((i + 1.0) / CLOCK) / f((double) i / CLOCK), MAX_BETA);
            logs[i + 1] = logs[i] + Math.log1p(-beta);
        }
        return logs;
    }

    private static double f(double u) {
        double c = Math.cos((u + OFFSET) / (1 + OFFSET) * Math.PI / 2);
        return c * c;
    }
}
