package scorescape.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.math.Vec2;

/// A scene: the data, how it is diffused and sampled, and what of it is shown.
///
/// @param title a line of text, may be empty
/// @param classes names of the classes, at least of those that the data has, in the order of their colours
/// @param data the distribution
/// @param schedule how noise grows with time
/// @param sampler how the noise is taken away
/// @param steps in how many steps, 1 to 1000
/// @param guidance towards which class, and how strongly
/// @param seed of the noise and of the data samples that are shown
/// @param placement where the user has put `x_t`, or null
/// @param toldStep the step that the film tells in stages, below `steps`
/// @param camera the part of the plane that is shown
/// @param coordinates in which states are drawn
public record Document(String title, List<DataClass> classes, DataDistribution data, NoiseSchedule schedule,
        Sampler sampler, int steps, Guidance guidance, long seed, @Nullable Placement placement, int toldStep,
        Camera camera, Coordinates coordinates) {

    /// A class of the data and what people call it.
    public record DataClass(int label, String name) {}

    /// @param centre in data units
    /// @param width of the plane across a picture of 16 : 10, in data units; other shapes show at least that much
    public record Camera(Vec2 centre, double width) {}

    /// In which coordinates a state at noise level (α, σ) is drawn.
    public enum Coordinates {
        /// `x_t` itself.
        STATE,
        /// `x_t / α_t`: the step goes exactly along the line to the prediction.
        RESCALED
    }
}
