package scorescape.figure.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import scorescape.diffusion.population.CellMasses;
import scorescape.document.Document.Camera;
import scorescape.figure.Fonts;
import scorescape.figure.Frame;
import scorescape.figure.Ink;
import scorescape.figure.Mark;
import scorescape.figure.Raster;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.figure.Typeset;
import scorescape.figure.Viewport;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A picture to be filled with plots: its size, its title, and the places for plots in rows and columns.
final class Canvas {

    /// Brightness is the relative mass to this power, so that the flanks show.
    private static final double FLANKS = 0.6;

    private static final double MARGIN = 22;
    private static final double HEADING = 20;
    private static final double HEADING_ROOM = 52;

    private final int width;
    private final int height;
    private final Theme theme;
    private final double scale;
    private final String model;
    private final List<Mark> marks = new ArrayList<>();

    /// @param model what is said of a model that errs, else empty; stands in the lower right corner
    Canvas(int width, int height, Theme theme, String model) {
        this.width = width;
        this.height = height;
        this.theme = theme;
        this.model = model;
        scale = Math.min(height / 540.0, width / 800.0);
    }

    double scale() {
        return scale;
    }

    Theme theme() {
        return theme;
    }

    int width() {
        return width;
    }

    /// The heading at the top left, and what is said of it at the top right.
    void heading(String text, String remark) {
        double baseline = (MARGIN + 0.75 * HEADING) * scale;
        marks.add(new Mark.Text(Typeset.line(text, Fonts.INTER_SEMI_BOLD), new Vec2(MARGIN * scale, baseline),
                HEADING * scale, Role.TEXT, 1, false));
        Typeset set = Plot.line(remark);
        double size = Plot.TEXT * scale;
        marks.add(new Mark.Text(set, new Vec2(width - MARGIN * scale - set.width(size), baseline), size, Role.MUTED, 1,
                false));
    }

    /// A line of text in the lower margin.
    void footer(String text) {
        marks.add(new Mark.Text(Plot.line(text), new Vec2(MARGIN * scale, height - 0.5 * MARGIN * scale),
                Plot.SMALL * scale, Role.MUTED, 1, false));
    }

    /// One sentence in the middle, where there is nothing to plot.
    void sentence(String text) {
        Typeset set = Plot.line(text);
        double size = Plot.TITLE * scale;
        marks.add(
                new Mark.Text(set, new Vec2(0.5 * (width - set.width(size)), 0.5 * height), size, Role.TEXT, 1, false));
    }

    /// The box for the axes of a plot in a grid of plots, below the heading and above the footer.
    ///
    /// @param left room for numbers at the left of each plot, in pixels of a picture 540 high, and so on
    Bounds place(int row, int rows, int column, int columns, double left, double top, double right, double bottom) {
        double x0 = 0.6 * MARGIN * scale;
        double y0 = HEADING_ROOM * scale;
        double cellWidth = (width - 2 * x0) / columns;
        double cellHeight = (height - y0 - MARGIN * scale) / rows;
        double minX = x0 + column * cellWidth + left * scale;
        double minY = y0 + row * cellHeight + top * scale;
        return new Bounds(minX, minY, Math.max(minX + 1, x0 + (column + 1) * cellWidth - right * scale),
                Math.max(minY + 1, y0 + (row + 1) * cellHeight - bottom * scale));
    }

    /// Begins again.
    void clear() {
        marks.clear();
    }

    void add(Plot plot) {
        marks.addAll(plot.marks());
    }

    /// How bright a cell is, from its mass relative to that of the brightest.
    static double brightness(double relative) {
        return Math.pow(relative, FLANKS);
    }

    /// The cells of a law: the more mass, the further from the background.
    ///
    /// @param most the mass of the brightest
    Raster shades(CellMasses masses, CellMasses.Grid grid, double most) {
        double[] values = IntStream.range(0, grid.size()).mapToDouble(i -> brightness(masses.mass(i) / most)).toArray();
        return raster(values, grid.columns(), _ -> Role.COMBINED);
    }

    /// Colours of the cells of a grid for values from −1 to 1: what lacks in one colour, what is too much in the other.
    Raster differences(double[] values, int columns, Ink less, Ink more) {
        return raster(values, columns, value -> value < 0 ? less : more);
    }

    private Raster raster(double[] values, int columns, DoubleFunction<Ink> ink) {
        int rows = values.length / columns;
        int[] pixels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[(rows - 1 - Math.floorDiv(i, columns)) * columns + i % columns] =
                    onGround(ink.apply(values[i]), Math.min(Math.abs(values[i]), 1));
        }
        return new Raster(columns, rows, pixels);
    }

    /// An ink that covers a share of the background.
    private int onGround(Ink ink, double share) {
        Color a = Role.BACKGROUND.in(theme);
        Color b = ink.in(theme);
        return (channel(a.getRed(), b.getRed(), share) << 16) | (channel(a.getGreen(), b.getGreen(), share) << 8)
                | channel(a.getBlue(), b.getBlue(), share);
    }

    private static int channel(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }

    Frame frame() {
        List<Mark> all = new ArrayList<>(marks);
        if (!model.isEmpty()) {
            Typeset set = Plot.line(model);
            double size = Plot.TEXT * scale;
            all.add(new Mark.Text(set,
                    new Vec2(width - MARGIN * scale - set.width(size), height - 0.5 * MARGIN * scale), size, Role.NOISE,
                    1, false));
        }
        int[] ground = new int[width * height];
        Arrays.fill(ground, Role.BACKGROUND.in(theme).getRGB() & 0xFFFFFF);
        Viewport viewport = Viewport.of(new Camera(Vec2.ZERO, 1), width, height);
        return new Frame(viewport, theme, new Raster(width, height, ground), List.of(), all, List.of(), List.of());
    }
}
