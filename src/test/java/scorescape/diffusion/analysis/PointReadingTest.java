package scorescape.diffusion.analysis;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class PointReadingTest {

    private static final SymMat2 UNIT = new SymMat2(1, 0, 1);
    private static final NoiseLevel LEVEL = new NoiseLevel(0.8, 0.6);
    private static final DataDistribution DATA = new DataDistribution(List.of(
            new GaussianComponent(1, 4, new Vec2(1, 0), UNIT),
            new GaussianComponent(1, 7, new Vec2(-1, 0), UNIT)));
    private static final DiffusionProcess MODEL = new DiffusionProcess(DATA, List.of(LEVEL, NoiseLevel.CLEAN));
    private static final GuidancePosition POSITION = new GuidancePosition(0, 1, LEVEL, NoiseLevel.CLEAN);

    /// Rounding of sums of a few terms of size 1.
    private static final double ROUNDING = 1e-14;

    /// Two unit Gaussians at ±1 under noise with α = 0.8, σ = 0.6: unit variances α² + σ² = 1 at ±0.8, so that all is known in
    /// closed form: `p(4|x) = 1/(1 + exp(−1.6 x))`, `s(x|y) = ±0.8 − x`, `x̂₀|y = (x + σ² s)/α`.
    @Test
    void twoGaussiansReadAsInClosedForm() {
        Vec2 x = new Vec2(0.5, 0.25);
        PointReading reading = PointReading.at(MODEL, new ClassifierFreeGuidance(4, 3), POSITION, x);

        double own = 1 / (1 + Math.exp(-0.8));
        assertEquals(4, reading.classes().getFirst().label());
        assertEquals(own, reading.classes().getFirst().probability(), ROUNDING);
        assertEquals(1 - own, reading.classes().getLast().probability(), ROUNDING);
        double density = (Math.exp(-0.5 * (0.09 + 0.0625)) + Math.exp(-0.5 * (1.69 + 0.0625))) / (4 * Math.PI);
        assertEquals(Math.log(density), reading.logDensity(), ROUNDING);
        Vec2 given = new Vec2((0.5 + 0.36 * 0.3) / 0.8, (0.25 - 0.36 * 0.25) / 0.8);
        double mean = own * 0.8 - (1 - own) * 0.8 - 0.5;
        Vec2 plain = new Vec2((0.5 + 0.36 * mean) / 0.8, given.y());
        assertEquals(0, Objects.requireNonNull(reading.conditional()).denoised().distance(given), ROUNDING);
        assertEquals(0, reading.unconditional().denoised().distance(plain), ROUNDING);
        assertEquals(0, Objects.requireNonNull(reading.difference()).distance(given.minus(plain)), ROUNDING);
        assertEquals(0, reading.guided().distance(plain.plus(given.minus(plain).times(3))), ROUNDING);
        Vec2 guidedScore = new Vec2(mean + 3 * (0.3 - mean), -0.25);
        assertEquals(0, Objects.requireNonNull(reading.guidedScore()).distance(guidedScore), ROUNDING);
    }

    @Test
    void withoutAClassThereIsNoDifference() {
        PointReading reading = PointReading.at(MODEL, new NoGuidance(), POSITION, Vec2.ZERO);

        assertNull(reading.conditional());
        assertNull(reading.difference());
        assertEquals(reading.unconditional().denoised(), reading.guided());
    }

    @Test
    void onCleanDataThereIsNoGuidedScore() {
        var clean = new GuidancePosition(0, 1, NoiseLevel.CLEAN, NoiseLevel.CLEAN);

        PointReading reading = PointReading.at(MODEL, new ClassifierFreeGuidance(4, 3), clean, Vec2.ZERO);

        assertNull(reading.guidedScore());
        assertEquals(Vec2.ZERO, reading.unconditional().denoised());
    }
}
