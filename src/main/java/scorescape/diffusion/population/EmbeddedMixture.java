package scorescape.diffusion.population;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// A mixture of Gaussians of the plane in more dimensions, sampled there by DDIM with classifier-free guidance: what the
/// pictures of the plane leave out.
///
/// Component `k` has the mean `(μₖ, rₖ)` and independent coordinates of one standard deviation `s`. With
/// [Spread#PLANE] all `rₖ` are 0, so the classes differ in the plane alone; with [Spread#ALL] the `rₖ` are random, normal with
/// the standard deviation of the means in the plane, so that every new axis tells the classes apart as those of the plane
/// do.
///
/// Source: the word of warning in Dieleman 2023, "The geometry of diffusion guidance".
public final class EmbeddedMixture {

    /// Where the means of the components are in the new axes.
    public enum Spread {
        PLANE, ALL
    }

    /// What the vectors of a step are like in `d` dimensions: means over runs and steps.
    ///
    /// @param dimensions `d`
    /// @param stateNorm `‖x_t‖` at the start
    /// @param differenceNorm `‖δ‖` in the steps in which half of the noise is gone or less
    /// @param noiseAngle mean angle between `δ` and the noise `ε` of the state, in degrees
    /// @param angleDeviation its standard deviation, in degrees
    /// @param shownNoise share `‖P ε‖/‖ε‖` of the length of the noise that the plane shows
    /// @param shownDifference the same of `δ`
    public record Row(int dimensions, double stateNorm, double differenceNorm, double noiseAngle,
            double angleDeviation, double shownNoise, double shownDifference) {}

    // What is summed over steps and runs, by its place in the sums.
    private static final int COUNT = 0;
    private static final int START_NORM = 1;
    private static final int DIFFERENCE_NORM = 2;
    private static final int ANGLE = 3;
    private static final int ANGLE_SQUARED = 4;
    private static final int SHOWN_NOISE = 5;
    private static final int SHOWN_DIFFERENCE = 6;
    private static final int SUMS = 7;

    private final double[][] means;
    private final double[] logWeights;
    private final boolean[] own;
    private final double variance;
    private final int dimensions;

    /// @param planeMeans the means in the plane
    /// @param weights of the components
    /// @param own which of them are of the class
    /// @param deviation `s`: positive
    /// @param dimensions at least 2
    public EmbeddedMixture(List<Vec2> planeMeans, double[] weights, boolean[] own, double deviation,
            int dimensions, Spread spread, long seed) {
        this.own = own.clone();
        this.dimensions = dimensions;
        variance = deviation * deviation;
        logWeights = new double[weights.length];
        means = new double[weights.length][dimensions];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double size = spread(planeMeans);
        for (int k = 0; k < weights.length; k++) {
            logWeights[k] = Math.log(weights[k]);
            means[k][0] = planeMeans.get(k).x();
            means[k][1] = planeMeans.get(k).y();
            for (int i = 2; i < dimensions && spread == Spread.ALL; i++) {
                means[k][i] = size * random.nextGaussian();
            }
        }
    }

    /// Standard deviation of the means, per axis.
    private static double spread(List<Vec2> points) {
        double x = points.stream().mapToDouble(Vec2::x).average().orElse(0);
        double y = points.stream().mapToDouble(Vec2::y).average().orElse(0);
        double squares = points.stream().mapToDouble(p -> (p.x() - x) * (p.x() - x) + (p.y() - y) * (p.y() - y)).sum();
        return Math.sqrt(squares / (2 * points.size()));
    }

    /// Runs and measures.
    ///
    /// @param levels from noise to clean data
    /// @param runs how many, at least 1
    public Row measure(List<NoiseLevel> levels, double gamma, int runs, long seed, BooleanSupplier cancelled) {
        List<double[]> sums = IntStream.range(0, runs).parallel()
                .mapToObj(run -> cancelled.getAsBoolean() ? new double[SUMS] : run(levels, gamma, seed, run))
                .toList();
        double[] total = new double[SUMS];
        for (double[] sum : sums) {
            for (int i = 0; i < SUMS; i++) {
                total[i] += sum[i];
            }
        }
        double count = Math.max(1, total[COUNT]);
        double angle = total[ANGLE] / count;
        return new Row(dimensions, total[START_NORM] / runs, total[DIFFERENCE_NORM] / count, angle,
                Math.sqrt(Math.max(0, total[ANGLE_SQUARED] / count - angle * angle)), total[SHOWN_NOISE] / count,
                total[SHOWN_DIFFERENCE] / count);
    }

    private double[] run(List<NoiseLevel> levels, double gamma, long seed, int run) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + run);
        double[] sums = new double[SUMS];
        double[] x = new double[dimensions];
        NoiseLevel first = levels.getFirst();
        for (int i = 0; i < dimensions; i++) {
            x[i] = first.alpha() > 0.5 ? first.sigma() * random.nextGaussian() : random.nextGaussian();
        }
        sums[START_NORM] = norm(x);
        double[] all = new double[dimensions];
        double[] given = new double[dimensions];
        double[] difference = new double[dimensions];
        double[] noise = new double[dimensions];
        for (int n = 0; n + 1 < levels.size(); n++) {
            NoiseLevel from = levels.get(n);
            NoiseLevel to = levels.get(n + 1);
            denoise(from, x, false, all);
            denoise(from, x, true, given);
            for (int i = 0; i < dimensions; i++) {
                difference[i] = given[i] - all[i];
                noise[i] = (x[i] - from.alpha() * all[i]) / from.sigma();
                double guided = all[i] + gamma * difference[i];
                x[i] = to.alpha() * guided + to.sigma() * (x[i] - from.alpha() * guided) / from.sigma();
            }
            if (from.logSnr() <= 0 && norm(difference) > 0) {
                sums[COUNT]++;
                sums[DIFFERENCE_NORM] += norm(difference);
                double cosine = dot(difference, noise) / (norm(difference) * norm(noise));
                double angle = Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)));
                sums[ANGLE] += angle;
                sums[ANGLE_SQUARED] += angle * angle;
                sums[SHOWN_NOISE] += shown(noise);
                sums[SHOWN_DIFFERENCE] += shown(difference);
            }
        }
        return sums;
    }

    /// The share of a vector that the plane shows.
    private static double shown(double[] vector) {
        return Math.hypot(vector[0], vector[1]) / norm(vector);
    }

    private double logTerm(double[] x, double alpha, double noised, int k) {
        double squares = 0;
        for (int i = 0; i < dimensions; i++) {
            double offset = x[i] - alpha * means[k][i];
            squares += offset * offset;
        }
        return logWeights[k] - 0.5 * squares / noised;
    }

    /// `x̂₀ = Σ rₖ (μₖ + (α s²/(α² s² + σ²)) (x − α μₖ))`, for all components or those of the class.
    private void denoise(NoiseLevel level, double[] x, boolean ofClass, double[] out) {
        double noised = level.alpha() * level.alpha() * variance + level.sigma() * level.sigma();
        double gain = level.alpha() * variance / noised;
        double[] logs = new double[means.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = ofClass && !own[k] ? Double.NEGATIVE_INFINITY : logTerm(x, level.alpha(), noised, k);
        }
        double logTotal = Numerics.logSumExp(logs);
        for (int i = 0; i < dimensions; i++) {
            out[i] = gain * x[i];
        }
        for (int k = 0; k < logs.length; k++) {
            double share = Math.exp(logs[k] - logTotal) * (1 - gain * level.alpha());
            for (int i = 0; i < dimensions && share > 0; i++) {
                out[i] += share * means[k][i];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
