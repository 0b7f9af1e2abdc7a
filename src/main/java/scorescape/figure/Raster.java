package scorescape.figure;

/// The opaque pixels of a picture, row by row, as `0xRRGGBB`. Immutable: nobody writes to the array once it is in here.
public final class Raster {

    private final int width;
    private final int height;
    private final int[] pixels;

    /// @param pixels `width × height` of them; belongs to the raster from now on
    public Raster(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// The array itself, for painting: not to be written.
    int[] pixels() {
        return pixels;
    }
}
