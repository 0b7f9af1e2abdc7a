package scorescape.studio.canvas;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// How several boxes are lined up.
public enum Alignment {

    LEFT, CENTRE, RIGHT, TOP, MIDDLE, BOTTOM,

    /// The centres at equal distances, between the outermost two.
    ACROSS, DOWN;

    /// How many boxes it takes to change anything.
    public int least() {
        return switch (this) {
            case ACROSS, DOWN -> 3;
            default -> 2;
        };
    }

    private boolean isHorizontal() {
        return switch (this) {
            case LEFT, CENTRE, RIGHT, ACROSS -> true;
            case TOP, MIDDLE, BOTTOM, DOWN -> false;
        };
    }

    /// What of a box is lined up.
    private double mark(Bounds box) {
        return switch (this) {
            case LEFT -> box.minX();
            case CENTRE, ACROSS -> box.centre().x();
            case RIGHT -> box.maxX();
            case TOP -> box.maxY();
            case MIDDLE, DOWN -> box.centre().y();
            case BOTTOM -> box.minY();
        };
    }

    /// By how much each box is moved.
    List<Vec2> shifts(List<Bounds> boxes) {
        if (boxes.size() < least()) {
            return boxes.stream().map(_ -> Vec2.ZERO).toList();
        }
        double[] marks = boxes.stream().mapToDouble(this::mark).toArray();
        double[] wanted = wanted(marks, mark(boxes.stream().reduce(Bounds::union).orElseThrow()));
        return IntStream.range(0, marks.length)
                .mapToDouble(i -> wanted[i] - marks[i])
                .mapToObj(by -> isHorizontal() ? new Vec2(by, 0) : new Vec2(0, by))
                .toList();
    }

    private double[] wanted(double[] marks, double common) {
        double[] wanted = new double[marks.length];
        switch (this) {
            case ACROSS, DOWN -> {
                List<Integer> order = IntStream.range(0, marks.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> marks[i]))
                        .toList();
                double first = marks[order.getFirst()];
                double last = marks[order.getLast()];
                for (int k = 0; k < marks.length; k++) {
                    wanted[order.get(k)] = first + (last - first) * k / (marks.length - 1);
                }
            }
            default -> Arrays.fill(wanted, common);
        }
        return wanted;
    }
}
