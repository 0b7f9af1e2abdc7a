package scorescape.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.document.Document;
import scorescape.document.LessonFiles;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.document.Study.Shown;
import scorescape.export.DataFormat;
import scorescape.export.FileContent;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.PictureExport;
import scorescape.export.PictureFormat;
import scorescape.export.PictureOptions;
import scorescape.export.Progress;
import scorescape.export.SceneInside;
import scorescape.export.SceneText;
import scorescape.export.TraceExport;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CliTest {

    private static final Document SHORT = Presets.defaultScene().withSteps(4).withToldStep(1);

    @TempDir
    private Path folder;

    /// What a command said, and how it ended.
    private record Outcome(int exit, String out, String err) {}

    @Test
    void aLessonIsAFilmOrAPictureOfEachSlide() throws IOException {
        Path lesson = folder.resolve("short.lesson.json");
        Files.writeString(lesson, """
                {"lessonFormat": 1, "title": "Short", "slides": [
                  {"scene": "default", "show": "9/step", "caption": "One"},
                  {"change": {"guidance": {"scale": 5}}, "show": ["9/start", "9/predict"], "caption": "Two"}]}
                """);
        Path pictures = folder.resolve("slide.png");
        Path second = folder.resolve("second.svg");
        Path film = folder.resolve("film.gif");

        assertEquals("Short", LessonFiles.read(lesson).title());
        assertEquals(0, run("render", lesson.toString(), "--out", pictures.toString(), "--size", "160x100").exit());
        assertEquals(0, run("render", lesson.toString(), "--slide", "2", "--out", second.toString()).exit());
        assertEquals(0,
                run("render", lesson.toString(), "--out", film.toString(), "--size", "160x100", "--fps", "2").exit());

        assertEquals(160, ImageIO.read(folder.resolve("slide-1.png").toFile()).getWidth());
        assertTrue(Files.exists(folder.resolve("slide-2.png")) && Files.notExists(pictures));
        var slide = (FileContent.OfScene) SceneInside.read(second);
        assertEquals(5, ((ScaledGuidance) slide.document().guidance()).scale());
        assertEquals(new FileContent.OfLesson(LessonFiles.read(lesson), true), SceneInside.read(film));
        assertEquals(lesson + ": a lesson of 2 slides, 11 seconds\n" + film + ": a lesson of 2 slides, 11 seconds\n",
                run("validate", lesson.toString(), film.toString()).out().replace(System.lineSeparator(), "\n"));
        assertEquals("SCENE must be one scene, but '" + film + "' is a lesson, which only render takes",
                run("trace", film.toString()).err().strip());
        assertTrue(run("info", film.toString()).out().contains("an exported file with its lesson inside"));
        assertEquals("{\"file\": \"" + lesson + "\", \"valid\": true}",
                run("validate", "--json", lesson.toString()).out().strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            guidance-scale --slide 9 | --slide must be from 1 to
            guidance-scale --at 9/step | --at, --view and --step are for scenes
            guidance-scale --span run | --span, --hold, --ping-pong and --background are for scenes
            default --slide 1 | --slide is for a lesson, but this is a scene
            missing.lesson.json | missing.lesson.json: must be a file
            """)
    void whatALessonDoesNotHaveIsRefused(String arguments, String sentence) {
        Path film = folder.resolve("film.gif");
        Outcome outcome =
                run(Stream.concat(Stream.of("render", "--out", film.toString()), Stream.of(arguments.split(" ")))
                        .toArray(String[]::new));

        assertEquals(Cli.BAD_INPUT, outcome.exit());
        assertTrue(outcome.err().startsWith(sentence), outcome.err());
    }

    @Test
    void aFilmFromTheCommandLineIsTheFilmFromTheWindow() throws IOException {
        Path scene = scene();
        Path film = folder.resolve("film.gif");
        Path window = folder.resolve("window.gif");

        Outcome outcome = run("render", scene.toString(), "--out", film.toString(), "--size", "160x90", "--fps", "2",
                "--theme", "dark", "--step", "2", "--quality", "small");
        Document told = SHORT.withToldStep(1);
        var gif = new FilmFormat.Gif(GifQuality.SMALL);
        gif.write(gif.film(told, new FilmOptions(160, 90, 2, Theme.DARK)), SceneText.of(told), window, Progress.NONE);

        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals("", outcome.err());
        assertArrayEquals(Files.readAllBytes(window), Files.readAllBytes(film));
    }

    @Test
    void aSweepHasALineForEachScale() throws IOException {
        Path file = folder.resolve("sweep.csv");

        Outcome outcome = run("sweep", scene().toString(), "--over", "gamma=0,1,2.5", "--out", file.toString());

        assertEquals(new Outcome(0, "", ""), outcome);
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
        assertEquals(List.of("gamma", "0", "1", "2.5"),
                lines.stream().map(line -> line.split(",", -1)[0]).toList());
        assertEquals(1, lines.stream().map(line -> line.split(",", -1).length).distinct().count());
        assertEquals("2000", lines.get(1).split(",", -1)[1]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            default        | gamma=1,200       | --over: guidance scale must be from -20.0 to 100.0: 200.0
            default        | gamma=            | --over: must have numbers as values, but one is ''
            default        | gamma=NaN         | --over: must have numbers as values, but one is 'NaN'
            default        | 3                 | --over: must be a name, =, and values, such as gamma=0,1,3, but is '3'
            default        | steps=0           | --over: steps: must be a whole number from 1 to 5000, but is 0
            default        | steps=2.5         | --over: steps: must be a whole number from 1 to 5000, but is 2.5
            default        | eta=1             | --over: sampler.eta: is not known here; known are kind, variance
            default        | title=1           | --over: this scene has no number 'title'
            default        | data.components[9].weight=1 | --over: this scene has no number 'data.components[9].weight'
            plain-sampling | gamma=1           | --over: this scene's guidance has no scale to vary
            """)
    void impossibleSweepsAreExplained(String scene, String over, String reason) {
        Outcome outcome = run("sweep", scene, "--over", over);

        assertEquals(new Outcome(2, "", reason + System.lineSeparator()), outcome);
    }

    @Test
    void aSweepMayBeOverAnyNumberOfTheScene() throws IOException {
        Outcome outcome = run("sweep", scene().toString(), "--over", "data.components[0].weight=0.5,2", "--particles",
                "50", "--format", "jsonl");

        assertEquals("", outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().startsWith("{\"data.components[0].weight\": 0.5, \"particles\": 50, "),
                lines.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"s.png", "s.svg", "s.pdf"})
    void aSweepBecomesPicturesSideBySide(String name) throws IOException {
        Path first = folder.resolve(name);
        Path again = folder.resolve("again-" + name);

        assertEquals(new Outcome(0, "", ""), run("sweep", scene().toString(), "--over", "gamma=0,3,6,9,12", "--size",
                "96x64", "--out", first.toString()));
        run("sweep", first.toString(), "--over", "gamma=0,3,6,9,12", "--size", "96x64", "--out", again.toString());

        assertTrue(Files.size(first) > 1000);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(again));
    }

    /// Although the plot by itself compares the scales of the scene.
    @Test
    void plotsSideBySideShowTheirOwnScale() throws IOException {
        Path sheet = folder.resolve("sheet.png");

        assertEquals(0, run("sweep", "paper-boxes", "--over", "gamma=1,16", "--view", "samples", "--particles", "100",
                "--size", "160x100", "--out", sheet.toString()).exit());

        BufferedImage image = ImageIO.read(sheet.toFile());
        int half = image.getWidth() - 160;
        int top = image.getHeight() - 100;
        assertFalse(Arrays.equals(image.getRGB(0, top, 160, 100, null, 0, 160),
                image.getRGB(half, top, 160, 100, null, 0, 160)));
    }

    @Test
    void aPlotOfThePopulationBecomesAPicture() throws IOException {
        Path picture = folder.resolve("plot.png");
        Path expected = folder.resolve("expected.png");

        Outcome outcome = run("render", scene().toString(), "--out", picture.toString(), "--size", "160x90", "--view",
                "samples", "--quiet");
        PictureExport.write(SHORT.withStudy(SHORT.study().withShown(Shown.SAMPLES)), new Playhead(0, Stage.START, 1),
                PictureFormat.PNG, new PictureOptions(160, 90, Theme.LIGHT), expected);

        assertEquals(new Outcome(0, "", ""), outcome);
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(picture));
        assertEquals(2, run("render", scene().toString(), "--out", "film.gif", "--view", "samples").exit());
    }

    @ParameterizedTest
    @CsvSource({"2/amplify, 1, AMPLIFY, 1", "3, 2, NOISE, 1", "4, 3, STEP, 1", "1/start, 0, START, 1",
        "4/end, 3, END, 1", "3/move, 2, MOVE, 1", "0s, 1, START, 0", "2.5s, 1, PREDICT_GIVEN_CLASS, 0"})
    void aMomentBecomesAPicture(String at, int step, Stage stage, double progress) throws IOException {
        Path picture = folder.resolve("picture.png");
        Path expected = folder.resolve("expected.png");

        Outcome outcome = run("render", scene().toString(), "--out", picture.toString(), "--size", "160x90", "--at", at,
                "--quiet");
        PictureExport.write(SHORT, new Playhead(step, stage, progress), PictureFormat.PNG,
                new PictureOptions(160, 90, Theme.LIGHT), expected);

        assertEquals(new Outcome(0, "", ""), outcome);
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(picture));
    }

    @Test
    void withoutAMomentThePictureIsTheToldStepToldToItsEnd() throws IOException {
        Path picture = folder.resolve("picture.png");
        Path expected = folder.resolve("expected.png");

        run("render", "default", "--out", picture.toString());
        Document scene = Presets.defaultScene();
        PictureExport.write(scene, new Playhead(scene.toldStep(), Stage.NOISE, 1), PictureFormat.PNG,
                new PictureOptions(960, 540, Theme.LIGHT), expected);

        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(picture));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.png", "p.svg", "p.pdf", "p.tex", "f.gif", "f.apng"})
    void whatIsExportedCanBeOpenedAndExportedAgain(String name) throws IOException {
        Path first = folder.resolve(name);
        Path again = folder.resolve("again-" + name);

        assertEquals(0, run("render", scene().toString(), "--out", first.toString(), "--size", "64x64").exit());
        assertEquals(new Outcome(0, "", ""), run("render", first.toString(), "--out", again.toString(), "--size",
                "64x64", "--quiet"));

        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(again));
        assertEquals(first + ": a scene of " + SHORT.data().components().size() + " components, "
                + SHORT.classes().size() + " classes and 4 steps",
                run("validate", first.toString()).out()
                        .strip());
    }

    @Test
    void aFileWithoutItsSceneSaysSo() throws IOException {
        Path picture = folder.resolve("p.svg");
        run("render", scene().toString(), "--out", picture.toString(), "--size", "64x64", "--scene", "none");

        assertRefused(picture, ": has no scene inside");
    }

    @Test
    void aSceneMayComeFromStandardInput() throws IOException {
        Path picture = folder.resolve("p.png");
        Path expected = folder.resolve("expected.png");
        InputStream before = System.in;
        System.setIn(Files.newInputStream(scene()));
        try {
            assertEquals(0, run("render", "-", "--out", picture.toString(), "--size", "64x64").exit());
        } finally {
            System.setIn(before);
        }
        run("render", scene().toString(), "--out", expected.toString(), "--size", "64x64");

        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(picture));
    }

    @Test
    void programsAreToldInJson() throws IOException {
        Path picture = folder.resolve("p.png");

        Outcome outcome = run("render", scene().toString(), "--out", picture.toString(), "--size", "64x64", "--json");

        assertEquals("{\"file\": \"" + picture + "\", \"bytes\": " + Files.size(picture) + "}", outcome.out().strip());
    }

    @Test
    void scaleIsAsManyMorePixels() throws IOException {
        Path picture = folder.resolve("p.png");

        run("render", scene().toString(), "--out", picture.toString(), "--size", "100x80", "--scale", "1.5");

        assertEquals(150, ImageIO.read(picture.toFile()).getWidth());
        assertEquals(120, ImageIO.read(picture.toFile()).getHeight());
    }

    @Test
    void aFileIsAnnouncedWithItsSize() throws IOException {
        Path picture = folder.resolve("picture.PNG");

        Outcome outcome = run("render", scene().toString(), "--out", picture.toString(), "--size", "64x64");

        assertTrue(outcome.out().matches("\\Q" + picture + "\\E: \\d+\\.\\d kB\\R"), outcome.out());
        assertEquals(64, ImageIO.read(picture.toFile()).getWidth());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --at 5                | --at must name a step from 1 to 4 of this scene, but is 5
            --at 0                | --at must name a step from 1 to 4 of this scene, but is 0
            --at 4/noise          | --at: step 4 of this scene has no stage 'noise', but start, predict, \
            predict-given-class, difference, amplify, step
            --at 1/end            | --at: step 1 of this scene has no stage 'end', but start, predict, \
            predict-given-class, difference, amplify, step, noise
            --at 99s              | --at must be in the film, which lasts 10.99 s, but is 99.0 s
            --step 5              | --step must be from 1 to 4 in this scene, but is 5
            --quality small       | --fps, --quality, --span, --hold, --ping-pong, --plays and --estimate are for films, but --out is a PNG, which is one picture
            --scale 100           | width must be from 64 to 8192 pixels: 96000
            --scale NaN           | --scale must be above 0 and at most 8192, but is NaN
            --text text           | --text is for SVG and PDF, but --out is a PNG
            --fps 25              | --fps, --quality, --span, --hold, --ping-pong, --plays and --estimate are for films, but --out is a PNG, which is one picture
            """)
    void impossibleMomentsAreExplained(String options, String sentence) throws IOException {
        Outcome outcome = render("picture.png", options);

        assertEquals(new Outcome(Cli.BAD_INPUT, "", sentence + System.lineSeparator()), outcome);
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --at now          | Invalid value for option '--at': must be seconds of the film such as 4.5s, \
            a step such as 18, or the end of a stage such as 18/amplify, but is 'now'
            --at 1/dance      | Invalid value for option '--at': names no stage 'dance': they are start, \
            churn, predict, predict-given-class, predict-reference, difference, amplify, gradient, scale, combine, \
            correct, step, noise, predict-again, next, move, end
            --at NaNs         | Invalid value for option '--at': must be seconds of the film such as 4.5s, \
            a step such as 18, or the end of a stage such as 18/amplify, but is 'NaNs'
            --size 0x0        | Invalid value for option '--size': must be width x height in pixels, each from \
            64 to 4096, such as 960x540, or one of message, figure, 720p, 16:9, 4:3, a4, text, column, but is '0x0'
            --size 960        | Invalid value for option '--size': must be width x height in pixels, each from \
            64 to 4096, such as 960x540, or one of message, figure, 720p, 16:9, 4:3, a4, text, column, but is '960'
            --size 99999x99999 | Invalid value for option '--size': must be width x height in pixels, each from \
            64 to 4096, such as 960x540, or one of message, figure, 720p, 16:9, 4:3, a4, text, column, but is '99999x99999'
            --size -1x90      | Invalid value for option '--size': must be width x height in pixels, each from \
            64 to 4096, such as 960x540, or one of message, figure, 720p, 16:9, 4:3, a4, text, column, but is '-1x90'
            --step one        | Invalid value for option '--step': 'one' is not an int
            --fps fast        | Invalid value for option '--fps': 'fast' is not an int
            --span 5..2       | Invalid value for option '--span': must not end before it begins, but is from 5/move to 2/move
            --span ever       | Invalid value for option '--span': must be story, run, a step such as 18, or a range \
            such as 3..9 or 9/predict..9/noise, but is 'ever'
            --quality poor    | Invalid value for option '--quality': expected one of [BEST, FAITHFUL, SMALL] \
            (case-insensitive) but was 'poor'
            --theme blue      | Invalid value for option '--theme': expected one of [LIGHT, DARK, PROJECTOR, PRINT] (case-insensitive) \
            but was 'blue'
            """)
    void wordsThatSayNothingAreExplained(String options, String sentence) throws IOException {
        Outcome outcome = render("picture.png", options);

        assertEquals(Cli.BAD_INPUT, outcome.exit());
        assertEquals(sentence, outcome.err().lines().findFirst().orElseThrow());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            film.gif  | --fps 0     | frames per second must be from 1 to 50: 0.0
            film.gif  | --fps 51    | frames per second must be from 1 to 50: 51.0
            film.gif  | --hold -1   | the end must be held for 0 to 60 seconds: -1.0
            film.gif  | --span 9    | --span: must be in the 4 steps of this scene, but reaches step 9
            film.mp4  | --plays 2   | --plays is for a GIF or an APNG, but --out is an MP4
            film.apng | --quality small | --quality is for a GIF, but --out is an APNG
            film.mp4  | --background clear | --background clear is for formats that can be transparent, but --out is an MP4
            film.frames | --text text | --text is for SVG and PDF, but --out is a folder of PNG frames
            film.gif  | --scale 2   | --scale is for a PNG, but --out is a GIF: give it another --size
            film.gif  | --at 1s     | --at is a moment for a picture, but --out is a GIF, which shows the whole story
            """)
    void impossibleFilmsAreExplained(String name, String options, String sentence) throws IOException {
        Outcome outcome = render(name, options);

        assertEquals(new Outcome(Cli.BAD_INPUT, "", sentence + System.lineSeparator()), outcome);
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"film", "film.mp5", "gif"})
    void unknownEndingsAreExplained(String name) throws IOException {
        Outcome outcome = render(name, "--quiet");

        assertEquals(Cli.BAD_INPUT, outcome.exit());
        assertEquals(
                "--out must be FILE.gif, .apng, .mp4 or .frames (a new folder of PNG files) for the film; FILE.png, .svg, .pdf or "
                        + ".tex for one moment, but is '" + folder.resolve(name) + "'",
                outcome.err().strip());
        assertNothingWritten();
    }

    @Test
    void aMissingSceneIsNamed() throws IOException {
        Path missing = folder.resolve("missing.json");

        assertRefused(missing, ": must be a file, but does not exist");
    }

    @Test
    void aFolderIsNoScene() throws IOException {
        assertRefused(folder, ": must be a file, but is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "[1, 2]", "{\"format\": 9999}", "{\"format\": NaN}"})
    void whatIsNoSceneIsRefusedWithTheFileNamed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);

        assertRefused(file, ": ");
        Files.delete(file);
        assertNothingWritten();
    }

    @Test
    void aMissingFolderForTheOutputIsNamed() throws IOException {
        Path out = folder.resolve("missing").resolve("film.gif");

        Outcome outcome = run("render", scene().toString(), "--out", out.toString(), "--size", "64x64", "--fps", "1");

        assertEquals(new Outcome(Cli.BAD_INPUT, "",
                out + ": could not be written: there is no such folder" + System.lineSeparator()), outcome);
    }

    @Test
    void aFolderInPlaceOfTheOutputStays() throws IOException {
        Path out = Files.createDirectory(folder.resolve("film.gif"));

        Outcome outcome = run("render", scene().toString(), "--out", out.toString(), "--size", "64x64", "--fps", "1");

        assertEquals(new Outcome(Cli.BAD_INPUT, "",
                out + ": could not be written: there is a folder of that name" + System.lineSeparator()), outcome);
        assertTrue(Files.isDirectory(out));
    }

    @Test
    void aTraceGoesToStandardOutputOrToAFile() throws IOException {
        Path file = folder.resolve("run.csv");
        String scene = scene().toString();

        assertEquals(new Outcome(0, trace(DataFormat.JSON), ""), run("trace", scene));
        assertEquals(new Outcome(0, trace(DataFormat.CSV), ""), run("trace", scene, "--format", "csv"));
        assertEquals(new Outcome(0, "", ""), run("trace", scene, "--out", file.toString()));
        assertEquals(trace(DataFormat.CSV), Files.readString(file));
    }

    private static String trace(DataFormat format) throws IOException {
        var text = new StringWriter();
        TraceExport.write(SHORT, format, text);
        return text.toString();
    }

    @Test
    void aTraceOfUnknownFormatIsExplained() throws IOException {
        Path file = folder.resolve("run.txt");

        Outcome outcome = run("trace", scene().toString(), "--out", file.toString());

        assertEquals(new Outcome(Cli.BAD_INPUT, "",
                "--out must end in .json, .jsonl or .csv unless --format is given, but is '"
                        + file + "'" + System.lineSeparator()),
                outcome);
        assertFalse(Files.exists(file));
    }

    @Test
    void everyFileIsValidatedAlsoAfterABadOne() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{");
        Path good = scene();

        Outcome outcome = run("validate", bad.toString(), good.toString());

        assertEquals(Cli.BAD_INPUT, outcome.exit());
        assertTrue(outcome.err().startsWith(bad + ": "), outcome.err());
        assertEquals(good + ": a scene of " + SHORT.data().components().size() + " components, "
                + SHORT.classes().size() + " classes and 4 steps", outcome.out().strip());
        assertEquals(new Outcome(0, "", ""), run("validate", "--quiet", good.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "paint", "render", "render default", "render default --out", "render a b --out c.gif"})
    void incompleteCommandsPointToTheHelp(String line) {
        Outcome outcome = run(Stream.of(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));

        assertEquals(Cli.BAD_INPUT, outcome.exit());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("--help'."), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
    }

    @Test
    void anEstimateMakesNothing() throws IOException {
        Outcome outcome = render("film.gif", "--size 64x64 --fps 1 --estimate --json");

        assertEquals("", outcome.err());
        assertTrue(outcome.out().matches("\\{\"bytes\": [1-9]\\d*, \"seconds\": [\\d.]+}\\s*"), outcome.out());
        assertNothingWritten();
    }

    @Test
    void theEngineIsMeasured() {
        Outcome outcome = run("bench", "kern:8:100", "--seconds", "0.01");

        assertEquals(0, outcome.exit(), outcome.err());
        assertTrue(outcome.out().contains("kern:8:100"), outcome.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kern:8                  | case: must be one:K, kern:K:N, dens:K, cfg:N:S:K, ddpm:N:S:K, stats:N:S:K, sweep:N:S:K or starts:N:S:K, but is kern:8
            one:8 --threads 0       | --threads must be from 1 to 1024, but is 0
            one:8 --seconds -1      | --seconds must be above 0 and at most 3600, but is -1.0
            """)
    void impossibleMeasurementsAreExplained(String options, String sentence) {
        Outcome outcome = run(("bench " + options).split(" +"));

        assertEquals(Cli.BAD_INPUT, outcome.exit());
        assertEquals(sentence, outcome.err().strip());
    }

    @Test
    void helpHasExamples() {
        Outcome outcome = run("render", "--help");

        assertEquals(0, outcome.exit());
        assertTrue(outcome.out().contains("scorescape render default --out guidance.gif"), outcome.out());
    }

    @ParameterizedTest
    @FieldSource("scorescape.document.Presets#NAMES")
    void helpNamesTheScenesThatComeWithTheProgram(String name) {
        String words = run("render", "--help").out().replaceAll("\\s+", " ");

        assertTrue(words.contains(name), words);
    }

    @Test
    void theVersionNamesTheProgram() {
        Outcome outcome = run("--version");

        assertEquals(0, outcome.exit());
        assertTrue(outcome.out().startsWith("Scorescape "), outcome.out());
    }

    @ParameterizedTest
    @CsvSource({"render, false", "trace, false", "validate, false", "--help, false", "-h, false", "--version, false",
        "-a.json, false", "rendr, false", "scene.json, true", "folder/scene, true", "folder\\scene, true", "src, true",
        "default, true", "langevin, true"})
    void whatTheWindowOpensIsToldFromCommands(String argument, boolean toOpen) {
        assertEquals(toOpen, Cli.isToOpen(argument));
    }

    @Test
    void aCommandThatThereIsNotIsNamed() {
        Outcome outcome = run("rendr", "default");

        assertEquals(Cli.BAD_INPUT, outcome.exit());
        assertTrue(outcome.err().contains("'rendr'"), outcome.err());
    }

    /// The launcher gives them less memory than the window.
    @Test
    void theLauncherKnowsTheCommands() throws IOException {
        String launcher = Files.readString(Path.of("jpackage/scorescape.sh"));

        for (String command : Cli.line().getSubcommands().keySet()) {
            assertEquals(!command.equals("bench"), launcher.contains(" " + command + " |"), command);
        }
    }

    private Outcome render(String name, String options) throws IOException {
        Path scene = scene();
        Outcome outcome = run(Stream.concat(Stream.of("render", scene.toString(), "--out",
                folder.resolve(name).toString()), Stream.of(options.strip().split(" "))).toArray(String[]::new));
        Files.delete(scene);
        return outcome;
    }

    private void assertRefused(Path scene, String reason) throws IOException {
        Outcome outcome = run("render", scene.toString(), "--out", folder.resolve("film.gif").toString());

        assertEquals(Cli.BAD_INPUT, outcome.exit());
        assertTrue(outcome.err().startsWith(scene + reason), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertFalse(Files.exists(folder.resolve("film.gif")));
    }

    private void assertNothingWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private Path scene() throws IOException {
        Path file = folder.resolve("short" + SceneFiles.EXTENSION);
        SceneFiles.write(SHORT, file);
        return file;
    }

    private static Outcome run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Outcome(exit, out.toString(), err.toString());
    }
}
