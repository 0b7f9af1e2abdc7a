package scorescape.diffusion.sampler;

import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// One step of a run, with every vector a figure may show. Points are in the coordinates of `x_t`, in data units.
///
/// @param index 0 for the noisiest step
/// @param from the level of `x`
/// @param to the level of `next`
/// @param x the state `x_t`
/// @param unconditional what the noised data says at `x`: density, score, `x̂₀`, posterior covariance
/// @param conditional the same for the guiding class, or null when the run has none
/// @param guided the prediction that the step goes towards, `x̂₀ + γδ`
/// @param mean where the step would end without noise
/// @param noiseScale standard deviation of the noise added, 0 in a step without
/// @param noise the standard normal draw `ε`, also where `noiseScale` is 0
/// @param next the state `x_{t−1} = mean + noiseScale · ε`
public record Step(int index, NoiseLevel from, NoiseLevel to, Vec2 x, PointEstimate unconditional,
        @Nullable PointEstimate conditional, Vec2 guided, Vec2 mean, double noiseScale, Vec2 noise, Vec2 next) {

    /// The difference `δ = x̂₀|y − x̂₀`, zero when the run has no class.
    public Vec2 difference() {
        return conditional == null ? Vec2.ZERO : conditional.denoised().minus(unconditional.denoised());
    }
}
