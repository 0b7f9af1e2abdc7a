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
    private final boolean mayCloser;
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
        mayCloser = trade.closer();
        palette = PaletteFitter.fit(counts, Palette.MAX_COLOURS, trade.metric());
        film = new Match(pixels);
        own = new Match(mayOwn ? pixels : 0);
        closer = new Match(mayCloser ? pixels : 0);
    }

    /// Whether frames may have tables of their own.
    boolean mayOwn() {
        return mayOwn;
    }

    Palette ofFilm() {
        return palette;
    }

    /// The table of the film, for what changes in a frame.
    Match ofFilm(Screen screen) {
        screen.match(Scope.CHANGES, palette, film);
        return film;
    }

    /// After [#ofFilm(Screen)]: the same, but leaving everything as it is.
    Match nothing() {
        return film.within(Scope.NOTHING);
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
        double price = bitsPerSquaredLevel * screen.error(ofFilm);
        if (price <= BITS_PER_COLOUR) {
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
        double priceOfOwn = halve(screen, own, bitsPerSquaredLevel);
        return price - priceOfOwn > bits(own.palette()) ? own : null;
    }

    /// A table with which what stands still comes closer to its colours, or null if that is not worth its bits.
    ///
    /// @param bitsPerSquaredLevel the price of errors
    @Nullable
    Match closer(Screen screen, double bitsPerSquaredLevel) {
        if (!mayCloser) {
            return null;
        }
        counts.clear();
        screen.count(Scope.CLOSER, counts);
        if (counts.distinct() == 0) {
            return null;
        }
        Palette fitted = PaletteFitter.fitQuickly(counts, Palette.MAX_COLOURS, palette.metric());
        screen.match(Scope.CLOSER, fitted, closer);
        halve(screen, closer, bitsPerSquaredLevel);
        return screen.worthOfCloser(closer, bitsPerSquaredLevel, BITS_PER_PIXEL) > bits(closer.palette())
                ? closer
                : null;
    }

    /// Takes half as many colours, and again, as long as the bits of those left out are worth more than the errors that
    /// come of it. On a curve these are four times as large.
    ///
    /// @return the price of the errors that remain
    private double halve(Screen screen, Match match, double bitsPerSquaredLevel) {
        Palette whole = match.palette();
        double price = bitsPerSquaredLevel * screen.error(match);
        while (whole.tableBits() > 1 && 6 * price < bits(whole)) {
            int half = (1 << (whole.tableBits() - 1)) - 1;
            screen.match(match.scope(), PaletteFitter.fitQuickly(counts, half, whole.metric()), match);
            double priceOfHalf = bitsPerSquaredLevel * screen.error(match);
            if (priceOfHalf - price >= bits(whole) - bits(match.palette())) {
                screen.match(match.scope(), whole, match);
                return price;
            }
            whole = match.palette();
            price = priceOfHalf;
        }
        return price;
    }

    /// What a table costs in the file.
    int bits(Palette of) {
        return of == palette ? 0 : BITS_PER_COLOUR << of.tableBits();
    }
}
