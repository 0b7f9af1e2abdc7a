package scorescape.export.png;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import scorescape.export.gif.FrameSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ApngEncoderTest {

    /// A film from a formula for a pixel.
    record Film(String name, int width, int height, int frames, boolean transparent, Pixel pixel)
            implements
                FrameSource {

        interface Pixel {
            int at(int frame, int x, int y);
        }

        @Override
        public int delayCentiseconds(int frame) {
            return 2 + frame;
        }

        @Override
        public void paint(int frame, int[] argb) {
            for (int i = 0; i < width * height; i++) {
                argb[i] = pixel.at(frame, i % width, i / width);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Film BALL = new Film("a ball over stripes", 120, 80, 12, false,
            (frame, x, y) -> Math.hypot(x - 10 - 8 * frame, y - 40) < 9 ? 0xcc3322 : (x / 7 + y / 5) % 2 * 0x557799);

    static final List<Film> FILMS = List.of(new Film("one pixel", 1, 1, 1, false, (_, _, _) -> 0x123456),
            new Film("nothing moves", 20, 10, 4, false, (_, x, _) -> x < 5 ? 0xffffff : 0x203040), BALL,
            new Film("several chunks of noise", 150, 200, 3, false,
                    (frame, x, y) -> RandomGeneratorFactory.of("L64X128MixRandom")
                            .create(1_000_000L * frame + 1000L * y + x)
                            .nextInt()),
            new Film("glass over nothing", 30, 20, 5, true,
                    (frame, x, y) -> x == frame ? 0x80ff0000 : y == frame ? 0xff00ff00 : 0),
            new Film("opaque pixels over glass", 30, 20, 5, true,
                    (frame, x, _) -> x < frame ? 0xff204060 : 0x40ffffff));

    @ParameterizedTest
    @FieldSource("FILMS")
    void everyFrameIsShownExactly(Film film) throws IOException {
        StrictPng.Film decoded = StrictPng.decode(encode(film, null));

        assertEquals(List.of(film.width(), film.height(), film.frames(), 0),
                List.of(decoded.width(), decoded.height(), decoded.frames().size(), decoded.plays()));
        for (int frame = 0; frame < film.frames(); frame++) {
            int[] painted = new int[film.width() * film.height()];
            film.paint(frame, painted);
            int alpha = film.transparent() ? 0 : 0xff000000;
            assertEquals(Arrays.stream(painted).mapToObj(pixel -> pixel | alpha).toList(),
                    decoded.frames().get(frame).pixels());
            assertEquals(film.delayCentiseconds(frame) / 100.0, decoded.frames().get(frame).seconds());
        }
    }

    @Test
    void laterFramesHoldOnlyWhatChanged() throws IOException {
        Film film = new Film("a dot", 50, 40, 2, false, (frame, x, y) -> frame == 1 && x == 7 && y == 9 ? 1 : 0);

        assertEquals(List.of(7, 9, 1, 1), StrictPng.decode(encode(film, null)).frames().get(1).box());
    }

    @Test
    void otherProgramsSeeTheFirstFrame() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(encode(BALL, null)));

        int[] first = new int[BALL.width() * BALL.height()];
        BALL.paint(0, first);
        assertArrayEquals(Arrays.stream(first).map(pixel -> pixel | 0xff000000).toArray(),
                image.getRGB(0, 0, BALL.width(), BALL.height(), null, 0, BALL.width()));
    }

    @Test
    void textGoesWithTheFilm() throws IOException {
        String text = "{\"title\": \"größer als ∇ log p\"}";

        assertEquals(List.of("A text", text), StrictPng.decode(encode(BALL, new PngText("A text", text))).texts());
    }

    @Test
    void aStillPictureIsAPngWithoutFrames() throws IOException {
        int[] pixels = IntStream.range(0, 300 * 200).map(i -> i * 7919).toArray();
        var out = new ByteArrayOutputStream();

        PngEncoder.write(pixels, 300, 200, true, new PngText("A text", "words"), out);

        StrictPng.Film decoded = StrictPng.decode(out.toByteArray());
        assertEquals(Arrays.stream(pixels).boxed().toList(), decoded.frames().getFirst().pixels());
        assertEquals(List.of("A text", "words"), decoded.texts());
    }

    @Test
    void theObserverStopsAtAnyFrame() throws IOException {
        for (int last = 1; last <= BALL.frames(); last++) {
            int stop = last;
            assertFalse(ApngEncoder.encode(BALL, null, OutputStream.nullOutputStream(), written -> written < stop));
        }
    }

    private static byte[] encode(FrameSource film, @Nullable PngText text) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(ApngEncoder.encode(film, text, out, _ -> true));
        return out.toByteArray();
    }
}
