/// How noise grows with time: from a time in `[0, 1]` to the pair (α, σ) of `x_t = α x₀ + σ ε`.
///
/// Time 0 is data and larger is noisier, in every signature, whatever a paper does. A [NoiseSchedule] gives the
/// [NoiseLevel] at any time; a [TimeGrid] picks the levels that a sampler visits.
@NullMarked
package scorescape.diffusion.schedule;

import org.jspecify.annotations.NullMarked;
