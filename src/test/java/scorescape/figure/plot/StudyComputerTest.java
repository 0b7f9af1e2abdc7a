package scorescape.figure.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.document.Study.Shown;
import scorescape.figure.Frame;
import scorescape.figure.GoldenImages;
import scorescape.figure.Mark;
import scorescape.figure.Pictures;
import scorescape.figure.Theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StudyComputerTest {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 450;
    private static final int PARTICLES = 300;

    private static Document scene(String preset, Shown shown) {
        Document document = Presets.named(preset).orElseThrow();
        Document few = document.withSteps(Math.min(document.steps(), 30))
                .withLayers(document.layers().withPopulation(document.layers().population().withParticles(PARTICLES)));
        return few.withStudy(few.study().withShown(shown));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SCENE")
    void everyPlotLooksAsKept(Shown shown) throws IOException {
        Frame frame = new StudyComputer().compute(scene("far-mode", shown), WIDTH, HEIGHT, Theme.LIGHT);

        GoldenImages.assertLooksAsKept("plot-" + shown.name().toLowerCase(Locale.ROOT), Pictures.image(frame));
    }

    @ParameterizedTest
    @EnumSource(names = {"PROJECTION", "PROMISED"})
    void plotsInTheDarkLookAsKept(Shown shown) throws IOException {
        Frame frame = new StudyComputer().compute(scene("paper-boxes", shown), WIDTH, HEIGHT, Theme.DARK);

        GoldenImages.assertLooksAsKept("plot-dark-" + shown.name().toLowerCase(Locale.ROOT), Pictures.image(frame));
    }

    /// Points, plain sampling, strong guidance in two steps that diverges: something is always painted.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SCENE")
    void everyPlotCanBePaintedForEveryKindOfScene(Shown shown) {
        Document boxes = scene("paper-boxes", shown);
        for (Document document : List.of(scene("ring-of-points", shown), scene("plain-sampling", shown),
                boxes.withGuidance(new NoGuidance()),
                boxes.withSteps(2).withGuidance(new ClassifierFreeGuidance(1, 100)))) {
            Frame frame = new StudyComputer().compute(document, 200, 130, Theme.LIGHT);
            assertEquals(200, Pictures.image(frame).getWidth(), () -> shown + " of " + document.title());
        }
    }

    /// Plots that show no runs do not name the model.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SCENE")
    void everyPlotOfRunsShowsThoseOfTheScenesModelAndSaysSo(Shown shown) {
        Document exact = scene("far-mode", shown);
        Document erring = exact.withSampling(exact.sampling().withModel(new ScoreModel.Blurred(0.5)));

        Frame plot = new StudyComputer().compute(erring, WIDTH, HEIGHT, Theme.LIGHT);

        boolean runs = shown != Shown.FACTORS && shown != Shown.DIMENSIONS;
        assertEquals(runs, plot.marks().stream()
                .anyMatch(mark -> mark instanceof Mark.Text text
                        && text.line().equals(Plot.line("the model is blurred by 0.5"))));
        Frame before = new StudyComputer().compute(exact, WIDTH, HEIGHT, Theme.LIGHT);
        assertEquals(runs,
                !samePixels(Pictures.image(new Frame(plot.viewport(), plot.theme(), plot.ground(), plot.strata(),
                        plot.marks().subList(0, plot.marks().size() - (runs ? 1 : 0)), plot.labels(),
                        plot.furniture())),
                        Pictures.image(before)));
    }

    /// The message of arXiv:2406.02507, figure 1: outliers are pulled in, and no branch is lost, which classifier-free guidance
    /// does. With 2,000 particles of seed 6 the shares were .69, .96 and .56, the distances .0019, .0022 and .19.
    @Test
    void autoguidanceOnTheTreeDropsOnlyOutliers() {
        Document tree = scene("autoguidance-tree", Shown.SWEEP);
        Document free = tree.withGuidance(new ClassifierFreeGuidance(0, 4));

        PopulationStatistics unguided =
                new StudyComputer().statistics(tree.withGuidance(new ClassifierFreeGuidance(0, 1)));
        PopulationStatistics guided = new StudyComputer().statistics(tree);
        PopulationStatistics dropping = new StudyComputer().statistics(free);

        assertTrue(unguided.goodShare() < 0.8, () -> "unguided " + unguided.goodShare());
        assertTrue(guided.goodShare() > 0.9, () -> "autoguidance " + guided.goodShare());
        double distance = Objects.requireNonNull(guided.energyToClass()).value();
        assertTrue(distance < 0.02, () -> "autoguidance " + distance);
        assertTrue(Objects.requireNonNull(dropping.energyToClass()).value() > 0.1);
    }

    private static boolean samePixels(BufferedImage a, BufferedImage b) {
        return Arrays.equals(a.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH),
                b.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
    }

    @Test
    void sweepFillsInWhileItIsComputed() {
        Document document = scene("paper-boxes", Shown.SWEEP);
        List<Frame> early = new ArrayList<>();

        Frame complete = new StudyComputer().compute(document, WIDTH, HEIGHT, Theme.LIGHT, early::add, () -> false);

        assertTrue(early.size() > 20, () -> "early frames: " + early.size());
        assertEquals(plots(complete), plots(early.getLast()));
    }

    private static long plots(Frame frame) {
        return frame.marks().stream().filter(Mark.Clipped.class::isInstance).count();
    }

    @Test
    void plotThatIsNoLongerWantedStops() {
        Document document = scene("paper-boxes", Shown.PROJECTION);

        assertThrows(CancellationException.class, () -> new StudyComputer().compute(document, WIDTH, HEIGHT,
                Theme.LIGHT, _ -> {}, () -> true));
    }

    @Test
    void plotThatNeedsAScaleSaysSo() {
        Document plain = scene("paper-boxes", Shown.SWEEP).withGuidance(new NoGuidance());

        Frame frame = new StudyComputer().compute(plain, WIDTH, HEIGHT, Theme.LIGHT);

        assertFalse(frame.marks().stream().anyMatch(Mark.Clipped.class::isInstance));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 5, '0.0 0.2 0.4 0.6000000000000001 0.8 1.0'", "-3, 12, 4, '0.0 5.0 10.0'",
        "0.1, 0.13, 3, '0.1 0.11 0.12 0.13'"})
    void ticksAreRound(double min, double max, int most, String expected) {
        List<Double> ticks = Range.of(min, max).ticks(most);

        assertEquals(expected, String.join(" ", ticks.stream().map(String::valueOf).toList()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1.5, −1.5", "1234, 1234", "0.0123, 0.012", "12.04, 12", "Infinity, ∞"})
    void numbersAreShort(double value, String expected) {
        assertEquals(expected, Range.number(value));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "1, 100 %", "0.9999, 99.9 %", "0.0001, 0.1 %", "0.5, 50 %"})
    void shareThatIsNotAllIsNotCalledAll(double share, String expected) {
        assertEquals(expected, Range.percent(share));
    }
}
