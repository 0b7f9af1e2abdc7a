package scorescape.export.gif;

/// What a frame wants in a box of the screen, pixel by pixel, and so what may be written there.
final class Picture {

    /// In place of an index: nothing has been drawn yet.
    static final int NOTHING = -1;

    /// How free the choice of an index is.
    enum Freedom {
        /// The pixel wants the colour that it wanted before: whatever is shown stays.
        HELD,
        /// Only the nearest colour will do.
        EXACT,
        /// A colour somewhat farther off will do.
        FREE
    }

    private final Palette palette;
    private final int[] wanted;
    private final byte[] nearest;
    private final int[] least;
    private final short[] shown;
    private final Freedom[] freedom;
    private int size;

    /// @param capacity most pixels of a box
    Picture(Palette palette, int capacity) {
        this.palette = palette;
        wanted = new int[capacity];
        nearest = new byte[capacity];
        least = new int[capacity];
        shown = new short[capacity];
        freedom = new Freedom[capacity];
    }

    void clear() {
        size = 0;
    }

    /// Adds the next pixel.
    ///
    /// @param argb the colour it wants
    /// @param index what it shows, or [#NOTHING]
    void add(int argb, int index, Freedom choice) {
        int best = palette.indexOf(argb);
        wanted[size] = argb;
        nearest[size] = (byte) best;
        least[size] = palette.squaredDistance(argb, best);
        shown[size] = (short) index;
        freedom[size++] = choice;
    }

    int size() {
        return size;
    }

    Freedom freedom(int pixel) {
        return freedom[pixel];
    }

    /// The index of the colour nearest to the wanted one.
    int nearest(int pixel) {
        return nearest[pixel] & 255;
    }

    /// The index on the screen, or [#NOTHING].
    int shown(int pixel) {
        return shown[pixel];
    }

    /// The squared error of the nearest colour.
    int least(int pixel) {
        return least[pixel];
    }

    /// By how much the squared error of a colour exceeds that of the nearest.
    int excess(int pixel, int index) {
        return palette.squaredDistance(wanted[pixel], index) - least[pixel];
    }

    /// Whether the screen shows the best there is, so that the pixel costs next to nothing.
    boolean settled(int pixel) {
        return freedom[pixel] == Freedom.HELD || shown[pixel] == nearest(pixel);
    }
}
