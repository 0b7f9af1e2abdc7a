package scorescape.diffusion.sampler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// One particle's way from noise to data.
///
/// @param steps at least one, the noisiest first
public record Trajectory(List<Step> steps) {

    /// A run that comes further from the origin than this many times the reach of the data (or of the first level's
    /// noise, if that is larger) has diverged: it stops at that distance.
    public static final double DIVERGED = 1e6;

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

    /// The noise level there, `α` and `σ` on straight lines between those of the states.
    public NoiseLevel levelAt(double position) {
        Step step = steps.get(stepAt(position));
        return step.from().lerp(step.to(), within(position));
    }

    /// The step under way at a position: the last one at the end.
    public int stepAt(double position) {
        return (int) Math.floor(Math.clamp(position, 0, Math.nextDown((double) steps.size())));
    }

    private double within(double position) {
        return Math.clamp(position - stepAt(position), 0, 1);
    }

    /// Where the run ends, `x₀`.
    public Vec2 end() {
        return steps.getLast().next();
    }

    /// Whether the run has left the plane that can be counted in, see [#DIVERGED].
    public boolean diverged() {
        return steps.getLast().diverged();
    }

    /// Runs `sampler` once.
    ///
    /// @param process the noised data at the levels of the run
    /// @param particle whose noise to use
    /// @param placement null to let the run start from noise and go its own way; a run forgets at it what came before
    public static Trajectory run(DiffusionProcess process, Guidance guidance, Sampler sampler, NoiseSource noise,
            int particle, @Nullable Placement placement) {
        var runner = new ParticleRun(process, guidance, sampler, noise, particle);
        List<Step> steps = new ArrayList<>(process.steps());
        for (int i = 0; i < process.steps(); i++) {
            if (placement != null && placement.step() == i) {
                runner.place(placement.at());
            }
            steps.add(runner.step(i));
        }
        return new Trajectory(steps);
    }
}
