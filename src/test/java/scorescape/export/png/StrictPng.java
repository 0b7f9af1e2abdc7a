package scorescape.export.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A decoder of animated PNGs that forgives nothing that the recommendation does not allow. For tests.
public final class StrictPng {

    private final ByteBuffer in;
    private int sequence;

    private StrictPng(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /// @param plays how often the film is shown, 0 without end
    /// @param texts keywords and compressed texts, one after the other
    public record Film(int width, int height, int plays, List<Frame> frames, List<String> texts) {}

    /// @param box left, top, width, height of what the frame draws
    /// @param pixels what a viewer shows, as `0xAARRGGBB`
    public record Frame(double seconds, List<Integer> box, List<Integer> pixels) {}

    private record Chunk(String type, ByteBuffer data) {

        byte[] rest() {
            byte[] rest = new byte[data.remaining()];
            data.get(rest);
            return rest;
        }
    }

    /// @throws IllegalStateException where the bytes are not as they should be
    public static Film decode(byte[] bytes) {
        return new StrictPng(bytes).film();
    }

    private Film film() {
        require(in.getLong() == 0x89504e470d0a1a0aL, "signature");
        ByteBuffer header = chunk("IHDR").data();
        int width = header.getInt();
        int height = header.getInt();
        require(header.get() == 8, "eight bits");
        int channels = switch (header.get()) {
            case 2 -> 3;
            case 6 -> 4;
            default -> throw new IllegalStateException("colour type");
        };
        for (String method : List.of("compression", "filter", "interlace")) {
            require(header.get() == 0, "the one method of " + method);
        }
        List<String> texts = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        int[] shown = new int[width * height];
        int announced = -1;
        int plays = 0;
        Chunk chunk = chunk();
        while (!"IEND".equals(chunk.type())) {
            ByteBuffer data = chunk.data();
            switch (chunk.type()) {
                case "iTXt" -> texts.addAll(text(chunk.rest()));
                case "acTL" -> {
                    announced = data.getInt();
                    plays = data.getInt();
                }
                case "fcTL" -> {
                    require(data.getInt() == sequence++, "sequence number");
                    int boxWidth = data.getInt();
                    int boxHeight = data.getInt();
                    int left = data.getInt();
                    int top = data.getInt();
                    require(left >= 0 && top >= 0 && boxWidth > 0 && boxHeight > 0 && left + boxWidth <= width
                            && top + boxHeight <= height, "box inside");
                    double seconds = data.getShort() / (double) data.getShort();
                    require(data.get() == 0, "nothing is disposed of");
                    boolean over = data.get() == 1;
                    require(!frames.isEmpty() || (boxWidth == width && boxHeight == height),
                            "the first frame is whole");
                    draw(pixels(frames.isEmpty() ? "IDAT" : "fdAT", boxWidth, boxHeight, channels), shown, width, left,
                            top, boxWidth, over);
                    frames.add(new Frame(seconds, List.of(left, top, boxWidth, boxHeight),
                            Arrays.stream(shown).boxed().toList()));
                }
                case "IDAT" -> {
                    require(announced < 0, "a film begins with a frame control");
                    in.position(in.position() - data.capacity() - 12);
                    draw(pixels("IDAT", width, height, channels), shown, width, 0, 0, width, false);
                    frames.add(new Frame(0, List.of(0, 0, width, height), Arrays.stream(shown).boxed().toList()));
                }
                default -> throw new IllegalStateException("chunk " + chunk.type());
            }
            chunk = chunk();
        }
        require(!in.hasRemaining(), "nothing after the end");
        require(announced < 0 || announced == frames.size(), "as many frames as announced");
        return new Film(width, height, plays, List.copyOf(frames), texts);
    }

    private static void draw(int[] pixels, int[] shown, int width, int left, int top, int boxWidth, boolean over) {
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            require(!over || alpha == 0 || alpha == 255, "no blending that would round");
            if (!over || alpha == 255) {
                shown[(top + i / boxWidth) * width + left + i % boxWidth] = pixels[i];
            }
        }
    }

    private int[] pixels(String type, int width, int height, int channels) {
        var packed = new ByteArrayOutputStream();
        while (true) {
            int before = in.position();
            Chunk chunk = chunk();
            if (!type.equals(chunk.type())) {
                in.position(before);
                break;
            }
            if ("fdAT".equals(type)) {
                require(chunk.data().getInt() == sequence++, "sequence number");
            }
            packed.writeBytes(chunk.rest());
        }
        int stride = 1 + width * channels;
        byte[] raw = new byte[stride * height];
        var inflater = new Inflater();
        inflater.setInput(packed.toByteArray());
        try {
            require(inflater.inflate(raw) == raw.length, "all rows");
            require(inflater.inflate(new byte[1]) == 0 && inflater.finished() && inflater.getRemaining() == 0,
                    "no more rows");
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
        inflater.end();
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int at = i / width * stride;
            require(raw[at] == 0, "rows without filter");
            at += 1 + i % width * channels;
            pixels[i] = (channels == 4 ? raw[at + 3] << 24 : 0xff000000) | (raw[at] & 0xff) << 16
                    | (raw[at + 1] & 0xff) << 8 | (raw[at + 2] & 0xff);
        }
        return pixels;
    }

    private static List<String> text(byte[] data) {
        String all = new String(data, StandardCharsets.ISO_8859_1);
        int end = all.indexOf('\0');
        require(all.startsWith("\1\0\0\0", end + 1), "compressed, of no language");
        var inflater = new Inflater();
        inflater.setInput(data, end + 5, data.length - end - 5);
        byte[] text = new byte[1 << 16];
        try {
            return List.of(all.substring(0, end),
                    new String(text, 0, inflater.inflate(text), StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
    }

    private Chunk chunk(String type) {
        Chunk chunk = chunk();
        require(type.equals(chunk.type()), type);
        return chunk;
    }

    private Chunk chunk() {
        int length = in.getInt();
        require(length >= 0 && length <= in.remaining() - 8, "length of a chunk");
        byte[] typed = new byte[4 + length];
        in.get(typed);
        var crc = new CRC32();
        crc.update(typed);
        require((int) crc.getValue() == in.getInt(), "checksum");
        return new Chunk(new String(typed, 0, 4, StandardCharsets.US_ASCII),
                ByteBuffer.wrap(Arrays.copyOfRange(typed, 4, typed.length)));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not as it should be: " + what);
        }
    }
}
