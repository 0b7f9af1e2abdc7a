package scorescape.export.gif;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds the nearest of a few hundred points in the RGB cube.
///
/// The points are sorted by brightness `r + g + b`. Two colours whose brightness differs by `s` are at a
/// squared distance of at least `s²` divided by [Metric#spread], so a search that walks outwards from the brightness it looks for may stop early.
final class NearestColour {

    private final Metric metric;
    private final int[] original;
    private final int[] position;
    private final double[] red;
    private final double[] green;
    private final double[] blue;
    private final double[] brightness;
    private final double spread;

    NearestColour(double[] red, double[] green, double[] blue, Metric metric) {
        this.metric = metric;
        spread = metric.spread();
        int n = red.length;
        original = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> red[i] + green[i] + blue[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        position = new int[n];
        this.red = new double[n];
        this.green = new double[n];
        this.blue = new double[n];
        brightness = new double[n];
        for (int k = 0; k < n; k++) {
            int i = original[k];
            position[i] = k;
            this.red[k] = red[i];
            this.green[k] = green[i];
            this.blue[k] = blue[i];
            brightness[k] = red[i] + green[i] + blue[i];
        }
    }

    /// The index of the point nearest to a colour.
    ///
    /// @param hint an index that is probably near the answer: the search starts there and is quicker for it; of
    /// points at equal distance it finds the first on its way
    int find(double r, double g, double b, int hint) {
        double s = r + g + b;
        int best = position[hint];
        double least = squaredDistance(best, r, g, b);
        int start = best;
        for (int k = start + 1; k < brightness.length; k++) {
            double gap = brightness[k] - s;
            if (gap > 0 && gap * gap >= spread * least) {
                break;
            }
            double d = squaredDistance(k, r, g, b);
            if (d < least) {
                least = d;
                best = k;
            }
        }
        for (int k = start - 1; k >= 0; k--) {
            double gap = s - brightness[k];
            if (gap > 0 && gap * gap >= spread * least) {
                break;
            }
            double d = squaredDistance(k, r, g, b);
            if (d < least) {
                least = d;
                best = k;
            }
        }
        return original[best];
    }

    private double squaredDistance(int k, double r, double g, double b) {
        return metric.squared(red[k] - r, green[k] - g, blue[k] - b);
    }
}
