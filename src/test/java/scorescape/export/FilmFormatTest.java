package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Backdrop;
import scorescape.figure.Theme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class FilmFormatTest {

    private static final Document SCENE = Presets.defaultScene();

    static final List<FilmFormat> OWN =
            List.of(new FilmFormat.Gif(GifQuality.FAITHFUL), new FilmFormat.Apng(), new FilmFormat.PngSequence());

    @TempDir
    private Path folder;

    /// Cancels once `limit` frames have been reported.
    private record Patience(int limit, List<Integer> heard) implements Progress {

        @Override
        public void report(int done, int total) {
            heard.add(done);
        }

        @Override
        public boolean cancelled() {
            return heard.getLast() >= limit;
        }
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void filmsHoldTheirScene(FilmFormat format) throws IOException {
        Path file = folder.resolve("film" + format.extension());

        assertTrue(format.write(TestFilm.BALL, SceneText.of(SCENE), file, Progress.NONE));

        assertEquals(new FileContent.OfScene(SCENE, true), SceneInside.read(file));
        assertEquals(List.of(file), files());
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void filmsWithoutTheirSceneSaySo(FilmFormat format) throws IOException {
        Path file = folder.resolve("film" + format.extension());

        format.write(TestFilm.BALL, null, file, Progress.NONE);

        Path picture = Files.isDirectory(file) ? file.resolve("frame-0001.png") : file;
        var thrown = assertThrows(IOException.class, () -> SceneInside.read(picture));
        assertEquals(picture + ": has no scene inside", thrown.getMessage());
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void cancelledAtAnyFrameAFilmLeavesNothing(FilmFormat format) throws IOException {
        Path file = folder.resolve("film" + format.extension());
        int total = format.passes() * TestFilm.BALL.frames();

        for (int limit = 1; limit <= total; limit++) {
            var patience = new Patience(limit, new ArrayList<>());
            assertFalse(format.write(TestFilm.BALL, SceneText.of(SCENE), file, patience));
            assertEquals(limit, patience.heard().getLast());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void aFolderHoldsEveryFrameAndHowLongItIsShown() throws IOException {
        Path frames = folder.resolve("frames");

        assertTrue(new FilmFormat.PngSequence().write(TestFilm.BALL, null, frames, Progress.NONE));

        for (int frame = 0; frame < TestFilm.BALL.frames(); frame++) {
            var image = ImageIO.read(frames.resolve("frame-000" + (frame + 1) + ".png").toFile());
            assertArrayEquals(Arrays.stream(TestFilm.BALL.painted(frame)).map(p -> p | 0xff000000).toArray(),
                    image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
        }
        List<String> list = Files.readAllLines(frames.resolve("frames.ffconcat"));
        assertEquals(List.of("ffconcat version 1.0", "file frame-0001.png", "duration 0.10"), list.subList(0, 3));
        assertEquals("duration 0.40", list.getLast());
    }

    @Test
    void aFolderThatIsThereStays() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames"));

        var thrown = assertThrows(ExportFailed.class,
                () -> new FilmFormat.PngSequence().write(TestFilm.BALL, null, frames, Progress.NONE));

        assertEquals(frames + ": could not be written: there is a file or folder of that name", thrown.getMessage());
        assertEquals(List.of(frames), files());
    }

    @Test
    void theNameOfAFileSaysItsFormat() {
        assertEquals(Optional.of(new FilmFormat.Gif(GifQuality.SMALL)), named("a.GIF"));
        assertEquals(Optional.of(new FilmFormat.Apng()), named("a.apng"));
        assertEquals(Optional.of(new FilmFormat.Mp4(30)), named("a.mp4"));
        assertEquals(Optional.of(new FilmFormat.PngSequence()), named("a.frames"));
        assertEquals(Optional.empty(), named("a.mkv"));
        assertEquals(Optional.empty(), named("frames"));
    }

    @Test
    void withoutFfmpegOtherFormatsAreOffered() throws IOException {
        Path file = folder.resolve("film.mp4");

        var thrown = assertThrows(ExportFailed.class,
                () -> Ffmpeg.in("").write(TestFilm.BALL, 10, null, file, Progress.NONE));

        assertEquals(file + ": could not be written: MP4 needs the program ffmpeg, which is not installed here (or not "
                + "on the PATH); GIF, APNG and a folder of PNG frames do without it", thrown.getMessage());
        assertEquals(List.of(), files());
    }

    /// Six frames of 10 hundredths and one of 40, at 10 frames a second: ten frames of 48 × 30 pixels of four bytes.
    @Test
    void ffmpegIsSentEveryFrameAsOftenAsItIsShown() throws IOException {
        Path file = folder.resolve("film.mp4");
        Ffmpeg counting = ffmpeg("for last; do :; done; wc -c > \"$last\"");

        assertTrue(counting.write(TestFilm.BALL, 10, SceneText.of(SCENE), file, Progress.NONE));

        assertEquals(String.valueOf(10 * 48 * 30 * 4), Files.readString(file).strip());
        assertEquals(List.of(folder.resolve("bin"), file), files());
    }

    @Test
    void ffmpegIsToldThePlainTruthAboutTheFilm() throws IOException {
        Path file = folder.resolve("film.mp4");
        Ffmpeg telling = ffmpeg("cat > /dev/null; for last; do :; done; echo \"$@\" > \"$last\"");

        assertTrue(telling.write(TestFilm.BALL, 10, null, file, Progress.NONE));

        String said = Files.readString(file);
        for (String part : List.of("-pixel_format bgr0 -video_size 48x30 -framerate 10", "-c:v libx264",
                "format=yuv420p", "-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv",
                "-movflags +faststart")) {
            assertTrue(said.contains(part), said);
        }
    }

    @Test
    void anFfmpegThatDiesLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("film.mp4"), "old");
        Ffmpeg dying = ffmpeg("head -c 100 > /dev/null; echo 'first line' >&2; echo 'Conversion failed!' >&2; exit 3");

        var thrown = assertThrows(ExportFailed.class,
                () -> dying.write(TestFilm.BALL, 10, SceneText.of(SCENE), file, Progress.NONE));

        assertEquals(file + ": could not be written: ffmpeg failed: Conversion failed!", thrown.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(folder.resolve("bin"), file), files());
    }

    @Test
    void aFolderThatIsMissingIsNamedWithoutFfmpeg() throws IOException {
        Path file = folder.resolve("missing").resolve("film.mp4");
        Ffmpeg unasked = ffmpeg("exit 3");

        var thrown = assertThrows(ExportFailed.class,
                () -> unasked.write(TestFilm.BALL, 10, SceneText.of(SCENE), file, Progress.NONE));

        assertEquals(file + ": could not be written: there is no such folder", thrown.getMessage());
    }

    /// As ffmpeg 5.1 does where the disk fills up at the end.
    @Test
    void anFfmpegThatComplainsButEndsWellHasFailed() throws IOException {
        Path file = folder.resolve("film.mp4");
        Ffmpeg complaining = ffmpeg("cat > /dev/null; for last; do :; done; echo half > \"$last\"; "
                + "echo \"Error closing file $last: No space left on device\" >&2; exit 0");

        var thrown = assertThrows(ExportFailed.class,
                () -> complaining.write(TestFilm.BALL, 10, null, file, Progress.NONE));

        assertEquals(file + ": could not be written: No space left on device", thrown.getMessage());
        assertEquals(List.of(folder.resolve("bin")), files());
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void filmsAreTheSameBytesTwice(FilmFormat format) throws IOException {
        Path one = folder.resolve("one" + format.extension());
        Path two = folder.resolve("two" + format.extension());
        var options = new FilmOptions(96, 64, Theme.DARK, Backdrop.CLEAR, new FilmSpan.OneStep(8), Pace.of(4));

        format.write(SCENE, options, SceneKept.INSIDE, one, Progress.NONE);
        format.write(SCENE, options, SceneKept.INSIDE, two, Progress.NONE);

        for (Path file : files(one)) {
            assertArrayEquals(Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)));
        }
        assertEquals(files(one), files(two));
    }

    /// By the user's ffmpeg, where there is one; also of an odd size, which H.264 does not know.
    @Test
    void aVideoIsTheSameBytesTwiceAndHoldsItsScene() throws IOException {
        assumeTrue(Ffmpeg.onPath().program().isPresent());
        var format = new FilmFormat.Mp4(10);
        var options = new FilmOptions(97, 65, Theme.DARK, Backdrop.OPAQUE, new FilmSpan.OneStep(8), Pace.of(10));
        Path one = folder.resolve("one.mp4");
        Path two = folder.resolve("two.mp4");

        assertTrue(format.write(SCENE, options, SceneKept.INSIDE, one, Progress.NONE));
        assertTrue(format.write(SCENE, options, SceneKept.INSIDE, two, Progress.NONE));

        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        assertEquals(new FileContent.OfScene(SCENE, true), SceneInside.read(one));
        assertEquals(List.of(one, two), files());
    }

    @Test
    void cancellingStopsFfmpegAtAnyFrame() throws IOException {
        Path file = folder.resolve("film.mp4");
        Ffmpeg patient = ffmpeg("for last; do :; done; cat > \"$last\"; exec sleep 100");

        for (int limit = 1; limit <= TestFilm.BALL.frames(); limit++) {
            assertFalse(patient.write(TestFilm.BALL, 10, null, file, new Patience(limit, new ArrayList<>(List.of(0)))));
            assertEquals(List.of(folder.resolve("bin")), files());
        }
    }

    /// A program by the name of ffmpeg that does what a line of the shell does.
    private Ffmpeg ffmpeg(String script) throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path program = Files.writeString(bin.resolve("ffmpeg"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Ffmpeg.in(bin.toString());
    }

    private static Optional<FilmFormat> named(String name) {
        return FilmFormat.named(Path.of(name), GifQuality.SMALL, 30);
    }

    /// Those of a folder by their names in it; of a file the file itself, by an empty name.
    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(root::relativize).sorted().toList();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }
}
