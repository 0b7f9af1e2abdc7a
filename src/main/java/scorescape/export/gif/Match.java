package scorescape.export.gif;

import scorescape.export.gif.Screen.Scope;

/// How well a palette shows what a frame wants: the nearest colour of every pixel that may be written.
final class Match {

    private final byte[] nearest;
    private final int[] least;

    // Set by a match.
    @SuppressWarnings("NullAway.Init")
    private Palette palette;

    private Scope scope = Scope.CHANGES;

    /// @param pixels how many the screen has
    Match(int pixels) {
        this(new byte[pixels], new int[pixels]);
    }

    private Match(byte[] nearest, int[] least) {
        this.nearest = nearest;
        this.least = least;
    }

    /// The same match, as long as this one stays, for other pixels.
    Match within(Scope pixels) {
        var match = new Match(nearest, least);
        match.begin(palette, pixels);
        return match;
    }

    /// Forgets all pixels.
    void begin(Palette colours, Scope pixels) {
        palette = colours;
        scope = pixels;
    }

    void set(int pixel, int index, int squaredError) {
        nearest[pixel] = (byte) index;
        least[pixel] = squaredError;
    }

    Palette palette() {
        return palette;
    }

    /// Which pixels are matched.
    Scope scope() {
        return scope;
    }

    /// The index of the colour nearest to the wanted one.
    int nearest(int pixel) {
        return nearest[pixel] & 255;
    }

    /// The squared error of that colour.
    int least(int pixel) {
        return least[pixel];
    }
}
