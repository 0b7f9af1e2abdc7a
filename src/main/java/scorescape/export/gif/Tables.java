package scorescape.export.gif;

import org.jspecify.annotations.Nullable;

/// The colour tables that a frame may use: that of the film, and one of its own.
final class Tables {

    private static final int BITS_PER_COLOUR = 24;

    private final ColourCounts counts;
    private final boolean mayOwn;
    private final Palette ofFilm;
    private @Nullable Palette lastOwn;

    /// @param counts of the colours of the film; taken over, and changed by [#own]
    Tables(ColourCounts counts, Trade trade) {
        if (counts.distinct() == 0) {
            counts.add(0, 1);
        }
        this.counts = counts;
        mayOwn = trade.ownTables();
        ofFilm = PaletteFitter.fit(counts, Palette.MAX_COLOURS, trade.metric());
    }

    Palette ofFilm() {
        return ofFilm;
    }

    /// A table for what changes in a frame, or null if the errors that it spares are not worth its bits.
    ///
    /// @param bitsPerSquaredLevel the price of errors
    @Nullable
    Palette own(Screen screen, double bitsPerSquaredLevel) {
        if (!mayOwn) {
            return null;
        }
        double error = screen.error(ofFilm);
        if (error == 0) {
            return null;
        }
        counts.clear();
        screen.countChanges(counts);
        // A palette of few colours is no beginning for one of many.
        Palette own = lastOwn == null || lastOwn.size() < Palette.MAX_COLOURS
                ? PaletteFitter.fit(counts, Palette.MAX_COLOURS, ofFilm.metric())
                : PaletteFitter.fit(counts, Palette.MAX_COLOURS, lastOwn);
        lastOwn = own;
        return (error - screen.error(own)) * bitsPerSquaredLevel > bits(own) ? own : null;
    }

    /// What a table costs in the file.
    static int bits(Palette palette) {
        return BITS_PER_COLOUR << palette.tableBits();
    }
}
