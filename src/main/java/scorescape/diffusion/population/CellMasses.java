package scorescape.diffusion.population;

import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import scorescape.diffusion.analysis.TiltedLaw;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A law as the masses of the cells of a grid, and the mass beyond it. They sum to 1.
///
/// Samples are seen through the same grid as laws, so their distance has a floor that is known exactly: what as many
/// samples of the law itself would have.
public final class CellMasses {

    /// A law without a mass above this in a cell does not go there.
    private static final double NO_MASS = 1e-12;

    /// From this many expected samples on, the expectation in [#divergenceFloor] is given by its expansion.
    private static final double MANY = 200;

    /// Cells of equal size.
    ///
    /// @param minX left edge
    /// @param minY lower edge
    public record Grid(double minX, double minY, double cellWidth, double cellHeight, int columns, int rows) {

        public Grid {
            if (!(cellWidth > 0 && cellHeight > 0 && columns > 0 && rows > 0)) {
                throw new IllegalArgumentException("a grid needs cells of a size");
            }
        }

        /// The cell that holds a point, or −1 if none does. Row 0 is the lowest.
        int cell(double x, double y) {
            double column = Math.floor((x - minX) / cellWidth);
            double row = Math.floor((y - minY) / cellHeight);
            return column >= 0 && column < columns && row >= 0 && row < rows ? (int) (row * columns + column) : -1;
        }

        public int size() {
            return columns * rows;
        }

        public Vec2 centre(int cell) {
            return new Vec2(minX + (cell % columns + 0.5) * cellWidth,
                    minY + (Math.floorDiv(cell, columns) + 0.5) * cellHeight);
        }

        public Bounds bounds() {
            return new Bounds(minX, minY, minX + columns * cellWidth, minY + rows * cellHeight);
        }
    }

    private final double[] masses;
    private final double beyond;

    private CellMasses(double[] masses, double beyond) {
        this.masses = masses;
        this.beyond = beyond;
    }

    /// The shares of points in the cells.
    ///
    /// @param all how many points there are, with those that are in no list because they diverged; they count as beyond
    static CellMasses ofPoints(Grid grid, double[] x, double[] y, int all) {
        double[] masses = new double[grid.size()];
        double each = 1.0 / all;
        int inside = 0;
        for (int i = 0; i < x.length; i++) {
            int cell = grid.cell(x[i], y[i]);
            if (cell >= 0) {
                masses[cell] += each;
                inside++;
            }
        }
        return new CellMasses(masses, (all - inside) * each);
    }

    /// The shares of the ends of a bundle.
    public static CellMasses ofEnds(Grid grid, TrajectoryBundle bundle) {
        var ends = PlaneSample.ofEnds(bundle, bundle.particles());
        return ofPoints(grid, ends.x(), ends.y(), bundle.particles());
    }

    /// Masses that somebody else has laid out, row by row from the bottom; what they lack of 1 is beyond.
    static CellMasses of(double[] masses) {
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        return new CellMasses(masses, Math.max(0, 1 - sum));
    }

    /// The tilted law, its cells gathered into those of `grid`.
    public static CellMasses of(Grid grid, TiltedLaw law) {
        double[] masses = new double[grid.size()];
        double sum = 0;
        for (int row = 0; row < law.rows(); row++) {
            for (int column = 0; column < law.columns(); column++) {
                double density = Math.exp(law.logDensity(column, row));
                Vec2 at = law.centre(column, row);
                int cell = grid.cell(at.x(), at.y());
                sum += density;
                if (cell >= 0) {
                    masses[cell] += density;
                }
            }
        }
        for (int i = 0; i < masses.length; i++) {
            masses[i] /= sum;
        }
        return of(masses);
    }

    /// The share of the law in a cell, row by row from the bottom: from 0 to 1.
    public double mass(int cell) {
        return masses[cell];
    }

    /// The mass that is in no cell.
    public double beyond() {
        return beyond;
    }

    /// The total variation `½ Σ |pᵢ − qᵢ|` from a law on the same grid: 0 for the same masses, 1 for disjoint ones.
    public double totalVariation(CellMasses law) {
        double sum = Math.abs(beyond - law.beyond);
        for (int i = 0; i < masses.length; i++) {
            sum += Math.abs(masses[i] - law.masses[i]);
        }
        return 0.5 * sum;
    }

