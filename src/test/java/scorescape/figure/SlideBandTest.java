package scorescape.figure;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SlideBandTest {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;

    @Test
    void whatMeansAnArrowHasItsColour() {
        List<Mark.Text> texts = texts("Now $\\gamma\\delta$ grows.");

        assertEquals(Role.SCALED_DIFFERENCE, text(texts, "$\\gamma\\delta$").ink());
        assertEquals(Role.TEXT, text(texts, "grows.").ink());
    }

    @Test
    void aLongCaptionIsSetInSmallerTypeUntilItFits() {
        String sentence = "The guided prediction lies far outside of all data. ";

        for (Mark.Text text : texts(sentence.repeat(12))) {
            assertTrue(text.box().maxX() <= WIDTH && text.box().maxY() <= SlideBand.height(WIDTH, HEIGHT),
                    text.line().latex());
        }
        assertTrue(text(texts(sentence.repeat(12)), "guided").size() < text(texts(sentence), "guided").size());
    }

    /// Each line as wide as it can be, the last one would be one word.
    @Test
    void noWordIsLeftAloneOnALine() {
        List<Mark.Text> texts =
                texts("The model is asked for the mean of all pictures that could still have been the first. Alone");

        double last = text(texts, "Alone").box().minY();
        assertTrue(texts.stream().filter(text -> text.box().maxY() > last).count() > 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\nosuchcommand", "\\includegraphics{/etc/passwd}", "\\newcommand{\\delta}{x}"})
    void whatIsNoFormulaIsShownAsItIsWritten(String latex) {
        String shown =
                texts("See $" + latex + "$ here").stream().map(text -> text.line().latex()).collect(joining(" "));

        assertTrue(shown.contains("\\$" + latex + "\\$"), shown);
    }

    @Test
    void aPageIsThePictureWithTheBandBelow() {
        Frame picture = new SlideBand("", "", false, "").alone(WIDTH, HEIGHT, Theme.LIGHT);
        int above = HEIGHT - SlideBand.height(WIDTH, HEIGHT);
        var viewport = new Viewport(picture.viewport().centre(), 1, WIDTH, above);
        var plain = new Frame(viewport, Theme.LIGHT, new Raster(WIDTH, above, new int[WIDTH * above]), List.of(),
                List.of(), List.of(), List.of());

        Frame page = new SlideBand("Title", "Text", false, "1 / 2").page(plain, HEIGHT);

        assertEquals(HEIGHT, page.viewport().height());
        assertEquals(plain.viewport().scale(), page.viewport().scale(), 1e-12);
        assertEquals(0, page.ground().pixels()[WIDTH * above - 1]);
        assertEquals(0xF6F7F9, page.ground().pixels()[WIDTH * above]);
    }

    private static Mark.Text text(List<Mark.Text> texts, String latex) {
        return texts.stream().filter(text -> text.line().latex().equals(latex)).findFirst().orElseThrow();
    }

    private static List<Mark.Text> texts(String caption) {
        return new SlideBand("Title", caption, false, "3 / 7").alone(WIDTH, HEIGHT, Theme.LIGHT).furniture().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .toList();
    }
}
