package scorescape.export.gif;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// For how many frames each pixel keeps the colour that it gets: an error stays as long, and so weighs as much.
///
/// The frames are heard from the last to the first, since only the future tells. What was found waits in a temporary
/// file, packed, until the frames are written. The future also tells where pixels of a transparent film go away.
final class Lifetimes implements AutoCloseable {

    /// What a longer life counts as.
    private static final int LONGEST = 255;

    private final int width;
    private final boolean transparent;
    private final FileChannel file;
    private final long[] offsets;
    private final int[] lengths;
    private final @Nullable Box[] leaving;
    private final int[] next;
    private final byte[] life;
    private final byte[] born;
    private final byte[] rest;
    private final byte[] packed;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Inflater inflater = new Inflater();
    private int frame;
    private long end;

    /// @param width of a frame, in pixels
    /// @param pixels how many a frame has
    /// @param transparent whether pixels may be left out
    Lifetimes(int width, int pixels, int frames, boolean transparent) throws IOException {
        this.width = width;
        this.transparent = transparent;
        file = FileChannel.open(Files.createTempFile("scorescape", ".lifetimes"), StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        offsets = new long[frames];
        lengths = new int[frames];
        leaving = new Box[frames];
        next = new int[pixels];
        life = new byte[pixels];
        born = new byte[pixels];
        rest = new byte[pixels];
        // What cannot be packed grows by five bytes in each 16 KB.
        packed = new byte[pixels + pixels / 1000 + 64];
        frame = frames;
    }

    /// Hears of the frame before those heard of.
    void addBefore(int[] argb) throws IOException {
        frame--;
        if (transparent) {
            leaving[frame] = leaving(argb);
        }
        if (frame == offsets.length - 1) {
            Arrays.fill(life, (byte) 1);
        } else {
            for (int i = 0; i < argb.length; i++) {
                if (argb[i] == next[i]) {
                    born[i] = 0;
                    life[i] = (byte) Math.min(LONGEST, (life[i] & 255) + 1);
                } else {
                    born[i] = life[i];
                    life[i] = 1;
                }
            }
            write(frame + 1, born);
        }
        if (frame == 0) {
            write(0, life);
        }
        System.arraycopy(argb, 0, next, 0, argb.length);
    }

    /// Where the next frame lacks what this one has; after the last frame that is everything.
    private @Nullable Box leaving(int[] argb) {
        var bounds = new Box.Bounds();
        for (int i = 0; i < argb.length; i++) {
            if (!Screen.isLeftOut(argb[i]) && Screen.isLeftOut(next[i])) {
                bounds.add(i % width, i / width);
            }
        }
        return bounds.box();
    }

    private void write(int of, byte[] lives) throws IOException {
        deflater.reset();
        deflater.setInput(lives);
        deflater.finish();
        int length = deflater.deflate(packed);
        ByteBuffer buffer = ByteBuffer.wrap(packed, 0, length);
        offsets[of] = end;
        lengths[of] = length;
        while (buffer.hasRemaining()) {
            end += file.write(buffer, end);
        }
    }

    /// Begins a frame, when all have been heard of.
    void begin(int of) throws IOException {
        frame = of;
        ByteBuffer buffer = ByteBuffer.wrap(packed, 0, lengths[of]);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offsets[of] + buffer.position()) < 0) {
                throw new EOFException("the temporary file with lifetimes was cut short");
            }
        }
        inflater.reset();
        inflater.setInput(packed, 0, lengths[of]);
        try {
            inflater.inflate(born);
        } catch (DataFormatException e) {
            throw new IOException("the temporary file with lifetimes was changed", e);
        }
        for (int i = 0; i < born.length; i++) {
            rest[i] = born[i] == 0 ? (byte) Math.max(1, (rest[i] & 255) - 1) : born[i];
        }
    }

    /// For how many frames a pixel keeps the colour that it gets in this one; 0 if it has it already.
    int of(int pixel) {
        return born[pixel] & 255;
    }

    /// For how many frames more, with this one, a pixel keeps its colour: at least one.
    int rest(int pixel) {
        return rest[pixel] & 255;
    }

    /// Where pixels of the frame that was begun are left out in the next; null if there are none.
    @Nullable
    Box leaving() {
        return leaving[frame];
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        inflater.end();
        file.close();
    }
}
