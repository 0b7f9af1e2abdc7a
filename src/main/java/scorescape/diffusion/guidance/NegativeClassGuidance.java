package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.math.Vec2;

/// Guidance away from a class: `x̂₀|n + γ (x̂₀|y − x̂₀|n)`, another class `n` in the place of no class.
///
/// It is what people type into the field for a negative prompt. Look for the push along the line between the two
/// classes, also where neither is likely.
///
/// Source: Liu et al. 2022, arXiv:2206.01714, for the composition of conditions; the form is that of negative prompts.
///
/// @param label the class `y`
/// @param negative the class `n` to keep away from
/// @param scale γ: 0 is the negative class, 1 the wanted one; in `[MIN_SCALE, MAX_SCALE]`
public record NegativeClassGuidance(int label, int negative, double scale) implements ScaledGuidance {

    public NegativeClassGuidance {
        ScaledGuidance.requireScale(scale);
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        return at.prediction(negative).lerp(at.prediction(label), scale);
    }

    @Override
    public List<GuidanceArrow> arrows(GuidanceInput at) {
        return GuidanceArrows.amplified(at.prediction(negative), at.prediction(label), guide(at));
    }

    @Override
    public OptionalInt guidingClass() {
        return OptionalInt.of(label);
    }

    @Override
    public NegativeClassGuidance relabelled(IntUnaryOperator labels) {
        return new NegativeClassGuidance(labels.applyAsInt(label), labels.applyAsInt(negative), scale);
    }

    @Override
    public NegativeClassGuidance withScale(double newScale) {
        return new NegativeClassGuidance(label, negative, newScale);
    }
}
