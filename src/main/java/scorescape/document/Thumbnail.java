package scorescape.document;

import java.util.Arrays;

/// A small square picture that a component stands for. Immutable.
///
/// Among images, `x_t` is one; the pictures show what the plane only stands for. They come from [Thumbnails].
public final class Thumbnail {

    /// Of a side, in pixels.
    public static final int SIZE = 64;

    private final String name;
    private final int[] pixels;

    /// @param name of a picture that comes with the program, empty for another
    /// @param pixels `SIZE × SIZE` of them, row by row, as `0xRRGGBB`
    Thumbnail(String name, int[] pixels) {
        Check.that(pixels.length == SIZE * SIZE, "image", SIZE + " × " + SIZE + " pixels", pixels.length);
        this.name = name;
        this.pixels = Arrays.stream(pixels).map(pixel -> pixel & 0xFFFFFF).toArray();
    }

    /// What people call the picture, empty for one of their own.
    public String name() {
        return name;
    }

    /// `0xRRGGBB`
    public int pixel(int column, int row) {
        return pixels[row * SIZE + column];
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Thumbnail t && name.equals(t.name) && Arrays.equals(pixels, t.pixels));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "a picture" : name;
    }
}
