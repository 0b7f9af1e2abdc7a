package scorescape.export;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.lesson.Story.Beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FilmSpanTest {

    private static final Document SHORT = Presets.defaultScene().withSteps(4).withToldStep(1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run                | 1/move 2/move 3/move 4/move 4/end
            2..3               | 2/move 3/move
            3/step..4          | 3/step 3/noise 4/move
            2/predict..2/amplify | 2/predict 2/predict-given-class 2/difference 2/amplify
            2/amplify          | 2/amplify
            4                  | 4/start 4/predict 4/predict-given-class 4/difference 4/amplify 4/step
            4..4/end           | 4/move 4/end
            """)
    void aSpanIsToldAsItIsWritten(String span, String beats) {
        assertEquals(beats, FilmSpan.parse(span).in(SHORT).beats().stream().map(Beat::toString).collect(
                Collectors.joining(" ")));
    }

    @Test
    void theStoryIsThatOfTheToldStep() {
        assertEquals("2/start", FilmSpan.parse("story").in(SHORT).beats().getFirst().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "2..1", "..", "1..", "1/dance", "1..2..3", "-1", "１", "999999"})
    void whatIsNoSpanIsRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> FilmSpan.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1..5", "5/amplify"})
    void stepsBeyondTheRunAreRejected(String text) {
        FilmSpan span = FilmSpan.parse(text);

        assertThrows(IllegalArgumentException.class, () -> span.in(SHORT));
    }
}
