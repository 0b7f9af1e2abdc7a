package scorescape.diffusion.mixture;

import org.jspecify.annotations.Nullable;

/// A noised distribution laid out for blocks of points: a class and the rest, or all of it. Made once and kept, safe for use
/// by several threads.
///
/// @param label the class, or null for none: then all is the rest
/// @param own the class
/// @param rest all that is not of the class
/// @param logPrior `ln p(y)` of the class
/// @param farthest points with a coordinate beyond this go the scalar way: there a logarithm may be larger than the loops
///     can take
/// @param drowned whether the sums are those of ratios to pure noise and of posterior means
record BlockLayout(@Nullable Integer label, BlockKernel own, BlockKernel rest, double logPrior, double farthest,
        boolean drowned) {

    /// @param isOwn which shapes are of the class; none without one
    static BlockLayout of(@Nullable Integer label, NoisedShape[] shapes, double[] logWeights, boolean[] isOwn,
            double farthest, boolean drowned) {
        var own = new BlockKernel(drowned);
        var rest = new BlockKernel(drowned);
        double prior = 0;
        for (int k = 0; k < shapes.length; k++) {
            (isOwn[k] ? own : rest).put(shapes[k], logWeights[k]);
            prior += isOwn[k] ? Math.exp(logWeights[k]) : 0;
        }
        return new BlockLayout(label, own, rest, Math.log(prior), farthest, drowned);
    }

    int terms() {
        return own.terms() + rest.terms();
    }
}
