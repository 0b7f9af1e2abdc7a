package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// The Euler–Maruyama method on the reverse SDE `dx = (f x − g² ∇ ln p) dt + g dw`: the drift and the diffusion at the
/// start of a step are taken for the whole step.
///
/// In the form [FlowForm#EXPLODING], with `s = σ/α` and `X = x/α`, `X' = X + (s² − s'²) ∇ ln p + √(s² − s'²) z`. In the
/// form [FlowForm#PRESERVING], with `b` the integral of β over the step, `X' = X + ½ b X + b ∇ ln p + √b z`. In the form
/// [FlowForm#STRAIGHT], `g² = 2τ/(1 − τ)` and the step lasts `b/g²`. The last step, to clean data, draws no noise, and a
/// step from pure noise, where the coefficients are infinite, is that of [DdpmSampler].
///
/// Source: Song et al. 2021, arXiv:2011.13456, equation 6.
///
/// @param form the coordinates and clock of the SDE
public record MaruyamaSampler(FlowForm form) implements Sampler {

    private static final Sampler FROM_PURE_NOISE = new DdpmSampler(DdpmSampler.Variance.SMALL);

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        if (from.alpha() == 0) {
            return FROM_PURE_NOISE.plan(levels, index);
        }
        double scale = form.scale(from);
        double growth = growth(from, to);
        double diffusion = diffusion(from, to);
        // g² ∇ ln p in X, as a map of the state and the prediction: ∇ ln p = scale² (α̂ x̂₀ − X)/σ², with α̂ = α/scale.
        double pull = diffusion * scale * scale / (from.sigma() * from.sigma());
        double fromState = form.scale(to) / scale * (1 + growth - pull);
        double fromPrediction = form.scale(to) * pull * from.alpha() / scale;
        double noise = to.sigma() == 0 ? 0 : form.scale(to) * Math.sqrt(diffusion);
        return StepPlan.linear(from, fromState, fromPrediction, noise);
    }

    /// `−f dt` of the step: how much the state grows on the way back to the data.
    private double growth(NoiseLevel from, NoiseLevel to) {
        return switch (form) {
            case EXPLODING -> 0;
            case PRESERVING -> form.clock(from) - form.clock(to);
            // (τ − τ')/(1 − τ), with 1 − τ = α/(α + σ): near pure noise τ is 1 to all digits.
            case STRAIGHT -> to.alpha() / from.alpha() * (form.scale(from) / form.scale(to)) - 1;
        };
    }

    /// `g² dt` of the step.
    private double diffusion(NoiseLevel from, NoiseLevel to) {
        return switch (form) {
            case EXPLODING -> (from.ratio() - to.ratio()) * (from.ratio() + to.ratio());
            case PRESERVING -> 2 * (form.clock(from) - form.clock(to));
            case STRAIGHT -> 2 * form.clock(from) * growth(from, to);
        };
    }
}
