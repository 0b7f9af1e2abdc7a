package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.cli.Cli;
import scorescape.document.DocumentStore;
import scorescape.document.Layer;
import scorescape.document.Presets;
import scorescape.document.Study.Shown;
import scorescape.figure.GoldenImages;
import scorescape.studio.GuideWindow.Chapter;
import scorescape.studio.canvas.CanvasGestures;
import scorescape.studio.canvas.Editor;
import scorescape.studio.canvas.Selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The user guide, held against the program: its tables say what the program says, its pictures are what its commands
/// draw. `-Dgolden.update=true` writes both anew.
class GuideTest {

    private static final Path PAGE = Path.of("src/site/markdown/guide.md");

    /// A picture, the command that draws it, and its file beside the page.
    private static final Pattern PICTURE =
            Pattern.compile("<!-- picture: (.*) -->\n!\\[.+\\]\\((\\.\\./images/guide/[a-z-]+\\.png)\\)");

    @TempDir
    private Path folder;

    static List<MatchResult> pictures() throws IOException {
        return PICTURE.matcher(Files.readString(PAGE)).results().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools", "rules", "wrappers", "samplers", "schedules", "layers", "plots"})
    void tablesSayWhatTheProgramSays(String name) throws IOException {
        assertTableSays(name, rows(name));
    }

    /// @param name of a table of the guide
    static void assertTableSays(String name, Stream<String> said) throws IOException {
        String page = Files.readString(PAGE);
        Matcher table = Pattern
                .compile("(<!-- table: " + name + " -->\n\\|.*\n\\|---\\|---\\|\n)((\\|.*\n)*)")
                .matcher(page);
        assertTrue(table.find(), name);
        String rows = said.map(row -> row + "\n").collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, table.start(2)) + rows + page.substring(table.end(2)));
        } else {
            assertEquals(rows, table.group(2));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void picturesAreWhatTheirCommandsDraw(MatchResult picture) throws IOException {
        Path drawn = folder.resolve("picture.png");

        assertEquals(0, Cli.run((picture.group(1) + " --out " + drawn).split(" ")));

        GoldenImages.assertLooksAsKept(PAGE.resolveSibling(picture.group(2)).normalize(), ImageIO.read(drawn.toFile()));
    }

    @Test
    void everyPictureIsOnThePage() throws IOException {
        List<Path> shown = pictures().stream().map(p -> PAGE.resolveSibling(p.group(2)).normalize()).sorted().toList();
        try (Stream<Path> kept = Files.list(Path.of("src/site/images/guide"))) {
            assertEquals(shown, kept.sorted().toList());
        }
    }

    @Test
    void chaptersAreFoundByTheirWords() {
        List<Chapter> chapters = GuideWindow.chapters();

        assertEquals("Scorescape: the user guide", chapters.getFirst().title());
        assertEquals(List.of("Samplers and schedules"), chapters.stream().filter(c -> c.has("LANGEVIN heun"))
                .map(Chapter::title).toList());
        assertTrue(chapters.stream().allMatch(c -> c.has(" ")));
        assertTrue(chapters.stream().noneMatch(c -> c.has("unobtainium")));
    }

    private static Stream<String> rows(String table) {
        return switch (table) {
            case "tools" -> {
                var store = new DocumentStore(Presets.defaultScene());
                var editor = new Editor(store, new Selection(store), _ -> {});
                var canvas = new CanvasCommands(new CanvasGestures(editor, RandomGenerator.getDefault()), () -> {});
                yield canvas.tools.values().stream().map(tool -> row(tool.name(), tool.help()));
            }
            case "rules" -> rows(RuleKind.values(), RuleKind::title, RuleKind::help);
            case "wrappers" -> rows(WrapperKind.values(), WrapperKind::title, WrapperKind::help);
            case "samplers" -> rows(SamplerKind.values(), SamplerKind::title, SamplerKind::help);
            case "schedules" -> rows(ScheduleKind.values(), ScheduleKind::title, ScheduleKind::help);
            case "layers" -> rows(Layer.values(), Layer::title, Layer::help);
            case "plots" -> rows(Shown.values(), Shown::title, Shown::help);
            default -> throw new AssertionError(table);
        };
    }

    private static <T> Stream<String> rows(T[] values, Function<T, String> name, Function<T, String> help) {
        return Arrays.stream(values).map(value -> row(name.apply(value), help.apply(value)));
    }

    static String row(String name, String help) {
        return "| " + name + " | " + help.replace("|", "\\|") + " |";
    }
}
