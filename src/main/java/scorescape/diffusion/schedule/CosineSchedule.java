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

    private static final int STEPS = 1000;
    private static final double MAX_BETA = 0.999;
    private static final double OFFSET = 0.008;

    private static final StepwiseSchedule TABLE = new StepwiseSchedule(STEPS,
            i -> Math.min(1 - f((i + 1.0) / STEPS) / f((double) i / STEPS), MAX_BETA));

    @Override
    public NoiseLevel at(double t) {
        return TABLE.at(t);
    }

    @Override
    public NoiseLevel atRatio(double ratio) {
        return NoiseLevel.variancePreserving(ratio);
    }

    @Override
    public double timeAt(double logSnr) {
        return TABLE.timeAt(logSnr);
    }

    @Override
    public double drift(double t) {
        return TABLE.drift(t);
    }

    @Override
    public double diffusion(double t) {
        return Math.sqrt(-2 * drift(t));
    }

    @Override
    public double smallestTime() {
        return TABLE.smallestTime();
    }

    private static double f(double u) {
        double c = Math.cos((u + OFFSET) / (1 + OFFSET) * Math.PI / 2);
        return c * c;
    }
}
