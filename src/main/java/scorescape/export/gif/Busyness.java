package scorescape.export.gif;

/// How much a picture hides errors: they are seen in even areas, and hardly beside edges and texture.
///
/// By the structural similarity of pictures (Wang et al. 2004, IEEE Trans. Image Processing 13) a squared error counts
/// as `1 / (2 v + c)`, with the variance `v` of the brightness around it and `c = (0.03 · 255)²`.
final class Busyness {

    private static final float C = 58.5f;

    /// How far the area around a pixel reaches.
    private static final int REACH = 2;

    private final int width;
    private final int height;

    Busyness(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /// The weight of an error at a pixel: 1 in an even area, near 0 in a busy one.
    float weight(int[] argb, int x, int y) {
        float sum = 0;
        float squares = 0;
        int n = 0;
        for (int row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
            for (int column = Math.max(0, x - REACH); column <= Math.min(width - 1, x + REACH); column++) {
                float v = brightness(argb[row * width + column]);
                sum += v;
                squares += v * v;
                n++;
            }
        }
        float variance = Math.max(0, squares / n - sum / n * (sum / n));
        return C / (2 * variance + C);
    }

    /// By ITU-R BT.601.
    private static float brightness(int argb) {
        return 0.299f * (argb >> 16 & 255) + 0.587f * (argb >> 8 & 255) + 0.114f * (argb & 255);
    }

    /// Whether a pixel and the eight around it have one colour.
    boolean isFlat(int[] argb, int x, int y) {
        if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
            return false;
        }
        int colour = argb[y * width + x];
        for (int i = (y - 1) * width + x - 1; i <= (y + 1) * width + x - 1; i += width) {
            if (argb[i] != colour || argb[i + 1] != colour || argb[i + 2] != colour) {
                return false;
            }
        }
        return true;
    }
}
