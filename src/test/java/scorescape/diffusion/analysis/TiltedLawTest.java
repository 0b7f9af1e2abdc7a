package scorescape.diffusion.analysis;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TiltedLawTest {

    /// The trapezoid rule converges exponentially for Gaussians two cells wide, cut off at seven standard deviations.
    private static final double QUADRATURE = 1e-8;

    /// Hides the data wholly: what is known of `x₀` is the law itself.
    private static final NoiseLevel PURE_NOISE = new NoiseLevel(0, 1);

    private static final Bounds WINDOW = new Bounds(-6, -6, 6, 6);
    private static final int CELLS = 120;

    /// `N(±1, I)`, halves.
    private static final DataDistribution MODES = new DataDistribution(
            List.of(new GaussianComponent(1, 0, new Vec2(-1, 0), SymMat2.scalar(0.5)),
                    new GaussianComponent(1, 1, new Vec2(1, 0), SymMat2.scalar(0.5))));

    private static TiltedLaw tilted(double gamma) {
        return new TiltedLaw(MODES, 0, 1, gamma, WINDOW, CELLS, CELLS);
    }

    /// The guided score `s + γ (s_y − s)` less the score of the noised tilted law.
    private static Vec2 excess(double gamma, NoiseLevel level, Vec2 x) {
        Vec2 guided = MODES.noised(level).at(x).score().lerp(MODES.given(1).noised(level).at(x).score(), gamma);
        return guided.minus(tilted(gamma).noisedAt(level, x).score());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void withoutGuidanceAndAtOneItIsTheDataAndTheClass(double gamma) {
        DataDistribution expected = gamma == 0 ? MODES : MODES.given(1);
        NoiseLevel level = new NoiseLevel(0.8, 0.6);
        for (Vec2 x : List.of(new Vec2(0.2, -0.3), new Vec2(1.5, 1), new Vec2(-2, 0))) {
            PointEstimate exact = expected.noised(level).at(x);

            PointEstimate at = tilted(gamma).noisedAt(level, x);

            assertEquals(exact.logDensity(), at.logDensity(), QUADRATURE);
            assertEquals(exact.score().x(), at.score().x(), QUADRATURE);
            assertEquals(exact.denoised().y(), at.denoised().y(), QUADRATURE);
            assertEquals(exact.covariance().xx(), at.covariance().xx(), QUADRATURE);
            assertEquals(0, excess(gamma, level, x).norm(), QUADRATURE);
        }
    }

    /// Published means of the tilted law of `N(±1, 1)` at w = γ − 1 = 1 and 3, to their digits; the law of Chidambaram et al.
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void meanMovesAsPublished(int w) {
        var unit = new DataDistribution(
                List.of(new GaussianComponent(1, 0, new Vec2(-1, 0), SymMat2.scalar(1)),
                        new GaussianComponent(1, 1, new Vec2(1, 0), SymMat2.scalar(1))));
        var law = new TiltedLaw(unit, 0, 1, w + 1, new Bounds(-8, -8, 8, 8), 160, 160);

        assertEquals(w == 1 ? 1.290 : 1.539, law.mean().x(), 6e-4);
        assertEquals(w == 1 ? 0.863 : 0.767, Math.sqrt(law.noisedAt(PURE_NOISE, Vec2.ZERO).covariance().xx()), 6e-4);
    }

    @Test
    void guidanceIsNotTheTiltedLaw() {
        Vec2 excess = excess(4, new NoiseLevel(0.6, 0.8), new Vec2(-0.5, 0));

        assertTrue(excess.x() > 0.1, excess::toString);
        assertEquals(0, excess.y(), QUADRATURE);
    }

    @Test
    void impossibleGridsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new TiltedLaw(MODES, 0, 1, 2, WINDOW, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new TiltedLaw(MODES, 0, 7, 2, WINDOW, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> tilted(2).noisedAt(NoiseLevel.CLEAN, Vec2.ZERO));
    }
}
