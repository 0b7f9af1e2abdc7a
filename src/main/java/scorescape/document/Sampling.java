package scorescape.document;

import java.util.List;
import java.util.Map;
import scorescape.diffusion.model.ErrorField;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.model.ScoreModel.Biased;
import scorescape.diffusion.model.ScoreModel.Blurred;
import scorescape.diffusion.model.ScoreModel.Erring;
import scorescape.diffusion.model.ScoreModel.Exact;
import scorescape.diffusion.model.ScoreModel.Rotated;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.RecordedNoise;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.math.Vec2;

/// How the data is noised, and how the noise is taken away.
///
/// @param schedule how noise grows with time
/// @param grid which times the run visits
/// @param sampler how the noise is taken away
/// @param steps in how many steps, see [Parameters#STEPS]
/// @param seed of the noise and of the data samples that are shown, see [Parameters#SEED]
/// @param recorded draws of the single run that were recorded or typed in; all others come from the seed
/// @param model what runs believe in place of the exact score
public record Sampling(NoiseSchedule schedule, TimeGrid grid, Sampler sampler, int steps, long seed,
        Map<Use, Vec2> recorded, ScoreModel model) {

    /// Which times a run visits unless a scene says otherwise.
    public static final TimeGrid DEFAULT_GRID = TimeGrid.LEADING;

    /// Room for every move of the longest run of an ordinary sampler.
    public static final int MAX_RECORDED = 20_000;

    /// How large a recorded draw may be, in standard deviations: room for a start that is put far out by hand.
    public static final double MAX_DRAW = 1e6;

    public Sampling {
        Parameters.STEPS.require(steps);
        Parameters.SEED.require((double) seed);
        recorded = Map.copyOf(recorded);
        Check.that(recorded.size() <= MAX_RECORDED, "noise", "at most " + MAX_RECORDED + " draws", recorded.size());
        recorded.forEach((use, value) -> Check.that(
                use.particle() == 0 && Math.abs(value.x()) <= MAX_DRAW && Math.abs(value.y()) <= MAX_DRAW, "noise",
                "draws within " + Check.number(MAX_DRAW) + " of 0", Check.point(value)));
        requireModel(model);
    }

    /// All noise from the seed, and the exact score.
    public Sampling(NoiseSchedule schedule, TimeGrid grid, Sampler sampler, int steps, long seed) {
        this(schedule, grid, sampler, steps, seed, Map.of(), ScoreModel.EXACT);
    }

    private static void requireModel(ScoreModel model) {
        switch (model) {
            case Exact() -> {
                // Nothing to set.
            }
            case Blurred(double blur) -> Parameters.MODEL_BLUR.require(blur);
            case Erring(ScoreModel spoilt, ErrorField field) -> {
                Parameters.MODEL_ERROR.require(field.size());
                Parameters.MODEL_LENGTH.require(field.length());
                Parameters.MODEL_SEED.require((double) field.seed());
                requireModel(spoilt);
            }
            case Rotated(ScoreModel spoilt, double _) -> requireModel(spoilt);
            case Biased(ScoreModel spoilt, Vec2 bias) -> {
                Parameters.MODEL_BIAS_X.require(bias.x());
                Parameters.MODEL_BIAS_Y.require(bias.y());
                requireModel(spoilt);
            }
        }
    }

    /// Where the noise of runs comes from.
    public NoiseSource noise() {
        NoiseSource seeded = new SeededNoise(seed);
        return recorded.isEmpty() ? seeded : new RecordedNoise(recorded, seeded);
    }

    /// The same with other recorded draws: none to take all noise from the seed.
    public Sampling withRecorded(Map<Use, Vec2> newRecorded) {
        return new Sampling(schedule, grid, sampler, steps, seed, newRecorded, model);
    }

    /// The levels of the schedule at the times of the grid, from noise to clean data: what a run is made with. It starts at
    /// the noise of the first.
    public List<NoiseLevel> gridLevels() {
        return grid.levels(schedule, steps);
    }

    /// The noise levels that the run visits, from noise to clean data: these, unless the [sampler][Sampler#levels] keeps to
    /// levels of its own.
    public List<NoiseLevel> levels() {
        return sampler.levels(gridLevels());
    }

    public Sampling withSchedule(NoiseSchedule newSchedule) {
        return new Sampling(newSchedule, grid, sampler, steps, seed, recorded, model);
    }

    public Sampling withGrid(TimeGrid newGrid) {
        return new Sampling(schedule, newGrid, sampler, steps, seed, recorded, model);
    }

    public Sampling withSampler(Sampler newSampler) {
        return new Sampling(schedule, grid, newSampler, steps, seed, recorded, model);
    }

    public Sampling withSteps(int newSteps) {
        return new Sampling(schedule, grid, sampler, newSteps, seed, recorded, model);
    }

    public Sampling withSeed(long newSeed) {
        return new Sampling(schedule, grid, sampler, steps, newSeed, recorded, model);
    }

    public Sampling withModel(ScoreModel newModel) {
        return new Sampling(schedule, grid, sampler, steps, seed, recorded, newModel);
    }
}
