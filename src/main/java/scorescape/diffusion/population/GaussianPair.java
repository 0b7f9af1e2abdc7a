package scorescape.diffusion.population;

import java.util.List;
import java.util.Optional;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Two Gaussian classes of the same covariance `Σ`, apart along an eigenvector of it: the case in which the guided flow has
/// a formula.
///
/// Let the means be `c ± m u`, `v` the variance of `Σ` along `u`, `S = α² v + σ²` that of either class under noise, and
/// `ln (p(y)/p(y'))` the log odds `2 κ` of the class, which lies at `c + m u`. In the coordinate `y = u · (x − α c)/√S`, and
/// by the clock `b = α m/√S`, which runs from 0 (noise) to `m/√v` (data), the guided probability flow of every schedule is
///
///     dy/db = γ − (γ − 1) tanh(b y + κ)
///
/// Across `u` nothing is guided. For unit variances, equal priors and an Ornstein–Uhlenbeck process this is
/// `x' = e⁻ᵗ (γ − (γ − 1) tanh(e⁻ᵗ x))` of the paper.
///
/// Source: Chidambaram et al. 2024, arXiv:2409.13074, section 4.2, for `m = v = 1`; the change of coordinates is ours.
public final class GaussianPair {

    private static final int STEPS = 400;

    /// Starts on both sides of the mean, in standard deviations, and how many there are.
    private static final double REACH = 8;

    private static final int STARTS = 641;

    private static final double TOLERANCE = 1e-9;

    private final Vec2 centre;
    private final Vec2 direction;
    private final double distance;
    private final double variance;
    private final double halfLogOdds;

    private GaussianPair(Vec2 centre, Vec2 direction, double distance, double variance, double halfLogOdds) {
        this.centre = centre;
        this.direction = direction;
        this.distance = distance;
        this.variance = variance;
        this.halfLogOdds = halfLogOdds;
    }

    /// The pair that data are, or none if they are something else.
    ///
    /// @param label the class that is guided to
    public static Optional<GaussianPair> of(DataDistribution data, int label) {
        List<Component> all = data.components();
        if (all.size() != 2 || all.get(0).label() == all.get(1).label()
                || !(all.get(0) instanceof GaussianComponent first)
                || !(all.get(1) instanceof GaussianComponent second)
                || (first.label() != label && second.label() != label)) {
            return Optional.empty();
        }
        GaussianComponent own = first.label() == label ? first : second;
        GaussianComponent other = first.label() == label ? second : first;
        SymMat2 covariance = own.covariance();
        Vec2 half = own.mean().minus(other.mean()).times(0.5);
        double distance = half.norm();
        if (!covariance.equals(other.covariance()) || distance == 0) {
            return Optional.empty();
        }
        Vec2 direction = half.times(1 / distance);
        Vec2 image = covariance.times(direction);
        double variance = image.dot(direction);
        if (!(image.minus(direction.times(variance)).norm() <= TOLERANCE * covariance.trace())) {
            return Optional.empty();
        }
        return Optional.of(new GaussianPair(own.mean().lerp(other.mean(), 0.5), direction, distance, variance,
                0.5 * Math.log(own.weight() / other.weight())));
    }

    /// The axis from the other class to the class.
    public Axis axis() {
        return new Axis(direction);
    }

    /// Where the flow from a state at `level` ends in the data, along the axis.
    ///
    /// @param position of the state along the axis, in the coordinates of `level`
    double end(NoiseLevel level, double position, double gamma) {
        double deviation = deviation(level);
        double y = (position - level.alpha() * direction.dot(centre)) / deviation;
        return toData(flow(y, level.alpha() * distance / deviation, distance / Math.sqrt(variance), gamma));
    }

    private double deviation(NoiseLevel level) {
        return Math.sqrt(level.alpha() * level.alpha() * variance + level.sigma() * level.sigma());
    }

    private double toData(double y) {
        return direction.dot(centre) + y * Math.sqrt(variance);
    }

    /// Solves the equation by the classical method of Runge and Kutta, exact to some eleven digits.
    private double flow(double start, double from, double to, double gamma) {
        double h = (to - from) / STEPS;
        double y = start;
        for (int i = 0; i < STEPS; i++) {
            double b = from + i * h;
            double k1 = slope(b, y, gamma);
            double k2 = slope(b + 0.5 * h, y + 0.5 * h * k1, gamma);
            double k3 = slope(b + 0.5 * h, y + 0.5 * h * k2, gamma);
            double k4 = slope(b + h, y + h * k3, gamma);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return y;
    }

    private double slope(double b, double y, double gamma) {
        return gamma - (gamma - 1) * Math.tanh(b * y + halfLogOdds);
    }

    /// The law of the ends along the axis, as a curve.
    public Law law(NoiseLevel level, double startDeviation, double gamma) {
        double[] positions = new double[STARTS];
        double[] masses = new double[STARTS];
        double step = 2 * REACH / (STARTS - 1);
        for (int i = 0; i < STARTS; i++) {
            double z = -REACH + i * step;
            positions[i] = end(level, z * startDeviation, gamma);
            masses[i] = step * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        }
        return new Law(positions, masses);
    }

    /// A law on a line, given by the images of evenly spaced starts: the flow keeps their order and their masses.
    public static final class Law {

        private final double[] positions;
        private final double[] masses;

        private Law(double[] positions, double[] masses) {
            this.positions = positions;
            this.masses = masses;
        }

        public int size() {
            return positions.length;
        }

        /// In rising order.
        public double position(int i) {
            return positions[i];
        }

        /// The density, by the change of variables `q(x) = φ(z) dz/dx`.
        public double density(int i) {
            int before = Math.max(0, i - 1);
            int after = Math.min(positions.length - 1, i + 1);
            return masses[i] * (after - before) / (positions[after] - positions[before]);
        }

        public double mean() {
            double sum = 0;
            for (int i = 0; i < positions.length; i++) {
                sum += masses[i] * positions[i];
            }
            return sum;
        }

        /// Standard deviation, in data units.
        public double deviation() {
            double mean = mean();
            double sum = 0;
            for (int i = 0; i < positions.length; i++) {
                sum += masses[i] * (positions[i] - mean) * (positions[i] - mean);
            }
            return Math.sqrt(sum);
        }
    }
}
