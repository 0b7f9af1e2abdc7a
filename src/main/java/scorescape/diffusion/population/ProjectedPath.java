package scorescape.diffusion.population;

import scorescape.diffusion.sampler.TrajectoryBundle;

/// Mean and standard deviation of a population along an axis, from the start of its runs to their end.
///
/// Positions are those of the states `x_t`. Particles that diverged are left out at all times.
///
/// Source: Chidambaram et al. 2024, arXiv:2409.13074, figure 2, and the advice drawn from it: the largest scale whose mean
/// path is still monotone.
public final class ProjectedPath {

    /// A path counts as monotone if it never falls back by more than this part of its range, or than
    /// [#STANDARD_ERRORS] of its end: samples are finite, and so are steps.
    private static final double SLACK = 0.01;

    private static final double STANDARD_ERRORS = 2;

    private final int particles;
    private final double[] mean;
    private final double[] deviation;

    private ProjectedPath(int particles, double[] mean, double[] deviation) {
        this.particles = particles;
        this.mean = mean;
        this.deviation = deviation;
    }

    /// Follows the particles that do not diverge.
    public static ProjectedPath of(TrajectoryBundle bundle, Axis axis) {
        int steps = bundle.steps();
        int particles = bundle.particles() - bundle.divergedCount();
        boolean[] counts = new boolean[bundle.particles()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = !bundle.diverged(i);
        }
        double[] mean = new double[steps + 1];
        double[] deviation = new double[steps + 1];
        double[] position = new double[bundle.particles()];
        for (int step = 0; step <= steps && particles > 0; step++) {
            double sum = 0;
            for (int i = 0; i < position.length; i++) {
                position[i] = axis.direction().x() * bundle.x(step, i) + axis.direction().y() * bundle.y(step, i);
                sum += counts[i] ? position[i] : 0;
            }
            mean[step] = sum / particles;
            double squares = 0;
            for (int i = 0; i < position.length; i++) {
                double offset = counts[i] ? position[i] - mean[step] : 0;
                squares += offset * offset;
            }
            deviation[step] = Math.sqrt(squares / particles);
        }
        return new ProjectedPath(particles, mean, deviation);
    }

    /// How many particles are counted.
    public int particles() {
        return particles;
    }

    public int steps() {
        return mean.length - 1;
    }

    /// @param step 0 for the start, [#steps] for the end
    public double mean(int step) {
        return mean[step];
    }

    /// Standard deviation at a step, over all particles that are counted, in data units.
    public double deviation(int step) {
        return deviation[step];
    }

    /// At the end of the runs, in data units.
    public double finalMean() {
        return mean[steps()];
    }

    /// At the end of the runs, in data units.
    public double finalDeviation() {
        return deviation[steps()];
    }

    /// The step at which the mean is furthest on in the direction from its start to its end.
    public int furthestStep() {
        double sign = sign();
        int furthest = 0;
        for (int step = 1; step < mean.length; step++) {
            furthest = sign * mean[step] > sign * mean[furthest] ? step : furthest;
        }
        return furthest;
    }

    /// How far the mean goes beyond where it ends, and is pulled back: 0 if it does not.
    public double overshoot() {
        return Math.abs(mean[furthestStep()] - finalMean());
    }

    /// The largest way back that the mean makes after any moment.
    double fallback() {
        double sign = sign();
        double furthest = Double.NEGATIVE_INFINITY;
        double fallback = 0;
        for (double value : mean) {
            furthest = Math.max(furthest, sign * value);
            fallback = Math.max(fallback, furthest - sign * value);
        }
        return fallback;
    }

    /// Whether the mean goes only forward, but for a hundredth of its way or two standard errors of its end.
    public boolean isMonotone() {
        double least = mean[0];
        double most = mean[0];
        for (double value : mean) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double error = particles > 0 ? finalDeviation() / Math.sqrt(particles) : 0;
        return fallback() <= Math.max(SLACK * (most - least), STANDARD_ERRORS * error);
    }

    private double sign() {
        return finalMean() >= mean[0] ? 1 : -1;
    }
}
