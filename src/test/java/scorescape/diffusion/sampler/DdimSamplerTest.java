package scorescape.diffusion.sampler;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DdimSamplerTest {

    /// Room for a few roundings on factors of size 1.
    private static final double ROUNDING = 1e-13;

    private static final DiffusionProcess PROCESS = Runs.cosine(20);

    @Test
    void withAllItsNoiseItIsAncestralSampling() {
        for (int i = 0; i < PROCESS.steps(); i++) {
            Move implicit = only(new DdimSampler(1).plan(PROCESS.levels(), i));
            Move ancestral = only(new DdpmSampler(Variance.SMALL).plan(PROCESS.levels(), i));

            assertEquals(ancestral.fromState(), implicit.fromState(), ROUNDING);
            assertEquals(ancestral.fromPrediction(), implicit.fromPrediction(), ROUNDING);
            assertEquals(ancestral.noise(), implicit.noise(), ROUNDING);
        }
    }

    @Test
    void withoutNoiseItKeepsTheDirectionOfTheNoiseInTheState() {
        Vec2 prediction = new Vec2(0.3, -0.7);
        Vec2 noise = new Vec2(1.2, 0.4);
        NoiseLevel from = PROCESS.level(7);
        NoiseLevel to = PROCESS.level(8);
        Vec2 x = prediction.times(from.alpha()).plus(noise.times(from.sigma()));

        Move move = only(new DdimSampler(0).plan(PROCESS.levels(), 7));
        Vec2 next = x.times(move.fromState()).plus(prediction.times(move.fromPrediction()));

        Vec2 expected = prediction.times(to.alpha()).plus(noise.times(to.sigma()));
        assertEquals(0, next.distance(expected), ROUNDING);
        assertEquals(0, move.noise());
    }

    @Test
    void moreNoiseThanTheLevelHoldsIsNotDrawn() {
        for (int i = 0; i < PROCESS.steps(); i++) {
            Move move = only(new DdimSampler(2).plan(PROCESS.levels(), i));

            assertEquals(Math.min(PROCESS.level(i + 1).sigma(), move.noise()), move.noise());
            assertEquals(true, move.fromState() >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 2.01, Double.NaN})
    void noiseOutsideItsRangeIsRejected(double eta) {
        assertThrows(IllegalArgumentException.class, () -> new DdimSampler(eta));
    }

    private static Move only(StepPlan plan) {
        assertEquals(1, plan.moves().size());
        return plan.moves().getFirst();
    }

    /// From almost pure noise, where `1 + (τ' − τ)/τ` has lost four digits: Euler's step in the exploding form is this one.
    @Test
    void eulersStepKeepsItsDigitsFromMuchNoise() {
        List<NoiseLevel> levels = List.of(NoiseLevel.variancePreserving(20_000), NoiseLevel.variancePreserving(6));

        Move euler = new EulerSampler(FlowForm.EXPLODING).plan(levels, 0).moves().getFirst();
        Move ddim = new DdimSampler(0).plan(levels, 0).moves().getFirst();

        assertEquals(ddim.fromState(), euler.fromState(), 1e-15);
        assertEquals(ddim.fromPrediction(), euler.fromPrediction(), 1e-15);
    }
}
