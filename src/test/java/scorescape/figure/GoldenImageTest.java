package scorescape.figure;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

/// Every stage looks as it did when a person last looked at it.
class GoldenImageTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final Document SCENE = Scenes.THREE_CLASSES;

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageLooksAsKept(Stage stage) throws IOException {
        Playhead playhead = Pictures.playhead(SCENE, stage, stage == Stage.NOISE ? 0.74 : 1);

        check("light-" + stage.id(), SCENE, playhead, Theme.LIGHT);
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
                Arguments.of("plain", SCENE.withGuidance(new NoGuidance())),
                Arguments.of("gamma-0", Scenes.withGamma(0)),
                Arguments.of("gamma-1", Scenes.withGamma(1)),
                Arguments.of("gamma-8", Scenes.withGamma(8)),
                Arguments.of("gamma-minus-2", Scenes.withGamma(-2)),
                Arguments.of("outside", Scenes.withState(5.5, 3)),
                Arguments.of("crowded", Scenes.withState(-0.5, -0.5)),
                Arguments.of("state", SCENE.withCoordinates(Coordinates.STATE)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void otherScenesLookAsKept(String name, Document document) throws IOException {
        check(name, document, Pictures.playhead(document, Stage.NOISE, 0.74), Theme.LIGHT);
    }

    private static void check(String name, Document document, Playhead playhead, Theme theme) throws IOException {
        GoldenImages.assertLooksAsKept(name,
                Pictures.image(Pictures.frame(document, playhead, WIDTH, HEIGHT, theme)));
    }
}
