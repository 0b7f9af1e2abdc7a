package scorescape.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The page of the manual about scene files, held against the code.
class SceneFilesPageTest {

    private static final String PAGE = read(Path.of("src/site/markdown/scene-files.md"));
    private static final String EXAMPLE = firstGroup("(?s)```json\n(.*?)```", PAGE);

    static List<Parameter> parameters() {
        return Parameters.ALL;
    }

    @Test
    void theExampleIsAScene() {
        assertEquals(EXAMPLE, SceneCodec.encode(SceneCodec.decode(EXAMPLE)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void everyNumberIsListedAsDeclared(Parameter p) {
        String symbol = p.symbol().isEmpty() ? "" : p.symbol() + " ";
        String row = "| `" + p.name() + "` | " + symbol + "| " + p.expectation() + " | "
                + Check.number(p.defaultValue()) + " | " + p.help() + " |";

        assertTrue(PAGE.contains(row), row);
    }

    /// The sentence about an unknown kind lists the known ones.
    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "cosine", "ddpm", "classifier-free"})
    void everyKindIsListed(String kind) {
        String unknown = EXAMPLE.replaceFirst("\"kind\": \"" + kind + "\"", "\"kind\": \"?\"");
        String sentence = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> SceneCodec.decode(unknown)).getMessage());

        Matcher known = Pattern.compile("\"([a-z-]+)\"").matcher(sentence);
        assertTrue(known.find(), sentence);
        do {
            assertTrue(Pattern.compile("[`\"]" + known.group(1) + "[`\"]").matcher(PAGE).find(), known.group(1));
        } while (known.find());
    }

    @Test
    void theSentencesAboutMistakesAreTheOnesTheProgramSays() {
        for (String mistake : List.of("\"format\": 7", "\"covariance\": [[1, 2], [2, 1]]")) {
            String field = mistake.substring(0, mistake.indexOf(':'));
            String bad = EXAMPLE.replaceFirst(field + ": (\\d+|\\[\\[.*?\\]\\])", Matcher.quoteReplacement(mistake));
            String sentence = String.valueOf(
                    assertThrows(IllegalArgumentException.class, () -> SceneCodec.decode(bad)).getMessage());

            assertTrue(PAGE.contains(sentence.replace("components[0]", "components[2]")), sentence);
        }
    }

    private static String firstGroup(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertTrue(matcher.find(), regex);
        return matcher.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
