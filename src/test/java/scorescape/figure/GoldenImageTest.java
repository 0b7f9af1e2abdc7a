package scorescape.figure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.sampler.ChurnSampler;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.Sampler;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.document.Presets;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;

/// Every stage looks as it did when a person last looked at it.
class GoldenImageTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final Document SCENE = Scenes.THREE_CLASSES;
    private static final Guidance CLASSIFIER = new ClassifierGuidance(new Classifier.Exact(), 1, 3);

    static Stream<Arguments> stages() {
        return Stream.of(stages("light", SCENE, Theme.LIGHT),
                stages("plain", SCENE.withGuidance(new NoGuidance()), Theme.LIGHT),
                stages("classifier", SCENE.withGuidance(CLASSIFIER), Theme.LIGHT),
                stages("dark-plain", SCENE.withGuidance(new NoGuidance()), Theme.DARK)
                        .filter(a -> a.get()[2] == Stage.NEXT),
                stages("dark-classifier", SCENE.withGuidance(CLASSIFIER), Theme.DARK)
                        .filter(a -> a.get()[2] == Stage.COMBINE))
                .flatMap(s -> s);
    }

    private static Stream<Arguments> stages(String prefix, Document document, Theme theme) {
        List<Stage> told = new RunShapes().of(document).stages(document.toldStep());
        return Arrays.stream(Stage.values())
                .filter(stage -> (!stage.isTold() && prefix.equals("light")) || told.contains(stage))
                .map(stage -> Arguments.of(prefix, document, stage, theme));
    }

    /// All of the three stories.
    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("stages")
    void everyStageLooksAsKept(String prefix, Document document, Stage stage, Theme theme) throws IOException {
        Playhead playhead = Pictures.playhead(document, stage, stage == Stage.NOISE ? 0.74 : 1);

        check(prefix + "-" + stage.id(), document, playhead, theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIFFERENCE", "NOISE", "MOVE"})
    void stagesInTheDarkLookAsKept(Stage stage) throws IOException {
        Playhead playhead = Pictures.playhead(SCENE, stage, stage == Stage.NOISE ? 0.74 : 0.5);

        check("dark-" + stage.id(), SCENE, playhead, Theme.DARK);
    }

    /// In the middle of their growth.
    @ParameterizedTest
    @EnumSource(names = {"PREDICT", "AMPLIFY", "STEP", "NOISE"})
    void growingMarksLookAsKept(Stage stage) throws IOException {
        check("growing-" + stage.id(), SCENE, Pictures.playhead(SCENE, stage, 0.25), Theme.LIGHT);
    }

    static Stream<Arguments> variants() {
        return Stream.of(
                Arguments.of("pictures-plain", Presets.named("step-plain").orElseThrow()),
                Arguments.of("pictures-classifier", Presets.named("step-classifier").orElseThrow()),
                Arguments.of("pictures-classifier-free", Presets.named("step-classifier-free").orElseThrow()),
                Arguments.of("autoguidance",
                        SCENE.withGuidance(new Autoguidance(OptionalInt.empty(), 0.6, 2.5))),
                Arguments.of("projected", SCENE.withGuidance(new AdaptiveProjectedGuidance(1, 4, 0, 2, 0))),
                Arguments.of("thresholded", SCENE.withGuidance(
                        new ThresholdedGuidance(new ClassifierFreeGuidance(1, 6), new Bounds(-4, -2.2, 1, 2.5)))),
                Arguments.of("heun", withSampler(new HeunSampler(FlowForm.EXPLODING), 8)),
                Arguments.of("churn", withSampler(new ChurnSampler(10, 0, 100, 1), 25)),
                Arguments.of("gamma-0", Scenes.withGamma(0)),
                Arguments.of("gamma-1", Scenes.withGamma(1)),
                Arguments.of("gamma-8", Scenes.withGamma(8)),
                Arguments.of("gamma-minus-2", Scenes.withGamma(-2)),
                Arguments.of("outside", Scenes.withState(5.5, 3)),
                Arguments.of("crowded", Scenes.withState(-0.5, -0.5)),
                Arguments.of("state", SCENE.withCoordinates(Coordinates.STATE)));
    }

    private static Document withSampler(Sampler sampler, int steps) {
        return SCENE.withSampling(SCENE.sampling().withSampler(sampler)).withSteps(steps);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void otherScenesLookAsKept(String name, Document document) throws IOException {
        Stage last = new RunShapes().of(document).stages(document.toldStep()).getLast();

        check(name, document, Pictures.playhead(document, last, last == Stage.NOISE ? 0.74 : 1), Theme.LIGHT);
    }

    private static void check(String name, Document document, Playhead playhead, Theme theme) throws IOException {
        GoldenImages.assertLooksAsKept(name,
                Pictures.image(Pictures.frame(document, playhead, WIDTH, HEIGHT, theme)));
    }
}
