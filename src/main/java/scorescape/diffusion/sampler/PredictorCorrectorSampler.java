package scorescape.diffusion.sampler;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Predictor and corrector: a step of another sampler, then Langevin moves at the level it has come to.
///
/// The published step size, `ε = 2 (r ‖z‖/‖∇ ln p‖)²` with norms averaged over a batch, has no good meaning for one
/// particle in two dimensions, where the score may vanish. Here the ratio of the norms is what it is on average under
/// noise alone, `σ`: `ε = (r σ)²`, with the factor 2 in [LangevinSampler]'s `√(2ε)`. There is nothing to correct after
/// the last step, on clean data.
///
/// Source: Song et al. 2021, arXiv:2011.13456, algorithms 1, 4 and 5.
///
/// @param predictor the sampler that goes to the next level
/// @param signalToNoise `r`, in `(0, 1]`; published values are near 0.16
/// @param moves of the corrector in each step, from 1 to [AnnealedLangevinSampler#MAX_MOVES]
public record PredictorCorrectorSampler(Sampler predictor, double signalToNoise, int moves) implements Sampler {

    public PredictorCorrectorSampler {
        if (!(signalToNoise > 0 && signalToNoise <= 1)) {
            throw new IllegalArgumentException("signal to noise must be in (0, 1]: " + signalToNoise);
        }
        if (!(moves >= 1 && moves <= AnnealedLangevinSampler.MAX_MOVES)) {
            throw new IllegalArgumentException(
                    "moves must be from 1 to " + AnnealedLangevinSampler.MAX_MOVES + ": " + moves);
        }
    }

    @Override
    public List<NoiseLevel> levels(List<NoiseLevel> levels) {
        return predictor.levels(levels);
    }

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        StepPlan prediction = predictor.plan(levels, index);
        NoiseLevel to = levels.get(index + 1);
        if (to.sigma() == 0) {
            return prediction;
        }
        double size = signalToNoise * to.sigma();
        List<Move> all = new ArrayList<>(prediction.moves());
        for (int i = 0; i < moves; i++) {
            all.add(LangevinSampler.move(to, size * size));
        }
        return new StepPlan(prediction.churn(), all);
    }
}
