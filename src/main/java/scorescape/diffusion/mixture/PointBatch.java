package scorescape.diffusion.mixture;

import org.jspecify.annotations.Nullable;
import scorescape.math.Vec2;

/// Many points and what a noised distribution says at them, as arrays: the fast way for bundles of particles and fields.
///
/// Fill [#x] and [#y], call [NoisedDistribution#evaluate(PointBatch)] or, with a class,
/// [NoisedDistribution#evaluate(PointBatch, int)], and read the results. A batch may be used again; results of the class
/// are those of the last call with one. The arrays are the batch's own and longer than it; entries from [#size] on are
/// nobody's. Not safe for use by several threads at once.
///
/// Results agree with those for single points to a relative 1e-13 of their scale.
public final class PointBatch {

    static final int X = 0;
    static final int Y = 1;

    /// The first of five columns: log density, score, `x̂₀`.
    static final int LAW = 2;

    /// The first of the same five columns for a class.
    static final int CLASS_LAW = 7;

    static final int COLUMNS = 12;

    private final int size;
    private final boolean densities;
    private final double[][] columns;
    private BlockKernel.@Nullable Scratch scratch;

    /// @param size how many points, at least 0
    public PointBatch(int size) {
        this(size, true);
    }

    /// A batch for runs, which need no log densities: these are left out.
    ///
    /// @param size how many points, at least 0
    public static PointBatch withoutDensities(int size) {
        return new PointBatch(size, false);
    }

    private PointBatch(int size, boolean densities) {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative: " + size);
        }
        this.size = size;
        this.densities = densities;
        int blocks = Math.ceilDiv(size, BlockLoops.SIZE);
        columns = new double[COLUMNS][blocks * BlockLoops.SIZE];
    }

    /// Working memory for the thread that has the batch.
    BlockKernel.Scratch scratch() {
        if (scratch == null) {
            scratch = new BlockKernel.Scratch();
        }
        return scratch;
    }

    double[] column(int column) {
        return columns[column];
    }

    public int size() {
        return size;
    }

    /// A batch of the same size that is used in the same way.
    PointBatch another() {
        return new PointBatch(size, densities);
    }

    boolean hasDensities() {
        return densities;
    }

    /// The points, in data units; written by the caller, in place.
    public double[] x() {
        return column(X);
    }

    public double[] y() {
        return column(Y);
    }

    public void set(int index, Vec2 point) {
        x()[index] = point.x();
        y()[index] = point.y();
    }

    public Vec2 point(int index) {
        return new Vec2(x()[index], y()[index]);
    }

    /// `ln p_t(x)`.
    public double[] logDensity() {
        return column(LAW);
    }

    /// x of `∇ ln p_t(x)`, in 1 / data units.
    public double[] scoreX() {
        return column(LAW + 1);
    }

    /// y of `∇ ln p_t(x)`, in 1 / data units.
    public double[] scoreY() {
        return column(LAW + 2);
    }

    /// x of `x̂₀`.
    public double[] denoisedX() {
        return column(LAW + 3);
    }

    /// y of `x̂₀`.
    public double[] denoisedY() {
        return column(LAW + 4);
    }

    /// `ln p_t(x|y)`.
    public double[] classLogDensity() {
        return column(CLASS_LAW);
    }

    /// x of `∇ ln p_t(x|y)`, in 1 / data units.
    public double[] classScoreX() {
        return column(CLASS_LAW + 1);
    }

    /// y of `∇ ln p_t(x|y)`, in 1 / data units.
    public double[] classScoreY() {
        return column(CLASS_LAW + 2);
    }

    /// x of `x̂₀` given the class.
    public double[] classDenoisedX() {
        return column(CLASS_LAW + 3);
    }

    /// y of `x̂₀` given the class.
    public double[] classDenoisedY() {
        return column(CLASS_LAW + 4);
    }
}
