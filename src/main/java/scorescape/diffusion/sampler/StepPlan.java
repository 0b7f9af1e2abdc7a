package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// What a sampler does in one step, as numbers: they depend on the noise levels alone.
///
/// @param churn standard deviation of the noise added before the first move, in units of `x`; mostly 0
/// @param moves one after the other, at least one
public record StepPlan(double churn, List<Move> moves) {

    public StepPlan {
        moves = List.copyOf(moves);
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("a step needs at least one move");
        }
    }

    /// Whether a step by this plan draws noise, before, between or after its moves.
    public boolean drawsNoise() {
        return churn > 0 || moves.stream().anyMatch(move -> move.noise() > 0);
    }

    static StepPlan of(Move... moves) {
        return new StepPlan(0, List.of(moves));
    }

    /// A step whose one evaluation is at its start.
    static StepPlan linear(NoiseLevel at, double fromState, double fromPrediction, double noise) {
        return of(Move.step(at, fromState, fromPrediction, noise));
    }
}
