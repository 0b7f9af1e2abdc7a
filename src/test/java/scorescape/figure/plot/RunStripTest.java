package scorescape.figure.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.figure.Frame;
import scorescape.figure.FrameComputer;
import scorescape.figure.GoldenImages;
import scorescape.figure.Mark;
import scorescape.figure.Pictures;
import scorescape.figure.Theme;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunStripTest {

    private static final Document SCENE = Presets.defaultScene();
    private static final int LABEL = SCENE.guidance().guidingClass().orElseThrow();
    private static final OptionalDouble PRIOR = OptionalDouble.of(SCENE.data().prior(LABEL));
    private static final Trajectory RUN = new FrameComputer().trajectory(SCENE);
    private static final RunStrip STRIP = new RunStrip(SCENE.steps(), 600, 74, 60, 560, 1);

    /// Rounding of log densities of size 10, and of the sums that they are compared with.
    private static final double ROUNDING = 1e-13;

    @ParameterizedTest
    @EnumSource
    void theCurveOfEachQuantityLooksAsKept(RunQuantity quantity) throws IOException {
        Theme theme = quantity == RunQuantity.POSTERIOR || quantity == RunQuantity.LOG_DENSITY
                ? Theme.DARK
                : Theme.LIGHT;
        Frame frame = STRIP.frame(quantity, quantity.along(RUN, PRIOR), theme);

        GoldenImages.assertLooksAsKept("strip-" + quantity.name().toLowerCase(Locale.ROOT),
                Pictures.image(frame));
    }

    @Test
    void valuesAreThoseOfTheLawAtEachState() {
        double[] posterior = RunQuantity.POSTERIOR.along(RUN, PRIOR);
        double[] logDensity = RunQuantity.LOG_DENSITY.along(RUN, PRIOR);
        double[] score = RunQuantity.SCORE.along(RUN, PRIOR);
        double[] difference = RunQuantity.DIFFERENCE.along(RUN, PRIOR);

        for (Step step : RUN.steps()) {
            NoisedDistribution law = SCENE.data().noised(step.from());
            int i = step.index();
            assertEquals(Math.exp(law.logPosterior(LABEL, step.x())), posterior[i], ROUNDING);
            assertEquals(law.logDensity(step.x()), logDensity[i], ROUNDING);
            assertEquals(law.at(step.x()).score().norm(), score[i]);
            assertEquals(law.given(LABEL).at(step.x()).denoised().distance(law.at(step.x()).denoised()),
                    difference[i], ROUNDING);
        }
    }

    /// With one class the prediction and that of the class are the same.
    @Test
    void aDifferenceOfZeroLiesOnAnAxisThatBeginsThere() {
        assertEquals(Range.of(0, 1), RunQuantity.DIFFERENCE.range(List.of(0.0, 0.0)));
        assertEquals(Range.of(0, 1), RunQuantity.DIFFERENCE.range(List.of(0.0, 1e-15)));
    }

    @Test
    void aRunWithoutAClassHasADensityAndNoDifference() {
        Trajectory plain = new FrameComputer().trajectory(SCENE.withGuidance(new NoGuidance()));

        double[] none = RunQuantity.DIFFERENCE.along(plain, OptionalDouble.empty());
        assertTrue(Arrays.stream(none).allMatch(Double::isNaN));
        assertTrue(Arrays.stream(RunQuantity.LOG_DENSITY.along(plain, OptionalDouble.empty()))
                .allMatch(Double::isFinite));
        assertTrue(texts(STRIP.frame(RunQuantity.DIFFERENCE, none, Theme.LIGHT)).size() > 2);
    }

    @Test
    void ticksThinOutSoThatNumbersNeverTouch() {
        for (int steps : new int[]{1, 2, 3, 7, 25, 40, 99, 100, 1000, 4999, 5000}) {
            var strip = new RunStrip(steps, 600, 74, 60, 560, 1);
            Frame frame = strip.ruler(Theme.LIGHT);

            List<Bounds> boxes = texts(frame).stream().map(Mark.Text::box).toList();
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Bounds a = boxes.get(i);
                    Bounds b = boxes.get(j);
                    assertFalse(a.minX() < b.maxX() && b.minX() < a.maxX(), () -> steps + " steps: " + a + b);
                }
            }
            assertTrue(frame.marks().size() < 300, () -> steps + " steps");
            assertTrue(boxes.size() >= 2, () -> steps + " steps");
        }
    }

    @Test
    void pointsOfTheCurveStandAtTheStatesOnTheirAxis() {
        double[] values = new double[SCENE.steps()];
        values[SCENE.steps() - 1] = 1;

        List<Vec2> points = STRIP.points(RunQuantity.POSTERIOR, values);

        assertEquals(60, points.getFirst().x());
        assertEquals(60 + 500.0 * (SCENE.steps() - 1) / SCENE.steps(), points.getLast().x(), 1e-9);
        assertTrue(points.getLast().y() < points.getFirst().y());
    }

    private static List<Mark.Text> texts(Frame frame) {
        return frame.marks().stream().filter(Mark.Text.class::isInstance).map(Mark.Text.class::cast).toList();
    }
}
