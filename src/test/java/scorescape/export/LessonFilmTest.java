package scorescape.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import scorescape.document.Document;
import scorescape.document.Document.Camera;
import scorescape.document.Lesson;
import scorescape.document.LessonFiles;
import scorescape.document.Presets;
import scorescape.document.Slide;
import scorescape.document.Transition;
import scorescape.document.UnreadableFile;
import scorescape.export.gif.FrameSource;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;
import scorescape.lesson.Stage;
import scorescape.lesson.Story.Beat;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class LessonFilmTest {

    private static final Document SCENE = Presets.defaultScene();
    private static final Beat STEP = new Beat(8, Stage.STEP);
    private static final Lesson LESSON = new Lesson("Two", "", "", List.of(
            Slide.of(SCENE, STEP).withCaption("One step."),
            Slide.of(SCENE.withSeed(3), STEP).withFilm(new Beat(8, Stage.PREDICT), STEP).withQuestion("And now?")
                    .withCaption("Another seed.")));
    private static final FilmOptions OPTIONS = new FilmOptions(160, 100, 10, Theme.LIGHT);
    private static final FilmOptions SMALL = new FilmOptions(64, 64, 2, Theme.LIGHT);

    @TempDir
    private Path folder;

    @Test
    void aFilmLastsAsLongAsItsSlidesAndTheirTransitions() {
        int centiseconds = centiseconds(film(0, 2));

        assertEquals(100 * (LESSON.seconds() + Transition.SECONDS), centiseconds,
                // Films and transitions have whole numbers of frames; the last of a transition is the slide itself.
                2 * 100.0 / 10);
        assertEquals(Math.round(100 * LESSON.slides().getFirst().seconds()), centiseconds(film(0, 1)));
    }

    @Test
    void theSlideBeforeFadesWhereTheNextIsTooDifferent() {
        FrameSource film = film(0, 2);
        int[] first = frame(film, 0);
        int[] half = frame(film, 5);
        int[] asked = frame(film, 9);

        for (int i = 0; i < half.length; i++) {
            // Frame 5 is 5/9 of the way.
            int expected = (int) Math.round((4 * (first[i] & 0xFF) + 5 * (asked[i] & 0xFF)) / 9.0);
            assertEquals(expected, half[i] & 0xFF, 1, "pixel " + i);
        }
    }

    /// Half way nothing is faded: the picture is that of the scene as the camera sees it there.
    @Test
    void theCameraMovesFromSlideToSlide() {
        Document near = SCENE.withCamera(new Camera(new Vec2(-1, 0.5), 4));
        var way = new Transition(SCENE, STEP.end(), near, STEP.end());
        assertFalse(way.fades());

        int[] onTheWay = frame(film(SCENE, near), 4);
        FrameSource still = film(SCENE, way.document(4 / 9.0));

        assertArrayEquals(frame(still, still.frames() - 1), onTheWay);
        assertFalse(Arrays.equals(frame(still, 0), onTheWay));
    }

    private static FrameSource film(Document first, Document second) {
        var lesson = new Lesson("Nearer", "", "", List.of(Slide.of(first, STEP), Slide.of(second, STEP)));
        return new FilmFormat.Gif(GifQuality.FAITHFUL).film(lesson, 0, 2, OPTIONS);
    }

    @Test
    void theAnswerIsHiddenUntilTheFilmBegins() {
        FrameSource film = film(1, 2);
        Lesson told = LESSON.withSlide(1, slide -> slide.withCaption("Something else."));
        FrameSource other = new FilmFormat.Gif(GifQuality.FAITHFUL).film(told, 1, 2, OPTIONS);

        assertArrayEquals(frame(film, 0), frame(other, 0));
        assertFalse(Arrays.equals(frame(film, 1), frame(other, 1)));
    }

    @ParameterizedTest
    @FieldSource("scorescape.export.FilmFormatTest#OWN")
    void aFilmOfSlidesHoldsTheirLesson(FilmFormat format) throws IOException {
        Path file = folder.resolve("film" + format.extension());

        assertTrue(format.write(LESSON, 0, 2, SMALL, SceneKept.INSIDE, file, Progress.NONE));

        assertEquals(new FileContent.OfLesson(LESSON, true), SceneInside.read(file));
    }

    /// By the user's ffmpeg, where there is one.
    @Test
    void aVideoOfSlidesHoldsTheirLesson() throws IOException {
        assumeTrue(Ffmpeg.onPath().program().isPresent());

        aFilmOfSlidesHoldsTheirLesson(new FilmFormat.Mp4(2));
    }

    @Test
    void aFilmOfOneSlideHoldsItsScene() throws IOException {
        Path file = folder.resolve("film.gif");

        assertTrue(new FilmFormat.Gif(GifQuality.FAITHFUL).write(LESSON, 1, 2, SMALL, SceneKept.INSIDE, file,
                Progress.NONE));

        assertEquals(new FileContent.OfScene(LESSON.slides().get(1).shown(), true), SceneInside.read(file));
    }

    @Test
    void theLessonIsKeptBesideTheFilm() throws IOException {
        Path file = folder.resolve("film.gif");

        assertTrue(new FilmFormat.Gif(GifQuality.FAITHFUL).write(LESSON, 0, 2, SMALL, SceneKept.BESIDE, file,
                Progress.NONE));

        assertEquals(LESSON, LessonFiles.read(folder.resolve("film.lesson.json")));
        var thrown = assertThrows(UnreadableFile.class, () -> SceneInside.read(file));
        assertEquals(file + ": has no scene inside", thrown.getMessage());
    }

    private static FrameSource film(int first, int end) {
        return new FilmFormat.Gif(GifQuality.FAITHFUL).film(LESSON, first, end, OPTIONS);
    }

    private static int centiseconds(FrameSource film) {
        return IntStream.range(0, film.frames()).map(film::delayCentiseconds).sum();
    }

    private static int[] frame(FrameSource film, int frame) {
        int[] argb = new int[film.width() * film.height()];
        film.paint(frame, argb);
        return argb;
    }
}
