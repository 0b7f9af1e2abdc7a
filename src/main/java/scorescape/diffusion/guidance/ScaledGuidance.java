package scorescape.diffusion.guidance;

import java.util.function.IntUnaryOperator;

/// A rule with a scale γ: 0 switches its pull off, 1 is as the model is, more is more.
public sealed interface ScaledGuidance extends Guidance
        permits ClassifierFreeGuidance, ClassifierGuidance, NegativeClassGuidance, AdaptiveProjectedGuidance,
        CfgPlusPlus,
        Autoguidance, UniversalGuidance, PowerLawGuidance, CfgZeroStar {

    double MIN_SCALE = -20;
    double MAX_SCALE = 100;

    /// γ, in `[MIN_SCALE, MAX_SCALE]`.
    double scale();

    ScaledGuidance withScale(double newScale);

    @Override
    ScaledGuidance relabelled(IntUnaryOperator labels);

    /// @throws IllegalArgumentException if `scale` is outside `[MIN_SCALE, MAX_SCALE]` or NaN
    static void requireScale(double scale) {
        if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException(
                    "guidance scale must be from " + MIN_SCALE + " to " + MAX_SCALE + ": " + scale);
        }
    }
}
