package scorescape.export.gif;

import java.util.Arrays;

/// Writes a frame in several ways, and takes what costs less, bits of the file and the price of errors together: with the
/// colour table of the film or with one of its own, and what stays rather as transparent or as what it is. Transparent
/// pixels serve where most stays; where text scrolls over paper they would tear the phrases apart.
final class Drafts {

    /// What has proved better is taken for so many frames, then compared anew: most films change their kind slowly, and
    /// comparing takes twice the time.
    private static final int COMPARED = 6;

    private final Screen screen;
    private final Tables tables;
    private final Picture picture;
    private final Lzw lzw;
    private boolean own;
    private boolean transparentFirst = true;
    private boolean begun;
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

        private Draft(Match match, Box box, byte[] data, byte[] chosen) {
            this.match = match;
            palette = match.palette();
            this.box = box;
            this.data = data;
            this.chosen = chosen;
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
        screen.show(best.match, best.box, best.chosen);
        return best;
    }

    private Draft choose(double bitsPerSquaredLevel) {
        Match ofFilm = tables.ofFilm(screen);
        boolean compare = untilCompared == 0;
        // The first frame, which finds nothing on the screen, says little of the next.
        untilCompared = !begun ? 0 : compare ? COMPARED - 1 : untilCompared - 1;
        begun = true;
        Match ofFrame = own || compare ? tables.own(screen, ofFilm, bitsPerSquaredLevel) : null;
        if (!compare) {
            own &= ofFrame != null;
            return draft(ofFrame == null ? ofFilm : ofFrame, bitsPerSquaredLevel);
        }
        own = false;
        Draft best = eitherFirst(ofFilm, bitsPerSquaredLevel);
        if (ofFrame != null) {
            Draft withOwn = draft(ofFrame, bitsPerSquaredLevel);
            own = cost(withOwn, bitsPerSquaredLevel) < cost(best, bitsPerSquaredLevel);
            best = own ? withOwn : best;
        }
        Match closer = tables.closer(screen, bitsPerSquaredLevel);
        if (closer != null) {
            Draft withCloser = draft(closer, bitsPerSquaredLevel);
            if (cost(withCloser, bitsPerSquaredLevel) < cost(best, bitsPerSquaredLevel)) {
                // There may be more to gain in the next frame.
                untilCompared = 0;
                return withCloser;
            }
        }
        return best;
    }

    /// Changes what is preferred for what stays if that costs less.
    private Draft eitherFirst(Match match, double bitsPerSquaredLevel) {
        Draft draft = draft(match, bitsPerSquaredLevel);
        transparentFirst = !transparentFirst;
        Draft other = draft(match, bitsPerSquaredLevel);
        if (cost(other, bitsPerSquaredLevel) < cost(draft, bitsPerSquaredLevel)) {
            return other;
        }
        transparentFirst = !transparentFirst;
        return draft;
    }

    private Draft draft(Match match, double bitsPerSquaredLevel) {
        Box box = screen.change(match);
        screen.describe(match, box, picture);
        byte[] data = lzw.compress(bitsPerSquaredLevel, transparentFirst);
        return new Draft(match, box, data, Arrays.copyOf(lzw.chosen(), box.width() * box.height()));
    }

    /// The bits of a draft, with those of its table, and the price of its errors.
    private double cost(Draft draft, double bitsPerSquaredLevel) {
        return 8.0 * draft.data.length + tables.bits(draft.palette)
                + bitsPerSquaredLevel * screen.error(draft.palette, draft.box, draft.chosen);
    }
}
