package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.math.Vec2;

/// Power-law guidance: the pull grows with a power of its own length, `s_c + (γ − 1) ‖s_c − s_u‖ᵖ (s_c − s_u)`.
///
/// In predictions, `x̂₀|y + (γ − 1) ‖(α/σ²) δ‖ᵖ δ`. `p = 0` is classifier-free guidance. Look for a pull that fades by
/// itself where the two scores agree; a length of scores has a unit, so γ means something else on other scales of data.
///
/// Source: Pavasovic et al. 2025, arXiv:2502.07849, whose `ω` is `γ − 1`.
///
/// @param label the class `y`
/// @param scale γ: 1 is conditional; in `[MIN_SCALE, MAX_SCALE]`
/// @param exponent `p`, in `[0, MAX_EXPONENT]`
public record PowerLawGuidance(int label, double scale, double exponent) implements ScaledGuidance {

    public static final double MAX_EXPONENT = 4;

    public PowerLawGuidance {
        ScaledGuidance.requireScale(scale);
        if (!(exponent >= 0 && exponent <= MAX_EXPONENT)) {
            throw new IllegalArgumentException("exponent must be from 0 to " + MAX_EXPONENT + ": " + exponent);
        }
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        Vec2 conditional = at.prediction(label);
        Vec2 difference = conditional.minus(at.prediction());
        double length = difference.norm() / at.reach();
        return conditional.plus(difference.times((scale - 1) * Math.pow(length, exponent)));
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
    public PowerLawGuidance relabelled(IntUnaryOperator labels) {
        return new PowerLawGuidance(labels.applyAsInt(label), scale, exponent);
    }

    @Override
    public PowerLawGuidance withScale(double newScale) {
        return new PowerLawGuidance(label, newScale, exponent);
    }
}
