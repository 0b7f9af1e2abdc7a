package scorescape.diffusion.sampler;

import java.util.Collections;
import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Langevin dynamics at one noise level: `x' = x + ε ∇ ln p(x) + √(2ε) z`, again and again.
///
/// The noise levels of the run do not matter; each of its steps is one move. In the limit of small steps the states
/// are samples of `p`, after a time that grows with the gap between the modes: look for runs that never change mode.
///
/// Source: Welling & Teh 2011, ICML, equation 1 with its `ε` twice ours; Song & Ermon 2019, arXiv:1907.05600, section
/// 2.2.
///
/// @param stepSize `ε`, in data units squared: positive and finite
/// @param level the level whose distribution is sampled; clean data needs a density, which boxes and points have not
public record LangevinSampler(double stepSize, NoiseLevel level) implements Sampler {

    public LangevinSampler {
        if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step size must be positive and finite: " + stepSize);
        }
    }

    @Override
    public List<NoiseLevel> levels(List<NoiseLevel> levels) {
        return Collections.nCopies(levels.size(), level);
    }

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        return StepPlan.of(move(level, stepSize));
    }

    /// One move with step size `ε` in the coordinates of `x`. The score is read off the prediction, which is
    /// `(x + σ² ∇ ln p)/α`, or `x + ∇ ln p` on clean data.
    static Move move(NoiseLevel level, double epsilon) {
        boolean clean = level.sigma() == 0;
        double pull = clean ? epsilon : epsilon / (level.sigma() * level.sigma());
        double fromPrediction = clean ? pull : pull * level.alpha();
        return new Move(Move.Role.LANGEVIN, level, 0, 1 - pull, fromPrediction, 0, Math.sqrt(2 * epsilon));
    }
}
