package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescape.figure.Fonts;
import scorescape.figure.Ink;
import scorescape.figure.Mark;
import scorescape.figure.Raster;
import scorescape.figure.Role;
import scorescape.figure.Typeset;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A box with axes, and what is drawn in it. Everything in pixels but values, which are in the units of the axes.
///
/// Names of axes stand level, the one of the upright axis above it: from the last row nobody turns their head.
final class Plot {

    static final double TITLE = 17;
    static final double TEXT = 14;
    static final double SMALL = 12.5;
    private static final double TICK = 4;

    /// Length of dashes, and of the gaps between them.
    private static final double DASH = 9;

    private static final double LEGEND_ROW = 18;
    private static final double LEGEND_MARGIN = 5;

    /// Dots on the edge of the box are whole.
    private static final double CLIP_MARGIN = 4;

    /// Steps in which the place of the legend is sought, along either side of the box.
    private static final int LEGEND_PLACES = 10;

    /// Distance of the points by which curves are avoided, and the most of them on one straight piece.
    private static final double DRAWN_STEP = 4;
    private static final double MOST_DRAWN = 1000;

    /// So much worse than on a band the legend stands on a curve.
    private static final long CURVE_WEIGHT = 10;

    private final Bounds inner;
    private final double scale;
    private final Range across;
    private final Range up;
    private final List<Mark> inside = new ArrayList<>();
    private final List<Mark> outside = new ArrayList<>();
    private final List<Mark> over = new ArrayList<>();
    private final List<Name> legend = new ArrayList<>();

    /// Points close together in all bands between curves.
    private final List<Vec2> shaded = new ArrayList<>();

    /// A line of the legend.
    private record Name(Typeset text, Ink ink) {}

    /// @param inner the box of the axes; numbers and names stand outside of it
    /// @param scale how large texts and lines are, see `Viewport.scale`
    Plot(Bounds inner, double scale, Range across, Range up) {
        this.inner = inner;
        this.scale = scale;
        this.across = across;
        this.up = up;
    }

    /// A plot of the plane: one unit is of one length along both axes, and all of `shown` is in the box.
    static Plot ofPlane(Bounds box, double scale, Bounds shown) {
        double unit = Math.max(shown.width() / box.width(), shown.height() / box.height());
        Vec2 half = new Vec2(0.5 * unit * box.width(), 0.5 * unit * box.height());
        Vec2 centre = shown.centre();
        return new Plot(box, scale, Range.of(centre.x() - half.x(), centre.x() + half.x()),
                Range.of(centre.y() - half.y(), centre.y() + half.y()));
    }

    Bounds inner() {
        return inner;
    }

    double scale() {
        return scale;
    }

    Range across() {
        return across;
    }

    Range up() {
        return up;
    }

    Vec2 at(double x, double y) {
        return new Vec2(inner.minX() + across.share(x) * inner.width(), inner.maxY() - up.share(y) * inner.height());
    }

    /// Lines at the round numbers, with the numbers.
    Plot axes(int mostAcross, int mostUp) {
        return axesAt(across.ticks(mostAcross), mostUp);
    }

    /// The same with marks where they are asked for along the level axis.
    Plot axesAt(List<Double> ticksAcross, int mostUp) {
        double size = SMALL * scale;
        for (double tick : up.ticks(mostUp)) {
            Vec2 left = at(across.min(), tick);
            outside.add(new Mark.Line(left, new Vec2(inner.maxX(), left.y()), 0.8 * scale, Role.GRID, 1));
            Typeset text = line(Range.number(tick));
            outside.add(new Mark.Text(text,
                    left.plus(new Vec2(-1.6 * TICK * scale - text.width(size), 0.36 * size)), size, Role.MUTED, 1,
                    false));
        }
        for (double tick : ticksAcross) {
            Vec2 foot = at(tick, up.min());
            outside.add(new Mark.Line(foot, foot.plus(new Vec2(0, TICK * scale)), scale, Role.MUTED, 1));
            Typeset text = line(Range.number(tick));
            outside.add(new Mark.Text(text,
                    foot.plus(new Vec2(-0.5 * text.width(size), TICK * scale + 1.15 * size)), size, Role.MUTED, 1,
                    false));
        }
        outside.add(new Mark.Line(new Vec2(inner.minX(), inner.maxY()), new Vec2(inner.maxX(), inner.maxY()),
                1.2 * scale, Role.MUTED, 1));
        return this;
    }

