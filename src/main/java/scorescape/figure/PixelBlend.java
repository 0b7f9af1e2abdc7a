package scorescape.figure;

/// Lays a colour over premultiplied ARGB, two channels in one multiplication.
final class PixelBlend {

    /// Two channels, with room for products above each.
    private static final int PAIR = 0xFF00FF;

    /// A half for each channel of a pair, for rounding.
    private static final int HALVES = 0x800080;

    private PixelBlend() {}

    /// Each channel is `(a c + (255 − a) u) / 255`, rounded.
    ///
    /// @param color opaque: alpha 255
    /// @param alpha `a`, how much of the pixel is covered, from 0 to 255
    /// @param under premultiplied
    static int over(int color, int alpha, int under) {
        int rest = 255 - alpha;
        int redBlue = (color & PAIR) * alpha + (under & PAIR) * rest + HALVES;
        int alphaGreen = (color >>> 8 & PAIR) * alpha + (under >>> 8 & PAIR) * rest + HALVES;
        // For t = x + 128 below 2¹⁶, (t + t/256) / 256 is x / 255, rounded.
        int lower = (redBlue + (redBlue >>> 8 & PAIR)) >>> 8;
        int upper = alphaGreen + (alphaGreen >>> 8 & PAIR);
        return (lower & PAIR) | (upper & ~PAIR);
    }
}
