package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.math.Vec2;

/// Classifier guidance: the score is moved by `γ ∇ ln p(y|x_t)`, the prediction by `γ (σ²/α) ∇ ln p(y|x_t)`.
///
/// With the exact classifier it is [ClassifierFreeGuidance], arrow for arrow: the best slide of all. Look for what a
/// classifier of clean data does among the noise, where it knows nothing and is sure of everything.
///
/// Source: Dhariwal & Nichol 2021, arXiv:2105.05233, section 4.
///
/// @param label the class `y`
/// @param scale γ, in `[MIN_SCALE, MAX_SCALE]`
public record ClassifierGuidance(Classifier classifier, int label, double scale) implements ScaledGuidance {

    public ClassifierGuidance {
        ScaledGuidance.requireScale(scale);
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
        // At pure noise the reach is infinite and the exact gradient 0; the prediction still differs between classes.
        return at.level().alpha() == 0
                ? at.prediction(label).minus(at.prediction())
                : classifier.gradient(at, label).times(at.reach());
    }

    @Override
    public OptionalInt guidingClass() {
        return OptionalInt.of(label);
    }

    @Override
    public ClassifierGuidance relabelled(IntUnaryOperator labels) {
        return new ClassifierGuidance(classifier, labels.applyAsInt(label), scale);
    }

    @Override
    public ClassifierGuidance withScale(double newScale) {
        return new ClassifierGuidance(classifier, label, newScale);
    }
}
