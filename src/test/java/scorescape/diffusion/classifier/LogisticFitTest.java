package scorescape.diffusion.classifier;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.classifier.LogisticClassifier.Degree;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.GuidanceInput;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.Runs;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class LogisticFitTest {

    private static final NoiseLevel LEVEL = new NoiseLevel(0.8, 0.6);

    /// Two Gaussians of one covariance have linear log odds, so the exact classifier at the level is one that the fit can
    /// find: its slope is `α (μ₁ − μ₀)/(α² 0.25 + σ²)`. Of 20,000 samples some 300 are on the wrong side
    /// and decide the slope, so its standard error is about 6 %; three of them.
    @Test
    void classifierOfNoisedDataComesCloseToTheExactOne() {
        var fit = new LogisticFit(Degree.LINEAR, LEVEL, 20_000, 1e-6, 3);
        var process = new DiffusionProcess(Runs.TWO_CLASSES, List.of(LEVEL, NoiseLevel.CLEAN));
        Vec2 x = new Vec2(0.1, -0.2);
        var at = new GuidanceInput(process, new GuidancePosition(0, 1, LEVEL, NoiseLevel.CLEAN), LEVEL, x, Vec2.ZERO);

        Vec2 exact = new Classifier.Exact().gradient(at, 1);
        Vec2 fitted = new Classifier.Fitted(fit).gradient(at, 1);

        assertEquals(0, exact.distance(fitted), 0.18 * exact.norm());
    }

    @Test
    void aProcessFitsOnceForEqualRecipes() {
        var process = new DiffusionProcess(Runs.TWO_CLASSES, List.of(LEVEL, NoiseLevel.CLEAN));
        var fit = new LogisticFit(Degree.QUADRATIC, NoiseLevel.CLEAN, 100, 1e-3, 3);
        var same = new LogisticFit(Degree.QUADRATIC, NoiseLevel.CLEAN, 100, 1e-3, 3);

        assertSame(process.classifier(fit), process.classifier(same));
        assertEquals(fit.of(Runs.TWO_CLASSES).gradient(1, Vec2.ZERO), process.classifier(fit).gradient(1, Vec2.ZERO));
    }

    @Test
    void impossibleRecipesAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new LogisticFit(Degree.LINEAR, LEVEL, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new LogisticFit(Degree.LINEAR, LEVEL, 20_001, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new LogisticFit(Degree.LINEAR, LEVEL, 5, 0, 1));
    }
}
