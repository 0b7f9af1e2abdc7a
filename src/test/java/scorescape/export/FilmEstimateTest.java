package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.export.gif.FrameSource;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class FilmEstimateTest {

    private static final Document SCENE = Presets.defaultScene();

    /// What a guess from 25 frames of hundreds may be off by, as a factor.
    private static final double FACTOR = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"film.gif", "film.apng", "film.frames"})
    void theGuessIsOfTheRightSize(String name) throws IOException {
        FilmFormat format = FilmFormat.named(Path.of(name), GifQuality.FAITHFUL, 10).orElseThrow();
        FrameSource film = format.film(SCENE, new FilmOptions(320, 180, 10, Theme.LIGHT));
        Path file = folder.resolve(name);

        FilmEstimate estimate = FilmEstimate.of(format, film, null, () -> false).orElseThrow();
        format.write(film, null, file, Progress.NONE);

        double size = size(file);
        assertTrue(estimate.bytes() < FACTOR * size && estimate.bytes() > size / FACTOR, estimate + " of " + size);
        assertTrue(estimate.seconds() > 0);
    }

    /// With the user's ffmpeg, where there is one.
    @Test
    void theGuessForVideoIsOfTheRightSize() throws IOException {
        assumeTrue(Ffmpeg.onPath().program().isPresent());

        theGuessIsOfTheRightSize("film.mp4");
    }

    @Test
    void theSceneInsideIsCounted() throws IOException {
        var format = new FilmFormat.Gif(GifQuality.FAITHFUL);
        var options = new FilmOptions(64, 64, 10, Theme.LIGHT);
        var subject = new FilmSubject.Run(SCENE);

        long without = subject.estimate(format, options, SceneKept.NONE, () -> false).orElseThrow().bytes();
        long with = subject.estimate(format, options, SceneKept.INSIDE, () -> false).orElseThrow().bytes();

        int text = SceneText.of(SCENE).comment().length();
        // A comment is told in blocks of up to 255 bytes, with a byte before each.
        assertEquals(text + text / 255.0, (double) (with - without), 10);
    }

    @Test
    void aShortFilmIsMadeWhole() throws IOException {
        var format = new FilmFormat.Apng();
        FrameSource film = format.film(SCENE, new FilmOptions(64, 64, 1, Theme.LIGHT));
        Path file = folder.resolve("film.apng");

        format.write(film, null, file, Progress.NONE);

        assertEquals(Files.size(file), FilmEstimate.of(format, film, null, () -> false).orElseThrow().bytes());
    }

    @Test
    void aGuessThatNobodyWantsIsNotMade() throws IOException {
        var format = new FilmFormat.Gif(GifQuality.FAITHFUL);

        assertTrue(FilmEstimate.of(format, format.film(SCENE, FilmOptions.DEFAULT), null, () -> true).isEmpty());
    }

    private static long size(Path file) throws IOException {
        try (var all = Files.walk(file)) {
            long sum = 0;
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                sum += Files.size(each);
            }
            return sum;
        }
    }
}
