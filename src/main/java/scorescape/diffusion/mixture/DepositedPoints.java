package scorescape.diffusion.mixture;

/// Equal round Gaussians around many points, put in the place of the points on a square lattice: a sum over far fewer nodes.
///
/// A Gaussian is a smooth function of where its centre is, and so is known by its values for centres at the nodes about it:
/// by Lagrange's polynomial through `m` nodes along each axis, whose weights a point leaves there. Some are negative.
///
/// With nodes `δ` apart and a standard deviation `s`, the polynomial errs along an axis, relative to the Gaussian itself at a
/// distance of `u` standard deviations, by at most
///
///     ((m − 1)!!)²/(2ᵐ m!) (δ/s)ᵐ max |Heₘ|   with the maximum within m/2 nodes of u
///
/// where `Heₘ` are Hermite polynomials. So the error is relative to what is near, and grows with the distance. Two axes have
/// less than three times the error of one.
final class DepositedPoints {

    /// How many nodes along an axis a point is spread over, `m`, and how many there are to a standard deviation, `s/δ`.
    enum Rule {
        /// For pictures: right to 5e-7 of the density where a point is within three deviations, to 3e-4 within six.
        COARSE(8, 8),

        /// For pictures that reach far out: right to 2e-11 within four deviations, to 5e-4 within thirteen.
        FINE(12, 12),

        /// For numbers: right to 2e-14 within four deviations, the score to 1e-13.
        EXACT(16, 12);

        final int order;
        final int fineness;

        Rule(int order, int fineness) {
            this.order = order;
            this.fineness = fineness;
        }
    }

    private final double left;
    private final double bottom;
    private final double step;
    private final int columns;
    private final int rows;

    /// The weights of all points together, column by column.
    private final double[] weights;

    DepositedPoints(NoisedPoints points, Rule rule) {
        int order = rule.order;
        step = step(points, rule);
        int margin = order / 2;
        left = points.left() - margin * step;
        bottom = points.bottom() - margin * step;
        columns = nodes(points.width(), step, order);
        rows = nodes(points.height(), step, order);
        weights = new double[columns * rows];
        double[] denominators = denominators(order);
        double[] across = new double[order];
        double[] up = new double[order];
        for (int i = 0; i < points.size(); i++) {
            int column = lagrange((points.alpha() * points.x(i) - left) / step, denominators, across);
            int row = lagrange((points.alpha() * points.y(i) - bottom) / step, denominators, up);
            for (int a = 0; a < order; a++) {
                int start = (column + a) * rows + row;
                for (int b = 0; b < order; b++) {
                    weights[start + b] += across[a] * up[b];
                }
            }
        }
    }

    /// How many nodes there would be: more than memory holds, where the noise is small.
    static double count(NoisedPoints points, Rule rule) {
        double step = step(points, rule);
        return (points.width() / step + rule.order + 2) * (points.height() / step + rule.order + 2);
    }

    /// A fraction of a deviation, and where the noise is larger than the cloud a fraction of the cloud: so that the places of
    /// the nodes are numbers of its size, and means of them keep its digits.
    private static double step(NoisedPoints points, Rule rule) {
        double size = Math.max(points.width(), points.height());
        double noise = points.spread() / rule.fineness;
        return size > 0 ? Math.min(noise, 0.25 * size) : noise;
    }

    private static int nodes(double size, double step, int order) {
        return (int) Math.ceil(size / step) + order + 2;
    }

    /// `Π_{i ≠ j} (j − i)` for the nodes of the polynomial.
    private static double[] denominators(int order) {
        double[] products = new double[order];
        for (int j = 0; j < order; j++) {
            products[j] = 1;
            for (int i = 0; i < order; i++) {
                products[j] *= i == j ? 1 : j - i;
            }
        }
        return products;
    }

    /// Fills the weights of the nodes about a place, and says which is the first of them.
    private static int lagrange(double place, double[] denominators, double[] out) {
        int order = out.length;
        int first = (int) Math.floor(place) - (order / 2 - 1);
        double t = place - first;
        double before = 1;
        for (int j = 0; j < order; j++) {
            out[j] = before / denominators[j];
            before *= t - j;
        }
        double after = 1;
        for (int j = order - 1; j >= 0; j--) {
            out[j] *= after;
            after *= t - j;
        }
        return first;
    }

    double step() {
        return step;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double x(int column) {
        return left + column * step;
    }

    double y(int row) {
        return bottom + row * step;
    }

    double weight(int column, int row) {
        return weights[column * rows + row];
    }

    /// Adds `factor` times the weights of a column to `out`.
    void addColumn(int column, double factor, double[] out) {
        int start = column * rows;
        for (int i = 0; i < rows; i++) {
            out[i] = Math.fma(factor, weights[start + i], out[i]);
        }
    }
}
