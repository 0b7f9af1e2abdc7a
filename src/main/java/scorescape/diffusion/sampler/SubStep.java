package scorescape.diffusion.sampler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.GuidanceArrow;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// One evaluation of the model inside a step, and the move made with it.
///
/// @param role what the move does
/// @param at the noise level of `x`
/// @param x where the model was asked
/// @param unconditional what the noised data says at `x`: density, score, `x̂₀`, posterior covariance
/// @param conditional the same for the guiding class, or null when the run has none
/// @param guided the prediction that the move goes towards
/// @param arrows the vectors that lead from the predictions to `guided`
/// @param mean where the move would end without noise
/// @param noiseScale standard deviation of the noise added, 0 in a move without
/// @param noise the standard normal draw, also where `noiseScale` is 0
/// @param next `mean + noiseScale · noise`
public record SubStep(Move.Role role, NoiseLevel at, Vec2 x, PointEstimate unconditional,
        @Nullable PointEstimate conditional, Vec2 guided, List<GuidanceArrow> arrows, Vec2 mean, double noiseScale,
        Vec2 noise, Vec2 next) {

    public SubStep {
        arrows = List.copyOf(arrows);
    }

    /// The difference `δ = x̂₀|y − x̂₀`, zero when the run has no class; on clean data that of the scores, in which
    /// predictions there are given.
    public Vec2 difference() {
        if (conditional == null) {
            return Vec2.ZERO;
        }
        return at.sigma() == 0
                ? conditional.score().minus(unconditional.score())
                : conditional.denoised().minus(unconditional.denoised());
    }
}
