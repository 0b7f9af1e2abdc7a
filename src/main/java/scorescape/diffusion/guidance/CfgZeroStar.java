package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.math.Vec2;

/// CFG-Zero*: the unconditional velocity is first scaled to be as near as it can to the conditional one, and the first
/// steps stand still.
///
///     s* = ⟨v_c, v_u⟩/‖v_u‖²,   v = s* v_u + γ (v_c − s* v_u)
///
/// Velocities are those of the straight flow, `v = (X − x̂₀)/τ` with `X = x/(α + σ)` and `τ = σ/(α + σ)`; on another
/// schedule the rule acts on the same curve. Look for the amplified part, which is now square to the unconditional
/// velocity. In two dimensions that is one direction, and where the unconditional velocity vanishes `s*` is without
/// bound; among many dimensions it is near 1.
///
/// Source: Fan et al. 2025, arXiv:2503.18886, section 4.
///
/// @param label the class `y`
/// @param scale γ, in `[MIN_SCALE, MAX_SCALE]`
/// @param stillSteps how many steps at the start of the run have no velocity, from 0 to [#MAX_STILL_STEPS]
public record CfgZeroStar(int label, double scale, int stillSteps) implements ScaledGuidance {

    public static final int MAX_STILL_STEPS = 1000;

    public CfgZeroStar {
        ScaledGuidance.requireScale(scale);
        if (!(stillSteps >= 0 && stillSteps <= MAX_STILL_STEPS)) {
            throw new IllegalArgumentException("still steps must be from 0 to " + MAX_STILL_STEPS + ": " + stillSteps);
        }
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        Vec2 standing = standing(at);
        return at.position().index() < stillSteps
                ? standing
                : nearest(at, standing).lerp(at.prediction(label), scale);
    }

    @Override
    public List<GuidanceArrow> arrows(GuidanceInput at) {
        Vec2 standing = standing(at);
        Vec2 guided = guide(at);
        return at.position().index() < stillSteps
                ? GuidanceArrows.corrected(List.of(), at.prediction(), guided)
                : GuidanceArrows.amplified(nearest(at, standing), at.prediction(label), guided);
    }

    /// `X`, the prediction towards which nothing moves.
    private static Vec2 standing(GuidanceInput at) {
        return at.x().times(1 / (at.level().alpha() + at.level().sigma()));
    }

    /// The prediction of the velocity `s* v_u`.
    private Vec2 nearest(GuidanceInput at, Vec2 standing) {
        Vec2 unconditional = standing.minus(at.prediction());
        double square = unconditional.dot(unconditional);
        double best = square == 0 ? 1 : standing.minus(at.prediction(label)).dot(unconditional) / square;
        return standing.minus(unconditional.times(best));
    }

    @Override
    public OptionalInt guidingClass() {
        return OptionalInt.of(label);
    }

    @Override
    public CfgZeroStar relabelled(IntUnaryOperator labels) {
        return new CfgZeroStar(labels.applyAsInt(label), scale, stillSteps);
    }

    @Override
    public CfgZeroStar withScale(double newScale) {
        return new CfgZeroStar(label, newScale, stillSteps);
    }
}
