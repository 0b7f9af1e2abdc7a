package scorescape.diffusion.sampler;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Langevin dynamics at one noise level after the other, from the noisiest to the least noisy.
///
/// With `s = σ/α` and `s_L` its last value before clean data, a step makes `moves` Langevin moves of
/// `X = x/α` with step size `ε = rate · (s/s_L)²`, and hands `X` on to the next level as it is. There is no final
/// denoising: the run ends with the noise of its last level.
///
/// Source: Song & Ermon 2019, arXiv:1907.05600, algorithm 1, whose `α` is `2ε`.
///
/// @param rate `ε` at the last level, in data units squared: positive and finite
/// @param moves at each level, from 1 to [#MAX_MOVES]
public record AnnealedLangevinSampler(double rate, int moves) implements Sampler {

    public static final int MAX_MOVES = 1000;

    public AnnealedLangevinSampler {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be positive and finite: " + rate);
        }
        if (!(moves >= 1 && moves <= MAX_MOVES)) {
            throw new IllegalArgumentException("moves must be from 1 to " + MAX_MOVES + ": " + moves);
        }
    }

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        NoiseLevel from = levels.get(index);
        NoiseLevel to = levels.get(index + 1);
        if (from.alpha() == 0) {
            return StepPlan.linear(from, to.sigma() / from.sigma(), 0, 0);
        }
        double relative = from.sigma() * levels.get(levels.size() - 2).alpha()
                / (from.alpha() * levels.get(levels.size() - 2).sigma());
        double epsilon = rate * relative * relative * from.alpha() * from.alpha();
        List<Move> all = new ArrayList<>(moves);
        for (int i = 0; i < moves; i++) {
            all.add(LangevinSampler.move(from, epsilon));
        }
        all.add(all.removeLast().scaled(to.alpha() / from.alpha()));
        return new StepPlan(0, all);
    }
}
