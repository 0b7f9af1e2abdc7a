package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.export.DataFormat;
import scorescape.export.FileContent;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.FilmSubject;
import scorescape.export.PictureExport;
import scorescape.export.PictureFormat;
import scorescape.export.PictureOptions;
import scorescape.export.Progress;
import scorescape.export.SceneInside;
import scorescape.export.SceneKept;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Backdrop;
import scorescape.figure.Lettering;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.studio.ExportDesk.Film;
import scorescape.studio.ExportDesk.Numbers;
import scorescape.studio.ExportDesk.Picture;
import scorescape.studio.ExportDesk.View;
import scorescape.studio.Prompts.Overwrite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExportDeskTest {

    private static final long PATIENCE_SECONDS = 60;

    /// Few steps, the last of them told, few and small frames: a film of a second's work.
    private static final Document SCENE = Presets.defaultScene().withSteps(3);

    private static final Film SMALL = film(2, new FilmOptions(96, 64, 2, Theme.LIGHT));
    private static final View VIEW = new View(SCENE, new Playhead(1, Stage.AMPLIFY, 1), 320, 200, Theme.LIGHT, null);

    @TempDir
    Path folder;

    private final ScriptedPrompts user = new ScriptedPrompts();
    private final HeardMessages messages = new HeardMessages();

    /// The window's thread is that of the test: it runs what it is given when the test says so.
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    private final ExportDesk desk =
            new ExportDesk(() -> VIEW, user, messages, new Settings(new MemoryPreferences()), window::add);

    @Test
    void exportedFilmIsThatOfTheDocument() throws Exception {
        user.film = SMALL;
        user.file = folder.resolve("film");

        desk.exportFilm();
        runUntilDone();

        Path expected = folder.resolve("expected.gif");
        assertTrue(SMALL.format().write(SCENE.withToldStep(2), SMALL.options(), SceneKept.INSIDE, expected,
                Progress.NONE));
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(folder.resolve("film.gif")));
        assertEquals(List.of("Exported film.gif."), messages.notes);
    }

    /// The system's dialog has asked about the name without the extension only.
    @Test
    void aFileThatGetsItsNameByTheExtensionIsReplacedOnlyIfTheUserAgrees() throws Exception {
        Path old = Files.writeString(folder.resolve("film.v2.gif"), "old");
        user.film = SMALL;
        user.file = folder.resolve("film.v2");

        user.overwrite = Overwrite.LEAVE;
        desk.exportFilm();
        assertNull(desk.runningProperty().get());
        assertEquals("old", Files.readString(old));
        assertTrue(user.asked.contains("write over film.v2.gif: There is a file of that name."), user.asked::toString);

        user.overwrite = Overwrite.OVERWRITE;
        desk.exportFilm();
        runUntilDone();
        assertEquals(new FileContent.OfScene(SCENE.withToldStep(2), true), SceneInside.read(old));
        assertEquals(List.of(old), files());
    }

    @Test
    void cancelledExportLeavesNothingBehind() throws Exception {
        desk.exportFilm(film(0, FilmOptions.DEFAULT), folder.resolve("film.gif"));
        assertNotNull(desk.runningProperty().get());

        desk.cancel();
        runUntilDone();

        assertEquals(List.of(), files());
        assertEquals(List.of("The export was cancelled."), messages.notes);
    }

    @Test
    void pictureOnShowIsExported() throws Exception {
        user.picture = new Picture(PictureFormat.SVG, 320, 200, Theme.DARK, Backdrop.CLEAR, Lettering.TEXT,
                SceneKept.BESIDE);
        user.file = folder.resolve("picture");

        desk.exportPicture();
        runUntilDone();

        Path expected = folder.resolve("expected.svg");
        PictureExport.write(SCENE, VIEW.playhead(), PictureFormat.SVG,
                new PictureOptions(320, 200, Theme.DARK, Backdrop.CLEAR, Lettering.TEXT, SceneKept.NONE), expected);
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(folder.resolve("picture.svg")));
        assertEquals(SCENE, SceneFiles.read(folder.resolve("picture.scorescape.json")));
        assertEquals(List.of("Exported picture.svg."), messages.notes);
    }

    @Test
    void aSceneFileWithAnotherSceneStays() throws Exception {
        Path scene = folder.resolve("film.scorescape.json");
        SceneFiles.write(SCENE.withSeed(7), scene);

        desk.exportFilm(new Film(new FilmSubject.Run(SCENE), SMALL.format(), SMALL.options(), SceneKept.BESIDE),
                folder.resolve("film.gif"));
        runUntilDone();

        assertEquals(List.of(scene + ": could not be written: it is there already and holds another scene."),
                messages.complaints);
        assertEquals(List.of(scene), files());
    }

    @ParameterizedTest
    @EnumSource(Numbers.Kind.class)
    void numbersOfEveryKindAreExported(Numbers.Kind kind) throws Exception {
        user.numbers = new Numbers(kind, DataFormat.CSV);
        user.file = folder.resolve("numbers");

        desk.exportNumbers();
        runUntilDone();

        assertEquals(List.of("Exported numbers.csv."), messages.notes);
        List<String> rows = Files.readAllLines(folder.resolve("numbers.csv")).stream()
                .filter(line -> !line.startsWith("#")).toList();
        assertTrue(rows.size() >= 1 + SCENE.steps(), rows::toString);
    }

    @Test
    void numbersCanBeCancelled() throws Exception {
        desk.exportNumbers(new View(SCENE.withSteps(1000), VIEW.playhead(), 320, 200, Theme.LIGHT, null),
                new Numbers(Numbers.Kind.WAYS, DataFormat.CSV), folder.resolve("numbers.csv"));

        desk.cancel();
        runUntilDone();

        assertEquals(List.of("The export was cancelled."), messages.notes);
        assertEquals(List.of(), files());
    }

    @Test
    void fileThatCannotBeWrittenIsTold() throws Exception {
        Path file = folder.resolve("no such folder").resolve("film.gif");

        desk.exportFilm(SMALL, file);
        runUntilDone();

        assertEquals(1, messages.complaints.size());
        assertTrue(messages.complaints.getFirst().startsWith(file + ": "), messages.complaints::toString);
    }

    @Test
    void leavingWaitsUntilTheExportHasStopped() throws Exception {
        user.stopsExport = true;
        desk.exportFilm(film(0, FilmOptions.DEFAULT), folder.resolve("film.gif"));

        desk.whenIdle(() -> messages.note("left"));
        assertEquals(List.of(), messages.notes);
        runUntilDone();

        assertEquals(List.of("The export was cancelled.", "left"), messages.notes);
        assertEquals(List.of(), files());
    }

    @Test
    void exportGoesOnWhenTheUserWantsIt() throws Exception {
        desk.exportFilm(SMALL, folder.resolve("film.gif"));

        desk.whenIdle(() -> messages.note("left"));
        runUntilDone();

        assertEquals(List.of("Exported film.gif."), messages.notes);
        assertEquals(List.of("stop the export"), user.asked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # share, seconds, text
            0.01,    3,       1 %
            0.25,    10,      25 % · 30 s left
            0.5,     99.2,    50 % · 2 min left
            1,       10,      100 % · 0 s left
            """)
    void timeLeftIsToldOnceItCanBeGuessed(double share, double seconds, String text) {
        assertEquals(text, ExportJob.status(share, seconds).text());
    }

    private static Film film(int told, FilmOptions options) {
        return new Film(new FilmSubject.Run(SCENE.withToldStep(told)), new FilmFormat.Gif(GifQuality.FAITHFUL), options,
                SceneKept.INSIDE);
    }

    private void runUntilDone() throws InterruptedException {
        while (desk.runningProperty().get() != null) {
            Runnable action = window.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(action, "the export neither ended nor reported");
            action.run();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
