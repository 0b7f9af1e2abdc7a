package scorescape.diffusion.sampler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.math.Vec2;

/// One particle's way from noise to data.
///
/// @param steps at least one, the noisiest first
public record Trajectory(List<Step> steps) {

    /// A state put in place by hand: the run goes on from `at` when it comes to `step`.
    public record Placement(int step, Vec2 at) {

        public Placement {
            if (step < 0 || !at.isFinite()) {
                throw new IllegalArgumentException("a placement needs a step and a finite point: " + step + ", " + at);
            }
        }
    }

    public Trajectory {
        steps = List.copyOf(steps);
    }

    /// Where the run ends, `x₀`.
    public Vec2 end() {
        return steps.getLast().next();
    }

    /// Runs `sampler` once.
    ///
    /// @param process the noised data at the levels of the run
    /// @param particle whose noise to use
    /// @param placement null to let the run start from noise and go its own way
    public static Trajectory run(DiffusionProcess process, Guidance guidance, DdpmSampler sampler, NoiseSource noise,
            int particle, @Nullable Placement placement) {
        List<Step> steps = new ArrayList<>(process.steps());
        Vec2 x = noise.at(particle, NoiseSource.START, NoiseSource.CHOSEN);
        for (int i = 0; i < process.steps(); i++) {
            if (placement != null && placement.step() == i) {
                x = placement.at();
            }
            Step step = step(process, guidance, sampler, noise.at(particle, i, NoiseSource.CHOSEN), i, x);
            steps.add(step);
            x = step.next();
        }
        return new Trajectory(steps);
    }

    private static Step step(DiffusionProcess process, Guidance guidance, DdpmSampler sampler, Vec2 noise, int index,
            Vec2 x) {
        PointEstimate unconditional = process.noised(index).at(x);
        PointEstimate conditional = switch (guidance) {
            case NoGuidance() -> null;
            case ClassifierFreeGuidance(int label, _) -> process.noised(index, label).at(x);
        };
        Vec2 guided = switch (guidance) {
            case NoGuidance() -> unconditional.denoised();
            case ClassifierFreeGuidance(_, double scale) -> unconditional.denoised()
                    .lerp(java.util.Objects.requireNonNull(conditional).denoised(), scale);
        };
        var from = process.level(index);
        var to = process.level(index + 1);
        DdpmSampler.Coefficients c = sampler.coefficients(from, to);
        Vec2 mean = guided.times(c.fromPrediction()).plus(x.times(c.fromState()));
        return new Step(index, from, to, x, unconditional, conditional, guided, mean, c.noise(), noise,
                mean.plus(noise.times(c.noise())));
    }
}
