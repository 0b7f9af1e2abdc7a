package scorescape.export.png;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes the chunks of a PNG file.
final class PngStream {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final int BITS = 8;
    private static final int RGB = 2;
    private static final int RGB_ALPHA = 6;

    /// Image data are cut into chunks of at most this many bytes, so that memory stays bounded.
    private static final int MOST_DATA = 1 << 16;

    /// Of compression: the higher ones take ten times as long for three per cent.
    private static final int LEVEL = 6;

    private final OutputStream out;
    private final boolean alpha;

    /// Of the next animation chunk.
    private int sequence;

    /// Where pixels come from, as `0xAARRGGBB`, not premultiplied.
    @FunctionalInterface
    interface PixelRows {
        int at(int x, int y);
    }

    /// @param alpha whether pixels have an alpha channel
    PngStream(OutputStream out, boolean alpha) {
        this.out = out;
        this.alpha = alpha;
    }

    void header(int width, int height) throws IOException {
        out.write(SIGNATURE);
        chunk("IHDR", data -> {
            data.writeInt(width);
            data.writeInt(height);
            data.writeByte(BITS);
            data.writeByte(alpha ? RGB_ALPHA : RGB);
            data.writeByte(0);
            data.writeByte(0);
            data.writeByte(0);
        });
    }

    /// Text of any language, compressed.
    ///
    /// @param keyword what it is: 1 to 79 characters of Latin-1
    void text(String keyword, String text) throws IOException {
        chunk("iTXt", data -> {
            data.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
            data.writeByte(0);
            data.writeByte(1);
            data.writeByte(0);
            data.writeByte(0);
            data.writeByte(0);
            var deflater = new Deflater(LEVEL);
            try (var compressed = new DeflaterOutputStream(data, deflater)) {
                compressed.write(text.getBytes(StandardCharsets.UTF_8));
            } finally {
                deflater.end();
            }
        });
    }

    /// @param loops how often the film is shown, 0 without end
    void animation(int frames, int loops) throws IOException {
        chunk("acTL", data -> {
            data.writeInt(frames);
            data.writeInt(loops);
        });
    }

    /// What is said of a frame before its pixels.
    ///
    /// @param over whether its pixels are drawn over what is there and not in its place
    void frame(int left, int top, int width, int height, int delayCentiseconds, boolean over) throws IOException {
        int number = sequence++;
        chunk("fcTL", data -> {
            data.writeInt(number);
            data.writeInt(width);
            data.writeInt(height);
            data.writeInt(left);
            data.writeInt(top);
            data.writeShort(delayCentiseconds);
            data.writeShort(100);
            data.writeByte(0);
            data.writeByte(over ? 1 : 0);
        });
    }

    /// Writes the pixels of the first picture.
    void picture(PixelRows pixels, int width, int height) throws IOException {
        write(pixels, width, height, new Pixels(false));
    }

    /// Writes the pixels of a later frame.
    void laterFrame(PixelRows pixels, int width, int height) throws IOException {
        write(pixels, width, height, new Pixels(true));
    }

    /// Rows are not filtered: pictures like ours, flat areas and smooth maps of a thousand shades, become a quarter
    /// smaller without.
    private void write(PixelRows pixels, int width, int height, OutputStream to) throws IOException {
        int channels = alpha ? 4 : 3;
        byte[] row = new byte[1 + width * channels];
        var deflater = new Deflater(LEVEL);
        try (var compressed = new DeflaterOutputStream(to, deflater, 1 << 14)) {
            for (int y = 0; y < height; y++) {
                for (int x = 0, at = 1; x < width; x++) {
                    int argb = pixels.at(x, y);
                    row[at++] = (byte) (argb >> 16);
                    row[at++] = (byte) (argb >> 8);
                    row[at++] = (byte) argb;
                    if (alpha) {
                        row[at++] = (byte) (argb >> 24);
                    }
                }
                compressed.write(row);
            }
        } finally {
            deflater.end();
        }
    }

    void end() throws IOException {
        chunk("IEND", _ -> {});
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(DataOutputStream data) throws IOException;
    }

    private void chunk(String type, Content content) throws IOException {
        var data = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(data));
        chunk(type, data.toByteArray(), data.size());
    }

    private void chunk(String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        word(length);
        out.write(name);
        out.write(data, 0, length);
        word((int) crc.getValue());
    }

    private void word(int value) throws IOException {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >> shift);
        }
    }

    /// Cuts what is written to it into chunks.
    private final class Pixels extends OutputStream {

        private final boolean later;
        private final byte[] buffer = new byte[MOST_DATA];
        private int size;

        Pixels(boolean later) {
            this.later = later;
            begin();
        }

        private void begin() {
            size = 0;
            if (later) {
                for (int shift = 24; shift >= 0; shift -= 8) {
                    buffer[size++] = (byte) (sequence >> shift);
                }
            }
        }

        @Override
        public void write(int value) throws IOException {
            if (size == buffer.length) {
                flushChunk();
            }
            buffer[size++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int at = offset;
            while (at < offset + length) {
                if (size == buffer.length) {
                    flushChunk();
                }
                int part = Math.min(buffer.length - size, offset + length - at);
                System.arraycopy(bytes, at, buffer, size, part);
                size += part;
                at += part;
            }
        }

        private void flushChunk() throws IOException {
            chunk(later ? "fdAT" : "IDAT", buffer, size);
            sequence += later ? 1 : 0;
            begin();
        }

        @Override
        public void close() throws IOException {
            flushChunk();
        }
    }
}
