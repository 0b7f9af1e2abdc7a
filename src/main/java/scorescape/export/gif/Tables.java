package scorescape.export.gif;

import org.jspecify.annotations.Nullable;
import scorescape.export.gif.Screen.Scope;

/// The colour tables that a frame may use: that of the film, and two kinds of its own.
final class Tables {

    private static final int BITS_PER_COLOUR = 24;

    /// What it costs to bring a pixel closer to its colour, about.
    private static final double BITS_PER_PIXEL = 4;

    private final ColourCounts counts;
    private final boolean mayOwn;
    private final Palette palette;
    private final Match film;
    private final Match own;
    private final Match closer;
    private @Nullable Palette lastOwn;

    /// @param counts of the colours of the film; taken over, and changed by [#own]
    /// @param pixels how many the screen has
    Tables(ColourCounts counts, Trade trade, int pixels) {
        if (counts.distinct() == 0) {
            counts.add(0, 1);
        }
        this.counts = counts;
        mayOwn = trade.ownTables();
        palette = PaletteFitter.fit(counts, Palette.MAX_COLOURS, trade.metric());
        film = new Match(pixels);
        own = new Match(mayOwn ? pixels : 0);
        closer = new Match(mayOwn ? pixels : 0);
    }

    Palette ofFilm() {
        return palette;
    }

    /// The table of the film, for what changes in a frame.
    Match ofFilm(Screen screen) {
        screen.match(Scope.CHANGES, palette, film);
        return film;
    }

    /// A table for what changes in a frame, or null if the errors that it spares are not worth its bits.
    ///
    /// @param ofFilm the table of the film for that frame
    /// @param bitsPerSquaredLevel the price of errors
    @Nullable
    Match own(Screen screen, Match ofFilm, double bitsPerSquaredLevel) {
        if (!mayOwn) {
            return null;
        }
        double error = screen.error(ofFilm);
        if (error * bitsPerSquaredLevel <= BITS_PER_COLOUR) {
            return null;
        }
        counts.clear();
        screen.count(Scope.CHANGES, counts);
        // A palette of few colours is no beginning for one of many.
        Palette fitted = lastOwn == null || lastOwn.size() < Palette.MAX_COLOURS
                ? PaletteFitter.fit(counts, Palette.MAX_COLOURS, palette.metric())
                : PaletteFitter.fit(counts, Palette.MAX_COLOURS, lastOwn);
        lastOwn = fitted;
        screen.match(Scope.CHANGES, fitted, own);
        return (error - screen.error(own)) * bitsPerSquaredLevel > bits(fitted) ? own : null;
    }

    /// A table with which what stands still comes closer to its colours, or null if that is not worth its bits.
    ///
    /// @param bitsPerSquaredLevel the price of errors
    @Nullable
    Match closer(Screen screen, double bitsPerSquaredLevel) {
        if (!mayOwn) {
            return null;
        }
        counts.clear();
        screen.count(Scope.CLOSER, counts);
        if (counts.distinct() == 0) {
            return null;
        }
        Palette fitted = PaletteFitter.fitQuickly(counts, Palette.MAX_COLOURS, palette.metric());
        screen.match(Scope.CLOSER, fitted, closer);
        return screen.worthOfCloser(closer, bitsPerSquaredLevel, BITS_PER_PIXEL) > bits(fitted) ? closer : null;
    }

    /// What a table costs in the file.
    int bits(Palette of) {
        return of == palette ? 0 : BITS_PER_COLOUR << of.tableBits();
    }
}
