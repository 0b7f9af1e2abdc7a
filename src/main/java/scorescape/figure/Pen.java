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
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// A thin helper over `Graphics2D`: lines, arrows, dots and outlines with halos. Positions and lengths in pixels.
final class Pen {

    /// Opaque enough to clear the ground, so faint that it is no mark of its own.
    private static final double HALO_OPACITY = 0.7;

    private static final DirectColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);

    private final Graphics2D g;
    private final Theme theme;
    private final Color background;
    private final double halo;
    private final int width;

    /// The rows that it paints.
    private final int top;
    private final int bottom;

    private final Letters letters;

    /// Those of the whole picture, premultiplied and opaque, if they may be painted on directly.
    private int @Nullable [] pixels;

    /// How lines of text are drawn.
    private enum Letters {
        /// Outlines and halos are filled.
        FILLED,
        /// Outlines are filled and halos stroked: slower on pixels, but the halo is no path of its own in a file.
        STROKED_HALOS,
        /// As before, but plain text stays text, without a halo: who reads the file may have another font.
        TEXT
    }

    private Pen(Graphics2D g, Theme theme, Viewport viewport, int top, int bottom, Letters letters) {
        this.g = g;
        this.theme = theme;
        this.letters = letters;
        width = viewport.width();
        this.top = top;
        this.bottom = bottom;
        background = Role.BACKGROUND.in(theme);
        halo = FramePainter.HALO * viewport.scale();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static Pen onPixels(Graphics2D g, Theme theme, Viewport viewport) {
        return onBand(g, theme, viewport, 0, viewport.height());
    }

    private static Pen onBand(Graphics2D g, Theme theme, Viewport viewport, int top, int bottom) {
        return new Pen(g, theme, viewport, top, bottom, Letters.FILLED);
    }

    /// For the rows from `top` to before `bottom`; others are outside the clip of `g`.
    ///
    /// @param pixels of the opaque picture that `g` paints on, row by row
    static Pen onBand(Graphics2D g, int[] pixels, Theme theme, Viewport viewport, int top, int bottom) {
        Pen pen = onBand(g, theme, viewport, top, bottom);
        pen.pixels = pixels;
        return pen;
    }

    /// Paints a picture inside this one, of which nothing shows outside of it.
    void within(int left, int upper, Viewport viewport, Consumer<Pen> painting) {
        int first = Math.max(0, top - upper);
        int end = Math.min(viewport.height(), bottom - upper);
        if (first >= end) {
            return;
        }
        Graphics2D inner = (Graphics2D) g.create(left, upper, viewport.width(), viewport.height());
        try {
            painting.accept(new Pen(inner, theme, viewport, first, end, letters));
        } finally {
            inner.dispose();
        }
    }

    static Pen forVectors(Graphics2D g, Theme theme, Viewport viewport, Lettering lettering) {
        return new Pen(g, theme, viewport, 0, viewport.height(), switch (lettering) {
            case OUTLINES -> Letters.STROKED_HALOS;
            case TEXT -> Letters.TEXT;
        });
    }

    /// More dots than these are painted as pixels: a few times faster, and in a file of vectors far smaller.
    int mostDots() {
        return letters == Letters.FILLED ? 600 : 20_000;
    }

    /// Of the picture, in pixels.
    int width() {
        return width;
    }

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    /// The whole picture's, premultiplied ARGB, to paint on the rows of this pen; null where that has to go through an image.
    int @Nullable [] pixels() {
        return pixels;
    }

    /// Whether nothing is painted between two heights.
    boolean misses(double upper, double lower) {
        return lower < top || upper > bottom;
    }

    /// Lays an image over the rows that are painted.
    void image(BufferedImage image) {
        g.drawImage(image, 0, top, null);
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

    /// Pixels that let what is there shine through where they are near to the background: each gets the least opacity
    /// with which it looks as before over the background.
    void clearPixels(int[] rgb, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rgb.length; i++) {
            argb[i] = i > 0 && rgb[i] == rgb[i - 1] ? argb[i - 1] : cleared(rgb[i]);
        }
        image(image);
    }

    private int cleared(int rgb) {
        int[] from = {background.getRed(), background.getGreen(), background.getBlue()};
        int[] to = {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
        double opacity = 0;
        for (int channel = 0; channel < 3; channel++) {
            int change = to[channel] - from[channel];
            opacity = Math.max(opacity, change > 0
                    ? change / (255.0 - from[channel])
                    : -change / Math.max(1.0, from[channel]));
        }
        int alpha = (int) Math.ceil(255 * opacity);
        int argb = alpha;
        for (int channel = 0; channel < 3; channel++) {
            double own = alpha == 0 ? 0 : from[channel] + (to[channel] - from[channel]) * 255.0 / alpha;
            argb = argb << 8 | (int) Math.round(Math.clamp(own, 0, 255));
        }
        return argb;
    }

    private static BufferedImage image(int[] rgb, int width, int height) {
        var buffer = new DataBufferInt(rgb, rgb.length);
        var raster = Raster.createPackedRaster(buffer, width, height, width, RGB.getMasks(), null);
        return new BufferedImage(RGB, raster, false, null);
    }

    /// A picture scaled to fill `box`, with a frame around it.
    void picture(scorescape.figure.Raster picture, Bounds box, Color frame, double width, double opacity) {
        var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        int alpha = (int) Math.round(255 * opacity) << 24;
        int[] argb = Arrays.stream(picture.pixels()).map(rgb -> rgb | alpha).toArray();
        image.setRGB(0, 0, picture.width(), picture.height(), argb, 0, picture.width());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = AffineTransform.getTranslateInstance(box.minX(), box.minY());
        place.scale(box.width() / picture.width(), box.height() / picture.height());
        g.drawImage(image, place, null);
        g.setColor(faded(frame, opacity));
        g.setStroke(new BasicStroke((float) width));
        g.draw(new Rectangle2D.Double(box.minX(), box.minY(), box.width(), box.height()));
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

    void area(List<List<Vec2>> outlines, Color color, double opacity) {
        Path2D shape = new Path2D.Double();
        for (List<Vec2> outline : outlines) {
            shape.append(path(outline), false);
            shape.closePath();
        }
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
        int[] direct = pixels;
        pixels = null;
        g.clip(new Rectangle2D.Double(box.minX(), box.minY(), box.width(), box.height()));
        painting.run();
        g.setClip(before);
        pixels = direct;
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
        g.setStroke(new BasicStroke((float) (Mark.Specks.RING_WIDTH * radius)));
        g.draw(disc(at, radius));
    }

    void cross(Vec2 at, double radius, Color color, double opacity) {
        Path2D lines = new Path2D.Double();
        for (int side = -1; side <= 1; side += 2) {
            Vec2 arm = new Vec2(Math.sqrt(0.5) * radius, side * Math.sqrt(0.5) * radius);
            moveTo(lines, at.minus(arm));
            lineTo(lines, at.plus(arm));
        }
        g.setColor(faded(color, opacity));
        g.setStroke(new BasicStroke((float) (Mark.Specks.RING_WIDTH * radius)));
        g.draw(lines);
    }

    void dottedLine(Vec2 from, Vec2 to, double width, Color color, double opacity) {
        double length = from.distance(to);
        double spacing = Mark.DottedLine.SPACING * width;
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
        double head = Math.min(Mark.Arrow.HEAD_LENGTH * width, Mark.Arrow.LARGEST_HEAD * length);
        double size = head / Mark.Arrow.HEAD_LENGTH;
        double half = 0.5 * Math.min(width, 1.4 * size);
        Vec2 back = to.minus(along.times(head));
        Vec2 neck = back.plus(along.times(Mark.Arrow.NOTCH * head));
        Vec2 barb = across.times(Mark.Arrow.HEAD_HALF_WIDTH * size);
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
        if (pixels != null) {
            if (withHalo) {
                TextMasks.paint(pixels, this, line, baseline, size, faded(background, HALO_OPACITY * opacity), true);
            }
            TextMasks.paint(pixels, this, line, baseline, size, faded(color, opacity), false);
            return;
        }
        if (withHalo) {
            g.setColor(faded(background, HALO_OPACITY * opacity));
            switch (letters) {
                case FILLED -> line.paintHalo(g, baseline, size);
                case STROKED_HALOS -> line.strokeHalo(g, baseline, size);
                case TEXT -> line.strokeFormulaHalo(g, baseline, size);
            }
        }
        g.setColor(faded(color, opacity));
        if (letters == Letters.TEXT) {
            line.paintText(g, baseline, size);
        } else {
            line.paint(g, baseline, size);
        }
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
