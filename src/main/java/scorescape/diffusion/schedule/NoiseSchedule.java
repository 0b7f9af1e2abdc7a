package scorescape.diffusion.schedule;

/// Maps diffusion time to a noise level. Time runs from 0 (data) to 1 (noise) in every schedule.
///
/// A schedule is also a stochastic equation, `dx = f(t) x dt + g(t) dw`, whose solution at time `t` is `α x₀ + σ ε`:
///
///     f = d ln α / dt,   g² = −σ² dλ/dt,   λ = ln(α²/σ²)
///
/// Sources: Song et al. 2021, arXiv:2011.13456; Kingma et al. 2021, arXiv:2107.00630, for `g` by the log signal-to-noise
/// ratio.
public sealed interface NoiseSchedule
        permits CosineSchedule, LinearBetaSchedule, VariancePreservingSchedule, VarianceExplodingSchedule, FlowSchedule,
        DrawnSchedule {

    /// A schedule that ends with more signal than this, `α/σ`, does not end near pure noise: starting a run from noise is
    /// then a mistake that shows.
    double MAX_SIGNAL_LEFT = 0.05;

    /// The noise level at time `t`.
    ///
    /// @param t diffusion time in `[0, 1]`
    /// @throws IllegalArgumentException if `t` is outside `[0, 1]` or NaN
    NoiseLevel at(double t);

    /// The level of this schedule's kind with a given `σ/α`, whether or not the schedule comes to it.
    ///
    /// @param ratio `σ/α`: finite, not negative
    NoiseLevel atRatio(double ratio);

    /// The inverse of `at(t).logSnr()`: the time in `[0, 1]` at which the log signal-to-noise ratio has fallen to `logSnr`,
    /// or the nearer end.
    double timeAt(double logSnr);

    /// The drift coefficient `f(t)`, per unit of time: not positive, 0 for variance-exploding schedules.
    ///
    /// @param t diffusion time in `[0, 1]`
    double drift(double t);

    /// The diffusion coefficient `g(t)`, in data units per square root of time.
    ///
    /// @param t diffusion time in `[0, 1]`
    double diffusion(double t);

    /// The smallest time that a sampler visits before it goes to clean data; the noise there is positive.
    double smallestTime();

    /// Whether the schedule ends near pure noise, so that a run may start from there.
    default boolean endsInNoise() {
        NoiseLevel end = at(1);
        return end.alpha() <= MAX_SIGNAL_LEFT * end.sigma();
    }

    /// @throws IllegalArgumentException if `t` is outside `[0, 1]` or NaN
    static void requireTime(double t) {
        if (!(t >= 0 && t <= 1)) {
            throw new IllegalArgumentException("time must be in [0, 1]: " + t);
        }
    }
}
