package scorescape.export.gif;

import org.jspecify.annotations.Nullable;

/// Chooses the colour table of each frame: that of the film, or one of its own where that pays.
final class Tables {

    private static final int BITS_PER_COLOUR = 24;

    private final ColourCounts counts;
    private final boolean mayOwn;
    private final Palette ofFilm;
    private @Nullable Palette lastOwn;

    /// @param counts of the colours of the film; taken over, and changed by [#choose]
    Tables(ColourCounts counts, Trade trade) {
        if (counts.distinct() == 0) {
            counts.add(0, 1);
        }
        this.counts = counts;
        mayOwn = trade.ownTables();
        ofFilm = PaletteFitter.fit(counts, Palette.MAX_COLOURS);
    }

    Palette ofFilm() {
        return ofFilm;
    }

    /// A frame gets a table of its own if that spares more errors among the pixels that change than it costs bits.
    ///
    /// @param bitsPerSquaredLevel the price of errors
    Palette choose(Screen screen, double bitsPerSquaredLevel) {
        if (!mayOwn) {
            return ofFilm;
        }
        counts.clear();
        screen.countChanges(counts);
        int[] colours = counts.colours();
        double error = error(ofFilm, colours);
        if (error * bitsPerSquaredLevel <= bits(Math.min(colours.length, Palette.MAX_COLOURS))) {
            return ofFilm;
        }
        // A palette of few colours is no beginning for one of many.
        Palette own = lastOwn == null || lastOwn.size() < Palette.MAX_COLOURS
                ? PaletteFitter.fit(counts, Palette.MAX_COLOURS)
                : PaletteFitter.fit(counts, Palette.MAX_COLOURS, lastOwn);
        if ((error - error(own, colours)) * bitsPerSquaredLevel <= bits(own.size())) {
            return ofFilm;
        }
        lastOwn = own;
        return own;
    }

    private double error(Palette palette, int[] colours) {
        double sum = 0;
        for (int colour : colours) {
            sum += (double) counts.count(colour) * palette.squaredDistance(colour, palette.indexOf(colour));
        }
        return sum;
    }

    /// Of a table with so many colours and the transparent index.
    private static int bits(int colours) {
        return BITS_PER_COLOUR << (32 - Integer.numberOfLeadingZeros(colours));
    }
}
