package scorescape.diffusion.classifier;

import java.util.random.RandomGeneratorFactory;
import scorescape.diffusion.classifier.LogisticClassifier.Degree;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.schedule.NoiseLevel;

/// How a logistic classifier is to be fitted: its recipe, equal for equal values.
///
/// @param degree how the classifier may bend
/// @param level the noise in the samples that it is taught with: [NoiseLevel#CLEAN] for none
/// @param samples how many, from 1 to [#MAX_SAMPLES]
/// @param penalty weight of the ridge, per sample: in `[MIN_PENALTY, MAX_PENALTY]`
/// @param seed of the samples
public record LogisticFit(Degree degree, NoiseLevel level, int samples, double penalty, long seed) {

    /// A fit takes a fraction of a second for so many.
    public static final int MAX_SAMPLES = 20_000;

    public static final double MIN_PENALTY = 1e-8;
    public static final double MAX_PENALTY = 1e3;

    /// What is a fair fit of most data: no noise, bent once, from a few hundred samples.
    public static final LogisticFit DEFAULT = new LogisticFit(Degree.QUADRATIC, NoiseLevel.CLEAN, 500, 1e-3, 1);

    public LogisticFit {
        if (!(samples >= 1 && samples <= MAX_SAMPLES)) {
            throw new IllegalArgumentException("samples must be from 1 to " + MAX_SAMPLES + ": " + samples);
        }
        if (!(penalty >= MIN_PENALTY && penalty <= MAX_PENALTY)) {
            throw new IllegalArgumentException(
                    "penalty must be from " + MIN_PENALTY + " to " + MAX_PENALTY + ": " + penalty);
        }
    }

    /// The classifier; the same for the same data on every machine.
    public LogisticClassifier of(DataDistribution data) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return LogisticClassifier.fit(data, level, degree, samples, penalty, random);
    }
}
