package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// A rule that turns the predictions at `x_t` into the one a sampler steps towards.
///
/// Rules are values and compose by value: one that wraps another holds it.
public sealed interface Guidance permits NoGuidance, ScaledGuidance, WrappingGuidance {

    /// The guided prediction, in data units.
    Vec2 guide(GuidanceInput at);

    /// The vectors that lead to the guided prediction, in the order in which they are told. The last one ends at it.
    /// None if the rule leaves the unconditional prediction alone.
    List<GuidanceArrow> arrows(GuidanceInput at);

    /// The class the rule guides towards, if it has one.
    OptionalInt guidingClass();

    /// This rule as it acts at one noise level: the same rule, unless it depends on the level.
    default Guidance atLevel(NoiseLevel level) {
        return this;
    }

    /// The same rule for other classes: `labels` says what becomes of each label.
    Guidance relabelled(IntUnaryOperator labels);

    /// What the rule wants to be told at the next state of the run, see [GuidanceInput#memory]. Most rules forget.
    default Vec2 remember(GuidanceInput at) {
        return Vec2.ZERO;
    }

    /// Whether the rule at one state depends on the states before.
    default boolean remembers() {
        return false;
    }
}
