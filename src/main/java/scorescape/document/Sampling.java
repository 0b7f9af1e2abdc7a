package scorescape.document;

import java.util.List;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.TimeGrid;

/// How the data is noised, and how the noise is taken away.
///
/// @param schedule how noise grows with time
/// @param grid which times the run visits
/// @param sampler how the noise is taken away
/// @param steps in how many steps, see [Parameters#STEPS]
/// @param seed of the noise and of the data samples that are shown, see [Parameters#SEED]
public record Sampling(NoiseSchedule schedule, TimeGrid grid, Sampler sampler, int steps, long seed) {

    /// Which times a run visits unless a scene says otherwise.
    public static final TimeGrid DEFAULT_GRID = TimeGrid.LEADING;

    public Sampling {
        Parameters.STEPS.require(steps);
        Parameters.SEED.require((double) seed);
    }

    /// The noise levels that the run visits, from noise to clean data.
    public List<NoiseLevel> levels() {
        return sampler.levels(grid.levels(schedule, steps));
    }

    public Sampling withSchedule(NoiseSchedule newSchedule) {
        return new Sampling(newSchedule, grid, sampler, steps, seed);
    }

    public Sampling withGrid(TimeGrid newGrid) {
        return new Sampling(schedule, newGrid, sampler, steps, seed);
    }

    public Sampling withSampler(Sampler newSampler) {
        return new Sampling(schedule, grid, newSampler, steps, seed);
    }

    public Sampling withSteps(int newSteps) {
        return new Sampling(schedule, grid, sampler, newSteps, seed);
    }

    public Sampling withSeed(long newSeed) {
        return new Sampling(schedule, grid, sampler, steps, newSeed);
    }
}
