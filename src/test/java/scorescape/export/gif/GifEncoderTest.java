package scorescape.export.gif;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.Cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GifEncoderTest {

    private static final Metric BEST = GifQuality.BEST.trade().metric();

    /// A film from a formula for a pixel.
    record Film(String name, int width, int height, int frames, Pixel pixel) implements FrameSource {

        interface Pixel {
            int at(int frame, int x, int y);
        }

        @Override
        public int delayCentiseconds(int frame) {
            return 2 + frame;
        }

        @Override
        public void paint(int frame, int[] argb) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    argb[y * width + x] = pixel.at(frame, x, y);
                }
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Film ONE_PIXEL = new Film("one pixel", 1, 1, 1, (_, _, _) -> 0xff123456);

    private static final Film STILL = new Film("nothing moves", 20, 10, 4, (_, x, _) -> x < 5 ? 0xffffff : 0x203040);

    private static final Film FLAT = new Film("flat, a dictionary of long phrases", 700, 500, 2,
            (frame, _, _) -> frame == 0 ? 0xffffff : 0);

    private static final Film BALL = new Film("a ball over stripes", 120, 80, 12,
            (frame, x, y) -> Math.hypot(x - 10 - 8 * frame, y - 40) < 9 ? 0xcc3322 : (x / 7 + y / 5) % 2 * 0x557799);

    private static final Film EVERY_INDEX = new Film("255 colours", 51, 5, 3,
            (frame, x, y) -> (5 * x + y + 7 * frame) % 255 * 0x010100);

    /// Fills the dictionary many times over: no phrase is found twice but by chance.
    private static final Film NOISE = new Film("noise in 200 colours", 150, 130, 2,
            (frame, x, y) -> RandomGeneratorFactory.of("L64X128MixRandom")
                    .create(1_000_000L * frame + 1000L * y + x)
                    .nextInt(200) * 0x000101);

    private static final Film GRADIENT = new Film("a drifting gradient of some 20,000 colours", 160, 120, 5,
            (frame, x, y) -> rgb(x + 3 * frame, 2 * y, 200 - x + y / 2));

    private static final Film HOLE = new Film("a gradient with a moving hole", 160, 120, 6, (frame, x,
            y) -> Math.hypot(x - 20 * frame, y - 60) < 30 ? frame * 0x1f0703 : rgb(x + frame / 3 * 20, 2 * y, x));

    static List<Film> fewColours() {
        return List.of(ONE_PIXEL, STILL, FLAT, BALL, EVERY_INDEX, NOISE);
    }

    static List<Film> films() {
        return List.of(ONE_PIXEL, STILL, FLAT, BALL, EVERY_INDEX, NOISE, GRADIENT);
    }

    @ParameterizedTest
    @MethodSource("fewColours")
    void filmsOfUpTo255ColoursComeBackExactly(Film film) throws IOException {
        assertEquals(IntStream.range(0, film.frames()).mapToObj(frame -> pixels(film, frame)).toList(),
                shown(film, encode(film)));
    }

    /// ImageIO draws each frame apart; put together by the rules of the format they are the film.
    @ParameterizedTest
    @MethodSource("films")
    void anIndependentDecoderSeesTheSameFilm(Film film) throws IOException {
        byte[] gif = encode(film);

        assertEquals(StrictGif.decode(gif).frames().stream().map(StrictGif.Frame::pixels).toList(), imageIo(gif));
    }

    @ParameterizedTest
    @MethodSource("films")
    void sameFilmSameBytes(Film film) throws IOException {
        assertArrayEquals(encode(film), encode(film));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAITHFUL", "SMALL"})
    void pixelsWhoseColourStaysNeverChange(GifQuality quality) throws IOException {
        List<List<Integer>> shown = shown(HOLE, encode(HOLE, quality));

        for (int frame = 1; frame < HOLE.frames(); frame++) {
            List<Integer> before = pixels(HOLE, frame - 1);
            List<Integer> after = pixels(HOLE, frame);
            for (int i = 0; i < after.size(); i++) {
                if (before.get(i).equals(after.get(i))) {
                    assertEquals(shown.get(frame - 1).get(i), shown.get(frame).get(i));
                }
            }
        }
    }

    /// The first frame has 255 of 2,400 colours. With a few tables more the error is less than half.
    @Test
    void pixelsWhoseColourStaysComeCloserToItInTheBestQuality() throws IOException {
        var film = new Film("a still with 2,400 colours", 60, 40, 60, (_, x, y) -> rgb(4 * x, 6 * y, x + y));
        List<List<Integer>> shown = shown(film, encode(film, GifQuality.BEST));

        List<Integer> wanted = pixels(film, 0);
        for (int frame = 1; frame < film.frames(); frame++) {
            for (int i = 0; i < wanted.size(); i++) {
                int before = shown.get(frame - 1).get(i);
                int after = shown.get(frame).get(i);
                assertTrue(before == after || BEST.squared(wanted.get(i), after) < BEST.squared(wanted.get(i), before));
            }
        }
        assertTrue(meanError(wanted, shown.getLast()) < 0.5 * meanError(wanted, shown.getFirst()));
    }

    /// Every pixel changes by a level in every frame, which is not worth drawing it anew each time.
    @Test
    void faintChangesWaitForOneAnotherInTheBestQuality() throws IOException {
        var film = new Film("a gradient that brightens slowly", 120, 90, 24,
                (frame, x, y) -> rgb(x + frame, 60 + y + frame, 90 + frame));
        byte[] gif = encode(film, GifQuality.BEST);

        int drawn = StrictGif.decode(gif).frames().size();
        assertTrue(drawn > 1 && drawn < 18, drawn + " frames drawn of 24");
        double worst = Math.sqrt(squaredErrors(film, gif).max().orElseThrow());
        assertTrue(worst < 12, "worst error " + worst);
    }

    private static double meanError(List<Integer> wanted, List<Integer> shown) {
        return IntStream.range(0, wanted.size()).mapToDouble(i -> BEST.squared(wanted.get(i), shown.get(i))).average()
                .orElseThrow();
    }

    /// Ten levels of grey are a squared error of 500 where brightness counts twice besides red, green and blue.
    @Test
    void smallFilesAreSmallerAndOffByTenLevelsMoreAtMost() throws IOException {
        byte[] small = encode(GRADIENT, GifQuality.SMALL);

        assertTrue(small.length < 0.75 * encode(GRADIENT).length);
        Metric metric = GifQuality.SMALL.trade().metric();
        List<List<Integer>> shown = shown(GRADIENT, small);
        int[] colours = shown.stream().flatMap(List::stream).mapToInt(c -> c).distinct().toArray();
        for (int frame = 0; frame < GRADIENT.frames(); frame++) {
            List<Integer> wanted = pixels(GRADIENT, frame);
            for (int i = 0; i < wanted.size(); i++) {
                int pixel = wanted.get(i);
                int unavoidable = IntStream.of(colours).map(c -> metric.squared(pixel, c)).min().orElseThrow();
                int error = metric.squared(pixel, shown.get(frame).get(i));
                assertTrue(error <= unavoidable + 500, "squared error " + error + " above " + unavoidable);
            }
        }
    }

    /// The first frame of a still film is seen all the time: the errors that a frame may make for bytes would stay.
    @Test
    void smallFilesLoseLessOfWhatStaysLong() throws IOException {
        assertTrue(rootMeanSquareOfStill(40) < rootMeanSquareOfStill(1));
    }

    private static double rootMeanSquareOfStill(int frames) throws IOException {
        var film = new Film("a still gradient", 160, 120, frames, (_, x, y) -> rgb(x, 2 * y, 200 - x + y / 2));
        return Math.sqrt(squaredErrors(film, encode(film, GifQuality.SMALL)).average().orElseThrow());
    }

    @Test
    void flatAreasStayExactInSmallFiles() throws IOException {
        var film = new Film("a light disk on a gradient", 120, 90, 6, (frame, x,
                y) -> Math.hypot(x - 20 - 10 * frame, y - 45) < 20 ? 0xfdfdfe : rgb(200 + x / 3, 200 + y / 2, 230));
        List<List<Integer>> shown = shown(film, encode(film, GifQuality.SMALL));

        for (int frame = 0; frame < film.frames(); frame++) {
            assertEquals(0xfdfdfe, shown.get(frame).get(45 * 120 + 20 + 10 * frame));
        }
    }

    /// Where paper stays paper between letters that scroll, transparent pixels would tear the phrases apart: with them the
    /// film would be an eighth larger than its frames as pictures.
    @Test
    void scrollingTextTakesNoMoreThanItsFramesAsPictures() throws IOException {
        var film = new Film("scrolling text", 160, 120, 20, (frame, x, y) -> {
            int row = y + 3 * frame;
            int letter = (x / 8 * 31 + row / 10 * 17) * 7919 % 26;
            int bit = x % 8 / 2 * 4 + row % 10 / 2;
            boolean ink = x % 8 < 6 && row % 10 < 8 && (((letter * 0x9e3779b1) >>> bit) & 1) == 1;
            return ink ? 0 : 0xffffff;
        });
        int pictures = 0;
        for (int i = 0; i < film.frames(); i++) {
            int frame = i;
            pictures += encode(new Film("", 160, 120, 1, (_, x, y) -> film.pixel().at(frame, x, y))).length;
        }
        assertTrue(encode(film).length < pictures);
    }

    @Test
    void aFrameDrawsNoMoreThanWhatChanges() throws IOException {
        var film = new Film("a dot", 100, 60, 3, (frame, x, y) -> x == 10 + 5 * frame && y == 20 ? 0 : 0xffffff);
        List<StrictGif.Frame> decoded = StrictGif.decode(encode(film)).frames();

        assertEquals(List.of(0, 0, 100, 60), decoded.get(0).box());
        assertEquals(List.of(10, 20, 6, 1), decoded.get(1).box());
    }

    /// The frames of the film take from 2 to 5 hundredths of a second.
    @Test
    void aFrameThatChangesNothingProlongsTheOneBefore() throws IOException {
        List<StrictGif.Frame> decoded = StrictGif.decode(encode(STILL)).frames();

        assertEquals(List.of(14), decoded.stream().map(StrictGif.Frame::delay).toList());
    }

    /// The longest delay is 65,535; these frames take `Σ (2 + i) = 80,600`.
    @Test
    void whatStandsStillLongerThanADelayCanSayTakesTwoFrames() throws IOException {
        var film = new Film("one pixel for 13 minutes", 1, 1, 400, (_, _, _) -> 0);
        List<StrictGif.Frame> decoded = StrictGif.decode(encode(film)).frames();

        assertEquals(2, decoded.size());
        assertEquals(80_600, decoded.stream().mapToInt(StrictGif.Frame::delay).sum());
    }

    @Test
    void theFilmLoopsForEver() throws IOException {
        assertEquals(0, StrictGif.decode(encode(BALL)).loops());
    }

    /// A table of 255 colours for a cube corner of 160 × 238 × 100 levels: cells some 20 levels wide, so errors stay
    /// within a cell's half diagonal.
    @Test
    void manyColoursAreFollowedClosely() throws IOException {
        double error = Math.sqrt(squaredErrors(GRADIENT, encode(GRADIENT)).average().orElseThrow() / 3);

        assertTrue(error < 5, "root mean square error " + error);
    }

    @Test
    void whiteStaysWhiteAmongManyColours() throws IOException {
        var film = new Film("white with a gradient", 200, 100, 1,
                (_, x, y) -> x < 120 ? 0xffffff : 0xf0f0f0 + (x - 120) % 16 * 0x10000 + y % 16 * 0x100 + (x + y) % 16);

        assertEquals(0xffffff, StrictGif.decode(encode(film)).frames().getFirst().pixels().getFirst());
    }

    @Test
    void bothPassesAreReported() throws IOException {
        List<Integer> heard = new ArrayList<>();

        assertTrue(GifEncoder.encode(STILL, GifQuality.FAITHFUL, OutputStream.nullOutputStream(), heard::add));

        assertEquals(IntStream.rangeClosed(1, 8).boxed().toList(), heard);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 8})
    void anObserverStopsTheWorkAtAnyFrame(int last) throws IOException {
        List<Integer> heard = new ArrayList<>();

        assertFalse(GifEncoder.encode(STILL, GifQuality.FAITHFUL, OutputStream.nullOutputStream(), painted -> {
            heard.add(painted);
            return painted < last;
        }));

        assertEquals(last, heard.getLast());
    }

    /// Each frame has 240 colours that the others lack: more than one table holds, few enough for a table a frame.
    @Test
    void framesWithManyColoursOfTheirOwnComeBackExactlyInTheBestQuality() throws IOException {
        var film = new Film("new colours in every frame", 60, 40, 3,
                (frame, x, y) -> rgb(80 * frame, (40 * x + y) % 240 / 16 * 17, (40 * x + y) % 16 * 17));
        byte[] best = encode(film, GifQuality.BEST);

        assertEquals(0, squaredErrors(film, best).max().orElseThrow());
        assertEquals(StrictGif.decode(best).frames().stream().map(StrictGif.Frame::pixels).toList(), imageIo(best));
        assertTrue(squaredErrors(film, encode(film)).max().orElseThrow() > 0);
    }

    /// Disks and squares that come, move, stand still and go, over nothing and over each other.
    private static final Film SEE_THROUGH = new Film("shapes over nothing", 60, 40, 12, (frame, x, y) -> {
        if (Math.hypot(x - 8 - 3 * (frame - 4), y - 20) < 6 && frame >= 4) {
            return 0xffcc3322 + frame / 9 * 0x10;
        }
        if (x >= 20 && x < 50 && y >= 10 && y < 30 && frame < 10) {
            return 0xff000000 | rgb(4 * x, 5 * y, x + y);
        }
        return 0x20cc3322;
    });

    static Stream<Film> clearFilms() {
        return Stream.concat(Stream.of(SEE_THROUGH), randomFilms().map(Named::getPayload)
                .map(film -> new Film(film.name() + " with gaps", film.width(), film.height(), film.frames(),
                        (frame, x, y) -> {
                            int pixel = film.pixel().at(frame, x, y);
                            return pixel % 3 == 0 ? pixel : pixel | 0xff000000;
                        })));
    }

    @ParameterizedTest
    @MethodSource("clearFilms")
    void transparentFilmsLeaveNothingOfEarlierFramesAndStandStillWhereTheyShould(Film film) throws IOException {
        for (GifQuality quality : GifQuality.values()) {
            byte[] gif = encode(clear(film), quality);
            assertEquals(StrictGif.decode(gif).frames().stream().map(StrictGif.Frame::pixels).toList(), imageIo(gif));
            List<List<Integer>> decoded = shown(film, gif);
            int[] wanted = new int[film.width() * film.height()];
            int[] before = new int[wanted.length];
            for (int frame = 0; frame < film.frames(); frame++) {
                film.paint(frame, wanted);
                for (int i = 0; i < wanted.length; i++) {
                    int shown = decoded.get(frame).get(i);
                    assertEquals(wanted[i] >>> 24 < 0x80, shown == StrictGif.NOTHING);
                    if (frame > 0 && wanted[i] == before[i] && quality != GifQuality.BEST) {
                        assertEquals(decoded.get(frame - 1).get(i), shown);
                    }
                }
                System.arraycopy(wanted, 0, before, 0, wanted.length);
            }
        }
    }

    /// What is drawn besides is drawn once: nothing has to make room for it.
    @Test
    void transparentFilmsInWhichNothingGoesAwaySayOnlyWhatComes() throws IOException {
        var film = new Film("a growing bar", 100, 60, 5,
                (frame, x, y) -> y == 20 && x >= 10 && x < 30 + 10 * frame ? 0xff336699 : 0);
        List<StrictGif.Frame> decoded = StrictGif.decode(encode(clear(film))).frames();

        assertEquals(List.of(10, 20, 20, 1), decoded.get(0).box());
        assertEquals(List.of(30, 20, 10, 1), decoded.get(1).box());
        assertEquals(List.of(40, 20, 10, 1), decoded.get(2).box());
    }

    /// A film that is played otherwise.
    private record Altered(Film film, boolean transparent, int plays) implements FrameSource {

        @Override
        public int width() {
            return film.width();
        }

        @Override
        public int height() {
            return film.height();
        }

        @Override
        public int frames() {
            return film.frames();
        }

        @Override
        public int delayCentiseconds(int frame) {
            return film.delayCentiseconds(frame);
        }

        @Override
        public void paint(int frame, int[] argb) {
            film.paint(frame, argb);
        }
    }

    /// A film some of whose pixels are left out.
    private static FrameSource clear(Film film) {
        return new Altered(film, true, 0);
    }

    /// The extension counts the repetitions after the first showing; without it the film is played once.
    @ParameterizedTest
    @CsvSource({"0, 0", "3, 2"})
    void filmsArePlayedAsOftenAsTheySay(int plays, int repetitions) throws IOException {
        assertEquals(repetitions, StrictGif.decode(encode(playedFor(plays))).loops());
    }

    @Test
    void aFilmThatIsPlayedOnceHasNoLoop() throws IOException {
        assertFalse(new String(encode(playedFor(1)), StandardCharsets.ISO_8859_1).contains("NETSCAPE"));
    }

    private static FrameSource playedFor(int plays) {
        return new Altered(STILL, false, plays);
    }

    /// Films of random size, colours and changes: blocks of noise and of one colour that come, stay and go.
    static Stream<Named<Film>> randomFilms() {
        return Cases.of(30, random -> {
            int width = random.nextInt(1, 40);
            int height = random.nextInt(1, 40);
            int frames = random.nextInt(1, 7);
            int colours = 1 << random.nextInt(1, 15);
            boolean still = random.nextBoolean();
            int[] pixels = new int[width * height * frames];
            for (int frame = 0; frame < frames; frame++) {
                int start = frame * width * height;
                if (frame > 0) {
                    System.arraycopy(pixels, start - width * height, pixels, start, width * height);
                }
                int left = random.nextInt(width);
                int top = random.nextInt(height);
                boolean flat = random.nextBoolean();
                int ink = random.nextInt(colours) * 1021 & 0xffffff;
                for (int y = frame == 0 ? 0 : top; y < height && !(still && frame == 2); y++) {
                    for (int x = frame == 0 ? 0 : left; x < width; x++) {
                        pixels[start + y * width + x] = flat ? ink : random.nextInt(colours) * 1021 & 0xffffff;
                    }
                }
            }
            return new Film(width + " by " + height + ", " + frames + " frames", width, height, frames,
                    (frame, x, y) -> pixels[(frame * height + y) * width + x]);
        });
    }

    @ParameterizedTest
    @MethodSource("randomFilms")
    void randomFilmsAreDecodedAlikeByAllAndStandStillWhereTheyShould(Film film) throws IOException {
        for (GifQuality quality : GifQuality.values()) {
            byte[] gif = encode(film, quality);
            assertEquals(StrictGif.decode(gif).frames().stream().map(StrictGif.Frame::pixels).toList(), imageIo(gif));
            List<List<Integer>> decoded = shown(film, gif);
            Set<Integer> colours = new HashSet<>();
            List<Integer> before = List.of();
            for (int frame = 0; frame < film.frames(); frame++) {
                List<Integer> wanted = pixels(film, frame);
                colours.addAll(wanted);
                for (int i = 0; i < before.size(); i++) {
                    if (wanted.get(i).equals(before.get(i))) {
                        int shown = decoded.get(frame - 1).get(i);
                        int later = decoded.get(frame).get(i);
                        assertTrue(shown == later || (quality == GifQuality.BEST
                                && BEST.squared(wanted.get(i), later) < BEST.squared(wanted.get(i), shown)));
                    }
                }
                before = wanted;
            }
            if (colours.size() <= Palette.MAX_COLOURS && quality != GifQuality.SMALL) {
                assertEquals(0, squaredErrors(film, gif).max().orElseThrow());
            }
        }
    }

    @Test
    void whatGoesWrongWhilePaintingIsThrownAsItWas() {
        var problem = new IllegalStateException("no ink");
        var film = new Film("a broken one", 4, 4, 3, (frame, _, _) -> {
            if (frame == 1) {
                throw problem;
            }
            return 0;
        });

        assertSame(problem, assertThrows(IllegalStateException.class, () -> encode(film)));
    }

    /// A narrow ramp of 300 colours that stays, beside noise of many colours that is gone after a frame: the ramp gets
    /// nearly all of the table of the first frame.
    @Test
    void whatStaysLongIsShownBetterThanWhatPasses() throws IOException {
        int frames = 40;
        var film = new Film("a ramp that stays", 100, 60, frames,
                (frame, x, y) -> x < 50
                        ? rgb(100 + (x + 50 * (y % 6)) / 6, 150, 200 + (x + 50 * (y % 6)) / 100)
                        : frame == 0 ? (x * 7919 + y * 104_729) * 31 & 0xffffff : 0);
        List<Integer> wanted = pixels(film, frames - 1);
        List<Integer> shown = StrictGif.decode(encode(film, GifQuality.BEST)).frames().getLast().pixels();

        double sum = 0;
        for (int i = 0; i < wanted.size(); i++) {
            sum += new Metric(0).squared(wanted.get(i), shown.get(i));
        }
        assertTrue(sum / wanted.size() < 0.5, "mean squared error " + sum / wanted.size());
    }

    @Test
    void sizesThatTheFormatCannotSayAreRejected() {
        var film = new Film("too wide", 65_536, 1, 1, (_, _, _) -> 0);

        assertThrows(IllegalArgumentException.class, () -> encode(film));
    }

    private static byte[] encode(FrameSource film) throws IOException {
        return encode(film, GifQuality.FAITHFUL);
    }

    private static byte[] encode(FrameSource film, GifQuality quality) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(GifEncoder.encode(film, quality, out, _ -> true));
        return out.toByteArray();
    }

    /// What a viewer sees when each frame of the film is to be seen: every change comes at the time of a frame.
    private static List<List<Integer>> shown(FrameSource film, byte[] gif) {
        List<StrictGif.Frame> decoded = StrictGif.decode(gif).frames();
        List<List<Integer>> shown = new ArrayList<>();
        int last = -1;
        int left = 0;
        for (int frame = 0; frame < film.frames(); frame++) {
            if (left == 0) {
                last++;
                left = decoded.get(last).delay();
            }
            shown.add(decoded.get(last).pixels());
            left -= film.delayCentiseconds(frame);
        }
        assertEquals(0, left);
        assertEquals(decoded.size() - 1, last);
        return shown;
    }

    /// Of all pixels of all frames, summed over the three colours.
    private static DoubleStream squaredErrors(FrameSource film, byte[] gif) {
        List<List<Integer>> shown = shown(film, gif);
        return IntStream.range(0, film.frames()).boxed().flatMapToDouble(frame -> {
            List<Integer> wanted = pixels(film, frame);
            List<Integer> found = shown.get(frame);
            return IntStream.range(0, wanted.size()).mapToDouble(i -> IntStream.of(0, 8, 16)
                    .map(shift -> (wanted.get(i) >> shift & 255) - (found.get(i) >> shift & 255))
                    .mapToDouble(error -> error * error)
                    .sum());
        });
    }

    private static int rgb(int r, int g, int b) {
        return r << 16 | g << 8 | b;
    }

    private static List<Integer> pixels(FrameSource film, int frame) {
        int[] argb = new int[film.width() * film.height()];
        film.paint(frame, argb);
        return IntStream.of(argb).mapToObj(pixel -> pixel & 0xffffff).toList();
    }

    /// What a viewer shows after each frame, by ImageIO and the rules of the format.
    private static List<List<Integer>> imageIo(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            var ofFilm = (IIOMetadataNode) reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
            var size = (IIOMetadataNode) ofFilm.getElementsByTagName("LogicalScreenDescriptor").item(0);
            var screen = new BufferedImage(Integer.parseInt(size.getAttribute("logicalScreenWidth")),
                    Integer.parseInt(size.getAttribute("logicalScreenHeight")), BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = screen.createGraphics();
            List<List<Integer>> frames = new ArrayList<>();
            for (int frame = 0; frame < reader.getNumImages(true); frame++) {
                var root = (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
                var place = (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
                var control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
                int left = Integer.parseInt(place.getAttribute("imageLeftPosition"));
                int top = Integer.parseInt(place.getAttribute("imageTopPosition"));
                BufferedImage image = reader.read(frame);
                g.setComposite(AlphaComposite.SrcOver);
                g.drawImage(image, left, top, null);
                frames.add(IntStream.of(screen.getRGB(0, 0, screen.getWidth(), screen.getHeight(), null, 0,
                        screen.getWidth())).mapToObj(
                                pixel -> pixel >>> 24 == 0 ? StrictGif.NOTHING : pixel & 0xffffff)
                        .toList());
                if (control.getAttribute("disposalMethod").equals("restoreToBackgroundColor")) {
                    g.setComposite(AlphaComposite.Clear);
                    g.fillRect(left, top, image.getWidth(), image.getHeight());
                }
            }
            g.dispose();
            return frames;
        } finally {
            reader.dispose();
        }
    }
}
