package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.math.Vec2;

/// Forward universal guidance: a classifier of clean data judges the prediction, and its gradient is taken back to the
/// state through the denoiser.
///
///     ∇ₓ ln p₀(y|x̂₀(x)) = Jᵀ g,   J = (α/σ²) Cov[x₀|x],   so   x̂₀ + γ Cov[x₀|x] g,   g = ∇ ln p₀(y|·) at x̂₀
///
/// The prediction is only moved as far as the posterior has room. Look for the difference from the exact classifier
/// where the prediction lies between the classes: it is the mean of many possible images and none of them.
///
/// Source: Bansal et al. 2023, arXiv:2302.07121, equation 3, with the scale `s(t)` of its noise form constant in γ.
///
/// @param label the class `y`
/// @param scale γ, in `[MIN_SCALE, MAX_SCALE]`
/// @param blur of the classifier's data, see [Classifier.Clean]
public record UniversalGuidance(int label, double scale, double blur) implements ScaledGuidance {

    public UniversalGuidance {
        ScaledGuidance.requireScale(scale);
        CleanClasses.requireBlur(blur);
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        return at.prediction().plus(gradient(at).times(scale));
    }

    @Override
    public List<GuidanceArrow> arrows(GuidanceInput at) {
        return GuidanceArrows.climbing(at.prediction(), gradient(at), guide(at));
    }

    private Vec2 gradient(GuidanceInput at) {
        Vec2 ofPrediction = CleanClasses.gradient(at, label, blur, at.unconditional().denoised());
        return at.level().sigma() == 0 ? ofPrediction : at.unconditional().covariance().times(ofPrediction);
    }

    @Override
    public OptionalInt guidingClass() {
        return OptionalInt.of(label);
    }

    @Override
    public UniversalGuidance relabelled(IntUnaryOperator labels) {
        return new UniversalGuidance(labels.applyAsInt(label), scale, blur);
    }

    @Override
    public UniversalGuidance withScale(double newScale) {
        return new UniversalGuidance(label, newScale, blur);
    }
}
