package scorescape.export.gif;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a film as an animated GIF that loops for ever. The same frames give the same bytes.
public final class GifEncoder {

    /// The largest width and height that the format can say.
    public static final int MAX_SIZE = 0xffff;

    /// One of the 256 indices is needed to say "as before".
    private static final int MAX_COLOURS = 255;

    private final FrameSource source;
    private final GifQuality quality;
    private final @Nullable String comment;
    private final OutputStream out;
    private final Observer observer;
    private final int width;
    private final int height;
    private final int[] argb;

    /// Hears of every frame that has been painted, twice per frame, and says whether to go on.
    @FunctionalInterface
    public interface Observer {

        /// @param painted how many frames have been painted, up to twice the number of frames
        /// @return false to stop
        boolean goOn(int painted);
    }

    private GifEncoder(FrameSource source, GifQuality quality, @Nullable String comment, OutputStream out,
            Observer observer) {
        this.source = source;
        this.quality = quality;
        this.comment = comment;
        this.out = out;
        this.observer = observer;
        width = source.width();
        height = source.height();
        if (width < 1 || width > MAX_SIZE || height < 1 || height > MAX_SIZE) {
            throw new IllegalArgumentException("a GIF is from 1 to " + MAX_SIZE + " pixels wide and high, not " + width
                    + " by " + height);
        }
        if (source.frames() < 1) {
            throw new IllegalArgumentException("a film needs at least one frame");
        }
        argb = new int[Math.multiplyExact(width, height)];
    }

    /// Writes the film without a comment.
    public static boolean encode(FrameSource source, GifQuality quality, OutputStream out, Observer observer)
            throws IOException {
        return encode(source, quality, null, out, observer);
    }

    /// Writes the film to `out`, which is left open.
    ///
    /// @param comment text that goes with the film, or null
    /// @return whether it was written to the end; false if `observer` stopped it
    public static boolean encode(FrameSource source, GifQuality quality, @Nullable String comment, OutputStream out,
            Observer observer) throws IOException {
        return new GifEncoder(source, quality, comment, out, observer).encode();
    }

    private boolean encode() throws IOException {
        var counts = new ColourCounts();
        for (int frame = 0; frame < source.frames(); frame++) {
            source.paint(frame, argb);
            counts.add(argb);
            if (!observer.goOn(frame + 1)) {
                return false;
            }
        }
        return write(PaletteFitter.fit(counts, MAX_COLOURS));
    }

    private boolean write(Palette palette) throws IOException {
        int transparent = palette.size();
        int tableBits = 32 - Integer.numberOfLeadingZeros(transparent);
        var stream = new GifStream(out);
        stream.header(width, height, palette, tableBits);
        stream.loopForEver();
        if (comment != null) {
            stream.comment(comment);
        }
        var screen = new Screen(palette, quality, width, height);
        var picture = new Picture(palette, argb.length);
        var lzw = new Lzw(palette, picture, argb.length, transparent, quality.maxExcess());
        var price = new Price(quality);
        for (int frame = 0; frame < source.frames(); frame++) {
            source.paint(frame, argb);
            Screen.Box box = screen.change(argb);
            screen.describe(argb, box, picture);
            byte[] data = lzw.compress(price.bitsPerSquaredLevel());
            screen.show(argb, box, lzw.chosen(), transparent);
            price.adapt(screen.least(), screen.excess());
            stream.frame(source.delayCentiseconds(frame), transparent, box, data, lzw.minimumCodeSize());
            if (!observer.goOn(source.frames() + frame + 1)) {
                return false;
            }
        }
        stream.trailer();
        return true;
    }
}
