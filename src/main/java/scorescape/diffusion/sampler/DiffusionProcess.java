package scorescape.diffusion.sampler;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.schedule.NoiseLevel;

/// A data distribution and the noise levels of a run: all that does not depend on guidance, sampler or noise.
///
/// Noised distributions are made when first asked for and kept, so a slider that moves γ prepares nothing anew. Safe
/// for use by several threads.
public final class DiffusionProcess {

    private record Key(int index, int label) {}

    private final DataDistribution data;
    private final List<NoiseLevel> levels;
    private final Map<Integer, NoisedDistribution> noised = new ConcurrentHashMap<>();
    private final Map<Key, NoisedDistribution> noisedByClass = new ConcurrentHashMap<>();

    /// @param levels from noise to clean data, at least two; all but the last with noise
    public DiffusionProcess(DataDistribution data, List<NoiseLevel> levels) {
        this.data = data;
        this.levels = List.copyOf(levels);
        if (levels.size() < 2) {
            throw new IllegalArgumentException("a run needs at least two levels: " + levels.size());
        }
    }

    public DataDistribution data() {
        return data;
    }

    /// How many steps lead from the first level to the last.
    public int steps() {
        return levels.size() - 1;
    }

    public NoiseLevel level(int index) {
        return levels.get(index);
    }

    public NoisedDistribution noised(int index) {
        return noised.computeIfAbsent(index, i -> data.noised(levels.get(i)));
    }

    public NoisedDistribution noised(int index, int label) {
        return noisedByClass.computeIfAbsent(new Key(index, label), key -> noised(index).given(label));
    }
}
