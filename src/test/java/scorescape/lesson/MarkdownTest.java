package scorescape.lesson;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.lesson.Markdown.Block;
import scorescape.lesson.Markdown.Span;
import scorescape.lesson.Markdown.Style;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MarkdownTest {

    @Test
    void paragraphsAndListsAreToldApartWithTheirSpans() {
        assertEquals(
                new Markdown(List.of(
                        new Block(false, List.of(plain("Two "), new Span(Style.STRONG, "strong"), plain(" words"))),
                        new Block(true, List.of(new Span(Style.FORMULA, "x_t^*"), plain(", the state"))),
                        new Block(true, List.of(new Span(Style.EMPHASIS, "softly"))))),
                Markdown.of("Two **strong**\nwords\n\n- $x_t^*$, the state\n- *softly*\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 * 3 = 6", "it costs 5 $", "**open", "a ** b", "-1 is less"})
    void aMarkerWithoutItsPartnerStandsForItself(String text) {
        assertEquals(new Markdown(List.of(new Block(false, List.of(plain(text))))), Markdown.of(text));
    }

    @Test
    void aMarkerAfterABackslashStandsForItself() {
        assertEquals(new Markdown(List.of(new Block(false, List.of(plain("$x$ and *y*"))))),
                Markdown.of("\\$x\\$ and \\*y\\*"));
    }

    private static Span plain(String text) {
        return new Span(Style.PLAIN, text);
    }
}
