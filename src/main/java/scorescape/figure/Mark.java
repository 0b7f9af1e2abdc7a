package scorescape.figure;

import java.util.List;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// One thing drawn over the ground of a picture. All lengths and positions are in pixels, y pointing down; `opacity` is
/// in `[0, 1]`.
public sealed interface Mark {

    double opacity();

    Mark withOpacity(double newOpacity);

    /// A solid arrow. The head shrinks with an arrow that is shorter than a few heads.
    ///
    /// @param halo whether the background shows in a band around it
    record Arrow(Vec2 from, Vec2 to, double width, Ink ink, double opacity, boolean halo) implements Mark {

        /// Length of the head, in widths of the shaft.
        public static final double HEAD_LENGTH = 4.6;

        /// From the axis to a barb, in widths of the shaft.
        public static final double HEAD_HALF_WIDTH = 1.75;

        /// How far the back of the head is notched, as a part of its length.
        public static final double NOTCH = 0.22;

        /// The most that the head may take of its arrow.
        public static final double LARGEST_HEAD = 0.6;

        @Override
        public Arrow withOpacity(double newOpacity) {
            return new Arrow(from, to, width, ink, newOpacity, halo);
        }
    }

    /// A straight line of round dots.
    record DottedLine(Vec2 from, Vec2 to, double width, Ink ink, double opacity) implements Mark {

        /// Distance of the dots, in diameters.
        public static final double SPACING = 2.9;

        @Override
        public DottedLine withOpacity(double newOpacity) {
            return new DottedLine(from, to, width, ink, newOpacity);
        }
    }

    /// A solid line.
    record Line(Vec2 from, Vec2 to, double width, Ink ink, double opacity) implements Mark {
        @Override
        public Line withOpacity(double newOpacity) {
            return new Line(from, to, width, ink, newOpacity);
        }
    }

    /// A line through points, with a halo under all of it if it is to be told from a busy ground.
    ///
    /// @param points at least two
    record Polyline(List<Vec2> points, double width, Ink ink, double opacity, boolean halo) implements Mark {

        public Polyline {
            points = List.copyOf(points);
        }

        @Override
        public Polyline withOpacity(double newOpacity) {
            return new Polyline(points, width, ink, newOpacity, halo);
        }
    }

    /// Many equal dots without halos, of a few colours. A class, since a record would compare its arrays by identity.
    final class Specks implements Mark {

        /// Width of the line of a ring or a cross, in radii.
        public static final double RING_WIDTH = 0.45;

        /// Of each.
        public enum Shape {
            DISC, RING,
            /// Two lines across each other, as long as a ring is wide.
            CROSS
        }

        private final double[] x;
        private final double[] y;
        private final int[] colours;
        private final List<Ink> inks;
        private final double radius;
        private final Shape shape;
        private final double opacity;

        /// @param x of the dots; this array and the others belong to the mark from now on
        /// @param y as many
        /// @param colours as many: the ink of each, by its place in `inks`
        Specks(double[] x, double[] y, int[] colours, List<Ink> inks, double radius, Shape shape, double opacity) {
            this.x = x;
            this.y = y;
            this.colours = colours;
            this.inks = List.copyOf(inks);
            this.radius = radius;
            this.shape = shape;
            this.opacity = opacity;
        }

        /// One of them.
        static Specks one(Shape shape, Vec2 at, double radius, Ink ink, double opacity) {
            return new Specks(new double[]{at.x()}, new double[]{at.y()}, new int[1], List.of(ink), radius, shape,
                    opacity);
        }

        public int count() {
            return x.length;
        }

        public Vec2 at(int index) {
            return new Vec2(x[index], y[index]);
        }

        public Ink ink(int index) {
            return inks.get(colours[index]);
        }

        double x(int index) {
            return x[index];
        }

        double y(int index) {
            return y[index];
        }

        /// The place of a dot's ink in [#inks].
        int colour(int index) {
            return colours[index];
        }

        List<Ink> inks() {
            return inks;
        }

        public double radius() {
            return radius;
        }

        public Shape shape() {
            return shape;
        }

