package scorescape.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scorescape.math.Vec2;

/// Lines along which a function on a grid has one value, by marching squares: inside a cell the function is taken for what
/// it is at the corners, linearly along the edges.
///
/// In a saddle, where all four edges are crossed, the value in the middle decides which corners belong together.
///
/// Source: Lorensen & Cline 1987, "Marching cubes", in two dimensions.
final class Contours {

    private final double[] values;
    private final int columns;
    private final int rows;
    private final double cell;

    /// @param values at the nodes, row by row
    /// @param cell distance of the nodes, in pixels
    Contours(double[] values, int columns, int rows, double cell) {
        this.values = values;
        this.columns = columns;
        this.rows = rows;
        this.cell = cell;
    }

    /// A choice of the cells in which a line is drawn.
    @FunctionalInterface
    interface Filter {
        boolean draws(int column, int row);
    }

    /// The lines at `level`, in pixels; closed ones end where they begin.
    List<List<Vec2>> at(double level, Filter filter) {
        // From each crossed edge to the edges it is joined with, at most one to either side.
        Map<Integer, int[]> joined = new HashMap<>();
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                int corners = corners(column, row, level);
                if (corners != 0 && corners != 15 && filter.draws(column, row)) {
                    join(joined, column, row, corners, level);
                }
            }
        }
        return lines(joined, level);
    }

    /// Which corners are at or above the level: 1 upper left, 2 upper right, 4 lower right, 8 lower left.
    private int corners(int column, int row, double level) {
        int node = row * columns + column;
        return (values[node] >= level ? 1 : 0) | (values[node + 1] >= level ? 2 : 0)
                | (values[node + columns + 1] >= level ? 4 : 0) | (values[node + columns] >= level ? 8 : 0);
    }

    private void join(Map<Integer, int[]> joined, int column, int row, int corners, double level) {
        int top = 2 * (row * columns + column);
        int left = top + 1;
        int bottom = top + 2 * columns;
        int right = left + 2;
        switch (corners) {
            case 1, 14 -> join(joined, top, left);
            case 2, 13 -> join(joined, top, right);
            case 4, 11 -> join(joined, right, bottom);
            case 8, 7 -> join(joined, bottom, left);
            case 3, 12 -> join(joined, left, right);
            case 6, 9 -> join(joined, top, bottom);
            default -> {
                int node = row * columns + column;
                double middle = 0.25 * (values[node] + values[node + 1] + values[node + columns]
                        + values[node + columns + 1]);
                // 5: upper left and lower right are high.
                boolean apart = corners == 5 == middle < level;
                join(joined, top, apart ? left : right);
                join(joined, bottom, apart ? right : left);
            }
        }
    }

    private static void join(Map<Integer, int[]> joined, int a, int b) {
        add(joined, a, b);
        add(joined, b, a);
    }

    private static void add(Map<Integer, int[]> joined, int from, int to) {
        int[] ends = joined.computeIfAbsent(from, _ -> new int[]{-1, -1});
        ends[ends[0] < 0 ? 0 : 1] = to;
    }

    private List<List<Vec2>> lines(Map<Integer, int[]> joined, double level) {
        List<List<Vec2>> lines = new ArrayList<>();
        // Sorted, so that the lines do not depend on the order of a hash map.
        for (int start : joined.keySet().stream().sorted().toList()) {
            if (!joined.containsKey(start)) {
                continue;
            }
            Deque<Integer> edges = new ArrayDeque<>(List.of(start));
            for (Integer next = follow(joined, start); next != null; next = follow(joined, next)) {
                edges.addLast(next);
            }
            for (Integer next = follow(joined, start); next != null; next = follow(joined, next)) {
                edges.addFirst(next);
            }
            joined.remove(start);
            if (edges.size() > 1) {
                lines.add(edges.stream().map(edge -> crossing(edge, level)).toList());
            }
        }
        return lines;
    }

    /// The next edge of a line, whose link is used up, or null at its end.
    private static @Nullable Integer follow(Map<Integer, int[]> joined, int edge) {
        int[] ends = joined.get(edge);
        if (ends == null) {
            return null;
        }
        int side = ends[0] >= 0 ? 0 : 1;
        int next = ends[side];
        if (next < 0) {
            joined.remove(edge);
            return null;
        }
        ends[side] = -1;
        int[] back = joined.get(next);
        if (back != null) {
            back[back[0] == edge ? 0 : 1] = -1;
        }
        return next;
    }

    /// Where the level crosses an edge: even ones lead to the right from their node, odd ones down.
    private Vec2 crossing(int edge, double level) {
        int node = edge / 2;
        boolean down = edge % 2 == 1;
        double from = values[node];
        double to = values[down ? node + columns : node + 1];
        double t = Math.clamp((level - from) / (to - from), 0, 1);
        double x = cell * (node % columns);
        double y = cell * Math.floorDiv(node, columns);
        return down ? new Vec2(x, y + t * cell) : new Vec2(x + t * cell, y);
    }
}
