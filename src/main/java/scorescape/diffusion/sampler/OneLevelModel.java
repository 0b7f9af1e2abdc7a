package scorescape.diffusion.sampler;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.classifier.LogisticClassifier;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.model.NoisedModel;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.schedule.NoiseLevel;

/// A model that keeps only the level it was last asked for: for solvers that come to each level once. Confined to one
/// thread.
final class OneLevelModel implements NoisedModel {

    private final DataDistribution data;
    private final ScoreModel scores;
    private final Map<Integer, NoisedDistribution> given = new HashMap<>();
    private final Map<LogisticFit, LogisticClassifier> classifiers = new HashMap<>();
    private @Nullable NoisedDistribution noised;

    OneLevelModel(DataDistribution data, ScoreModel scores) {
        this.data = data;
        this.scores = scores;
    }

    @Override
    public DataDistribution data() {
        return data;
    }

    @Override
    public LogisticClassifier classifier(LogisticFit fit) {
        return classifiers.computeIfAbsent(fit, f -> f.of(data));
    }

    @Override
    public ScoreModel scores() {
        return scores;
    }

    @Override
    public NoisedDistribution noised(NoiseLevel level) {
        if (noised == null || !noised.level().equals(level)) {
            noised = data.noised(level);
            given.clear();
        }
        return noised;
    }

    @Override
    public NoisedDistribution noised(NoiseLevel level, int label) {
        NoisedDistribution all = noised(level);
        return given.computeIfAbsent(label, all::given);
    }
}
