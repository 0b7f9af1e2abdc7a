package scorescape.diffusion.mixture;

import java.util.Arrays;
import scorescape.math.Bounds;

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

    /// For each cell the first column from it rightwards, and leftwards, whose cell in the row is not empty: the number of
    /// columns, or −1, if there is none.
    private final int[] rightwards;
    private final int[] leftwards;

    /// Takes runs of points that stand one after the other, from the first to before the last.
    @FunctionalInterface
    interface Visitor {
        void visit(int from, int to);
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
        rightwards = new int[columns * rows];
        leftwards = new int[columns * rows];
        for (int r = 0; r < rows; r++) {
            int start = r * columns;
            for (int c = columns - 1, filled = columns; c >= 0; c--) {
                filled = isEmpty(start + c) ? filled : c;
                rightwards[start + c] = filled;
            }
            for (int c = 0, filled = -1; c < columns; c++) {
                filled = isEmpty(start + c) ? filled : c;
                leftwards[start + c] = filled;
            }
        }
    }

    private boolean isEmpty(int cellIndex) {
        return starts[cellIndex] == starts[cellIndex + 1];
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

    /// Copies the coordinates of some points that stand one after the other.
    void copy(int from, int count, double[] outX, double[] outY, int start) {
        System.arraycopy(xs, from, outX, start, count);
        System.arraycopy(ys, from, outY, start, count);
    }

    /// The point nearest to a place.
    ///
    /// Row by row from that of the place, and in each row from the place outwards, jumping over empty cells.
    double[] nearest(double x, double y) {
        var search = new Search(x, y);
        int row = row(y);
        search.scan(row);
        for (int k = 1; k < rows; k++) {
            boolean above = row + k < rows && search.mayHold(0, search.gapUp(row + k));
            boolean below = row - k >= 0 && search.mayHold(0, search.gapUp(row - k));
            if (above) {
                search.scan(row + k);
            }
            if (below) {
                search.scan(row - k);
            }
            if (!above && !below) {
                break;
            }
        }
        return new double[]{xs[search.best], ys[search.best]};
    }

    /// What has been found on the way to the nearest point.
    private final class Search {

        private final double x;
        private final double y;
        private int best = -1;
        private double bestSquare = Double.POSITIVE_INFINITY;

        Search(double x, double y) {
            this.x = x;
            this.y = y;
        }

        /// Whether cells at these distances along the axes may hold a nearer point.
        boolean mayHold(double gapX, double gapY) {
            return best < 0 || gapX * gapX + gapY * gapY < bestSquare;
        }

        double gapUp(int row) {
            double below = bottom + row * cell - y;
            return Math.max(0, Math.max(below, -below - cell));
        }

        private double gapAcross(int column) {
            double before = left + column * cell - x;
            return Math.max(0, Math.max(before, -before - cell));
        }

        void scan(int row) {
            double up = gapUp(row);
            int start = row * columns;
            int column = column(x);
            for (int c = next(rightwards, start, column); c < columns && mayHold(gapAcross(c), up);) {
                scanCell(start + c);
                c = next(rightwards, start, c + 1);
            }
            for (int c = next(leftwards, start, column - 1); c >= 0 && mayHold(gapAcross(c), up);) {
                scanCell(start + c);
                c = next(leftwards, start, c - 1);
            }
        }

        /// The next column from `column` on that is not empty, or one beyond the row.
        private int next(int[] columnsByCell, int start, int column) {
            return column < 0 || column >= columns ? column : columnsByCell[start + column];
        }

        private void scanCell(int cellIndex) {
            for (int i = starts[cellIndex]; i < starts[cellIndex + 1]; i++) {
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
            if (from < to) {
                visitor.visit(from, to);
            }
        }
    }

    private int cellOf(double x, double y) {
        return row(y) * columns + column(x);
    }

    private int column(double x) {
        return (int) Math.clamp((x - left) / cell, 0, columns - 1);
    }

    private int row(double y) {
        return (int) Math.clamp((y - bottom) / cell, 0, rows - 1);
    }
}
