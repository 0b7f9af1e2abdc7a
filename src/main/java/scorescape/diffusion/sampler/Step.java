package scorescape.diffusion.sampler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.GuidanceArrow;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// One step of a run, with every vector a figure may show. Points are in the coordinates of `x_t`, in data units; the
/// `rescaled` ones in those of the data, `x_t/α_t`. Predictions and the arrows between them are places of the data and the
/// same in both.
///
/// Most samplers ask the model once per step; the accessors then tell the whole step. Those that ask more often tell
/// their inner moves as [#subSteps], and the accessors tell the first prediction and the move that makes the step.
///
/// @param index 0 for the noisiest step
/// @param from the level of `x`
/// @param to the level of `next`
/// @param x the state `x_t`
/// @param churn standard deviation of the noise added before the model is asked, 0 for most samplers
/// @param churnNoise the standard normal draw for it, also where `churn` is 0
/// @param subSteps the evaluations of the model in order, at least one
/// @param diverged whether the run has left the plane that can be counted in, see [Trajectory#DIVERGED]
public record Step(int index, NoiseLevel from, NoiseLevel to, Vec2 x, double churn, Vec2 churnNoise,
        List<SubStep> subSteps, boolean diverged) {

    public Step {
        subSteps = List.copyOf(subSteps);
        if (subSteps.isEmpty()) {
            throw new IllegalArgumentException("a step needs at least one evaluation of the model");
        }
    }

    /// What the noised data says where the model is asked first: density, score, `x̂₀`, posterior covariance.
    public PointEstimate unconditional() {
        return subSteps.getFirst().unconditional();
    }

    /// The same for the guiding class, or null when the run has none.
    public @Nullable PointEstimate conditional() {
        return subSteps.getFirst().conditional();
    }

    /// The prediction that the step goes towards, `x̂₀ + γδ` in classifier-free guidance.
    public Vec2 guided() {
        return subSteps.getFirst().guided();
    }

    /// The vectors that lead from the predictions to [#guided].
    public List<GuidanceArrow> arrows() {
        return subSteps.getFirst().arrows();
    }

    /// Where the step would end without the noise that is added after it.
    public Vec2 mean() {
        return main().mean();
    }

    /// Standard deviation of the noise added, before or after the model is asked; 0 in a step without.
    public double noiseScale() {
        return churn > 0 ? churn : main().noiseScale();
    }

    /// The standard normal draw `ε`, also where `noiseScale` is 0.
    public Vec2 noise() {
        return churn > 0 ? churnNoise : main().noise();
    }

    /// Whether the step draws noise.
    public boolean isNoisy() {
        return noiseScale() > 0;
    }

    /// The state the step ends in. Without churn and Langevin moves it is `x_{t−1} = mean + noiseScale · ε`.
    public Vec2 next() {
        return subSteps.getLast().next();
    }

    /// The difference `δ = x̂₀|y − x̂₀`, zero when the run has no class.
    public Vec2 difference() {
        return subSteps.getFirst().difference();
    }

    /// The move that makes the step: the last one that is not a correction by Langevin moves, if there is one.
    private SubStep main() {
        for (SubStep subStep : subSteps.reversed()) {
            if (subStep.role() != Move.Role.LANGEVIN) {
                return subStep;
            }
        }
        return subSteps.getLast();
    }
}
