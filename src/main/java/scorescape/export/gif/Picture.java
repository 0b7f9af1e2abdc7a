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
    private final short[] plain;
    private final int[] least;
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
        plain = new short[capacity];
        least = new int[capacity];
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

    /// Adds a pixel that is held.
    ///
    /// @param index of what it shows, or [#NOTHING] if the palette lacks it
    void hold(int index) {
        plain[size] = (short) index;
        shownExcess[size] = 0;
        freedom[size++] = Freedom.HELD;
    }

    /// Adds a pixel that is not held.
    ///
    /// @param argb the colour it wants
    /// @param nearest the index of the nearest colour
    /// @param squaredError of that colour
    /// @param errorOfShown the squared error of what it shows, very large where that is nothing
    /// @param errorWeight how much an error counts
    void add(int argb, int nearest, int squaredError, int errorOfShown, Freedom choice, float errorWeight) {
        wanted[size] = argb;
        plain[size] = (short) nearest;
        least[size] = squaredError;
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

    /// The index that makes no excess: of the colour nearest to the wanted one, or of what is on the screen where that is
    /// held, and there [#NOTHING] if the palette lacks it.
    int plain(int pixel) {
        return plain[pixel];
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
    /// earlier palette had a nearer one, 0 where it is held, very large where the screen is empty.
    int shownExcess(int pixel) {
        return shownExcess[pixel];
    }

    /// Whether the screen shows the best there is, so that the pixel costs next to nothing.
    boolean settled(int pixel) {
        return shownExcess[pixel] <= 0;
    }
}
