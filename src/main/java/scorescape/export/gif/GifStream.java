package scorescape.export.gif;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the blocks of a GIF 89a file.
final class GifStream {

    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    /// What becomes of a frame before the next is drawn.
    private static final int STAY = 1 << 2;
    private static final int WIPE = 2 << 2;
    private static final int HAS_TRANSPARENT = 1;
    private static final int HAS_TABLE = 0x80;
    private static final int MAX_SUB_BLOCK = 255;
    private static final int MAX_WORD = 0xffff;

    private final OutputStream out;

    GifStream(OutputStream out) {
        this.out = out;
    }

    void header(int width, int height, Palette palette) throws IOException {
        ascii("GIF89a");
        word(width);
        word(height);
        out.write(HAS_TABLE | 7 << 4 | palette.tableBits() - 1);
        out.write(0);
        out.write(0);
        table(palette);
    }

    private void table(Palette palette) throws IOException {
        for (int i = 0; i < 1 << palette.tableBits(); i++) {
            int colour = i < palette.size() ? palette.colour(i) : 0;
            out.write(colour >> 16);
            out.write(colour >> 8);
            out.write(colour);
        }
    }

    /// Says how often the film is played.
    ///
    /// @param plays two or more, or 0 for without end
    void loop(int plays) throws IOException {
        out.write(EXTENSION);
        out.write(APPLICATION);
        out.write(11);
        ascii("NETSCAPE2.0");
        out.write(3);
        out.write(1);
        // Counted after the first time.
        word(plays == 0 ? 0 : plays - 1);
        out.write(0);
    }

    /// A frame that may yet be shown longer.
    static final class Frame {

        private final Palette palette;
        private final boolean ownTable;
        private final boolean wipe;
        private final Box box;
        private final byte[] data;
        private int delayCentiseconds;

        /// @param palette what the indices mean
        /// @param ownTable whether that is written with the frame, or is the table of the film
        /// @param wipe whether the box is empty again before the next frame is drawn
        /// @param box where the frame is drawn
        /// @param data its packed codes, as [Lzw] gives them
        Frame(int delayCentiseconds, Palette palette, boolean ownTable, boolean wipe, Box box, byte[] data) {
            this.delayCentiseconds = delayCentiseconds;
            this.palette = palette;
            this.ownTable = ownTable;
            this.wipe = wipe;
            this.box = box;
            this.data = data;
        }

        /// Shows it longer, unless it is wiped or the format cannot say so long a time.
        ///
        /// @return whether it could
        boolean prolong(int centiseconds) {
            if (wipe || delayCentiseconds + centiseconds > MAX_WORD) {
                return false;
            }
            delayCentiseconds += centiseconds;
            return true;
        }
    }

    void frame(Frame frame) throws IOException {
        out.write(EXTENSION);
        out.write(GRAPHIC_CONTROL);
        out.write(4);
        out.write((frame.wipe ? WIPE : STAY) | HAS_TRANSPARENT);
        word(frame.delayCentiseconds);
        out.write(frame.palette.transparent());
        out.write(0);
        out.write(IMAGE);
        word(frame.box.left());
        word(frame.box.top());
        word(frame.box.width());
        word(frame.box.height());
        if (frame.ownTable) {
            out.write(HAS_TABLE | frame.palette.tableBits() - 1);
            table(frame.palette);
        } else {
            out.write(0);
        }
        out.write(Lzw.minimumCodeSize(frame.palette));
        subBlocks(frame.data);
    }

    /// Text that goes with the film and is not shown.
    void comment(String text) throws IOException {
        out.write(EXTENSION);
        out.write(COMMENT);
        subBlocks(text.getBytes(StandardCharsets.UTF_8));
    }

    private void subBlocks(byte[] data) throws IOException {
        for (int at = 0; at < data.length; at += MAX_SUB_BLOCK) {
            int length = Math.min(MAX_SUB_BLOCK, data.length - at);
            out.write(length);
            out.write(data, at, length);
        }
        out.write(0);
    }

    void trailer() throws IOException {
        out.write(TRAILER);
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void word(int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
    }
}
