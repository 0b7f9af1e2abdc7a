package scorescape.figure;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.BiConsumer;
import scorescape.math.Vec2;

/// Several pictures of one size beside and below each other, each under its caption: small multiples.
///
/// @param panels from the top left, one or more
public record Sheet(List<Panel> panels) {

    /// In pixels of a picture 540 high.
    private static final double CAPTION = 19;
    private static final double CAPTION_ROOM = 34;
    private static final double GAP = 14;

    /// @param caption with formulas between dollar signs, in LaTeX
    public record Panel(Frame frame, String caption) {}

    public Sheet {
        panels = List.copyOf(panels);
        Viewport first = panels.getFirst().frame().viewport();
        if (panels.stream().map(panel -> panel.frame().viewport()).anyMatch(
                other -> other.width() != first.width() || other.height() != first.height())) {
            throw new IllegalArgumentException("the pictures of a sheet must be of one size");
        }
    }

    /// As many as make the sheet wide rather than high: up to four in one row.
    public static int columns(int panels) {
        return panels <= 4 ? panels : (int) Math.ceil(Math.sqrt(1.3 * panels));
    }

    /// @param width of a panel
    public static int width(int panels, int width, int height) {
        int columns = columns(panels);
        return columns * width + (columns - 1) * gap(width, height);
    }

    public static int height(int panels, int width, int height) {
        int rows = Math.ceilDiv(panels, columns(panels));
        return rows * (height + room(width, height)) + (rows - 1) * gap(width, height);
    }

    public int width() {
        return width(panels.size(), viewport().width(), viewport().height());
    }

    public int height() {
        return height(panels.size(), viewport().width(), viewport().height());
    }

    /// Paints the sheet at the origin of `g`.
    public void paint(Graphics2D g, Backdrop backdrop) {
        paint(g, backdrop, (part, frame) -> FramePainter.paint(part, frame, backdrop), Lettering.OUTLINES);
    }

    /// Paints the sheet on a `g` that records what is drawn, for a file of vectors.
    public void paintVectors(Graphics2D g, Backdrop backdrop, Lettering lettering) {
        paint(g, backdrop, (part, frame) -> FramePainter.paintVectors(part, frame, backdrop, lettering), lettering);
    }

    private void paint(Graphics2D g, Backdrop backdrop, BiConsumer<Graphics2D, Frame> painter, Lettering lettering) {
        Viewport viewport = viewport();
        Theme theme = panels.getFirst().frame().theme();
        int columns = columns(panels.size());
        int width = viewport.width();
        int height = viewport.height();
        int room = room(width, height);
        int gap = gap(width, height);
        double scale = scale(width, height);
        if (backdrop == Backdrop.OPAQUE) {
            g.setColor(Role.BACKGROUND.in(theme));
            g.fillRect(0, 0, width(), height());
        }
        for (int i = 0; i < panels.size(); i++) {
            int x = i % columns * (width + gap);
            int y = i / columns * (room + height + gap);
            Typeset caption = Typeset.line(panels.get(i).caption(), Fonts.INTER_MEDIUM);
            double size = CAPTION * scale;
            Graphics2D words = (Graphics2D) g.create();
            Pen.forVectors(words, theme, viewport, lettering).text(caption,
                    new Vec2(x + 0.5 * (width - caption.width(size)), y + 0.72 * room), size, Role.TEXT.in(theme), 1,
                    false);
            words.dispose();
            Graphics2D part = (Graphics2D) g.create(x, y + room, width, height);
            painter.accept(part, panels.get(i).frame());
            part.dispose();
        }
    }

    private Viewport viewport() {
        return panels.getFirst().frame().viewport();
    }

    private static int room(int width, int height) {
        return (int) Math.ceil(CAPTION_ROOM * scale(width, height));
    }

    private static int gap(int width, int height) {
        return (int) Math.ceil(GAP * scale(width, height));
    }

    /// Captions stay readable beside small pictures.
    private static double scale(int width, int height) {
        return Math.max(0.6, Math.min(height / 540.0, width / 720.0));
    }
}
