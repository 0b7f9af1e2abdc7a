package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.OtherJvm;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Exports that are cancelled after each of their frames, in a process of their own, whose folder for temporary files
/// nobody else uses.
class CancelledExportTest {

    private static final long PATIENCE_SECONDS = 120;

    /// Of the story of three steps, so that the first, one in the middle and the last are among them.
    private static final int LEAST_FRAMES = 10;

    private static final int FRAMES_PER_SECOND = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfGif(GifQuality quality) throws Exception {
        cancelAtEveryFrame("film.gif", quality);
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.apng", "film.frames"})
    void nothingIsLeftOfPng(String name) throws Exception {
        cancelAtEveryFrame(name, GifQuality.FAITHFUL);
    }

    /// By the user's ffmpeg, where there is one.
    @Test
    void nothingIsLeftOfVideo() throws Exception {
        assumeTrue(Ffmpeg.onPath().program().isPresent());
        cancelAtEveryFrame("film.mp4", GifQuality.FAITHFUL);
    }

    private void cancelAtEveryFrame(String name, GifQuality quality) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path target = Files.createDirectory(folder.resolve("target"));
        Path log = folder.resolve("log");
        Process process = OtherJvm.of(List.of("-Djava.io.tmpdir=" + temporary), Cancelling.class,
                target.resolve(name).toString(), quality.name())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), () -> text(log));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// Cancels an export after no frame, after one and so on, and looks each time at what is left.
    static final class Cancelling {

        private Cancelling() {}

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            GifQuality quality = GifQuality.valueOf(args[1]);
            FilmFormat format = FilmFormat.named(file, quality, FRAMES_PER_SECOND).orElseThrow();
            Document scene = Presets.defaultScene().withSteps(3);
            var options = new FilmOptions(96, 64, FRAMES_PER_SECOND, Theme.LIGHT);
            List<Path> before = temporary();
            int total = format.passes() * format.film(scene, options).frames();
            assertTrue(total > LEAST_FRAMES, "frames: " + total);
            for (int limit = 0; limit <= total; limit++) {
                String when = "cancelled after " + limit + " of " + total;
                assertFalse(format.write(scene, options, SceneKept.INSIDE, file, new Patience(limit)), when);
                assertEquals(List.of(), list(file.resolveSibling("")), when);
                assertEquals(before, temporary(), when);
                assertEquals(0, ProcessHandle.current().children().count(), when);
            }
            assertTrue(format.write(scene, options, SceneKept.NONE, file, Progress.NONE), "not cancelled");
            assertEquals(List.of(file), list(file.resolveSibling("")));
        }

        /// Java's own copies of the program's fonts stay until it ends.
        private static List<Path> temporary() throws IOException {
            return list(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                    .filter(file -> !file.getFileName().toString().startsWith("+~JF"))
                    .toList();
        }

        private static List<Path> list(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().toList();
            }
        }
    }

    /// Cancels once so many frames have been reported.
    private static final class Patience implements Progress {

        private final int limit;
        private int heard;

        Patience(int limit) {
            this.limit = limit;
        }

        @Override
        public void report(int done, int total) {
            heard = done;
        }

        @Override
        public boolean cancelled() {
            return heard >= limit;
        }
    }
}
