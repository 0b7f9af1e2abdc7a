package scorescape.diffusion.analysis;

import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.math.Vec2;

/// What a network may be taught to predict at a state `x = α x₀ + σ ε`. At a fixed state each is a linear map of any other.
///
/// | prediction | of the data `x̂₀` |
/// |---|---|
/// | sample | `x̂₀` |
/// | noise ε | `(x − α x̂₀)/σ` |
/// | v | `α ε − σ x̂₀` |
/// | score | `−ε/σ` |
/// | velocity of the straight flow | `ε − x̂₀` |
///
/// Sources: Ho, Jain & Abbeel 2020, arXiv:2006.11239 (ε); Salimans & Ho 2022, arXiv:2202.00512 (v); Lipman et al. 2023,
/// arXiv:2210.02747 (velocity).
public enum Prediction {
    SAMPLE, NOISE, V, SCORE, VELOCITY;

    /// The prediction of this kind that says the same as `denoised`.
    ///
    /// @param level with noise
    /// @param x the state
    /// @param denoised `x̂₀`
    public Vec2 of(NoiseLevel level, Vec2 x, Vec2 denoised) {
        double sigma = requireNoise(level);
        Vec2 noise = x.minus(denoised.times(level.alpha())).times(1 / sigma);
        return switch (this) {
            case SAMPLE -> denoised;
            case NOISE -> noise;
            case V -> noise.times(level.alpha()).minus(denoised.times(sigma));
            case SCORE -> noise.times(-1 / sigma);
            case VELOCITY -> noise.minus(denoised);
        };
    }

    /// The velocity `dx/dt = f x − ½ g² s` of the probability flow of a schedule.
    ///
    /// @param t a time at which drift and diffusion are finite
    static Vec2 flow(NoiseSchedule schedule, double t, Vec2 x, Vec2 score) {
        double g = schedule.diffusion(t);
        return x.times(schedule.drift(t)).minus(score.times(0.5 * g * g));
    }

    /// The same where an exact model is known, at a level that needs no time of the straight flow: there it is
    /// `ε̂ − x̂₀`, finite also at pure noise, where drift and diffusion are not.
    ///
    /// @param t the time of `level`, null if it is unknown
    /// @return null without noise, and without a time where the schedule needs one
    public static @Nullable Vec2 flow(NoiseSchedule schedule, @Nullable Double t, NoiseLevel level, Vec2 x,
            PointEstimate estimate) {
        if (level.sigma() == 0) {
            return null;
        }
        if (schedule instanceof FlowSchedule) {
            return VELOCITY.of(level, x, estimate);
        }
        return t == null ? null : flow(schedule, t, x, estimate.score());
    }

    /// This kind of prediction of an exact model.
    public Vec2 of(NoiseLevel level, Vec2 x, PointEstimate estimate) {
        return switch (this) {
            case SAMPLE -> estimate.denoised();
            case SCORE -> estimate.score();
            case NOISE -> estimate.score().times(-level.sigma());
            case V -> estimate.score().times(-level.sigma() * level.alpha())
                    .minus(estimate.denoised().times(level.sigma()));
            case VELOCITY -> estimate.score().times(-level.sigma()).minus(estimate.denoised());
        };
    }

    private static double requireNoise(NoiseLevel level) {
        if (level.sigma() == 0) {
            throw new IllegalArgumentException("predictions need noise: sigma is 0");
        }
        return level.sigma();
    }
}
