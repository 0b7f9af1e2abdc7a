package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.schedule.NoiseLevel;

/// Another sampler whose noise is drawn smaller or larger: temperature by the noise.
///
/// Each `z` becomes `√temperature · z`. It narrows every mode a little and leaves their weights wrong: compare with
/// the score scaled instead.
///
/// Source: the comparison in Xu et al. 2025, arXiv:2510.01184.
///
/// @param sampler the sampler whose noise is scaled; one that draws none is left as it is
/// @param temperature 1 leaves the noise as it is, 0 takes it away; in `[0, MAX_TEMPERATURE]`
public record ScaledNoiseSampler(Sampler sampler, double temperature) implements Sampler {

    public static final double MAX_TEMPERATURE = 10;

    public ScaledNoiseSampler {
        if (!(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
            throw new IllegalArgumentException(
                    "temperature must be from 0 to " + MAX_TEMPERATURE + ": " + temperature);
        }
    }

    @Override
    public List<NoiseLevel> levels(List<NoiseLevel> levels) {
        return sampler.levels(levels);
    }

    @Override
    public StepPlan plan(List<NoiseLevel> levels, int index) {
        StepPlan plan = sampler.plan(levels, index);
        double factor = Math.sqrt(temperature);
        return new StepPlan(plan.churn() * factor,
                plan.moves().stream().map(move -> move.withNoise(move.noise() * factor)).toList());
    }
}