    /// A thin frame, for plots of the plane.
    Plot frame() {
        List<Vec2> corners = List.of(new Vec2(inner.minX(), inner.minY()), new Vec2(inner.maxX(), inner.minY()),
                new Vec2(inner.maxX(), inner.maxY()), new Vec2(inner.minX(), inner.maxY()),
                new Vec2(inner.minX(), inner.minY()));
        over.add(new Mark.Curve(corners, scale, Role.PANEL_EDGE, 1));
        return this;
    }

    Plot title(String text) {
        return above(text, TITLE, 2);
    }

    /// What stands above the box at the left, in place of a title: the name of the upright axis.
    Plot upName(String text) {
        return above(text, TEXT, 1.6);
    }

    private Plot above(String text, double size, double gap) {
        outside.add(new Mark.Text(line(text), new Vec2(inner.minX(), inner.minY() - gap * 4 * scale), size * scale,
                Role.TEXT, 1, false));
        return this;
    }

    Plot acrossName(String text) {
        Typeset name = line(text);
        double size = TEXT * scale;
        outside.add(new Mark.Text(name,
                new Vec2(inner.centre().x() - 0.5 * name.width(size), inner.maxY() + 2.75 * size), size, Role.TEXT, 1,
                false));
        return this;
    }

    /// A text in the box, its left end at a corner.
    Plot note(String text, double x, double y, Ink ink) {
        inside.add(text(text, new Vec2(x, y), SMALL, ink));
        return this;
    }

    /// A line of the legend, which finds a place clear of curves and bands when all of them are drawn.
    Plot named(String text, Ink ink) {
        legend.add(new Name(line(text), ink));
        return this;
    }

    /// A text to the right of a point.
    Mark.Text text(String text, Vec2 at, double size, Ink ink) {
        double em = size * scale;
        return new Mark.Text(line(text), at.plus(new Vec2(0, 0.36 * em)), em, ink, 1, true);
    }

    Plot add(Mark mark) {
        inside.add(mark);
        return this;
    }

    Plot addOutside(Mark mark) {
        outside.add(mark);
        return this;
    }

    Plot curve(double[] x, double[] y, double width, Ink ink, double opacity) {
        List<Vec2> points = points(x, y);
        if (points.size() > 1) {
            inside.add(new Mark.Curve(points, width * scale, ink, opacity));
        }
        return this;
    }

    /// A curve in dashes: one below it shows between them where the two are the same.
    Plot dashed(double[] x, double[] y, double width, Ink ink) {
        List<Vec2> points = points(x, y);
        List<Vec2> piece = new ArrayList<>();
        boolean drawn = true;
        double left = DASH * scale;
        for (int i = 1; i < points.size(); i++) {
            Vec2 from = points.get(i - 1);
            double length = from.distance(points.get(i));
            piece.add(from);
            double done = 0;
            for (; done + left < length; left = DASH * scale) {
                done += left;
                Vec2 end = from.lerp(points.get(i), done / length);
                piece.add(end);
                if (drawn) {
                    inside.add(new Mark.Curve(List.copyOf(piece), width * scale, ink, 1));
                }
                piece.clear();
                piece.add(end);
                drawn = !drawn;
            }
            left -= length - done;
        }
        if (drawn && !piece.isEmpty()) {
            piece.add(points.getLast());
            inside.add(new Mark.Curve(List.copyOf(piece), width * scale, ink, 1));
        }
        return this;
    }

    Plot band(double[] x, double[] low, double[] high, Ink ink, double opacity) {
        List<Vec2> floor = points(x, low);
        List<Vec2> ceiling = points(x, high);
        for (int i = 0; i < Math.min(floor.size(), ceiling.size()); i++) {
            addBetween(shaded, floor.get(i), ceiling.get(i));
        }
        List<Vec2> outline = new ArrayList<>(floor);
        outline.addAll(ceiling.reversed());
        if (outline.size() > 2) {
            inside.add(Mark.Area.of(outline, ink, opacity));
        }
        return this;
    }

    /// A level band over the whole width.
    Plot strip(double low, double high, Ink ink, double opacity) {
        inside.add(Mark.Area.of(List.of(at(across.min(), low), at(across.max(), low), at(across.max(), high),
                at(across.min(), high)), ink, opacity));
        return this;
    }

    Plot box(double x0, double y0, double x1, double y1, Ink ink, double opacity) {
        return band(new double[]{x0, x1}, new double[]{y0, y0}, new double[]{y1, y1}, ink, opacity);
    }

    Plot dots(double[] x, double[] y, double radius, Ink ink) {
        points(x, y).forEach(at -> inside.add(new Mark.Dot(at, radius * scale, ink, 1)));
        return this;
    }

