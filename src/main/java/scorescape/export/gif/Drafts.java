package scorescape.export.gif;

/// Writes a frame in one way or the other, with the colour table of the film and with one of its own, and takes what
/// costs less: bits of the file and the price of errors together.
final class Drafts {

    /// What has proved better is taken for so many frames, then compared anew: most films change their kind slowly, and
    /// comparing takes twice the time.
    private static final int COMPARED = 6;

    private final Screen screen;
    private final Tables tables;
    private final Picture picture;
    private final Lzw lzw;
    private boolean own;
    private int untilCompared;

    /// A frame, ready to be written.
    static final class Draft {

        /// The table of its colours.
        final Palette palette;

        /// Where it is drawn.
        final Screen.Box box;

        /// Its packed codes.
        final byte[] data;

        /// The index of each pixel of the box.
        final byte[] chosen;

        /// Its bits, with those of an own table, and the price of its errors.
        private final double cost;

        private Draft(Palette palette, Screen.Box box, byte[] data, byte[] chosen, double cost) {
            this.palette = palette;
            this.box = box;
            this.data = data;
            this.chosen = chosen;
            this.cost = cost;
        }
    }

    /// @param pixels how many the screen has
    Drafts(Screen screen, Tables tables, Trade trade, int pixels) {
        this.screen = screen;
        this.tables = tables;
        picture = new Picture(pixels);
        lzw = new Lzw(picture, pixels, trade.maxExcess());
    }

    /// The better draft of the frame that the screen is to show next.
    Draft best(double bitsPerSquaredLevel) {
        boolean compare = untilCompared == 0;
        Palette ofFrame = own || compare ? tables.own(screen, bitsPerSquaredLevel) : null;
        untilCompared = compare ? COMPARED - 1 : untilCompared - 1;
        if (ofFrame == null) {
            own = false;
            return draft(tables.ofFilm(), bitsPerSquaredLevel);
        }
        Draft withOwn = draft(ofFrame, bitsPerSquaredLevel);
        if (!compare) {
            return withOwn;
        }
        Draft withFilms = draft(tables.ofFilm(), bitsPerSquaredLevel);
        own = withOwn.cost < withFilms.cost;
        return own ? withOwn : withFilms;
    }

    private Draft draft(Palette palette, double bitsPerSquaredLevel) {
        Screen.Box box = screen.change(palette);
        screen.describe(palette, box, picture);
        byte[] data = lzw.compress(bitsPerSquaredLevel);
        byte[] chosen = lzw.chosen().clone();
        double bits = 8.0 * data.length + (palette == tables.ofFilm() ? 0 : Tables.bits(palette));
        return new Draft(palette, box, data, chosen, bits + bitsPerSquaredLevel * screen.error(palette, box, chosen));
    }
}
