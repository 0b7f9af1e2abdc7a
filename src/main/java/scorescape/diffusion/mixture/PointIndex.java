package scorescape.diffusion.mixture;

import java.util.Arrays;
import scorescape.math.Bounds;
import scorescape.math.Numerics;

/// Finds the points of a cloud near a place: the points sorted into the cells of a grid, a few in each.
final class PointIndex {

    private static final int POINTS_PER_CELL = 4;

    private final double[] xs;
    private final double[] ys;
    private final Bounds bounds;
    private final double left;
    private final double bottom;
    private final double cell;
    private final int columns;
    private final int rows;

    /// The first point of each cell, row by row, and one after the last.
    private final int[] starts;

    @FunctionalInterface
    interface Visitor {
        void visit(double x, double y);
    }

    /// @param coordinates x and y of the points in turn: at least one, finite
    PointIndex(double[] coordinates, Bounds bounds) {
        int size = coordinates.length / 2;
        this.bounds = bounds;
        left = bounds.minX();
        bottom = bounds.minY();
        double area = Math.max(bounds.width() * bounds.height(), Double.MIN_NORMAL);
        double longest = Math.max(Math.max(bounds.width(), bounds.height()), Double.MIN_NORMAL);
        // Long thin clouds have few rows; none has more cells along an axis than points.
        cell = Math.max(Math.sqrt(area * POINTS_PER_CELL / size), longest / size);
        columns = (int) (bounds.width() / cell) + 1;
        rows = (int) (bounds.height() / cell) + 1;
        starts = new int[columns * rows + 1];
        for (int i = 0; i < size; i++) {
            starts[cellOf(coordinates[2 * i], coordinates[2 * i + 1]) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        xs = new double[size];
        ys = new double[size];
        for (int i = 0; i < size; i++) {
            int place = next[cellOf(coordinates[2 * i], coordinates[2 * i + 1])]++;
            xs[place] = coordinates[2 * i];
            ys[place] = coordinates[2 * i + 1];
        }
    }

    int size() {
        return xs.length;
    }

    Bounds bounds() {
        return bounds;
    }

    double x(int index) {
        return xs[index];
    }

    double y(int index) {
        return ys[index];
    }

    /// The point nearest to a place.
    double[] nearest(double x, double y) {
        int column = column(x);
        int row = row(y);
        int best = -1;
        double bestSquare = Double.POSITIVE_INFINITY;
        int rings = Math.max(Math.max(column, columns - 1 - column), Math.max(row, rows - 1 - row));
        for (int ring = 0; ring <= rings; ring++) {
            if (best >= 0 && ring > 0 && isBeyond(x, y, column, row, ring, bestSquare)) {
                break;
            }
            for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
                boolean whole = Math.abs(r - row) == ring;
                int step = whole || ring == 0 ? 1 : 2 * ring;
                for (int c = column - ring; c <= column + ring; c += step) {
                    if (c < 0 || c >= columns) {
                        continue;
                    }
                    for (int i = starts[r * columns + c]; i < starts[r * columns + c + 1]; i++) {
                        double dx = x - xs[i];
                        double dy = y - ys[i];
                        double square = dx * dx + dy * dy;
                        if (square < bestSquare || best < 0) {
                            bestSquare = square;
                            best = i;
                        }
                    }
                }
            }
        }
        return new double[]{xs[best], ys[best]};
    }

    /// Whether every cell of a ring, and so of all later ones, is further away than the best point.
    private boolean isBeyond(double x, double y, int column, int row, int ring, double bestSquare) {
        double outsideX = Math.max(0, Math.max(left - x, x - (left + columns * cell)));
        double outsideY = Math.max(0, Math.max(bottom - y, y - (bottom + rows * cell)));
        return isBeyond(column - ring >= 0, x - (left + (column - ring + 1) * cell), outsideY, bestSquare)
                && isBeyond(column + ring < columns, left + (column + ring) * cell - x, outsideY, bestSquare)
                && isBeyond(row - ring >= 0, y - (bottom + (row - ring + 1) * cell), outsideX, bestSquare)
                && isBeyond(row + ring < rows, bottom + (row + ring) * cell - y, outsideX, bestSquare);
    }

    /// @param exists whether the side of the ring is in the grid
    /// @param gap distance to it along its axis
    /// @param outside distance to the grid along the other
    private static boolean isBeyond(boolean exists, double gap, double outside, double bestSquare) {
        return !exists || (gap > 0 && gap * gap + outside * outside > bestSquare);
    }

    /// Visits every point whose squared distance is at most `limit`, and perhaps a few more.
    void visitWithin(double x, double y, double limit, Visitor visitor) {
        double radius = Math.sqrt(limit);
        int firstRow = row(y - radius);
        int lastRow = row(y + radius);
        for (int r = firstRow; r <= lastRow; r++) {
            double below = bottom + r * cell - y;
            double gap = Math.max(0, Math.max(below, -below - cell));
            // The outermost cells hold what is beyond them too: nothing is, for the grid covers the cloud.
            double half = Math.sqrt(Math.max(0, limit - gap * gap));
            int from = starts[r * columns + column(x - half)];
            int to = starts[r * columns + column(x + half) + 1];
            for (int i = from; i < to; i++) {
                visitor.visit(xs[i], ys[i]);
            }
        }
    }

    private int cellOf(double x, double y) {
        return row(y) * columns + column(x);
    }

    private int column(double x) {
        return (int) Numerics.clamp((x - left) / cell, 0, columns - 1);
    }

    private int row(double y) {
        return (int) Numerics.clamp((y - bottom) / cell, 0, rows - 1);
    }
}
