package scorescape.export.gif;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a film as an animated GIF. The same frames give the same bytes.
public final class GifEncoder {

    /// The largest width and height that the format can say.
    public static final int MAX_SIZE = 0xffff;

    private final FrameSource source;
    private final Trade trade;
    private final @Nullable String comment;
    private final OutputStream out;
    private final Observer observer;
    private final int width;
    private final int height;

    /// Hears of every frame that has been painted, twice per frame, and says whether to go on.
    @FunctionalInterface
    public interface Observer {

        /// @param painted how many frames have been painted, up to twice the number of frames
        /// @return false to stop
        boolean goOn(int painted);
    }

    private GifEncoder(FrameSource source, Trade trade, @Nullable String comment, OutputStream out,
            Observer observer) {
        this.source = source;
        this.trade = trade;
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
        Math.multiplyExact(width, height);
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
        return encode(source, quality.trade(), comment, out, observer);
    }

    static boolean encode(FrameSource source, Trade trade, @Nullable String comment, OutputStream out,
            Observer observer) throws IOException {
        return new GifEncoder(source, trade, comment, out, observer).encode();
    }

    private boolean encode() throws IOException {
        try (var lifetimes = new Lifetimes(width, width * height, source.frames(), source.transparent());
                var frames = new PaintedAhead(source)) {
            var counts = new ColourCounts();
            for (int frame = source.frames() - 1; frame >= 0; frame--) {
                int[] argb = frames.next(frame, frame > 0 ? frame - 1 : 0);
                counts.add(argb);
                lifetimes.addBefore(argb);
                if (!observer.goOn(source.frames() - frame)) {
                    return false;
                }
            }
            return write(frames, counts, lifetimes);
        }
    }

    private boolean write(PaintedAhead frames, ColourCounts counts, Lifetimes lifetimes) throws IOException {
        var tables = new Tables(counts, trade, width * height);
        var stream = new GifStream(out);
        stream.header(width, height, tables.ofFilm());
        if (source.plays() != 1) {
            stream.loop(source.plays());
        }
        if (comment != null) {
            stream.comment(comment);
        }
        var screen = new Screen(trade, lifetimes, width, height);
        var drafts = new Drafts(screen, tables, trade, width * height);
        var price = new Price(trade, source.frames(), width * height);
        GifStream.Frame last = null;
        for (int frame = 0; frame < source.frames(); frame++) {
            lifetimes.begin(frame);
            screen.want(frames.next(frame, frame + 1));
            Drafts.Draft draft = drafts.best(price.bitsPerSquaredLevel());
            price.adapt(tables.bits(draft.palette) + 8.0 * draft.data.length, screen.error());
            boolean wipe = lifetimes.leaving() != null;
            int delay = source.delayCentiseconds(frame);
            if (last == null || wipe || !draft.changesNothing() || !last.prolong(delay)) {
                if (last != null) {
                    stream.frame(last);
                }
                last = new GifStream.Frame(delay, draft.palette, draft.palette != tables.ofFilm(), wipe, draft.box,
                        draft.data);
            }
            if (wipe) {
                screen.wipe(draft.box);
            }
            if (!observer.goOn(source.frames() + frame + 1)) {
                return false;
            }
        }
        stream.frame(Objects.requireNonNull(last));
        stream.trailer();
        return true;
    }
}
