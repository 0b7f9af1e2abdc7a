package scorescape.diffusion.sampler;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.classifier.LogisticClassifier;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.model.NoisedModel;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A data distribution, what is believed of it, and the noise levels of a run: all that does not depend on guidance,
/// sampler or noise.
///
/// Noised distributions are made when first asked for and kept, so a slider that moves γ prepares nothing anew. Safe
/// for use by several threads.
public final class DiffusionProcess implements NoisedModel {

    /// How far `α² + σ²` may be from 1 in a variance-preserving level: room for rounding.
    private static final double VARIANCE_TOLERANCE = 1e-6;

    /// How many terms are kept over all levels, each point of a cloud being one: some 50 to 90 MB. A run of thousands of
    /// steps over hundreds of terms makes them anew, which costs little beside its evaluations.
    private static final int MOST_KEPT = 300_000;

    /// Larger clouds are laid out with fewer terms than points, or take more to make anew.
    private static final int MOST_OF_CLOUD = 1024;

    /// What a noised distribution takes beside its terms, in terms.
    private static final int BASE = 16;

    private record Key(NoiseLevel level, int label) {}

    private final DataDistribution data;
    private final ScoreModel scores;
    private final List<NoiseLevel> levels;
    private final double dataScale;
    private final int mostDistributions;
    private final Map<NoiseLevel, NoisedDistribution> noised = new ConcurrentHashMap<>();
    private final Map<Key, NoisedDistribution> noisedByClass = new ConcurrentHashMap<>();
    private final Map<LogisticFit, LogisticClassifier> classifiers = new ConcurrentHashMap<>();
    private volatile @Nullable Vec2 mean;

    /// A process with an exact model.
    ///
    /// @param levels from noise to clean data, at least two
    public DiffusionProcess(DataDistribution data, List<NoiseLevel> levels) {
        this(data, levels, ScoreModel.EXACT);
    }

    /// @param levels from noise to clean data, at least two
    /// @param scores what the model of the runs says in place of the exact score
    public DiffusionProcess(DataDistribution data, List<NoiseLevel> levels, ScoreModel scores) {
        this.data = data;
        this.scores = scores;
        this.levels = List.copyOf(levels);
        if (levels.size() < 2) {
            throw new IllegalArgumentException("a run needs at least two levels: " + levels.size());
        }
        dataScale = dataScale(data.bounds());
        mostDistributions = MOST_KEPT / (BASE + data.terms(MOST_OF_CLOUD));
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
    public Vec2 mean() {
        Vec2 known = mean;
        if (known == null) {
            known = NoisedModel.super.mean();
            // Two threads may both find it; it is the same.
            mean = known;
        }
        return known;
    }

    /// How many steps lead from the first level to the last.
    public int steps() {
        return levels.size() - 1;
    }

    public List<NoiseLevel> levels() {
        return levels;
    }

    public NoiseLevel level(int index) {
        return levels.get(index);
    }

    /// Standard deviation of the noise that a run starts from: 1 on a variance-preserving level, where data and noise
    /// together have unit variance, else the level's own σ.
    public double startScale() {
        NoiseLevel first = levels.getFirst();
        double variance = first.alpha() * first.alpha() + first.sigma() * first.sigma();
        return Math.abs(variance - 1) <= VARIANCE_TOLERANCE ? 1 : first.sigma();
    }

    /// How far the data reach from the origin, in data units; 1 if all of it is at the origin.
    public double dataScale() {
        return dataScale;
    }

    @Override
    public NoisedDistribution noised(NoiseLevel level) {
        if (noised.size() + noisedByClass.size() > mostDistributions) {
            noised.clear();
            noisedByClass.clear();
        }
        return noised.computeIfAbsent(level, data::noised);
    }

    @Override
    public NoisedDistribution noised(NoiseLevel level, int label) {
        return noisedByClass.computeIfAbsent(new Key(level, label), key -> noised(level).given(label));
    }

    private static double dataScale(Bounds bounds) {
        double reach = new Vec2(Math.max(Math.abs(bounds.minX()), Math.abs(bounds.maxX())),
                Math.max(Math.abs(bounds.minY()), Math.abs(bounds.maxY()))).norm();
        return reach > 0 ? reach : 1;
    }
}
