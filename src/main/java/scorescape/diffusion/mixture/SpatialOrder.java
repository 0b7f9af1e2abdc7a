package scorescape.diffusion.mixture;

/// The points of a batch in an order in which neighbours are near each other, so that of many terms few matter in a block.
///
/// The box around the points is cut into cells, which follow a Z-shaped curve.
final class SpatialOrder {

    private static final int BITS = 6;
    private static final int SIDE = 1 << BITS;

    private final int[] order;

    SpatialOrder(PointBatch batch) {
        int size = batch.size();
        int[] columns = cells(batch.x(), size);
        int[] rows = cells(batch.y(), size);
        int[] starts = new int[SIDE * SIDE + 1];
        int[] codes = new int[size];
        for (int i = 0; i < size; i++) {
            codes[i] = spread(columns[i]) | spread(rows[i]) << 1;
            starts[codes[i] + 1]++;
        }
        for (int code = 0; code < SIDE * SIDE; code++) {
            starts[code + 1] += starts[code];
        }
        order = new int[size];
        for (int i = 0; i < size; i++) {
            order[starts[codes[i]]++] = i;
        }
    }

    private static int[] cells(double[] places, int size) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            smallest = Math.min(smallest, places[i]);
            largest = Math.max(largest, places[i]);
        }
        double scale = SIDE / (largest - smallest);
        int[] cells = new int[size];
        for (int i = 0; i < size; i++) {
            // What is not a number is 0 as an integer.
            cells[i] = Math.clamp((int) ((places[i] - smallest) * scale), 0, SIDE - 1);
        }
        return cells;
    }

    /// The bits of a number with gaps between them.
    private static int spread(int value) {
        int spread = 0;
        for (int bit = 0; bit < BITS; bit++) {
            spread |= (value >> bit & 1) << (2 * bit);
        }
        return spread;
    }

    void sort(double[] values, double[] sorted) {
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[order[i]];
        }
    }

    void unsort(double[] sorted, double[] values) {
        for (int i = 0; i < order.length; i++) {
            values[order[i]] = sorted[i];
        }
    }
}
