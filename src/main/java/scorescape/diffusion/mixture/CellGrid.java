package scorescape.diffusion.mixture;

/// A grid of cells, row by row, told by their centres: what a picture of a density is made of.
///
/// @param left x of the first column's centres
/// @param top y of the first row's centres
/// @param dx step between columns, of either sign
/// @param dy step between rows, of either sign
/// @param columns at least 1
/// @param rows at least 1
public record CellGrid(double left, double top, double dx, double dy, int columns, int rows) {

    /// @throws IllegalArgumentException if there is no cell
    /// @throws ArithmeticException if there are more cells than an array holds
    public CellGrid {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a grid needs at least one cell: " + columns + " × " + rows);
        }
        Math.multiplyExact(columns, rows);
    }

    /// How many cells there are.
    public int size() {
        return columns * rows;
    }

    double x(int column) {
        return left + column * dx;
    }

    double y(int row) {
        return top + row * dy;
    }

    /// The farthest that a cell is from either axis.
    double reach() {
        return Math.max(Math.max(Math.abs(left), Math.abs(x(columns))), Math.max(Math.abs(top), Math.abs(y(rows))));
    }
}
