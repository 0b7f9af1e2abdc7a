package scorescape.diffusion.schedule;

/// Noise that grows over data that stay: `α = 1`, `σ = sigmaMax · t`. Time is the noise itself, up to its unit.
///
/// Source: Karras et al. 2022, arXiv:2206.00364, table 1: `σ(t) = t` from 0.002 to 80.
///
/// @param sigmaMin the smallest noise that samplers visit, in data units: positive
/// @param sigmaMax the noise at time 1, in data units: above `sigmaMin`, finite
public record VarianceExplodingSchedule(double sigmaMin, double sigmaMax) implements NoiseSchedule {

    public static final VarianceExplodingSchedule EDM = new VarianceExplodingSchedule(0.002, 80);

    public VarianceExplodingSchedule {
        if (!(sigmaMin > 0 && sigmaMax > sigmaMin && sigmaMax < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("need 0 < sigmaMin < sigmaMax: " + sigmaMin + ", " + sigmaMax);
        }
    }

    @Override
    public NoiseLevel at(double t) {
        NoiseSchedule.requireTime(t);
        return new NoiseLevel(1, sigmaMax * t);
    }

    @Override
    public NoiseLevel atRatio(double ratio) {
        return new NoiseLevel(1, ratio);
    }

    @Override
    public double timeAt(double logSnr) {
        return Math.min(1, Math.exp(-0.5 * logSnr) / sigmaMax);
    }

    @Override
    public double drift(double t) {
        NoiseSchedule.requireTime(t);
        return 0;
    }

    @Override
    public double diffusion(double t) {
        NoiseSchedule.requireTime(t);
        return sigmaMax * Math.sqrt(2 * t);
    }

    @Override
    public double smallestTime() {
        return sigmaMin / sigmaMax;
    }
}
