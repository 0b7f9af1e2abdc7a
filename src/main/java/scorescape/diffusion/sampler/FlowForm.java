package scorescape.diffusion.sampler;

import scorescape.diffusion.schedule.NoiseLevel;

/// In which coordinates and by which clock the probability-flow ODE is written.
///
/// The flow is one and the same; a solver that takes finite steps follows it differently in each form. With
/// `X = x / scale` and the clock `τ`, every form reads
///
///     dX/dτ = p X + q x̂₀
///
/// A step of a solver from `τ` to `τ'` is exact where the right side does not change.
public enum FlowForm {

    /// Variance-exploding: `X = x/α`, `τ = σ/α`, `dX/dτ = (X − x̂₀)/τ`. Straight towards the prediction.
    ///
    /// Source: Karras et al. 2022, arXiv:2206.00364, equation 1.
    EXPLODING {
        @Override
        double scale(NoiseLevel level) {
            return level.alpha();
        }

        @Override
        double clock(NoiseLevel level) {
            return level.ratio();
        }

        @Override
        double fromState(NoiseLevel level) {
            return 1 / level.ratio();
        }

        @Override
        double kept(NoiseLevel from, NoiseLevel to) {
            return clock(to) / clock(from);
        }

        @Override
        double fromPrediction(NoiseLevel level) {
            return -1 / level.ratio();
        }
    },

    /// Variance-preserving: `X = x / √(α² + σ²)`, `τ = −ln α̂` with `α̂ = α / √(α² + σ²)` (half the integral of β),
    /// `dX/dτ = −X − ∇ ln p = (α̂² X − α̂ x̂₀)/(1 − α̂²)`.
    ///
    /// Source: Song et al. 2021, arXiv:2011.13456, equation 13 with the drift and diffusion of equation 11.
    PRESERVING {
        @Override
        double scale(NoiseLevel level) {
            return Math.hypot(level.alpha(), level.sigma());
        }

        @Override
        double clock(NoiseLevel level) {
            double ratio = level.ratio();
            return 0.5 * Math.log1p(ratio * ratio);
        }

        @Override
        double fromState(NoiseLevel level) {
            double inverse = 1 / level.ratio();
            return inverse * inverse;
        }

        @Override
        double fromPrediction(NoiseLevel level) {
            return -level.alpha() * scale(level) / (level.sigma() * level.sigma());
        }
    },

    /// Rectified flow: `X = x / (α + σ)`, `τ = σ / (α + σ)`, `dX/dτ = (X − x̂₀)/τ`, the mean of `ε − x₀`. The one form
    /// that can start from pure noise.
    ///
    /// Source: Lipman et al. 2023, arXiv:2210.02747, example II; Liu, Gong & Liu 2023, arXiv:2209.03003.
    STRAIGHT {
        @Override
        double scale(NoiseLevel level) {
            return level.alpha() + level.sigma();
        }

        @Override
        double clock(NoiseLevel level) {
            return level.sigma() / scale(level);
        }

        @Override
        double fromState(NoiseLevel level) {
            return 1 / clock(level);
        }

        @Override
        double kept(NoiseLevel from, NoiseLevel to) {
            return clock(to) / clock(from);
        }

        @Override
        double fromPrediction(NoiseLevel level) {
            return -1 / clock(level);
        }
    };

    /// `x / X`.
    abstract double scale(NoiseLevel level);

    /// `τ`, which falls to 0 at clean data; infinite at pure noise, but for [#STRAIGHT].
    abstract double clock(NoiseLevel level);

    /// `p`, at a level with noise.
    abstract double fromState(NoiseLevel level);

    /// `q`, at a level with noise.
    abstract double fromPrediction(NoiseLevel level);

    /// Whether the clock runs for a finite time between two levels.
    boolean isFinite(NoiseLevel from, NoiseLevel to) {
        return Double.isFinite(clock(from) - clock(to));
    }

    /// What an Euler step keeps of `X`: `1 + (τ' − τ) p`. Where `p` is `1/τ` that is `τ'/τ`, which keeps its digits in long
    /// steps from much noise.
    double kept(NoiseLevel from, NoiseLevel to) {
        return 1 + (clock(to) - clock(from)) * fromState(from);
    }

    /// `x' = X' scale'` for an Euler step of the flow.
    Move euler(Move.Role role, NoiseLevel from, NoiseLevel to) {
        double time = clock(to) - clock(from);
        double rescaled = scale(to) / scale(from);
        return new Move(role, from, 0, rescaled * kept(from, to), scale(to) * time * fromPrediction(from),
                0, 0);
    }
}
