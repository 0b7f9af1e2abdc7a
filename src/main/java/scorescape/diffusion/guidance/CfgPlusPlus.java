package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.math.Vec2;

/// CFG++: the guided prediction with a small `λ`, but the noise that is put back is the unconditional one.
///
///     x' = α' (x̂₀ + λδ) + σ' ε̂
///
/// That is a DDIM step towards `x̂₀ + γδ` with a γ of its own for every step,
///
///     γ = λ / (1 − e^{−h/2}),   e^{−h/2} = (σ'/α') / (σ/α)
///
/// with `h` the rise of the log signal-to-noise ratio; so the rule serves every sampler. Look for γ near `λ` in the
/// long first steps and large in the short ones: halve the steps, and γ doubles.
///
/// Source: Chung et al. 2024, arXiv:2406.08070, algorithm 2; the form with γ is derived from it.
///
/// @param label the class `y`
/// @param scale `λ`: 0 is unconditional; published values are from 0 to 1; in `[MIN_SCALE, MAX_SCALE]`
public record CfgPlusPlus(int label, double scale) implements ScaledGuidance {

    public CfgPlusPlus {
        ScaledGuidance.requireScale(scale);
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        return at.prediction().lerp(at.prediction(label), effectiveScale(at.position()));
    }

    /// The γ of one step. In a step that stays at its level nothing is put back: it is `λ` there.
    public double effectiveScale(GuidancePosition position) {
        double shrink = position.to().ratio() / position.from().ratio();
        return shrink < 1 ? scale / (1 - shrink) : scale;
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
    public CfgPlusPlus relabelled(IntUnaryOperator labels) {
        return new CfgPlusPlus(labels.applyAsInt(label), scale);
    }

    @Override
    public CfgPlusPlus withScale(double newScale) {
        return new CfgPlusPlus(label, newScale);
    }
}
