/// Samplers, and their runs as complete values.
///
/// A [Trajectory] is a list of [Step]s; a step holds every vector a figure may show. Noise is a pure function of
/// (seed, particle, step, draw), see [NoiseSource]: two guidance scales or two samplers see the same noise.
@NullMarked
package scorescape.diffusion.sampler;

import org.jspecify.annotations.NullMarked;
