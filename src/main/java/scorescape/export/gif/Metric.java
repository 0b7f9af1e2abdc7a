package scorescape.export.gif;

/// How far two colours are apart: squared, in levels of RGB, with the difference of their brightness counted once more,
/// so many times.
///
/// @param lumaWeight by which the squared difference of brightness counts besides those of red, green and blue
record Metric(int lumaWeight) {

    /// Of ITU-R BT.601, in parts of 256.
    private static final int RED = 77;
    private static final int GREEN = 150;
    private static final int BLUE = 29;

    /// Between two colours whose alpha is ignored.
    int squared(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        int squared = red * red + green * green + blue * blue;
        if (lumaWeight == 0) {
            return squared;
        }
        long luma = (long) RED * red + (long) GREEN * green + (long) BLUE * blue;
        return squared + (int) ((lumaWeight * luma * luma) >> 16);
    }

    /// The largest `(r + g + b)²` of two colours at unit distance: `1ᵀ M⁻¹ 1` with the matrix `M = I + lumaWeight u uᵀ` of the
    /// metric, where `u` are the shares of the colours in the brightness, which sum to 1.
    double spread() {
        double u = (RED * RED + GREEN * GREEN + BLUE * BLUE) / (256.0 * 256.0);
        return 3 - lumaWeight / (1 + lumaWeight * u);
    }

    /// The brightness of a colour, so weighted that its squared difference adds to those of red, green and blue.
    double luma(double red, double green, double blue) {
        return Math.sqrt(lumaWeight) * (RED * red + GREEN * green + BLUE * blue) / 256;
    }
}
