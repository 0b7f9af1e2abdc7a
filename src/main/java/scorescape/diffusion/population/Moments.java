package scorescape.diffusion.population;

import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Mean and covariance of a law in the plane, in data units and their squares.
public record Moments(Vec2 mean, SymMat2 covariance) {

    /// Those of data: pure noise says nothing, so its posterior of the data is the data.
    public static Moments of(DataDistribution data) {
        PointEstimate prior = data.noised(new NoiseLevel(0, 1)).at(Vec2.ZERO);
        return new Moments(prior.denoised(), prior.covariance());
    }

    /// Those of `count` points, the covariance with the divisor `count`; zero for no points.
    public static Moments of(double[] x, double[] y, int count) {
        if (count == 0) {
            return new Moments(Vec2.ZERO, SymMat2.ZERO);
        }
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < count; i++) {
            meanX += x[i] / count;
            meanY += y[i] / count;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < count; i++) {
            double u = x[i] - meanX;
            double v = y[i] - meanY;
            xx += u * u / count;
            xy += u * v / count;
            yy += v * v / count;
        }
        return new Moments(new Vec2(meanX, meanY), new SymMat2(xx, xy, yy));
    }
}
