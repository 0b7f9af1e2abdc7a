package scorescape.diffusion.mixture;

import scorescape.math.Bounds;

/// One term of a data distribution: a shape, its share and its class.
public sealed interface Component
        permits GaussianComponent, RectangleComponent, SegmentComponent, ArcComponent, PointComponent, PointCloud,
        KernelEstimate {

    /// Share of the samples, relative to the other components: positive and finite.
    double weight();

    /// The class `y` the samples belong to.
    int label();

    Component withWeight(double weight);

    Component withLabel(int label);

    /// A box that holds the shape: all of a bounded one, two standard deviations of a Gaussian. In data units.
    Bounds bounds();

    /// @throws IllegalArgumentException if `weight` is not positive and finite
    static void requireWeight(double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be positive and finite: " + weight);
        }
    }
}
