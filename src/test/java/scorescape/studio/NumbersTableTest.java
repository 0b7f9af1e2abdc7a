package scorescape.studio;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.export.DataFormat;
import scorescape.export.Progress;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.studio.ExportDesk.Numbers;
import scorescape.studio.ExportDesk.View;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NumbersTableTest {

    /// Few steps and particles, so that tables are soon written.
    private static final Document SCENE = scene();

    private static final View VIEW = new View(SCENE, new Playhead(4, Stage.MOVE, 1), 320, 200, Theme.LIGHT, null);

    /// What the guess from some rows may be off by: numbers have up to twice as many digits as others.
    private static final double TOLERANCE = 0.15;

    static Stream<Arguments> tables() {
        return Stream.of(Numbers.Kind.values())
                .flatMap(kind -> Stream.of(DataFormat.values()).map(format -> Arguments.of(kind, format)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aLookShowsTheBeginningAndGuessesTheSize(Numbers.Kind kind, DataFormat format) throws IOException {
        var table = new NumbersTable(VIEW, new Numbers(kind, format));
        var whole = new StringWriter();

        NumbersTable.Look look = table.look(Progress.NONE);
        table.write(whole, Progress.NONE);

        String text = whole.toString();
        assertEquals(text.substring(0, look.beginning().length()), look.beginning());
        assertTrue(rows(look.beginning(), format) > 1, look.beginning());
        assertEquals(rows(text, format), look.rows());
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        assertEquals(size, (double) look.bytes(), TOLERANCE * size);
    }

    private static long rows(String text, DataFormat format) {
        return text.lines().filter(line -> switch (format) {
            case CSV -> !line.startsWith("#");
            case JSON -> line.startsWith("    {");
            case JSONL -> true;
        }).count() - (format == DataFormat.CSV ? 1 : 0);
    }

    private static Document scene() {
        Document scene = Presets.defaultScene().withSteps(12);
        return scene.withLayers(scene.layers().withPopulation(scene.layers().population().withParticles(60)));
    }
}
