package scorescape.export.gif;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Writes a frame in several ways, and takes what costs less, bits of the file and the price of errors together: with the
/// colour table of the film or with one of its own, what stays rather as transparent or as what it is, or not at all.
/// Transparent pixels serve where most stays; where text scrolls over paper they would tear the phrases apart.
final class Drafts {

    /// What has proved better is taken for the next frame, and each time that it proves so again for twice as many, up to
    /// these: most films change their kind slowly, and comparing takes twice the time.
    private static final int RAREST = 8;

    /// While transparent comes first, the other order has a part in one of so many comparisons: not in the very first, where nothing
    /// stays.
    private static final int ORDER_COMPARED = 4;

    /// By a smaller part of the bits of a frame a way is not better than another.
    private static final double ABOUT = 0.02;

    private final Screen screen;
    private final Tables tables;
    private final Picture picture;
    private final Lzw lzw;
    private boolean own;
    private boolean transparentFirst = true;
    private int interval = 1;
    private int comparisons;
    private int untilCompared;

    /// A frame, ready to be written.
    static final class Draft {

        /// The table of its colours.
        final Palette palette;

        /// Where it is drawn.
        final Box box;

        /// Its packed codes.
        final byte[] data;

        /// The index of each pixel of the box.
        final byte[] chosen;

        private final Match match;

        /// Its bits, with those of its table, less the price of the errors that it takes from the screen.
        private final double cost;

        private Draft(Match match, Box box, byte[] data, byte[] chosen, double cost) {
            this.match = match;
            this.cost = cost;
            palette = match.palette();
            this.box = box;
            this.data = data;
            this.chosen = chosen;
        }

        /// Whether the other costs about the same, so that either will do.
        boolean isAbout(Draft other) {
            return Math.abs(cost - other.cost) < ABOUT * 8 * data.length;
        }

        /// Whether all stays as it is.
        boolean changesNothing() {
            return IntStream.range(0, chosen.length).allMatch(i -> (chosen[i] & 255) == palette.transparent());
        }
    }

    /// @param pixels how many the screen has
    Drafts(Screen screen, Tables tables, Trade trade, int pixels) {
        this.screen = screen;
        this.tables = tables;
        picture = new Picture(pixels);
        lzw = new Lzw(picture, pixels, trade.maxExcess());
    }

    /// Writes the frame that the screen is to show next in the best way, and shows it.
    Draft best(double bitsPerSquaredLevel) {
        Draft best = choose(bitsPerSquaredLevel);
        if (tables.mayOwn() && screen.mayStay() && best.cost > 0) {
            // Where all changes are faint they may wait for the next frame.
            best = draft(tables.nothing(), bitsPerSquaredLevel);
        }
        screen.show(best.match, best.box, best.chosen);
        return best;
    }

    private Draft choose(double bitsPerSquaredLevel) {
        Match ofFilm = tables.ofFilm(screen);
        boolean compare = untilCompared == 0;
        Match ofFrame = own || compare ? tables.own(screen, ofFilm, bitsPerSquaredLevel) : null;
        if (!compare) {
            untilCompared--;
            own &= ofFrame != null;
            Match match = ofFrame == null ? ofFilm : ofFrame;
            // The other order may be far worse soon.
            return transparentFirst ? draft(match, bitsPerSquaredLevel) : eitherFirst(match, bitsPerSquaredLevel);
        }
        boolean ownBefore = own;
        own = false;
        boolean bothOrders = !transparentFirst || comparisons++ % ORDER_COMPARED == 1;
        Draft best = bothOrders ? eitherFirst(ofFilm, bitsPerSquaredLevel) : draft(ofFilm, bitsPerSquaredLevel);
        boolean alike = true;
        if (ofFrame != null) {
            Draft withOwn = draft(ofFrame, bitsPerSquaredLevel);
            own = withOwn.cost < best.cost;
            alike = withOwn.isAbout(best);
            best = own ? withOwn : best;
        }
        // The first frame, which finds nothing on the screen, says little of the next.
        interval = (own == ownBefore || alike) && screen.mayStay() ? Math.min(RAREST, 2 * interval) : 1;
        untilCompared = interval - 1;
        Match closer = tables.closer(screen, bitsPerSquaredLevel);
        if (closer != null) {
            Draft withCloser = draft(closer, bitsPerSquaredLevel);
            if (withCloser.cost < best.cost) {
                // There may be more to gain in the next frame.
                untilCompared = 0;
                return withCloser;
            }
        }
        return best;
    }

    /// Prefers transparent for what stays, unless the other order costs clearly less.
    private Draft eitherFirst(Match match, double bitsPerSquaredLevel) {
        transparentFirst = true;
        Draft draft = draft(match, bitsPerSquaredLevel);
        transparentFirst = false;
        Draft other = draft(match, bitsPerSquaredLevel);
        if (other.cost < draft.cost && !other.isAbout(draft)) {
            return other;
        }
        transparentFirst = true;
        return draft;
    }

    private Draft draft(Match match, double bitsPerSquaredLevel) {
        Box box = screen.change(match);
        screen.describe(match, box, picture);
        byte[] data = lzw.compress(bitsPerSquaredLevel, transparentFirst);
        byte[] chosen = Arrays.copyOf(lzw.chosen(), box.width() * box.height());
        double cost = 8.0 * data.length + tables.bits(match.palette())
                - bitsPerSquaredLevel * screen.gain(match.palette(), box, chosen);
        return new Draft(match, box, data, chosen, cost);
    }
}