    /// The Kullback–Leibler divergence `Σ pᵢ ln (pᵢ/qᵢ)` of these masses from a law on the same grid, in nats. Infinite if
    /// there is mass where the law has none, see [#offLaw].
    public double divergence(CellMasses law) {
        if (offLaw(law) > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = beyond > 0 ? beyond * Math.log(beyond / law.beyond) : 0;
        for (int i = 0; i < masses.length; i++) {
            if (masses[i] > 0) {
                sum += masses[i] * Math.log(masses[i] / law.masses[i]);
            }
        }
        return Math.max(0, sum);
    }

    /// The mass that is where a law on the same grid has none.
    public double offLaw(CellMasses law) {
        double off = law.beyond < NO_MASS ? beyond : 0;
        for (int i = 0; i < masses.length; i++) {
            off += law.masses[i] < NO_MASS ? masses[i] : 0;
        }
        return off;
    }

    /// The expected [#totalVariation] of `samples` independent samples of this law from the law itself.
    ///
    /// The mean deviation of a binomial count is `2 m C(n, m) pᵐ (1 − p)ⁿ⁻ᵐ⁺¹` with `m = ⌊np⌋ + 1`.
    ///
    /// Source: De Moivre 1730; Diaconis & Zabell 1991, "Closed form summation for classical distributions".
    public double totalVariationFloor(int samples) {
        double sum = meanDeviation(samples, beyond);
        for (double mass : masses) {
            sum += meanDeviation(samples, mass);
        }
        return 0.5 * sum / samples;
    }

    private static double meanDeviation(int n, double p) {
        if (p <= 0 || p >= 1) {
            return 0;
        }
        double m = Math.floor(n * p) + 1;
        if (m > n) {
            return 2 * n * Math.pow(p, n) * (1 - p);
        }
        double logChoose = Gamma.logGamma(n + 1.0) - Gamma.logGamma(m + 1) - Gamma.logGamma(n - m + 1);
        return 2 * m * Math.exp(logChoose + m * Math.log(p) + (n - m + 1) * Math.log1p(-p));
    }

    /// The expected [#divergence] of `samples` independent samples of this law from the law itself, for counts that are
    /// nearly Poisson.
    public double divergenceFloor(int samples) {
        return IntStream.range(0, masses.length)
                .mapToDouble(i -> masses[i] < NO_MASS ? 0 : meanLogRatio(samples * masses[i]))
                .sum() / samples;
    }

    /// `E[k ln (k/λ)]` for `k` from the Poisson law of mean `λ`, by its sum or its expansion `½ + 1/(12 λ)`.
    private static double meanLogRatio(double lambda) {
        if (lambda > MANY) {
            return 0.5 + 1 / (12 * lambda);
        }
        double probability = Math.exp(-lambda);
        double sum = 0;
        int last = (int) (lambda + 12 * Math.sqrt(lambda) + 12);
        for (int k = 1; k <= last; k++) {
            probability *= lambda / k;
            sum += probability * k * Math.log(k / lambda);
        }
        return sum;
    }

    /// The masses of the components of data, each cell counted for the mode of its centre.
    ///
    /// @param attribution of the centres of the cells, in their order
    public double[] modeMasses(Attribution attribution, int modes) {
        double[] sums = new double[modes];
        for (int i = 0; i < masses.length; i++) {
            sums[attribution.mode(i)] += masses[i];
        }
        return sums;
    }

    /// The centres of the cells, to be attributed.
    public static Attribution attribution(Grid grid, DataDistribution data) {
        double[] x = IntStream.range(0, grid.size()).mapToDouble(i -> grid.centre(i).x()).toArray();
        double[] y = IntStream.range(0, grid.size()).mapToDouble(i -> grid.centre(i).y()).toArray();
        return Attribution.of(data, x, y);
    }

    /// The largest mass of a cell.
    public double largest() {
        double largest = 0;
        for (double mass : masses) {
            largest = Math.max(largest, mass);
        }
        return Math.clamp(largest, 0, 1);
    }
}
