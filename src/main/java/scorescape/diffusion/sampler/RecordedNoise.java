package scorescape.diffusion.sampler;

import java.util.HashMap;
import java.util.Map;
import scorescape.math.Vec2;

/// Noise that has been recorded or typed in, and another source for all that has not.
///
/// @param given standard normal draws by where they are used
public record RecordedNoise(Map<Use, Vec2> given, NoiseSource otherwise) implements NoiseSource {

    /// Where a draw is used, as in [NoiseSource#at].
    public record Use(int particle, int step, int draw) {}

    public RecordedNoise {
        given = Map.copyOf(given);
        for (Vec2 noise : given.values()) {
            if (!noise.isFinite()) {
                throw new IllegalArgumentException("noise must be finite: " + noise);
            }
        }
    }

    /// All that `run` has used, so that another run can use it again.
    ///
    /// @param process of the run
    public static RecordedNoise of(Trajectory run, int particle, DiffusionProcess process, NoiseSource otherwise) {
        Map<Use, Vec2> given = new HashMap<>();
        given.put(new Use(particle, START, CHOSEN), run.steps().getFirst().x().times(1 / process.startScale()));
        for (Step step : run.steps()) {
            for (int i = 0; i < step.subSteps().size(); i++) {
                given.put(new Use(particle, step.index(), NoiseSource.ofMove(i)), step.subSteps().get(i).noise());
            }
        }
        return new RecordedNoise(given, otherwise);
    }

    @Override
    public Vec2 at(int particle, int step, int draw) {
        Vec2 noise = given.get(new Use(particle, step, draw));
        return noise == null ? otherwise.at(particle, step, draw) : noise;
    }
}
