package scorescape.diffusion.guidance;

import java.util.function.IntUnaryOperator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// Temperature by the score: the whole guided score times `k`, in predictions `x/α + k (x̂₀ − x/α)`.
///
/// One would wish for the density to the power `k` and gets something else, because noising and sharpening do not
/// commute. Look for a deterministic run with `k = 4`: while the noise is high all starts are drawn to one point, and
/// all of them end at the same. At pure noise no prediction has a scaled score; the rule does nothing there.
///
/// Source: the discussion of temperature in Dieleman 2023, "The geometry of diffusion guidance".
///
/// @param factor `k`: 1 changes nothing; in `[0, MAX_FACTOR]`
public record TemperedGuidance(Guidance rule, double factor) implements CorrectingGuidance {

    public static final double MAX_FACTOR = 100;

    public TemperedGuidance {
        if (!(factor >= 0 && factor <= MAX_FACTOR)) {
            throw new IllegalArgumentException("factor must be from 0 to " + MAX_FACTOR + ": " + factor);
        }
    }

    @Override
    public Vec2 correct(GuidanceInput at, Vec2 guided) {
        double alpha = at.level().alpha();
        return alpha == 0 ? guided : at.x().times(1 / alpha).lerp(guided, factor);
    }

    @Override
    public TemperedGuidance atLevel(NoiseLevel level) {
        return new TemperedGuidance(rule.atLevel(level), factor);
    }

    @Override
    public TemperedGuidance relabelled(IntUnaryOperator labels) {
        return new TemperedGuidance(rule.relabelled(labels), factor);
    }
}