        @Override
        public double opacity() {
            return opacity;
        }

        @Override
        public Specks withOpacity(double newOpacity) {
            return new Specks(x, y, colours, inks, radius, shape, newOpacity);
        }
    }

    /// A filled disc.
    record Dot(Vec2 at, double radius, Ink ink, double opacity) implements Mark {
        @Override
        public Dot withOpacity(double newOpacity) {
            return new Dot(at, radius, ink, newOpacity);
        }
    }

    /// A filled ellipse with a thin edge: the points within one standard deviation of a distribution.
    ///
    /// @param covariance of the distribution, in pixels squared, y pointing down
    record Ellipse(Vec2 centre, SymMat2 covariance, Ink ink, double opacity) implements Mark {
        @Override
        public Ellipse withOpacity(double newOpacity) {
            return new Ellipse(centre, covariance, ink, newOpacity);
        }
    }

    /// A typeset line, with a halo if it stands on the picture and not in a box.
    ///
    /// @param baseline where the baseline starts
    /// @param size of the type, in pixels per em
    record Text(Typeset line, Vec2 baseline, double size, Ink ink, double opacity, boolean halo) implements Mark {

        /// The box that the line takes, without halo.
        public Bounds box() {
            return new Bounds(baseline.x(), baseline.y() - line.ascent(size), baseline.x() + line.width(size),
                    baseline.y() + line.descent(size));
        }

        @Override
        public Text withOpacity(double newOpacity) {
            return new Text(line, baseline, size, ink, newOpacity, halo);
        }
    }

    /// A box for text to stand on.
    record Panel(Bounds box, double cornerRadius, boolean edge, double opacity) implements Mark {
        @Override
        public Panel withOpacity(double newOpacity) {
            return new Panel(box, cornerRadius, edge, newOpacity);
        }
    }

    /// A line through many points.
    record Curve(List<Vec2> points, double width, Ink ink, double opacity) implements Mark {

        public Curve {
            points = List.copyOf(points);
        }

        @Override
        public Curve withOpacity(double newOpacity) {
            return new Curve(points, width, ink, newOpacity);
        }
    }

    /// Filled polygons, as one: where they overlap the colour is no stronger.
    ///
    /// @param outlines all in the same direction of turning
    record Area(List<List<Vec2>> outlines, Ink ink, double opacity) implements Mark {

        public Area {
            outlines = outlines.stream().map(List::copyOf).toList();
        }

        /// One polygon.
        public static Area of(List<Vec2> outline, Ink ink, double opacity) {
            return new Area(List.of(outline), ink, opacity);
        }

        @Override
        public Area withOpacity(double newOpacity) {
            return new Area(outlines, ink, newOpacity);
        }
    }

    /// A small disc without a halo, one of many.
    record Speck(Vec2 at, double radius, Ink ink, double opacity) implements Mark {
        @Override
        public Speck withOpacity(double newOpacity) {
            return new Speck(at, radius, ink, newOpacity);
        }
    }

    /// Pixels stretched over a box, opaque.
    ///
    /// @param smooth whether to interpolate between them
    record Image(Bounds box, Raster raster, boolean smooth) implements Mark {
        @Override
        public double opacity() {
            return 1;
        }

        @Override
        public Image withOpacity(double newOpacity) {
            return this;
        }
    }

    /// A small picture with a thin frame.
    record Picture(Raster raster, Bounds box, Ink frame, double opacity) implements Mark {

        /// Width of the frame in a picture 540 pixels high.
        public static final double FRAME = 1.2;

        @Override
        public Picture withOpacity(double newOpacity) {
            return new Picture(raster, box, frame, newOpacity);
        }
    }

    /// Marks of which only what lies in a box is seen.
    record Clipped(Bounds box, List<Mark> marks) implements Mark {

        public Clipped {
            marks = List.copyOf(marks);
        }

        @Override
        public double opacity() {
            return 1;
        }

        @Override
        public Clipped withOpacity(double newOpacity) {
            return new Clipped(box,
                    marks.stream().map(mark -> mark.withOpacity(mark.opacity() * newOpacity)).toList());
        }
    }
}
