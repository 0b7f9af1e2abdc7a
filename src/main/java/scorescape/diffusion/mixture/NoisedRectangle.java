package scorescape.diffusion.mixture;

import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A turned rectangle, or a segment, under noise: in its own frame, `Rᵀ (x − α c)`, a product of two [NoisedInterval]s.
final class NoisedRectangle implements NoisedShape {

    private final double centreX;
    private final double centreY;
    private final double meanX;
    private final double meanY;
    private final double cos;
    private final double sin;
    private final NoisedInterval along;
    private final NoisedInterval across;

    /// @param half half the sides, not negative: a side of length 0 makes it a segment
    /// @param sigma positive
    NoisedRectangle(Vec2 centre, Vec2 half, double angle, double alpha, double sigma) {
        meanX = centre.x();
        meanY = centre.y();
        centreX = alpha * meanX;
        centreY = alpha * meanY;
        cos = Math.cos(angle);
        sin = Math.sin(angle);
        along = new NoisedInterval(half.x(), alpha, sigma);
        across = new NoisedInterval(half.y(), alpha, sigma);
    }

    /// How far from the middle the points of a box can be.
    double distance(Bounds box) {
        return Math.hypot(Math.max(Math.abs(box.minX() - centreX), Math.abs(box.maxX() - centreX)),
                Math.max(Math.abs(box.minY() - centreY), Math.abs(box.maxY() - centreY)));
    }

    double centreX() {
        return centreX;
    }

    double centreY() {
        return centreY;
    }

    double meanX() {
        return meanX;
    }

    double meanY() {
        return meanY;
    }

    double cos() {
        return cos;
    }

    double sin() {
        return sin;
    }

    NoisedInterval along() {
        return along;
    }

    NoisedInterval across() {
        return across;
    }

    @Override
    public double logDensity(double x, double y) {
        double dx = x - centreX;
        double dy = y - centreY;
        return along.logDensity(cos * dx + sin * dy) + across.logDensity(cos * dy - sin * dx);
    }

    @Override
    public double logRatioToNoise(double x, double y) {
        double dx = x - centreX;
        double dy = y - centreY;
        return along.logRatioToNoise(cos * dx + sin * dy, cos * centreX + sin * centreY)
                + across.logRatioToNoise(cos * dy - sin * dx, cos * centreY - sin * centreX);
    }

    @Override
    public void estimate(double x, double y, LocalEstimate out) {
        double dx = x - centreX;
        double dy = y - centreY;
        var u = along.estimate(cos * dx + sin * dy);
        var v = across.estimate(cos * dy - sin * dx);
        out.logDensity = u.logDensity() + v.logDensity();
        out.scoreX = cos * u.score() - sin * v.score();
        out.scoreY = sin * u.score() + cos * v.score();
        out.hessianXX = cos * cos * u.curvature() + sin * sin * v.curvature();
        out.hessianXY = cos * sin * (u.curvature() - v.curvature());
        out.hessianYY = sin * sin * u.curvature() + cos * cos * v.curvature();
        out.meanX = meanX + cos * u.mean() - sin * v.mean();
        out.meanY = meanY + sin * u.mean() + cos * v.mean();
        out.covarianceXX = cos * cos * u.variance() + sin * sin * v.variance();
        out.covarianceXY = cos * sin * (u.variance() - v.variance());
        out.covarianceYY = sin * sin * u.variance() + cos * cos * v.variance();
    }
}