    Plot level(double y) {
        inside.add(new Mark.DottedLine(at(across.min(), y), at(across.max(), y), 1.5 * scale, Role.MUTED, 1));
        return this;
    }

    Plot upright(double x, Ink ink) {
        inside.add(new Mark.DottedLine(at(x, up.min()), at(x, up.max()), 1.5 * scale, ink, 1));
        return this;
    }

    /// Pixels over a box of the plane.
    Plot image(Bounds where, Raster raster, boolean smooth) {
        Vec2 topLeft = at(where.minX(), where.maxY());
        Vec2 bottomRight = at(where.maxX(), where.minY());
        inside.add(new Mark.Image(new Bounds(topLeft.x(), topLeft.y(), bottomRight.x(), bottomRight.y()), raster,
                smooth));
        return this;
    }

    /// Points so far out that a stroke to them would be no stroke are left out.
    private List<Vec2> points(double[] x, double[] y) {
        double far = 1e5 * (inner.width() + inner.height());
        return IntStream.range(0, x.length)
                .mapToObj(i -> at(x[i], y[i]))
                .filter(p -> Math.abs(p.x()) < far && Math.abs(p.y()) < far)
                .toList();
    }

    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(outside);
        double margin = CLIP_MARGIN * scale;
        marks.add(new Mark.Clipped(new Bounds(inner.minX() - margin, inner.minY() - margin, inner.maxX() + margin,
                inner.maxY() + margin), inside));
        marks.addAll(legendMarks());
        marks.addAll(over);
        return marks;
    }

    private List<Mark> legendMarks() {
        double em = SMALL * scale;
        double width = legend.stream().mapToDouble(name -> name.text().width(em)).max().orElse(0);
        Vec2 corner = legendCorner(new Vec2(width, legend.size() * LEGEND_ROW * scale));
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < legend.size(); i++) {
            Vec2 baseline = corner.plus(new Vec2(0, (i + 0.5) * LEGEND_ROW * scale + 0.36 * em));
            marks.add(new Mark.Text(legend.get(i).text(), baseline, em, legend.get(i).ink(), 1, true));
        }
        return marks;
    }

    /// Of the places in the box the one that covers the least of curves and bands; of equal ones the first row by row.
    private Vec2 legendCorner(Vec2 size) {
        double margin = LEGEND_MARGIN * scale;
        Vec2 room = new Vec2(Math.max(0, inner.width() - size.x() - 2 * margin),
                Math.max(0, inner.height() - size.y() - 2 * margin));
        List<Vec2> drawn = drawn();
        Vec2 best = new Vec2(inner.minX() + margin, inner.minY() + margin);
        long least = Long.MAX_VALUE;
        for (int row = 0; row <= LEGEND_PLACES; row++) {
            for (int column = 0; column <= LEGEND_PLACES; column++) {
                Vec2 corner = new Vec2(inner.minX() + margin + room.x() * column / LEGEND_PLACES,
                        inner.minY() + margin + room.y() * row / LEGEND_PLACES);
                var box = new Bounds(corner.x() - margin, corner.y() - margin, corner.x() + size.x() + margin,
                        corner.y() + size.y() + margin);
                long covered = CURVE_WEIGHT * drawn.stream().filter(box::contains).count()
                        + shaded.stream().filter(box::contains).count();
                if (covered < least) {
                    least = covered;
                    best = corner;
                }
            }
        }
        return best;
    }

    /// Points close together on all curves and dotted lines.
    private List<Vec2> drawn() {
        List<Vec2> points = new ArrayList<>();
        for (Mark mark : inside) {
            if (mark instanceof Mark.Curve(List<Vec2> corners, double _, Ink _, double _)) {
                for (int i = 1; i < corners.size(); i++) {
                    addBetween(points, corners.get(i - 1), corners.get(i));
                }
            } else if (mark instanceof Mark.DottedLine(Vec2 from, Vec2 to, double _, Ink _, double _)) {
                addBetween(points, from, to);
            }
        }
        return points;
    }

    private void addBetween(List<Vec2> points, Vec2 from, Vec2 to) {
        int count = (int) Math.clamp(Math.ceil(from.distance(to) / (DRAWN_STEP * scale)), 1, MOST_DRAWN);
        for (int k = 0; k < count; k++) {
            points.add(from.lerp(to, (double) k / count));
        }
    }

    static Typeset line(String text) {
        return Typeset.line(text, Fonts.INTER);
    }
}
