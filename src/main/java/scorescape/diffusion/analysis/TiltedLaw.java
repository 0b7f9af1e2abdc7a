package scorescape.diffusion.analysis;

import scorescape.diffusion.mixture.CellGrid;
import scorescape.diffusion.mixture.ClassGrid;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The tilted law `p(x) p(y|x)^γ / Z`, which guidance is often said to sample and does not, on a grid of cells.
///
/// Noise may be added to it, tilt first and then noise, as to any data:
///
///     p_t(x) = Σ w_c N(x; α c, σ² I),   over the cells c with their mass w_c
///
/// Its score is what guidance would have to follow to sample the tilted law; the guided score is another one, tilted after
/// the noise. Where the grid has an edge the law is cut off, and features below a cell are lost.
///
/// Source: Chidambaram et al. 2024, arXiv:2409.13074, for the law and for what guidance does instead.
public final class TiltedLaw {

    private final int label;
    private final double gamma;
    private final int columns;
    private final int rows;
    private final double cellWidth;
    private final double cellHeight;
    private final double[] xs;
    private final double[] ys;
    private final ClassGrid classes;

    /// `ln` of the normalised density at the cells' centres, row by row from the bottom.
    private final double[] logDensity;

    /// Tilts data on a grid.
    ///
    /// @param blur standard deviation of a little noise, in data units, that gives points and edges a density; may be 0
    /// @param label the class `y`
    /// @param gamma γ: 0 leaves the data as they are, 1 gives the class; finite
    /// @param columns how many cells across, at least 2
    /// @param rows how many cells up, at least 2
    public TiltedLaw(DataDistribution data, double blur, int label, double gamma, Bounds bounds, int columns,
            int rows) {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException("a grid needs at least 2 × 2 cells: " + columns + " × " + rows);
        }
        this.label = label;
        this.gamma = gamma;
        this.columns = columns;
        this.rows = rows;
        cellWidth = bounds.width() / columns;
        cellHeight = bounds.height() / rows;
        xs = centres(bounds.minX(), cellWidth, columns);
        ys = centres(bounds.minY(), cellHeight, rows);
        classes = ClassGrid.of(data.noised(new NoiseLevel(1, blur)),
                new CellGrid(xs[0], ys[0], cellWidth, cellHeight, columns, rows));
        logDensity = tilted();
    }

    private TiltedLaw(TiltedLaw other, double gamma) {
        label = other.label;
        this.gamma = gamma;
        columns = other.columns;
        rows = other.rows;
        cellWidth = other.cellWidth;
        cellHeight = other.cellHeight;
        xs = other.xs;
        ys = other.ys;
        classes = other.classes;
        logDensity = tilted();
    }

    /// The same with another γ, without evaluating the data again.
    public TiltedLaw withGamma(double newGamma) {
        return new TiltedLaw(this, newGamma);
    }

    private double[] tilted() {
        double[] logs = new double[columns * rows];
        classes.logTilted(label, gamma, logs);
        double logTotal = classes.logSum(logs) + Math.log(cellWidth * cellHeight);
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= logTotal;
        }
        return logs;
    }

    private static double[] centres(double from, double step, int count) {
        double[] centres = new double[count];
        for (int i = 0; i < count; i++) {
            centres[i] = from + (i + 0.5) * step;
        }
        return centres;
    }

    private static double largest(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        return largest;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /// `ln` of the normalised law at the centre of a cell.
    public double logDensity(int column, int row) {
        return logDensity[row * columns + column];
    }

    /// The centre of a cell, in data units; row 0 has the smallest y.
    public Vec2 centre(int column, int row) {
        return new Vec2(xs[column], ys[row]);
    }

    /// In data units.
    public Vec2 mean() {
        return noisedAt(new NoiseLevel(0, 1), Vec2.ZERO).denoised();
    }

    /// Density, score and posterior of the noised tilted law at one point, by summing over all cells.
    ///
    /// @param level with noise, of at least about a cell's size per signal
    public PointEstimate noisedAt(NoiseLevel level, Vec2 x) {
        double sigma = level.sigma();
        if (sigma == 0) {
            throw new IllegalArgumentException("the noised law needs noise: sigma is 0");
        }
        double[] columnLogs = logKernel(xs, x.x(), level);
        double[] rowLogs = logKernel(ys, x.y(), level);
        double[] shares = new double[logDensity.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = logDensity[i] + columnLogs[i % columns] + rowLogs[Math.floorDiv(i, columns)];
        }
        double largest = largest(shares);
        double sum = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - largest);
            sum += shares[i];
            meanX += shares[i] * xs[i % columns];
            meanY += shares[i] * ys[Math.floorDiv(i, columns)];
        }
        Vec2 denoised = new Vec2(meanX / sum, meanY / sum);
        SymMat2 covariance = SymMat2.ZERO;
        for (int i = 0; i < shares.length; i++) {
            Vec2 offset = centre(i % columns, Math.floorDiv(i, columns)).minus(denoised);
            covariance = covariance.plus(SymMat2.outer(offset).times(shares[i] / sum));
        }
        double log = largest + Math.log(sum * cellWidth * cellHeight) - Math.log(2 * Math.PI) - 2 * Math.log(sigma);
        Vec2 score = denoised.times(level.alpha()).minus(x).times(1 / (sigma * sigma));
        return new PointEstimate(log, score, denoised, covariance);
    }

    /// `−(x − α c)²/2σ²` for the centres along one axis.
    private static double[] logKernel(double[] centres, double x, NoiseLevel level) {
        double[] logs = new double[centres.length];
        for (int i = 0; i < logs.length; i++) {
            double z = (x - level.alpha() * centres[i]) / level.sigma();
            logs[i] = -0.5 * z * z;
        }
        return logs;
    }
}
