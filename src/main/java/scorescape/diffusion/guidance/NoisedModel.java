package scorescape.diffusion.guidance;

import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.schedule.NoiseLevel;

/// The exact model of a data distribution: its noised form at any level, prepared once and kept.
public interface NoisedModel {

    DataDistribution data();

    NoisedDistribution noised(NoiseLevel level);

    /// The same for one class, `p_t(x|y)`.
    NoisedDistribution noised(NoiseLevel level, int label);
}
