package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.math.Vec2;

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
public record ClassifierFreeGuidance(int label, double scale) implements ScaledGuidance {

    public ClassifierFreeGuidance {
        ScaledGuidance.requireScale(scale);
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        return at.prediction().lerp(at.prediction(label), scale);
    }

    @Override
    public List<GuidanceArrow> arrows(GuidanceInput at) {
        return GuidanceArrows.amplified(at.prediction(), at.prediction(label), guide(at));
    }

    @Override
    public OptionalInt guidingClass() {
        return OptionalInt.of(label);
    }

    @Override
    public ClassifierFreeGuidance relabelled(IntUnaryOperator labels) {
        return withLabel(labels.applyAsInt(label));
    }

    @Override
    public ClassifierFreeGuidance withScale(double newScale) {
        return new ClassifierFreeGuidance(label, newScale);
    }

    public ClassifierFreeGuidance withLabel(int newLabel) {
        return new ClassifierFreeGuidance(newLabel, scale);
    }
}
