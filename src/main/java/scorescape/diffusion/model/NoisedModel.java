package scorescape.diffusion.model;

import java.util.OptionalInt;
import scorescape.diffusion.classifier.LogisticClassifier;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// A model of a data distribution: its exact noised form at any level, prepared once and kept, and what is believed of it.
public interface NoisedModel {

    DataDistribution data();

    /// The exact law `p_t(x)`.
    NoisedDistribution noised(NoiseLevel level);

    /// The same for one class, `p_t(x|y)`.
    NoisedDistribution noised(NoiseLevel level, int label);

    /// The mean of the data: the best prediction from pure noise.
    default Vec2 mean() {
        return noised(new NoiseLevel(0, 1)).at(Vec2.ZERO).denoised();
    }

    /// What the model says in place of the exact score.
    ScoreModel scores();

    /// The classifier that a fit to the data gives, fitted once and kept.
    LogisticClassifier classifier(LogisticFit fit);

    /// What the model says at a state.
    default PointEstimate at(NoiseLevel level, Vec2 x) {
        return scores().at(this, level, OptionalInt.empty(), x);
    }

    /// The same for one class.
    default PointEstimate at(NoiseLevel level, int label, Vec2 x) {
        return scores().at(this, level, OptionalInt.of(label), x);
    }

    /// The same at many states, with the class if there is one.
    default void evaluate(NoiseLevel level, OptionalInt label, PointBatch batch) {
        scores().evaluate(this, level, label, batch);
    }
}
