package scorescape.diffusion.guidance;

import scorescape.math.Vec2;

/// One vector of a guidance rule, as a figure draws it: a displacement of a prediction, in data units.
///
/// @param role what the vector means
/// @param foot where it starts
/// @param tip where it ends
public record GuidanceArrow(Role role, Vec2 foot, Vec2 tip) {

    /// What a vector means, in the words of the stages of a step.
    public enum Role {
        /// `δ`, from one prediction to the other, before scaling.
        DIFFERENCE,
        /// `γδ`, the scaled difference.
        AMPLIFIED,
        /// `(σ²/α) ∇ ln p(y|x_t)`, a classifier's gradient before scaling.
        GRADIENT,
        /// The part of a difference along the prediction.
        PARALLEL,
        /// The part of a difference across the prediction.
        PERPENDICULAR,
        /// What a rule does to a prediction that another rule has made.
        CORRECTION
    }
}
