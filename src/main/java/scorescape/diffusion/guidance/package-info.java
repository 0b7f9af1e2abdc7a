/// How the prediction of a sampler is bent towards a class: rules as values.
///
/// The guidance scale is γ everywhere: 0 is unconditional, 1 conditional, more is more. The other convention,
/// `w = γ − 1`, is a matter of display.
@NullMarked
package scorescape.diffusion.guidance;

import org.jspecify.annotations.NullMarked;
