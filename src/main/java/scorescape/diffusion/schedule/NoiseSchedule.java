package scorescape.diffusion.schedule;

/// Maps diffusion time to a noise level. Time runs from 0 (data) to 1 (noise) in every schedule.
public sealed interface NoiseSchedule permits CosineSchedule {

    /// The noise level at time `t`.
    ///
    /// @param t diffusion time in `[0, 1]`
    /// @throws IllegalArgumentException if `t` is outside `[0, 1]` or NaN
    NoiseLevel at(double t);
}
