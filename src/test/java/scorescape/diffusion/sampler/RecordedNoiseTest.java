package scorescape.diffusion.sampler;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RecordedNoiseTest {

    private static final DiffusionProcess PROCESS = Runs.cosine(15);
    private static final NoiseSource OTHER = new SeededNoise(99);

    static Stream<Sampler> noisySamplers() {
        return Stream.of(new DdpmSampler(Variance.LARGE), new ChurnSampler(20, 0.01, 100, 1),
                new PredictorCorrectorSampler(new DdimSampler(1), 0.2, 3), new AnnealedLangevinSampler(1e-4, 4));
    }

    @ParameterizedTest
    @MethodSource("noisySamplers")
    void aRecordedRunIsReplayedToTheLastDigit(Sampler sampler) {
        Trajectory run = run(sampler, new SeededNoise(7));

        Trajectory replayed = run(sampler, RecordedNoise.of(run, 0, PROCESS, OTHER));

        assertEquals(run, replayed);
        assertNotEquals(run, run(sampler, OTHER));
    }

    @Test
    void aTypedDrawIsUsedInItsPlaceOnly() {
        Vec2 typed = new Vec2(2, -1);
        NoiseSource noise = new RecordedNoise(Map.of(new Use(0, 4, NoiseSource.CHOSEN), typed), OTHER);

        assertEquals(typed, run(new DdpmSampler(Variance.SMALL), noise).steps().get(4).noise());
        assertEquals(OTHER.at(0, 5, 0), noise.at(0, 5, 0));
        assertEquals(OTHER.at(1, 4, 0), noise.at(1, 4, 0));
    }

    @Test
    void noiseThatIsNoNumberIsRejected() {
        Map<Use, Vec2> given = Map.of(new Use(0, 0, 0), new Vec2(Double.NaN, 0));

        assertThrows(IllegalArgumentException.class, () -> new RecordedNoise(given, OTHER));
    }

    private static Trajectory run(Sampler sampler, NoiseSource noise) {
        return Trajectory.run(PROCESS, new NoGuidance(), sampler, noise, 0, null);
    }
}
