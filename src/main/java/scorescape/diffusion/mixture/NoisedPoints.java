package scorescape.diffusion.mixture;

/// Points of equal weight under noise: a mixture of `N(α pᵢ, σ² I)`.
///
/// The posterior of `x₀` is on the points, with the responsibilities as its weights. Those are functions of differences
/// of squared distances, taken from the nearest point outwards, so that they stay right far out and at tiny noise.
final class NoisedPoints implements NoisedShape {

    private final double[] xs;
    private final double[] ys;
    private final double alpha;
    private final double sigma;
    private final double logNormaliser;

    /// @param sigma positive
    NoisedPoints(double[] xs, double[] ys, double alpha, double sigma) {
        this.xs = xs;
        this.ys = ys;
        this.alpha = alpha;
        this.sigma = sigma;
        logNormaliser = -LN_TWO_PI - 2 * Math.log(sigma) - Math.log(xs.length);
    }

    @Override
    public double logDensity(double x, double y) {
        double smallest = smallestExponent(x, y);
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            sum += Math.exp(smallest - exponent(x, y, i));
        }
        return logNormaliser - smallest + Math.log(sum);
    }

    @Override
    public double logRatioToNoise(double x, double y) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            largest = Math.max(largest, ratioExponent(x, y, i));
        }
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            sum += Math.exp(ratioExponent(x, y, i) - largest);
        }
        return largest + Math.log(sum / xs.length);
    }

    private double ratioExponent(double x, double y, int i) {
        double product = xs[i] * (x - 0.5 * alpha * xs[i]) + ys[i] * (y - 0.5 * alpha * ys[i]);
        return alpha * product / sigma / sigma;
    }

    @Override
    public void estimate(double x, double y, LocalEstimate out) {
        double smallest = smallestExponent(x, y);
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < xs.length; i++) {
            double share = Math.exp(smallest - exponent(x, y, i));
            sum += share;
            sumX += share * xs[i];
            sumY += share * ys[i];
        }
        double meanX = sumX / sum;
        double meanY = sumY / sum;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < xs.length; i++) {
            double share = Math.exp(smallest - exponent(x, y, i));
            double dx = xs[i] - meanX;
            double dy = ys[i] - meanY;
            xx += share * dx * dx;
            xy += share * dx * dy;
            yy += share * dy * dy;
        }
        out.logDensity = logNormaliser - smallest + Math.log(sum);
        out.scoreX = (alpha * meanX - x) / sigma / sigma;
        out.scoreY = (alpha * meanY - y) / sigma / sigma;
        out.meanX = meanX;
        out.meanY = meanY;
        out.covarianceXX = xx / sum;
        out.covarianceXY = xy / sum;
        out.covarianceYY = yy / sum;
        double ratio = alpha / sigma;
        out.hessianXX = (ratio * ratio * out.covarianceXX - 1) / (sigma * sigma);
        out.hessianXY = ratio * ratio * out.covarianceXY / (sigma * sigma);
        out.hessianYY = (ratio * ratio * out.covarianceYY - 1) / (sigma * sigma);
    }

    private double smallestExponent(double x, double y) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            smallest = Math.min(smallest, exponent(x, y, i));
        }
        return smallest;
    }

    private double exponent(double x, double y, int i) {
        double dx = (x - alpha * xs[i]) / sigma;
        double dy = (y - alpha * ys[i]) / sigma;
        return 0.5 * (dx * dx + dy * dy);
    }
}
