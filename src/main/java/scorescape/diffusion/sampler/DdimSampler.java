package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Implicit sampling: part of the noise that the model sees in `x` is kept, and part of it is drawn anew.
///
/// With `ε̂ = (x − α x̂₀)/σ` and the share `η` of the noise that [DdpmSampler] would draw,
///
///     x' = α' x̂₀ + √(σ'² − s²) ε̂ + s z,   s = η (σ'/σ) √(σ² − σ'² α²/α'²)
///
/// `η = 0` draws nothing: the run is a function of its start. `η = 1` is ancestral sampling. Above 1 there is more
/// noise to draw than the level holds: `s` is then as much as the level holds, `σ'`.
///
/// Source: Song, Meng & Ermon 2020, arXiv:2010.02502, equations 12 and 16.
///
/// @param eta `η`, in `[0, MAX_ETA]`
public record DdimSampler(double eta) implements Sampler {

    public static final double MAX_ETA = 2;

    public DdimSampler {
        if (!(eta >= 0 && eta <= MAX_ETA)) {
            throw new IllegalArgumentException("eta must be from 0 to " + MAX_ETA + ": " + eta);
        }
    }

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        double moved = to.sigma() * from.alpha() / to.alpha();
        double jump = (from.sigma() - moved) * (from.sigma() + moved);
        double noise = Math.min(to.sigma(), eta * to.sigma() / from.sigma() * Math.sqrt(jump));
        double direction = Math.sqrt((to.sigma() - noise) * (to.sigma() + noise)) / from.sigma();
        return StepPlan.linear(from, direction, to.alpha() - direction * from.alpha(), noise);
    }
}
