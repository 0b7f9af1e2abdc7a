package scorescape.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.util.List;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// A thin helper over `Graphics2D`: lines, arrows, dots and outlines with halos. Positions and lengths in pixels.
final class Pen {

    private static final double HEAD_LENGTH = 4.6;
    private static final double HEAD_HALF_WIDTH = 1.75;

    /// How far the back of an arrow's head is notched, as a part of the head's length.
    private static final double NOTCH = 0.22;

    /// The most that a head may take of its arrow.
    private static final double LARGEST_HEAD = 0.6;

    /// Distance of the dots of a dotted line, in diameters.
    private static final double DOT_SPACING = 2.9;

    /// Opaque enough to clear the ground, so faint that it is no mark of its own.
    private static final double HALO_OPACITY = 0.7;

    /// Width of the line of a ring, in radii.
    static final double RING_WIDTH = 0.45;

    private static final DirectColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);

    private final Graphics2D g;
    private final Color background;
    private final double halo;
    private final int width;
    private final int height;

    /// @param halo how far halos reach beyond what they surround
    /// @param width of the picture, in pixels
    /// @param height of the picture, in pixels
    Pen(Graphics2D g, Color background, double halo, int width, int height) {
        this.g = g;
        this.width = width;
        this.height = height;
        this.background = background;
        this.halo = halo;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /// Of the picture, in pixels.
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Lays an image of the picture's size over it.
    void image(BufferedImage image) {
        g.drawImage(image, 0, 0, null);
    }

    /// The opaque colour a part `amount` of the way from one to the other.
    static Color mix(Color from, Color to, double amount) {
        return new Color(mix(from.getRed(), to.getRed(), amount), mix(from.getGreen(), to.getGreen(), amount),
                mix(from.getBlue(), to.getBlue(), amount));
    }

    private static int mix(int from, int to, double amount) {
        return (int) Math.round(from + amount * (to - from));
    }

    void pixels(int[] rgb, int width, int height) {
        g.drawImage(image(rgb, width, height), 0, 0, null);
    }

    private static BufferedImage image(int[] rgb, int width, int height) {
        var buffer = new DataBufferInt(rgb, rgb.length);
        var raster = Raster.createPackedRaster(buffer, width, height, width, RGB.getMasks(), null);
        return new BufferedImage(RGB, raster, false, null);
    }

    void line(Vec2 from, Vec2 to, double width, Color color, double opacity) {
        g.setColor(faded(color, opacity));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
    }

    void curve(List<Vec2> points, double width, Color color, double opacity) {
        g.setColor(faded(color, opacity));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path(points));
    }

    void area(List<Vec2> outline, Color color, double opacity) {
        Path2D shape = path(outline);
        shape.closePath();
        g.setColor(faded(color, opacity));
        g.fill(shape);
    }

    private static Path2D path(List<Vec2> points) {
        Path2D path = new Path2D.Double();
        moveTo(path, points.getFirst());
        points.stream().skip(1).forEach(point -> lineTo(path, point));
        return path;
    }

    void image(Bounds box, scorescape.figure.Raster raster, boolean smooth) {
        BufferedImage image = image(raster.pixels(), raster.width(), raster.height());
        AffineTransform place = AffineTransform.getTranslateInstance(box.minX(), box.minY());
        place.scale(box.width() / raster.width(), box.height() / raster.height());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, smooth
                ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(image, place, null);
    }

    /// Paints with everything outside of a box cut off.
    void clipped(Bounds box, Runnable painting) {
        Shape before = g.getClip();
        g.clip(new Rectangle2D.Double(box.minX(), box.minY(), box.width(), box.height()));
        painting.run();
        g.setClip(before);
    }

    /// A line through points. Opaque ones are drawn segment by segment, which is several times faster; where they are
    /// translucent the joints would show.
    void polyline(List<Vec2> points, double width, Color color, double opacity, boolean withHalo) {
        if (withHalo) {
            stroke(points, width + 2 * halo, faded(background, HALO_OPACITY * opacity));
        }
        stroke(points, width, faded(color, opacity));
    }

    private void stroke(List<Vec2> points, double width, Color color) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (color.getAlpha() == 255) {
            for (int i = 1; i < points.size(); i++) {
                Vec2 from = points.get(i - 1);
                Vec2 to = points.get(i);
                g.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
            }
        } else {
            Path2D path = new Path2D.Double();
            moveTo(path, points.getFirst());
            points.subList(1, points.size()).forEach(point -> lineTo(path, point));
            g.draw(path);
        }
    }

    void ring(Vec2 at, double radius, Color color, double opacity) {
        g.setColor(faded(color, opacity));
        g.setStroke(new BasicStroke((float) (RING_WIDTH * radius)));
        g.draw(disc(at, radius));
    }

    void dottedLine(Vec2 from, Vec2 to, double width, Color color, double opacity) {
        double length = from.distance(to);
        double spacing = DOT_SPACING * width;
        Path2D dots = new Path2D.Double();
        for (int i = 1; i * spacing <= length; i++) {
            Vec2 at = from.lerp(to, i * spacing / length);
            dots.append(disc(at, 0.5 * width), false);
        }
        g.setColor(faded(color, opacity));
        g.fill(dots);
    }

    void arrow(Vec2 from, Vec2 to, double width, Color color, double opacity, boolean withHalo) {
        Shape shape = arrowShape(from, to, width);
        if (withHalo) {
            g.setColor(faded(background, HALO_OPACITY * opacity));
            g.setStroke(new BasicStroke((float) (2 * halo), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g.draw(shape);
        }
        g.setColor(faded(color, opacity));
        g.fill(shape);
    }

    /// Shaft and head as one outline, so that a faint arrow is evenly faint. An arrow of no length has none.
    static Path2D arrowShape(Vec2 from, Vec2 to, double width) {
        Path2D shape = new Path2D.Double();
        double length = from.distance(to);
        if (!(length > 0)) {
            return shape;
        }
        Vec2 along = to.minus(from).times(1 / length);
        Vec2 across = along.perpendicular();
        double head = Math.min(HEAD_LENGTH * width, LARGEST_HEAD * length);
        double size = head / HEAD_LENGTH;
        double half = 0.5 * Math.min(width, 1.4 * size);
        Vec2 back = to.minus(along.times(head));
        Vec2 neck = back.plus(along.times(NOTCH * head));
        Vec2 barb = across.times(HEAD_HALF_WIDTH * size);
        Vec2 side = across.times(half);
        moveTo(shape, from.plus(side));
        lineTo(shape, neck.plus(side));
        lineTo(shape, back.plus(barb));
        lineTo(shape, to);
        lineTo(shape, back.minus(barb));
        lineTo(shape, neck.minus(side));
        lineTo(shape, from.minus(side));
        shape.closePath();
        return shape;
    }

    void dot(Vec2 at, double radius, Color color, double opacity) {
        g.setColor(faded(background, opacity));
        g.fill(disc(at, radius + halo));
        g.setColor(faded(color, opacity));
        g.fill(disc(at, radius));
    }

    /// A small dot without a halo, one of many.
    void speck(Vec2 at, double radius, Color color, double opacity) {
        g.setColor(faded(color, opacity));
        g.fill(disc(at, radius));
    }

    /// The ellipse of the points within one standard deviation.
    void ellipse(Vec2 centre, SymMat2 covariance, Color color, double fill, double edge) {
        double middle = 0.5 * covariance.trace();
        double reach = Math.hypot(0.5 * (covariance.xx() - covariance.yy()), covariance.xy());
        double large = Math.sqrt(middle + reach);
        double small = Math.sqrt(Math.max(0, middle - reach));
        double angle = 0.5 * Math.atan2(2 * covariance.xy(), covariance.xx() - covariance.yy());
        AffineTransform place = AffineTransform.getTranslateInstance(centre.x(), centre.y());
        place.rotate(angle);
        Shape shape = place.createTransformedShape(new Ellipse2D.Double(-large, -small, 2 * large, 2 * small));
        g.setColor(faded(color, fill));
        g.fill(shape);
        g.setColor(faded(color, edge));
        g.setStroke(new BasicStroke((float) (0.5 * halo)));
        g.draw(shape);
    }

    void panel(Bounds box, double cornerRadius, Color color, double opacity) {
        g.setColor(faded(color, opacity));
        g.fill(rounded(box, cornerRadius));
    }

    void panelEdge(Bounds box, double cornerRadius, Color color, double width) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) width));
        g.draw(rounded(box, cornerRadius));
    }

    void text(Typeset line, Vec2 baseline, double size, Color color, double opacity, boolean withHalo) {
        if (withHalo) {
            g.setColor(faded(background, HALO_OPACITY * opacity));
            line.paintHalo(g, baseline, size);
        }
        g.setColor(faded(color, opacity));
        line.paint(g, baseline, size);
    }

    private static Shape rounded(Bounds box, double radius) {
        return new RoundRectangle2D.Double(box.minX(), box.minY(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    private static Ellipse2D disc(Vec2 at, double radius) {
        return new Ellipse2D.Double(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }

    private static Color faded(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    private static void moveTo(Path2D path, Vec2 point) {
        path.moveTo(point.x(), point.y());
    }

    private static void lineTo(Path2D path, Vec2 point) {
        path.lineTo(point.x(), point.y());
    }
}
