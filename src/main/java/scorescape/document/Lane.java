package scorescape.document;

import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.TimeGrid;

/// One way to run the data and the noise of a scene: all that may differ between pictures that are compared.
///
/// @param steps see [Parameters#STEPS]
public record Lane(Guidance guidance, NoiseSchedule schedule, TimeGrid grid, Sampler sampler, int steps,
        ScoreModel model) {

    /// The way in which a scene runs.
    public static Lane of(Document document) {
        Sampling sampling = document.sampling();
        return new Lane(document.guidance(), sampling.schedule(), sampling.grid(), sampling.sampler(), sampling.steps(),
                sampling.model());
    }

    public Lane withGuidance(Guidance newGuidance) {
        return new Lane(newGuidance, schedule, grid, sampler, steps, model);
    }

    public Lane withSampler(Sampler newSampler) {
        return new Lane(guidance, schedule, grid, newSampler, steps, model);
    }

    /// This way of sampling with the noise of another.
    Sampling with(Sampling noise) {
        return new Sampling(schedule, grid, sampler, steps, noise.seed(), noise.recorded(), model);
    }
}
