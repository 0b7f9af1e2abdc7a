package scorescape.export.gif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A decoder that forgives nothing: any byte that GIF 89a does not ask for is an error. For tests.
public final class StrictGif {

    /// In place of a colour: nothing is shown.
    public static final int NOTHING = -1;

    private static final int MAX_CODES = 1 << 12;
    private static final int WIPE = 2 << 2 | 1;
    private static final int STAY = 1 << 2 | 1;

    private final byte[] bytes;
    private int at;

    private StrictGif(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A decoded film.
    ///
    /// @param frames what a viewer shows after each frame, as `0xRRGGBB` or [#NOTHING], which only a film may show whose
    /// last frame is wiped
    public record Film(int width, int height, int loops, List<Frame> frames) {}

    /// @param box left, top, width, height of what the frame draws
    public record Frame(int delay, List<Integer> box, List<Integer> pixels) {}

    /// @throws IllegalStateException where the bytes are not a GIF as it should be
    public static Film decode(byte[] bytes) {
        return new StrictGif(bytes).film();
    }

    private Film film() {
        for (char c : "GIF89a".toCharArray()) {
            expect(c, "signature");
        }
        int width = word();
        int height = word();
        int flags = next();
        require((flags & 0x80) != 0, "a global table");
        expect(0, "background");
        expect(0, "aspect");
        int[] table = table(flags);
        for (int c : new int[]{0x21, 0xff, 11}) {
            expect(c, "application extension");
        }
        for (char c : "NETSCAPE2.0".toCharArray()) {
            expect(c, "application");
        }
        expect(3, "loop block");
        expect(1, "loop block");
        int loops = word();
        expect(0, "loop block");
        List<Frame> frames = new ArrayList<>();
        Integer[] screen = new Integer[width * height];
        Arrays.fill(screen, NOTHING);
        boolean gap = false;
        while (true) {
            int block = next();
            if (block == 0x3b) {
                require(at == bytes.length, "nothing after the trailer");
                require(!gap || Arrays.stream(screen).allMatch(pixel -> pixel == NOTHING), "a wiped screen at the end");
                return new Film(width, height, loops, List.copyOf(frames));
            }
            require(block == 0x21, "an extension before each frame");
            if (bytes[at] == (byte) 0xfe) {
                next();
                subBlocks();
                continue;
            }
            Frame frame = frame(screen, width, height, table);
            gap |= frame.pixels().contains(NOTHING);
            frames.add(frame);
        }
    }

    private int[] table(int flags) {
        int[] table = new int[2 << (flags & 7)];
        Arrays.setAll(table, _ -> next() << 16 | next() << 8 | next());
        return table;
    }

    private Frame frame(Integer[] screen, int width, int height, int[] ofFilm) {
        expect(0xf9, "graphic control");
        expect(4, "graphic control");
        int disposal = next();
        require(disposal == STAY || disposal == WIPE, "stays or is wiped, has transparent");
        int delay = word();
        int transparent = next();
        expect(0, "graphic control");
        expect(0x2c, "image");
        int left = word();
        int top = word();
        int boxWidth = word();
        int boxHeight = word();
        require(boxWidth > 0 && boxHeight > 0 && left + boxWidth <= width && top + boxHeight <= height, "box inside");
        int flags = next();
        require(flags == 0 || flags >>> 3 == 0x80 >>> 3, "an image that is not interlaced, with or without a table");
        int[] table = flags == 0 ? ofFilm : table(flags);
        require(transparent < table.length, "transparent index in the table");
        int[] indices = lzw(boxWidth * boxHeight);
        for (int i = 0; i < indices.length; i++) {
            require(indices[i] < table.length, "index in the table");
            if (indices[i] != transparent) {
                screen[(top + i / boxWidth) * width + left + i % boxWidth] = table[indices[i]];
            }
        }
        var frame = new Frame(delay, List.of(left, top, boxWidth, boxHeight), List.of(screen));
        if (disposal == WIPE) {
            for (int y = top; y < top + boxHeight; y++) {
                Arrays.fill(screen, y * width + left, y * width + left + boxWidth, NOTHING);
            }
        }
        return frame;
    }

    private int[] lzw(int pixels) {
        int minimum = next();
        require(minimum >= 2 && minimum <= 8, "minimum code size");
        byte[] packed = subBlocks();
        int clear = 1 << minimum;
        int[][] phrases = new int[MAX_CODES][];
        Arrays.setAll(phrases, code -> new int[]{code});
        int[] out = new int[pixels];
        int length = 0;
        int size = minimum + 1;
        int entries = clear + 2;
        int[] previous = {};
        long bits = 0;
        int count = 0;
        int from = 0;
        boolean first = true;
        while (true) {
            while (count < size) {
                require(from < packed.length, "an end code");
                bits |= (packed[from++] & 255L) << count;
                count += 8;
            }
            int code = (int) (bits & (1 << size) - 1);
            bits >>= size;
            count -= size;
            require(!first || code == clear, "a clear code first");
            first = false;
            if (code == clear) {
                size = minimum + 1;
                entries = clear + 2;
                previous = new int[0];
                continue;
            }
            if (code == clear + 1) {
                require(length == pixels, "all pixels before the end code");
                require(from == packed.length, "no byte after the end code");
                return out;
            }
            require(code < entries || (code == entries && entries < MAX_CODES && previous.length > 0), "a known code");
            require(previous.length > 0 || code < clear, "a pixel after a clear code");
            int head = code == entries ? previous[0] : phrases[code][0];
            if (previous.length > 0 && entries < MAX_CODES) {
                int[] phrase = Arrays.copyOf(previous, previous.length + 1);
                phrase[previous.length] = head;
                phrases[entries++] = phrase;
                if (entries == 1 << size && size < 12) {
                    size++;
                }
            }
            previous = phrases[code];
            require(length + previous.length <= pixels, "no more pixels than the box has");
            System.arraycopy(previous, 0, out, length, previous.length);
            length += previous.length;
        }
    }

    private byte[] subBlocks() {
        byte[] packed = new byte[bytes.length];
        int length = 0;
        for (int block = next(); block > 0; block = next()) {
            require(at + block <= bytes.length, "a whole block");
            System.arraycopy(bytes, at, packed, length, block);
            at += block;
            length += block;
        }
        return Arrays.copyOf(packed, length);
    }

    private int next() {
        require(at < bytes.length, "more bytes");
        return bytes[at++] & 255;
    }

    private int word() {
        return next() | next() << 8;
    }

    private void expect(int value, String where) {
        int found = next();
        require(found == value, where + " " + value + " but found " + found);
    }

    private void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("byte " + at + ": expected " + what);
        }
    }
}
