package scorescape.diffusion.sampler;

import scorescape.diffusion.schedule.NoiseLevel;

/// One evaluation of the model and what a sampler makes of it, as a linear map:
///
///     next = fromStart · start + fromState · state + fromPrediction · x̂₀ + fromEarlier · x̂₀′ + noise · z
///
/// Here `start` is where the step began, `state` where this move begins, `x̂₀` the guided prediction at `state`, `x̂₀′`
/// the guided prediction of the evaluation before (of this step or the last one; `x̂₀` itself if there was none), and
/// `z` a standard normal draw.
///
/// @param role what the move does
/// @param at the noise level of `state`, at which the model is asked
/// @param noise standard deviation of the noise added, in units of `x`
public record Move(Role role, NoiseLevel at, double fromStart, double fromState, double fromPrediction,
        double fromEarlier, double noise) {

    /// What a move does in its step.
    public enum Role {
        /// Goes to the next noise level.
        STEP,
        /// Goes to the next noise level on trial, to look at the slope there.
        PROBE,
        /// Repeats the step from its start, with the slope found by the probe.
        REPEAT,
        /// Stays at one noise level and moves towards its distribution.
        LANGEVIN
    }

    /// The move of a step that evaluates the model once.
    static Move step(NoiseLevel at, double fromState, double fromPrediction, double noise) {
        return new Move(Role.STEP, at, 0, fromState, fromPrediction, 0, noise);
    }

    /// The same move with its end in coordinates `factor` times as large.
    Move scaled(double factor) {
        return new Move(role, at, factor * fromStart, factor * fromState, factor * fromPrediction, factor * fromEarlier,
                factor * noise);
    }

    Move withNoise(double newNoise) {
        return new Move(role, at, fromStart, fromState, fromPrediction, fromEarlier, newNoise);
    }
}
