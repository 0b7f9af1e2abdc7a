package scorescape.diffusion.mixture;

import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A kernel density estimate: equal round Gaussians around the points of a cloud.
///
/// @param points where the Gaussians are; their weight and label are those of the estimate
/// @param bandwidth standard deviation of each, in data units: positive and finite
public record KernelEstimate(PointCloud points, double bandwidth) implements Component {

    public KernelEstimate {
        if (!(bandwidth > 0 && bandwidth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bandwidth must be positive and finite: " + bandwidth);
        }
    }

    @Override
    public double weight() {
        return points.weight();
    }

    @Override
    public int label() {
        return points.label();
    }

    @Override
    public KernelEstimate withWeight(double newWeight) {
        return new KernelEstimate(points.withWeight(newWeight), bandwidth);
    }

    @Override
    public KernelEstimate withLabel(int newLabel) {
        return new KernelEstimate(points.withLabel(newLabel), bandwidth);
    }

    @Override
    public Bounds bounds() {
        Bounds centres = points.bounds();
        Vec2 reach = new Vec2(0.5 * centres.width() + 2 * bandwidth, 0.5 * centres.height() + 2 * bandwidth);
        return Bounds.around(centres.centre(), reach);
    }
}
