package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.diffusion.guidance.GuidanceArrow.Role;
import scorescape.math.Vec2;

/// Adaptive projected guidance: of the difference, the part along the prediction is what oversaturates; so it is
/// weighed down, and the whole is kept short.
///
///     Δ = δ + β Δ′,   Δ ← Δ min(1, r/‖Δ‖),   Δ = Δ∥ + Δ⊥ along and across x̂₀|y
///     x̂₀|y + (γ − 1)(Δ⊥ + η Δ∥)
///
/// `Δ′` is the `Δ` of the evaluation before, and a negative `β` brakes where the difference keeps its direction.
///
/// In two dimensions "across" is a single direction, and "along" is seen from the origin: move the data, and the parts
/// change. Among the pixels of an image neither matters.
///
/// Source: Sadat et al. 2024, arXiv:2410.02416, algorithm 1.
///
/// @param label the class `y`
/// @param scale γ, in `[MIN_SCALE, MAX_SCALE]`
/// @param parallelShare `η`: 0 leaves out the part along the prediction, 1 keeps it; in `[0, 1]`
/// @param radius `r`, the longest `Δ`, in data units: positive and finite
/// @param momentum `β`, in `(−1, 1)`
public record AdaptiveProjectedGuidance(int label, double scale, double parallelShare, double radius, double momentum)
        implements
            ScaledGuidance {

    public AdaptiveProjectedGuidance {
        ScaledGuidance.requireScale(scale);
        if (!(parallelShare >= 0 && parallelShare <= 1)) {
            throw new IllegalArgumentException("parallel share must be from 0 to 1: " + parallelShare);
        }
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("radius must be positive and finite: " + radius);
        }
        if (!(momentum > -1 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must be between -1 and 1: " + momentum);
        }
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        Vec2 difference = clipped(at);
        Vec2 parallel = parallel(at, difference);
        Vec2 kept = difference.minus(parallel).plus(parallel.times(parallelShare));
        return at.prediction(label).plus(kept.times(scale - 1));
    }

    @Override
    public List<GuidanceArrow> arrows(GuidanceInput at) {
        Vec2 conditional = at.prediction(label);
        Vec2 difference = clipped(at);
        Vec2 parallel = parallel(at, difference);
        return List.of(new GuidanceArrow(Role.DIFFERENCE, conditional, conditional.plus(difference)),
                new GuidanceArrow(Role.PARALLEL, conditional, conditional.plus(parallel)),
                new GuidanceArrow(Role.PERPENDICULAR, conditional, conditional.plus(difference).minus(parallel)),
                new GuidanceArrow(Role.AMPLIFIED, conditional, guide(at)));
    }

    /// `Δ` with its momentum, before it is kept short.
    @Override
    public Vec2 remember(GuidanceInput at) {
        return at.prediction(label).minus(at.prediction()).plus(at.memory().times(momentum));
    }

    @Override
    public boolean remembers() {
        return momentum != 0;
    }

    private Vec2 clipped(GuidanceInput at) {
        Vec2 difference = remember(at);
        double length = difference.norm();
        return length > radius ? difference.times(radius / length) : difference;
    }

    /// The part of `difference` along the prediction for the class; none if that is at the origin.
    private Vec2 parallel(GuidanceInput at, Vec2 difference) {
        Vec2 axis = at.prediction(label);
        double length = axis.norm();
        if (length == 0) {
            return Vec2.ZERO;
        }
        // Divided, not multiplied by 1 / length: that overflows for the smallest numbers.
        Vec2 unit = new Vec2(axis.x() / length, axis.y() / length);
        return unit.times(difference.dot(unit));
    }

    @Override
    public OptionalInt guidingClass() {
        return OptionalInt.of(label);
    }

    @Override
    public AdaptiveProjectedGuidance relabelled(IntUnaryOperator labels) {
        return new AdaptiveProjectedGuidance(labels.applyAsInt(label), scale, parallelShare, radius, momentum);
    }

    @Override
    public AdaptiveProjectedGuidance withScale(double newScale) {
        return new AdaptiveProjectedGuidance(label, newScale, parallelShare, radius, momentum);
    }
}
