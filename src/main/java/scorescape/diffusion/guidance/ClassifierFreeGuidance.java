package scorescape.diffusion.guidance;

/// Classifier-free guidance: the step goes towards `x̂₀ + γ (x̂₀|y − x̂₀)`.
///
/// With the exact predictions this is classifier guidance with the exact classifier: `x̂₀|y − x̂₀` is
/// `(σ²/α) ∇ ln p(y|x_t)`. Look for the difference δ shrinking as the noise falls: once the class is decided there is
/// nothing left to amplify.
///
/// Source: Ho & Salimans 2022, arXiv:2207.12598, whose `w` is `γ − 1`.
///
/// @param label the class `y`
/// @param scale γ: 0 is unconditional, 1 conditional; in `[MIN_SCALE, MAX_SCALE]`
public record ClassifierFreeGuidance(int label, double scale) implements Guidance {

    public static final double MIN_SCALE = -20;
    public static final double MAX_SCALE = 100;

    public ClassifierFreeGuidance {
        if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException(
                    "guidance scale must be from " + MIN_SCALE + " to " + MAX_SCALE + ": " + scale);
        }
    }

    public ClassifierFreeGuidance withScale(double newScale) {
        return new ClassifierFreeGuidance(label, newScale);
    }

    public ClassifierFreeGuidance withLabel(int newLabel) {
        return new ClassifierFreeGuidance(newLabel, scale);
    }
}
