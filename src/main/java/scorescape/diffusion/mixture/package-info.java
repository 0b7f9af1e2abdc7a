/// Data distributions whose diffusion is known in closed form, and everything about them at a noise level.
///
/// A [DataDistribution] is a weighted list of [Component]s with class labels. [DataDistribution#noised] gives the
/// [NoisedDistribution] of `x_t = α x₀ + σ ε`: its log density, its score, the posterior mean `x̂₀` and covariance of
/// `x₀`, all exact, all stable far out and at tiny noise.
///
/// Three ways lead to the numbers, and the same tables check all three. [NoisedDistribution#at] takes one point, each
/// component as a [NoisedShape]. [NoisedDistribution#evaluate(PointBatch)] takes many, in blocks of 256 that the loops of
/// [BlockLoops] run over with vector instructions; a [BlockLayout] is the distribution laid out for them.
/// [NoisedDistribution#logDensityGrid] paints pictures, [ClassGrid] those of classes: regions, posteriors, tilted laws.
///
/// [Covariances] makes covariances from axes, handles and samples, and finds the ellipse in one.
///
/// EJML factors what depends on component and noise level alone; the loops then run over plain arrays. Where the noise is
/// larger than the data, components are told apart by their ratios to pure noise, since their densities are all nearly
/// the same large number.
@NullMarked
package scorescape.diffusion.mixture;

import org.jspecify.annotations.NullMarked;
