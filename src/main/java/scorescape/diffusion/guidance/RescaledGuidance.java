package scorescape.diffusion.guidance;

import java.util.function.IntUnaryOperator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// CFG rescale: the guided prediction is brought back towards the size of the conditional one.
///
///     x̂₀ᵣ = m + (x̂₀ᵍ − m) ‖x̂₀|y − m‖/‖x̂₀ᵍ − m‖,   φ x̂₀ᵣ + (1 − φ) x̂₀ᵍ
///
/// Published for images, with the standard deviation over all pixels as the size. Over two coordinates that would be
/// degenerate, so the size here is the distance from the mean `m` of the data. Look for predictions that turn about the
/// mean instead of leaving it.
///
/// Source: Lin et al. 2023, arXiv:2305.08891, section 3.4.
///
/// @param rule with a guiding class; one without is left as it is
/// @param share `φ`: 0 changes nothing, 1 gives the conditional size; in `[0, 1]`
public record RescaledGuidance(Guidance rule, double share) implements CorrectingGuidance {

    public RescaledGuidance {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1: " + share);
        }
    }

    @Override
    public Vec2 correct(GuidanceInput at, Vec2 guided) {
        if (rule.guidingClass().isEmpty()) {
            return guided;
        }
        Vec2 mean = at.model().mean();
        double size = guided.distance(mean);
        if (size == 0) {
            return guided;
        }
        double wanted = at.prediction(rule.guidingClass().getAsInt()).distance(mean);
        return guided.lerp(mean.lerp(guided, wanted / size), share);
    }

    @Override
    public RescaledGuidance atLevel(NoiseLevel level) {
        return new RescaledGuidance(rule.atLevel(level), share);
    }

    @Override
    public RescaledGuidance relabelled(IntUnaryOperator labels) {
        return new RescaledGuidance(rule.relabelled(labels), share);
    }
}
