package scorescape.diffusion.guidance;

import scorescape.diffusion.schedule.NoiseLevel;

/// Where in a run a step is.
///
/// @param index 0 for the noisiest step
/// @param steps how many the run has
/// @param from the level at which the step starts
/// @param to the level at which it ends
public record GuidancePosition(int index, int steps, NoiseLevel from, NoiseLevel to) {}
