package scorescape.diffusion.schedule;

/// The straight line between data and noise of rectified flow: `α = 1 − t`, `σ = t`.
///
/// At time 1 the noise is pure, `α = 0`; drift and diffusion are infinite there.
///
/// Sources: Liu et al. 2023, arXiv:2209.03003; Lipman et al. 2023, arXiv:2210.02747.
public record FlowSchedule() implements NoiseSchedule {

    private static final double SMALLEST_TIME = 1e-3;

    @Override
    public NoiseLevel at(double t) {
        NoiseSchedule.requireTime(t);
        return new NoiseLevel(1 - t, t);
    }

    @Override
    public NoiseLevel atRatio(double ratio) {
        return new NoiseLevel(1 / (1 + ratio), ratio / (1 + ratio));
    }

    @Override
    public double timeAt(double logSnr) {
        return 1 / (1 + Math.exp(0.5 * logSnr));
    }

    @Override
    public double drift(double t) {
        NoiseSchedule.requireTime(t);
        return -1 / (1 - t);
    }

    @Override
    public double diffusion(double t) {
        NoiseSchedule.requireTime(t);
        return Math.sqrt(2 * t / (1 - t));
    }

    @Override
    public double smallestTime() {
        return SMALLEST_TIME;
    }
}
