package scorescape.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import scorescape.math.Vec2;

/// Lines along a vector field at about equal distances.
///
/// A line starts wherever there is room and goes on both ways until it comes too near to another one, to the edge, or to a
/// place where the field has no direction. Steps are of the second order, at a few pixels.
///
/// Source: Jobard & Lefer 1997, "Creating evenly-spaced streamlines of arbitrary density", with starts on a grid.
final class Streamlines {

    /// Distance of the lines where they start, in pixels of a picture 540 high.
    private static final double SEPARATION = 17;

    /// Distance at which a line ends, in separations.
    private static final double TEST = 0.55;

    private static final double STEP = 3;

    /// Of the angle between the directions at two points of a line that follow each other.
    private static final double LEAST_COSINE = 0.2;

    private static final double SHORTEST = 28;
    private static final double WIDTH = 1;
    private static final double ARROW = 8;

    private final VectorField field;
    private final Viewport viewport;
    private final double scale;
    private final double separation;

    /// The points of the lines by cells as wide as the separation.
    private final List<List<Vec2>> cells = new ArrayList<>();
    private final int columns;
    private final int rows;

    private Streamlines(VectorField field, Viewport viewport) {
        this.field = field;
        this.viewport = viewport;
        scale = viewport.scale();
        separation = SEPARATION * scale;
        columns = (int) (viewport.width() / separation) + 1;
        rows = (int) (viewport.height() / separation) + 1;
        for (int i = 0; i < columns * rows; i++) {
            cells.add(new ArrayList<>());
        }
    }

    static List<Mark> of(VectorField field, Ink ink, double opacity, Viewport viewport) {
        var lines = new Streamlines(field, viewport);
        List<Mark> marks = new ArrayList<>();
        // Coarse starts first, then finer ones: long lines before short ones that fill gaps.
        for (int stride = 8; stride >= 1; stride /= 2) {
            for (int row = stride / 2; row < lines.rows; row += stride) {
                for (int column = stride / 2; column < lines.columns; column += stride) {
                    Vec2 start = new Vec2((column + 0.5) * lines.separation, (row + 0.5) * lines.separation);
                    if (lines.isFree(start, lines.separation)) {
                        lines.add(lines.line(start), ink, opacity, marks);
                    }
                }
            }
        }
        return marks;
    }

    private void add(List<Vec2> line, Ink ink, double opacity, List<Mark> marks) {
        if ((line.size() - 1) * STEP < SHORTEST) {
            return;
        }
        line.forEach(point -> cell(point).add(point));
        marks.add(new Mark.Polyline(line, WIDTH * scale, ink, opacity, false));
        int middle = line.size() / 2;
        Vec2 tip = line.get(middle).plus(field.direction(line.get(middle)).times(0.5 * ARROW * scale));
        Vec2 foot = tip.minus(field.direction(line.get(middle)).times(ARROW * scale));
        marks.add(new Mark.Arrow(foot, tip, 1.3 * WIDTH * scale, ink, opacity, false));
    }

    private List<Vec2> line(Vec2 start) {
        Deque<Vec2> line = new ArrayDeque<>(List.of(start));
        for (int way = 1; way >= -1; way -= 2) {
            Vec2 point = start;
            int most = (int) (viewport.width() / (STEP * scale));
            for (int i = 0; i < most; i++) {
                Vec2 next = next(point, way * STEP * scale);
                if (next.distance(point) < 0.5 * STEP * scale || !isInside(next)
                        || !isFree(next, TEST * separation) || turnsBack(point, next)) {
                    break;
                }
                if (way > 0) {
                    line.addLast(next);
                } else {
                    line.addFirst(next);
                }
                point = next;
            }
        }
        return List.copyOf(line);
    }

    /// Whether the field turns back between two points of a line, as where all lines end.
    private boolean turnsBack(Vec2 point, Vec2 next) {
        return field.direction(point).dot(field.direction(next)) < LEAST_COSINE;
    }

    private Vec2 next(Vec2 point, double step) {
        Vec2 half = point.plus(field.direction(point).times(0.5 * step));
        return point.plus(field.direction(half).times(step));
    }

    private boolean isInside(Vec2 point) {
        return point.x() >= 0 && point.y() >= 0 && point.x() < viewport.width() && point.y() < viewport.height();
    }

    private boolean isFree(Vec2 point, double distance) {
        int column = Math.clamp((int) (point.x() / separation), 0, columns - 1);
        int row = Math.clamp((int) (point.y() / separation), 0, rows - 1);
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                for (Vec2 other : cells.get(r * columns + c)) {
                    if (other.distance(point) < distance) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private List<Vec2> cell(Vec2 point) {
        int column = Math.clamp((int) (point.x() / separation), 0, columns - 1);
        int row = Math.clamp((int) (point.y() / separation), 0, rows - 1);
        return cells.get(row * columns + column);
    }
}
