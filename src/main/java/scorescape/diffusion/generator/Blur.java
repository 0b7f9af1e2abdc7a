package scorescape.diffusion.generator;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.math.Vec2;

/// Curves with a thickness: drawn points with a round Gaussian around each.
final class Blur {

    private Blur() {}

    /// @param draw draws one point of the curve
    static Component around(int label, int points, double thickness, Supplier<Vec2> draw) {
        List<Vec2> drawn = Stream.generate(draw).limit(points).toList();
        return new KernelEstimate(PointCloud.of(1, label, drawn), thickness);
    }
}
