/// Samplers, and their runs as complete values.
///
/// A [Sampler] plans a step as a linear map whose factors depend on the noise levels alone ([StepPlan], [Move]). A
/// [Trajectory] follows the plans for one particle and is a list of [Step]s; a step holds every vector a figure may
/// show. Noise is a pure function of (seed, particle, step, draw), see [NoiseSource]: two guidance scales or two
/// samplers see the same noise.
@NullMarked
package scorescape.diffusion.sampler;

import org.jspecify.annotations.NullMarked;
