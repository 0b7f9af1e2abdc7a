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

    /// A copy as red, green and blue of each pixel in turn.
    public byte[] rgb() {
        byte[] rgb = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return rgb;
    }

    /// The array itself, for painting: not to be written.
    int[] pixels() {
        return pixels;
    }
}
