package scorescape.diffusion.classifier;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.Cases;
import scorescape.diffusion.classifier.LogisticClassifier.Degree;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class LogisticClassifierTest {

    private static final DataDistribution TWO = new DataDistribution(
            List.of(new GaussianComponent(2, 4, new Vec2(-1, 0), SymMat2.scalar(1)),
                    new GaussianComponent(1, -3, new Vec2(1, 1), SymMat2.scalar(1))));

    private static final DataDistribution THREE = new DataDistribution(
            List.of(new GaussianComponent(1, 0, new Vec2(-2, 0), SymMat2.scalar(0.5)),
                    new GaussianComponent(1, 1, new Vec2(2, 0), new SymMat2(1, 0.5, 0.6)),
                    new GaussianComponent(1, 2, new Vec2(0, 2), SymMat2.scalar(0.3))));

    /// Gaussians of equal covariance have linear log odds, so the fit tends to the exact classifier. With 20,000 samples the
    /// standard error of a weight is about 0.02.
    @Test
    void oddsOfEqualGaussiansAreFound() {
        NoiseLevel level = new NoiseLevel(0.8, 0.6);
        var fitted = LogisticClassifier.fit(TWO, level, Degree.LINEAR, 20_000, 1e-6, Cases.random(1));

        NoisedDistribution exact = TWO.noised(level);
        for (Vec2 x : List.of(Vec2.ZERO, new Vec2(1, -1), new Vec2(-0.5, 1))) {
            assertEquals(exact.logPosterior(-3, x), fitted.logPosterior(-3, x), 0.1);
            assertEquals(exact.posteriorGradient(-3, x).x(), fitted.gradient(-3, x).x(), 0.1);
            assertEquals(exact.posteriorGradient(-3, x).y(), fitted.gradient(-3, x).y(), 0.1);
        }
    }

    /// Gaussians of any covariance have quadratic log odds.
    @Test
    void oddsOfUnequalGaussiansAreFoundByTheQuadraticOne() {
        var fitted = LogisticClassifier.fit(THREE, NoiseLevel.CLEAN, Degree.QUADRATIC, 20_000, 1e-6, Cases.random(2));

        NoisedDistribution exact = THREE.noised(NoiseLevel.CLEAN);
        for (Vec2 x : List.of(new Vec2(0, 0.6), new Vec2(1, 1), new Vec2(-1, 1))) {
            for (int label : THREE.labels()) {
                assertEquals(Math.exp(exact.logPosterior(label, x)), Math.exp(fitted.logPosterior(label, x)), 0.05);
            }
        }
    }

    @Test
    void gradientIsThatOfTheLogPosterior() {
        var fitted = LogisticClassifier.fit(THREE, NoiseLevel.CLEAN, Degree.QUADRATIC, 300, 1e-3, Cases.random(3));
        Vec2 x = new Vec2(0.4, 1.1);
        double h = 1e-5;

        double dx = fitted.logPosterior(1, x.plus(new Vec2(h, 0))) - fitted.logPosterior(1, x.minus(new Vec2(h, 0)));
        double dy = fitted.logPosterior(1, x.plus(new Vec2(0, h))) - fitted.logPosterior(1, x.minus(new Vec2(0, h)));

        assertEquals(dx / (2 * h), fitted.gradient(1, x).x(), 1e-8);
        assertEquals(dy / (2 * h), fitted.gradient(1, x).y(), 1e-8);
    }

    @Test
    void posteriorsSumToOne() {
        var fitted = LogisticClassifier.fit(THREE, NoiseLevel.CLEAN, Degree.LINEAR, 300, 1e-3, Cases.random(4));

        double sum = THREE.labels().stream()
                .mapToDouble(label -> Math.exp(fitted.logPosterior(label, new Vec2(30, -80))))
                .sum();
        assertEquals(1, sum, 1e-12);
    }

    /// Two separable points would send the weights to infinity without the penalty.
    @Test
    void separableSamplesStillHaveAFit() {
        var fitted = LogisticClassifier.fit(new DataDistribution(
                List.of(new GaussianComponent(1, 0, new Vec2(-5, 0), SymMat2.scalar(1e-6)),
                        new GaussianComponent(1, 1, new Vec2(5, 0), SymMat2.scalar(1e-6)))),
                NoiseLevel.CLEAN, Degree.QUADRATIC, 100, 1e-3, Cases.random(5));

        assertEquals(0, fitted.logPosterior(1, new Vec2(5, 0)), 0.1);
    }

    @Test
    void unknownClassesAreRejected() {
        var fitted = LogisticClassifier.fit(TWO, NoiseLevel.CLEAN, Degree.LINEAR, 100, 1e-3, Cases.random(6));

        assertThrows(IllegalArgumentException.class, () -> fitted.logPosterior(0, Vec2.ZERO));
    }
}
