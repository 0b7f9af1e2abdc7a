package scorescape.export.gif;

/// How much a picture hides errors: they are seen in even areas, and hardly beside edges and texture.
///
/// By the structural similarity of pictures (Wang et al. 2004, IEEE Trans. Image Processing 13) a squared error counts
/// as `1 / (2 v + c)`, with the variance `v` of the brightness around it and `c = (0.03 · 255)²`.
final class Busyness {

    private static final float C = 58.5f;

    /// Into how many parts a level of brightness is divided.
    private static final int SCALE = 8;

    /// How far the area around a pixel reaches.
    private static final int REACH = 2;

    private final int width;
    private final int height;
    private final int[] brightness;
    private final float[] weight;

    Busyness(int width, int height) {
        this.width = width;
        this.height = height;
        brightness = new int[width * height];
        weight = new float[width * height];
    }

    /// Looks at a picture.
    void look(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            brightness[i] = brightness(argb[i]);
        }
        int[] sums = new int[width];
        int[] squares = new int[width];
        for (int y = -REACH; y < height; y++) {
            addRow(y + REACH, 1, sums, squares);
            addRow(y - REACH - 1, -1, sums, squares);
            if (y >= 0) {
                weigh(y, sums, squares);
            }
        }
    }

    private void addRow(int row, int sign, int[] sums, int[] squares) {
        if (row >= 0 && row < height) {
            for (int x = 0; x < width; x++) {
                int v = brightness[row * width + x];
                sums[x] += sign * v;
                squares[x] += sign * v * v;
            }
        }
    }

    /// The weights of a row, from sums over the columns around it.
    private void weigh(int y, int[] sums, int[] squares) {
        int rows = Math.min(height - 1, y + REACH) - Math.max(0, y - REACH) + 1;
        long sum = 0;
        long square = 0;
        int columns = 0;
        for (int x = -REACH; x < width; x++) {
            if (x + REACH < width) {
                sum += sums[x + REACH];
                square += squares[x + REACH];
                columns++;
            }
            if (x - REACH - 1 >= 0) {
                sum -= sums[x - REACH - 1];
                square -= squares[x - REACH - 1];
                columns--;
            }
            if (x >= 0) {
                float n = rows * columns;
                float mean = sum / n;
                float variance = Math.max(0, square / n - mean * mean) / (SCALE * SCALE);
                weight[y * width + x] = C / (2 * variance + C);
            }
        }
    }

    /// The weight of an error at a pixel of the picture looked at last: 1 in an even area, near 0 in a busy one.
    float weight(int pixel) {
        return weight[pixel];
    }

    /// By ITU-R BT.601, in parts of a level.
    private static int brightness(int argb) {
        return (77 * (argb >> 16 & 255) + 150 * (argb >> 8 & 255) + 29 * (argb & 255)) * SCALE / 256;
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
