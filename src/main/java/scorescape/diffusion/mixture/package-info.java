/// Data distributions whose diffusion is known in closed form, and everything about them at a noise level.
///
/// A [DataDistribution] is a weighted list of [Component]s with class labels. [DataDistribution#noised] gives the
/// [NoisedDistribution] of `x_t = α x₀ + σ ε`: its log density, its score, the posterior mean `x̂₀` and covariance of
/// `x₀`, all exact, all stable far out and at tiny noise.
@NullMarked
package scorescape.diffusion.mixture;

import org.jspecify.annotations.NullMarked;
