package scorescape.export.gif;

import java.util.Arrays;

/// Finds the nearest of a few hundred points in the RGB cube.
///
/// The points are sorted by the sum `r + g + b`. Two colours whose sums differ by `s` are at a squared distance of at
/// least `s²` divided by [Metric#spread], so a search that walks outwards from the sum it looks for may stop early.
final class NearestColour {

    private final Metric metric;
    private final double spread;
    private final int[] original;
    private final int[] position;
    private final double[] red;
    private final double[] green;
    private final double[] blue;
    private final double[] luma;
    private final double[] sum;

    NearestColour(double[] red, double[] green, double[] blue, Metric metric) {
        this.metric = metric;
        spread = metric.spread();
        int n = red.length;
        original = order(red, green, blue);
        position = new int[n];
        this.red = new double[n];
        this.green = new double[n];
        this.blue = new double[n];
        luma = new double[n];
        sum = new double[n];
        for (int k = 0; k < n; k++) {
            int i = original[k];
            position[i] = k;
            this.red[k] = red[i];
            this.green[k] = green[i];
            this.blue[k] = blue[i];
            luma[k] = metric.luma(red[i], green[i], blue[i]);
            sum[k] = red[i] + green[i] + blue[i];
        }
    }

    /// The indices of the points by their sums.
    private static int[] order(double[] red, double[] green, double[] blue) {
        long[] keys = new long[red.length];
        for (int i = 0; i < keys.length; i++) {
            // Positive numbers sort as their bits do; the last eight, 2⁻⁴⁴ of the sum, make room for the index.
            keys[i] = (Double.doubleToRawLongBits(red[i] + green[i] + blue[i]) & -256) | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key & 255).toArray();
    }

    /// The index of the point nearest to a colour; of points at equal distance the first that the search meets.
    int find(double r, double g, double b) {
        int place = Arrays.binarySearch(sum, r + g + b);
        return findFrom(Math.min(place < 0 ? -place - 1 : place, sum.length - 1), r, g, b);
    }

    /// As [#find(double, double, double)].
    ///
    /// @param hint an index that is probably near the answer: the search starts there and is quicker for it
    int find(double r, double g, double b, int hint) {
        return findFrom(position[hint], r, g, b);
    }

    private int findFrom(int start, double r, double g, double b) {
        double s = r + g + b;
        double l = metric.luma(r, g, b);
        int best = start;
        double least = squaredDistance(start, r, g, b, l);
        double reach = spread * least;
        for (int k = start + 1; k < sum.length; k++) {
            double gap = sum[k] - s;
            if (gap > 0 && gap * gap >= reach) {
                break;
            }
            double d = squaredDistance(k, r, g, b, l);
            if (d < least) {
                least = d;
                reach = spread * least;
                best = k;
            }
        }
        for (int k = start - 1; k >= 0; k--) {
            double gap = s - sum[k];
            if (gap > 0 && gap * gap >= reach) {
                break;
            }
            double d = squaredDistance(k, r, g, b, l);
            if (d < least) {
                least = d;
                reach = spread * least;
                best = k;
            }
        }
        return original[best];
    }

    private double squaredDistance(int k, double r, double g, double b, double l) {
        double dr = red[k] - r;
        double dg = green[k] - g;
        double db = blue[k] - b;
        double dl = luma[k] - l;
        return dr * dr + dg * dg + db * db + dl * dl;
    }
}
