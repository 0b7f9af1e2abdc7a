package scorescape.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.export.gif.GifQuality;
import scorescape.export.gif.StrictGif;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GifExportTest {

    private static final Document SHORT = Presets.defaultScene().withSteps(4).withToldStep(1);
    private static final FilmOptions SMALL = new FilmOptions(160, 90, 2, Theme.LIGHT);

    @TempDir
    private Path folder;

    /// 255 colours for an antialiased picture err by a few levels; a wrong frame errs by tens.
    @Test
    void framesShowWhatThePainterPaintsAtTheirMoments() throws IOException {
        Path file = folder.resolve("film.gif");

        assertTrue(write(file, Progress.NONE));

        AnimationPlan plan = AnimationPlan.of(FilmSpan.Whole.STORY.in(SHORT), SMALL.pace());
        var computer = new FrameComputer();
        int frame = 0;
        for (StrictGif.Frame shown : StrictGif.decode(Files.readAllBytes(file)).frames()) {
            // A frame in which nothing changes prolongs the one before.
            for (int left = shown.delay(); left > 0; left -= plan.delayCentiseconds(frame++)) {
                assertTrue(meanError(painted(computer, plan, frame), shown.pixels()) < 4);
            }
        }
        assertEquals(plan.frames(), frame);
    }

    @Test
    void twoExportsAreTheSameBytes() throws IOException {
        Path one = folder.resolve("one.gif");
        Path two = folder.resolve("two.gif");

        write(one, Progress.NONE);
        write(two, Progress.NONE);

        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void progressRunsFromNothingToEverything() throws IOException {
        var heard = new CancelAfter(Integer.MAX_VALUE);

        write(folder.resolve("film.gif"), heard);

        int frames = AnimationPlan.of(FilmSpan.Whole.STORY.in(SHORT), SMALL.pace()).frames();
        assertEquals(2 * frames, heard.total);
        assertEquals(2 * frames, heard.done.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 30})
    void cancellingAtAnyFrameLeavesNothingBehind(int last) throws IOException {
        var progress = new CancelAfter(last);

        assertFalse(write(folder.resolve("film.gif"), progress));

        assertEquals(last, progress.done.get());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"63, 90, 25", "160, 4097, 25", "0, 0, 25", "-5, 90, 25", "160, 90, 0", "160, 90, 51"})
    void impossibleOptionsAreRejected(int width, int height, int framesPerSecond) {
        assertThrows(IllegalArgumentException.class,
                () -> new FilmOptions(width, height, framesPerSecond, Theme.LIGHT));
    }

    private static boolean write(Path file, Progress progress) throws ExportFailed {
        var gif = new FilmFormat.Gif(GifQuality.FAITHFUL);
        return gif.write(gif.film(SHORT, SMALL), SceneText.of(SHORT), file, progress);
    }

    private static List<Integer> painted(FrameComputer computer, AnimationPlan plan, int frame) {
        var image = new BufferedImage(SMALL.width(), SMALL.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        FramePainter.paint(g, computer.compute(SHORT, plan.playhead(frame),
                Viewport.of(SHORT.camera(), SMALL.width(), SMALL.height()), SMALL.theme()));
        g.dispose();
        return IntStream.of(image.getRGB(0, 0, SMALL.width(), SMALL.height(), null, 0, SMALL.width())).boxed().toList();
    }

    private static double meanError(List<Integer> a, List<Integer> b) {
        return IntStream.range(0, a.size())
                .flatMap(i -> IntStream.of(0, 8, 16)
                        .map(shift -> Math.abs((a.get(i) >> shift & 255) - (b.get(i) >> shift & 255))))
                .average()
                .orElseThrow();
    }

    private static final class CancelAfter implements Progress {

        private final int last;
        private final AtomicInteger done = new AtomicInteger();
        private int total;

        CancelAfter(int last) {
            this.last = last;
        }

        @Override
        public void report(int done, int total) {
            this.done.set(done);
            this.total = total;
        }

        @Override
        public boolean cancelled() {
            return done.get() >= last;
        }
    }
}
