/// How the prediction of a sampler is bent towards a class: rules as values.
///
/// A [Guidance] reads a [GuidanceInput], what the model (exact, or with a known fault) says at one state, and answers with
/// one prediction and with the [arrows][GuidanceArrow] that lead to it. Every published form, on noises, velocities or
/// scores, is stated here for predictions `x̂₀`: the others are affine in it at a fixed state.
///
/// The guidance scale is γ everywhere: 0 is unconditional, 1 conditional, more is more. The other convention,
/// `w = γ − 1`, is a matter of display.
@NullMarked
package scorescape.diffusion.guidance;

import org.jspecify.annotations.NullMarked;
