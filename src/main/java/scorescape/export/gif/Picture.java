package scorescape.export.gif;

/// What a frame wants in a box of the screen, pixel by pixel, and so what may be written there.
final class Picture {

    /// In place of a colour or an index: there is none.
    static final int NOTHING = -1;

    /// How free the choice of an index is.
    enum Freedom {
        /// The pixel wants the colour that it wanted before: whatever is shown stays.
        HELD,
        /// The same, but a colour that is closer to what the pixel wants will do as well.
        CLOSER,
        /// Only the nearest colour will do.
        EXACT,
        /// A colour somewhat farther off will do.
        FREE
    }

    private final int[] wanted;
    private final byte[] nearest;
    private final int[] least;
    private final short[] shown;
    private final int[] shownExcess;
    private final Freedom[] freedom;
    private final float[] weight;

    // Set when a picture begins.
    @SuppressWarnings("NullAway.Init")
    private Palette palette;
    private int size;

    /// @param capacity most pixels of a box
    Picture(int capacity) {
        wanted = new int[capacity];
        nearest = new byte[capacity];
        least = new int[capacity];
        shown = new short[capacity];
        shownExcess = new int[capacity];
        freedom = new Freedom[capacity];
        weight = new float[capacity];
    }

    /// Forgets the pixels.
    ///
    /// @param colours in which the next ones are to be written
    void begin(Palette colours) {
        palette = colours;
        size = 0;
    }

    /// Adds the next pixel.
    ///
    /// @param argb the colour it wants
    /// @param best the index of the nearest colour
    /// @param squaredError of that colour
    /// @param index of what it shows, or [#NOTHING] if the palette lacks it
    /// @param errorOfShown the squared error of what it shows, very large where that is nothing
    /// @param errorWeight how much an error counts
    void add(int argb, int best, int squaredError, int index, int errorOfShown, Freedom choice, float errorWeight) {
        wanted[size] = argb;
        nearest[size] = (byte) best;
        least[size] = squaredError;
        shown[size] = (short) index;
        shownExcess[size] = errorOfShown - squaredError;
        weight[size] = errorWeight;
        freedom[size++] = choice;
    }

    Palette palette() {
        return palette;
    }

    int size() {
        return size;
    }

    Freedom freedom(int pixel) {
        return freedom[pixel];
    }

    /// How much an error counts at a pixel.
    float weight(int pixel) {
        return weight[pixel];
    }

    /// The index of the colour nearest to the wanted one.
    int nearest(int pixel) {
        return nearest[pixel] & 255;
    }

    /// The index of what is on the screen, or [#NOTHING] if the palette lacks it.
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

    /// By how much the squared error of what is on the screen exceeds that of the nearest colour: negative where an
    /// earlier palette had a nearer one, very large where the screen is empty.
    int shownExcess(int pixel) {
        return shownExcess[pixel];
    }

    /// Whether the screen shows the best there is, so that the pixel costs next to nothing.
    boolean settled(int pixel) {
        return freedom[pixel] == Freedom.HELD || shownExcess[pixel] <= 0;
    }
}
