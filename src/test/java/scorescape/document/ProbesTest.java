package scorescape.document;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ProbesTest {

    private static final Document SCENE = Presets.defaultScene();

    @Test
    void probesAreWrittenAndReadAgainAndLeftOutWhereThereAreNone() {
        Document probed = SCENE.withProbes(List.of(new Vec2(0.25, -1), new Vec2(-0.0, 3e5)));

        assertEquals(probed, SceneCodec.decode(SceneCodec.encode(probed)));
        assertFalse(SceneCodec.encode(SCENE).contains("probes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "3 | probes: must be a list in [ ], but is 3",
        "[[1]] | probes[0]: must be a pair of numbers [x, y], but is [1]",
        "[[0, 0], [1, \"2\"]] | probes[1][1]: must be a finite number, but is \"2\"",
        "[[0, 2e6]] | probes[0][1]: must be a number within 1000000 of 0, but is 2000000",
        "[[1, 2], [1, 2]] | probes: must be at most 20 points, each once, but is 2"})
    void whatIsWrongInAFileIsToldWithItsPlace(String probes, String sentence) {
        String text = SceneCodec.encode(SCENE).replaceFirst("\"toldStep\"", "\"probes\": " + probes + ", \"toldStep\"");

        var refused = assertThrows(IllegalArgumentException.class, () -> SceneCodec.decode(text));

        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void tooManyAndThoseOutOfReachAreRefused() {
        List<Vec2> copies = Collections.nCopies(View.MAX_PROBES + 1, Vec2.ZERO);
        assertThrows(IllegalArgumentException.class, () -> SCENE.withProbes(copies));
        assertThrows(IllegalArgumentException.class, () -> SCENE.withProbes(List.of(new Vec2(Double.NaN, 0))));
    }
}
