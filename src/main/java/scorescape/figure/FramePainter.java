package scorescape.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Paints a [Frame]. Keeps nothing, so any number of threads may paint at once, each on its own `Graphics2D`.
public final class FramePainter {

    /// How far halos reach, in pixels of a picture 540 high.
    public static final double HALO = 1.6;

    /// Opacities of an ellipse that is opaque itself.
    public static final double ELLIPSE_FILL = 0.08;
    public static final double ELLIPSE_EDGE = 0.3;

    private FramePainter() {}

    /// Pixels of a picture from which bands on all cores are faster than one after the other.
    private static final int WORTH_BANDS = 150_000;

    /// Bands for each core, since some have more to show than others.
    private static final int BANDS = 2;

    /// Paints the whole picture, opaque, in bands on all cores: for a window. At the rims of curves that a band cuts pixels may
    /// be a shade off, so files are painted at once.
    ///
    /// @param image in the size of the frame's viewport, of the type [BufferedImage#TYPE_INT_ARGB_PRE]
    public static void paint(BufferedImage image, Frame frame) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int height = image.getHeight();
        int bands = width * height < WORTH_BANDS
                ? 1
                : Math.min(height, BANDS * ForkJoinPool.getCommonPoolParallelism() + BANDS);
        IntStream.range(0, bands).parallel().forEach(band -> {
            int top = height * band / bands;
            int bottom = height * (band + 1) / bands;
            Graphics2D g = image.createGraphics();
            g.clipRect(0, top, width, bottom - top);
            paint(Pen.onBand(g, pixels, frame.theme(), frame.viewport(), top, bottom), frame, Backdrop.OPAQUE);
            g.dispose();
        });
    }

    /// Paints the whole picture, opaque, at the origin of `g`, in the size of the frame's viewport.
    public static void paint(Graphics2D g, Frame frame) {
        paint(g, frame, Backdrop.OPAQUE);
    }

    /// Paints the whole picture at the origin of `g`, in the size of the frame's viewport.
    public static void paint(Graphics2D g, Frame frame, Backdrop backdrop) {
        paint(Pen.onPixels(g, frame.theme(), frame.viewport()), frame, backdrop);
    }

    /// Paints the whole picture on a `g` that records what is drawn, for a file of vectors.
    public static void paintVectors(Graphics2D g, Frame frame, Backdrop backdrop, Lettering lettering) {
        paint(Pen.forVectors(g, frame.theme(), frame.viewport(), lettering), frame, backdrop);
    }

    private static void paint(Pen pen, Frame frame, Backdrop backdrop) {
        Theme theme = frame.theme();
        double scale = frame.viewport().scale();
        Raster ground = frame.ground();
        switch (backdrop) {
            case OPAQUE -> pen.pixels(ground.pixels(), ground.width(), ground.height());
            case CLEAR -> pen.clearPixels(ground.pixels(), ground.width(), ground.height());
        }
        for (Frame.Lane lane : frame.lanes()) {
            Viewport viewport = lane.frame().viewport();
            pen.within(lane.left(), lane.top(), viewport, inner -> paint(inner, lane.frame(), backdrop));
        }
        for (Frame.Stratum stratum : frame.strata()) {
            paint(pen, theme, scale, stratum.marks());
        }
        paint(pen, theme, scale, frame.marks());
        paint(pen, theme, scale, frame.labels());
        paint(pen, theme, scale, frame.furniture());
    }

    private static void paint(Pen pen, Theme theme, double scale, List<? extends Mark> marks) {
        for (Mark mark : marks) {
            if (!isOutside(pen, scale, mark)) {
                paint(pen, theme, scale, mark);
            }
        }
    }

    /// Whether a mark of one of the frequent kinds is surely above or below what the pen paints.
    private static boolean isOutside(Pen pen, double scale, Mark mark) {
        double halo = HALO * scale + 1;
        return switch (mark) {
            case Mark.Text text -> {
                Bounds ink = text.line().ink(text.size());
                yield pen.misses(text.baseline().y() + ink.minY() - 1, text.baseline().y() + ink.maxY() + 1);
            }
            case Mark.Polyline line -> {
                double reach = 0.5 * line.width() + halo;
                yield pen.misses(line.points().stream().mapToDouble(Vec2::y).min().orElseThrow() - reach,
                        line.points().stream().mapToDouble(Vec2::y).max().orElseThrow() + reach);
            }
            case Mark.Line line -> misses(pen, line.from(), line.to(), line.width());
            case Mark.Arrow arrow ->
                misses(pen, arrow.from(), arrow.to(), halo + Mark.Arrow.HEAD_HALF_WIDTH * arrow.width());
            case Mark.Dot dot -> misses(pen, dot.at(), dot.at(), halo + dot.radius());
            default -> false;
        };
    }

    private static boolean misses(Pen pen, Vec2 from, Vec2 to, double reach) {
        return pen.misses(Math.min(from.y(), to.y()) - reach, Math.max(from.y(), to.y()) + reach);
    }

    private static void paint(Pen pen, Theme theme, double scale, Mark mark) {
        switch (mark) {
            case Mark.Arrow(var from, var to, double width, Ink ink, double opacity, boolean halo) ->
                pen.arrow(from, to, width, ink.in(theme), opacity, halo);
            case Mark.DottedLine(var from, var to, double width, Ink ink, double opacity) ->
                pen.dottedLine(from, to, width, ink.in(theme), opacity);
            case Mark.Line(var from, var to, double width, Ink ink, double opacity) ->
                pen.line(from, to, width, ink.in(theme), opacity);
            case Mark.Polyline(var points, double width, Ink ink, double opacity, boolean halo) ->
                pen.polyline(points, width, ink.in(theme), opacity, halo);
            case Mark.Specks specks -> specks(pen, theme, specks);
            case Mark.Dot(var at, double radius, Ink ink, double opacity) ->
                pen.dot(at, radius, ink.in(theme), opacity);
            case Mark.Ellipse(var centre, var covariance, Ink ink, double opacity) ->
                pen.ellipse(centre, covariance, ink.in(theme), ELLIPSE_FILL * opacity, ELLIPSE_EDGE * opacity);
            case Mark.Text(var line, var baseline, double size, Ink ink, double opacity, boolean halo) ->
                pen.text(line, baseline, size, ink.in(theme), opacity, halo);
            case Mark.Picture(Raster picture, var box, Ink frame, double opacity) ->
                pen.picture(picture, box, frame.in(theme), Mark.Picture.FRAME * scale, opacity);
            case Mark.Panel(var box, double radius, boolean edge, double opacity) -> {
                Color color = edge ? Role.PANEL.in(theme) : Role.BACKGROUND.in(theme);
                pen.panel(box, radius, color, opacity);
                if (edge) {
                    pen.panelEdge(box, radius, Role.PANEL_EDGE.in(theme), scale);
                }
            }
            case Mark.Curve(var points, double width, Ink ink, double opacity) ->
                pen.curve(points, width, ink.in(theme), opacity);
            case Mark.Area(var outlines, Ink ink, double opacity) -> pen.area(outlines, ink.in(theme), opacity);
            case Mark.Speck(var at, double radius, Ink ink, double opacity) ->
                pen.speck(at, radius, ink.in(theme), opacity);
            case Mark.Image(var box, var raster, boolean smooth) -> pen.image(box, raster, smooth);
            case Mark.Clipped(var box, var inner) -> pen.clipped(box, () -> paint(pen, theme, scale, inner));
        }
    }

    private static void specks(Pen pen, Theme theme, Mark.Specks specks) {
        if (specks.count() > pen.mostDots()) {
            Splats.paint(pen, theme, specks);
            return;
        }
        for (int i = 0; i < specks.count(); i++) {
            Color color = specks.ink(i).in(theme);
            switch (specks.shape()) {
                case DISC -> pen.speck(specks.at(i), specks.radius(), color, specks.opacity());
                case RING -> pen.ring(specks.at(i), specks.radius(), color, specks.opacity());
                case CROSS -> pen.cross(specks.at(i), specks.radius(), color, specks.opacity());
            }
        }
    }
}
