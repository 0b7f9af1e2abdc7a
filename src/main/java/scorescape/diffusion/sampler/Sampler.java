package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// A way to take the noise away, step by step.
///
/// Every sampler here is linear in the state, the predictions and the noise, with factors that depend on the noise
/// levels alone. So a sampler only says what it would do, as a [StepPlan]; [Trajectory] does it.
public sealed interface Sampler permits DdpmSampler, DdimSampler, EulerSampler, HeunSampler,
        ChurnSampler, AncestralSampler, MaruyamaSampler, DpmSolverPlusPlusSampler, LangevinSampler,
        AnnealedLangevinSampler, PredictorCorrectorSampler, ScaledNoiseSampler {

    /// The levels that the sampler visits when it is given `levels`: these, unless it keeps to levels of its own.
    default List<NoiseLevel> levels(List<NoiseLevel> levels) {
        return levels;
    }

    /// The plan of one step.
    ///
    /// @param levels of the run, from noise to clean data
    /// @param index 0 for the noisiest step; the step leads from level `index` to level `index + 1`
    StepPlan plan(List<NoiseLevel> levels, int index);
}
