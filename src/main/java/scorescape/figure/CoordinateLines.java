package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.math.Bounds;
import scorescape.math.RoundNumbers;
import scorescape.math.Vec2;

/// Lines at round coordinates, and their numbers along the edges of the picture.
final class CoordinateLines {

    /// Least distance of two lines, in pixels of a picture 540 high.
    private static final double LEAST_SPACING = 52;

    private static final double SIZE = 10.5;
    private static final double TICK = 4;
    private static final double GAP = 3;

    private final Viewport viewport;
    private final double scale;
    private final Bounds seen;
    private final double step;

    CoordinateLines(Viewport viewport) {
        this.viewport = viewport;
        scale = viewport.scale();
        seen = viewport.bounds();
        step = RoundNumbers.above(LEAST_SPACING * scale * viewport.unitsPerPixel());
    }

    /// The lines; those through the origin are stronger.
    List<Mark> grid(double opacity) {
        List<Mark> marks = new ArrayList<>();
        for (double x : stops(seen.minX(), seen.maxX())) {
            double at = viewport.toPixel(new Vec2(x, 0)).x();
            marks.add(line(new Vec2(at, 0), new Vec2(at, viewport.height()), x == 0, opacity));
        }
        for (double y : stops(seen.minY(), seen.maxY())) {
            double at = viewport.toPixel(new Vec2(0, y)).y();
            marks.add(line(new Vec2(0, at), new Vec2(viewport.width(), at), y == 0, opacity));
        }
        return marks;
    }

    private Mark line(Vec2 from, Vec2 to, boolean strong, double opacity) {
        return new Mark.Line(from, to, scale, Role.GRID, strong ? opacity : 0.6 * opacity);
    }

    /// Ticks and numbers along the lower and the left edge, where they do not touch `boxes`.
    List<Mark> axes(double opacity, List<Bounds> boxes) {
        List<Mark> marks = new ArrayList<>();
        double size = SIZE * scale;
        for (double x : stops(seen.minX(), seen.maxX())) {
            Vec2 foot = new Vec2(viewport.toPixel(new Vec2(x, 0)).x(), viewport.height());
            Typeset text = Typeset.line(Furniture.number(x), Fonts.INTER);
            Vec2 baseline = new Vec2(foot.x() - 0.5 * text.width(size), foot.y() - (TICK + GAP) * scale);
            add(marks, foot, new Vec2(0, -TICK * scale), text, baseline, opacity, boxes);
        }
        for (double y : stops(seen.minY(), seen.maxY())) {
            Vec2 foot = new Vec2(0, viewport.toPixel(new Vec2(0, y)).y());
            Typeset text = Typeset.line(Furniture.number(y), Fonts.INTER);
            Vec2 baseline = new Vec2((TICK + GAP) * scale, foot.y() + 0.36 * size);
            add(marks, foot, new Vec2(TICK * scale, 0), text, baseline, opacity, boxes);
        }
        return marks;
    }

    /// How far the numbers of the axes reach into the picture, from the left edge and from the lower one, in pixels.
    Vec2 room() {
        double size = SIZE * scale;
        double widest = stops(seen.minY(), seen.maxY()).stream()
                .mapToDouble(y -> Typeset.line(Furniture.number(y), Fonts.INTER).width(size))
                .max()
                .orElse(0);
        double edge = (TICK + GAP) * scale;
        return new Vec2(edge + widest, edge + size);
    }

    private void add(List<Mark> marks, Vec2 foot, Vec2 tick, Typeset text, Vec2 baseline, double opacity,
            List<Bounds> boxes) {
        Mark.Text mark = new Mark.Text(text, baseline, SIZE * scale, Role.MUTED, opacity, true);
        Bounds box = mark.box();
        boolean outside = box.minX() < 0 || box.minY() < 0 || box.maxX() > viewport.width()
                || box.maxY() > viewport.height();
        // The corner at the lower left belongs to neither edge.
        boolean inCorner = box.minX() < 3 * SIZE * scale && box.maxY() > viewport.height() - 2 * SIZE * scale;
        if (outside || inCorner || boxes.stream().anyMatch(box::overlaps)) {
            return;
        }
        marks.add(new Mark.Line(foot, foot.plus(tick), scale, Role.MUTED, opacity));
        marks.add(mark);
    }

    /// Multiples of the step in a range. Multiplied and not added up, so that zero is zero.
    private List<Double> stops(double from, double to) {
        List<Double> stops = new ArrayList<>();
        for (double i = Math.ceil(from / step); i * step <= to; i++) {
            stops.add(i * step + 0.0);
        }
        return stops;
    }
}
