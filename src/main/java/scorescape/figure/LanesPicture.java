package scorescape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.document.Document;
import scorescape.document.LaneTitles;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.lesson.Playhead;
import scorescape.lesson.RuleStory;
import scorescape.lesson.RunShape;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// The lanes of a comparison side by side, each under its title, with one legend and caption for all below them.
///
/// Cameras and playheads are linked: each lane shows the same part of the plane, and its run at the same moment, as far as it
/// has the stage. Each lane has a computer of its own, so a drag in one of them computes the others from what they remember.
/// Confined to one thread.
final class LanesPicture {

    /// Marks in a lane are smaller than in the picture as a whole, by less than the lane is.
    private static final double MARKS = 0.84;

    private static final double TITLE_ROOM = 28;
    private static final double TITLE_SIZE = 13.5;
    private static final double MARGIN = 18;
    private static final double FOOT_MARGIN = 5;
    private static final double CAPTION_SIZE = 16;
    private static final double CAPTION_HEIGHT = 36;
    private static final double CAPTION_PADDING = 18;
    private static final double SMALL_SIZE = 12;
    private static final double ROW = 17.5;
    private static final double SWATCH = 20;
    private static final double GAP = 16;
    private static final double CORNER = 5;

    /// Where the ends of particles in the active lane are, in the others.
    private static final double END_RADIUS = 4.2;
    private static final double END_RADIUS_OF_MANY = 1.8;
    private static final double JOIN_WIDTH = 1.2;
    private static final double JOIN_OPACITY = 0.75;

    /// Of many lines between ends, so that dense ones are seen as dense.
    private static final double MANY_OPACITY = 0.35;

    /// More lines than these would hide the picture.
    private static final int MOST_JOINED = 250;

    private static final List<Layer> SHARED = List.of(Layer.LEGEND, Layer.EQUATION, Layer.CAPTION, Layer.STATUS);

    private final List<FrameComputer> computers = new ArrayList<>();
    private final RunShapes shapes = new RunShapes();
    private final BooleanSupplier cancelled;

    /// @param cancelled see [FrameComputer#FrameComputer(BooleanSupplier)]
    LanesPicture(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /// @param own the computer of the scene's own lane
    Frame compute(Document document, Playhead playhead, Viewport size, Theme theme, FrameComputer own) {
        List<Document> lanes = document.lanes();
        int place = document.view().comparison().place();
        Viewport whole = size.enlarged(theme.enlargement());
        double scale = whole.scale();
        Layers layers = document.layers();
        Document active = lanes.get(place);
        Foot foot = foot(document, active, playhead, whole, own);
        int room = (int) Math.ceil(foot.height());
        List<Bounds> cells = cells(lanes.size(), whole.width(), whole.height() - room);
        int title = (int) Math.ceil(TITLE_ROOM * scale);

        List<Frame.Lane> frames = new ArrayList<>();
        List<Mark> over = new ArrayList<>();
        List<String> titles = LaneTitles.of(document);
        for (int i = 0; i < lanes.size(); i++) {
            Bounds cell = cells.get(i);
            Document lane = withoutShared(lanes.get(i));
            Viewport viewport = Viewport.of(document.camera(), (int) cell.width(),
                    Math.max(1, (int) cell.height() - title));
            viewport = viewport.enlarged(MARKS * scale / theme.enlargement() / viewport.scale());
            FrameComputer computer = computer(i, place, own);
            Frame frame = computer.compute(lane, moment(playhead, document, lane), viewport, theme);
            if (document.view().comparison().joined()) {
                frame = frame.withMarks(joins(i, place, lanes, computer, own, frame.viewport()));
            }
            frames.add(new Frame.Lane((int) cell.minX(), (int) cell.minY() + title, frame));
            addTitle(over, titles.get(i), cell, scale);
        }
        for (Bounds cell : cells) {
            addEdges(over, cell, whole, scale);
        }
        if (room > 0) {
            addFoot(over, foot, document, playhead, whole, layers.shows(Layer.STATUS));
        }
        int[] ground = new int[whole.width() * whole.height()];
        Arrays.fill(ground, Role.BACKGROUND.in(theme).getRGB() & 0xFFFFFF);
        return new Frame(whole, theme, new Raster(whole.width(), whole.height(), ground), frames, over);
    }

    private FrameComputer computer(int lane, int place, FrameComputer own) {
        while (computers.size() <= lane) {
            computers.add(new FrameComputer(cancelled));
        }
        return lane == place ? own : computers.get(lane);
    }

    private static Document withoutShared(Document lane) {
        Layers layers = lane.layers();
        for (Layer layer : SHARED) {
            layers = layers.withShown(layer, false);
        }
        return lane.withLayers(layers);
    }

    /// The moment of a lane's run at the same share of it: in the same stage, or complete in the last one before it that the
    /// lane's step has.
    private Playhead moment(Playhead playhead, Document document, Document lane) {
        int last = lane.steps() - 1;
        if (playhead.stage() == Stage.END) {
            return new Playhead(last, Stage.END, playhead.progress());
        }
        int step = Math.toIntExact((long) playhead.step() * lane.steps() / document.steps());
        if (playhead.stage() == Stage.MOVE) {
            return new Playhead(step, Stage.MOVE, playhead.progress());
        }
        RunShape shape = shapes.of(lane);
        List<Stage> told = shape.stages(step);
        if (told.contains(playhead.stage())) {
            return new Playhead(step, playhead.stage(), playhead.progress());
        }
        Stage before = told.stream().filter(stage -> stage.compareTo(playhead.stage()) < 0).toList().getLast();
        return new Playhead(step, before, 1);
    }

    /// Places for lanes in whole pixels: in one row, in one column where the picture is high, or four in two rows.
    static List<Bounds> cells(int lanes, int width, int height) {
        int columns = lanes == 4 ? 2 : width >= height ? lanes : 1;
        int rows = lanes / columns;
        List<Bounds> cells = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            int column = i % columns;
            int row = Math.floorDiv(i, columns);
            // All lanes are equally large, so that they show the same; the rest of a division stays empty.
            int across = Math.max(1, Math.floorDiv(width, columns));
            int down = Math.max(2, Math.floorDiv(height, rows));
            cells.add(new Bounds(column * across, row * down, (column + 1.0) * across, (row + 1.0) * down));
        }
        return cells;
    }

    /// In a lane other than the active one, lines from the ends of its particles to their ends there; in the active one, from
    /// the end of its run to those of the others.
    private List<Mark> joins(int lane, int place, List<Document> lanes, FrameComputer computer, FrameComputer own,
            Viewport viewport) {
        List<Mark> marks = new ArrayList<>();
        double scale = viewport.scale();
        if (lane != place && lanes.get(lane).layers().shows(Layer.ENDS)) {
            TrajectoryBundle ends = computer.population(lanes.get(lane));
            TrajectoryBundle others = own.population(lanes.get(place));
            int count = Math.min(Math.min(ends.particles(), others.particles()), MOST_JOINED);
            double[] x = new double[count];
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                Vec2 there = viewport.toPixel(others.end(i));
                marks.add(new Mark.Line(viewport.toPixel(ends.end(i)), there, 0.7 * scale, Role.MUTED, MANY_OPACITY));
                x[i] = there.x();
                y[i] = there.y();
            }
            marks.add(new Mark.Specks(x, y, new int[count], List.of(Role.MUTED), END_RADIUS_OF_MANY * scale,
                    Mark.Specks.Shape.RING, MANY_OPACITY));
        }
        Trajectory run = computer.trajectory(lanes.get(lane));
        for (int other = 0; other < lanes.size(); other++) {
            if (other != lane && (lane == place || other == place)) {
                Vec2 from = viewport.toPixel(run.end());
                Vec2 to = viewport.toPixel(computer(other, place, own).trajectory(lanes.get(other)).end());
                marks.add(new Mark.Line(from, to, JOIN_WIDTH * scale, Role.STATE, JOIN_OPACITY));
                marks.add(Mark.Specks.one(Mark.Specks.Shape.RING, to, END_RADIUS * scale, Role.STATE, JOIN_OPACITY));
            }
        }
        return marks;
    }

    private static void addTitle(List<Mark> marks, String title, Bounds cell, double scale) {
        Typeset text = Typeset.line(Typeset.plain(title), Fonts.INTER_SEMI_BOLD);
        double room = cell.width() - 2 * MARGIN * scale;
        double size = Math.min(TITLE_SIZE * scale, TITLE_SIZE * scale * room / text.width(TITLE_SIZE * scale));
        marks.add(new Mark.Text(text, new Vec2(cell.minX() + MARGIN * scale,
                cell.minY() + (0.5 * TITLE_ROOM + 0.36 * TITLE_SIZE) * scale), size, Role.TEXT, 1, false));
    }

    private static void addEdges(List<Mark> marks, Bounds cell, Viewport whole, double scale) {
        if (cell.maxX() < whole.width() - 2) {
            marks.add(new Mark.Line(new Vec2(cell.maxX(), cell.minY()), new Vec2(cell.maxX(), cell.maxY()), scale,
                    Role.PANEL_EDGE, 1));
        }
        if (cell.minY() > 0) {
            marks.add(new Mark.Line(new Vec2(cell.minX(), cell.minY()), new Vec2(cell.maxX(), cell.minY()), scale,
                    Role.PANEL_EDGE, 1));
        }
    }

    /// What stands below the lanes.
    ///
    /// @param height of all of it, 0 if there is nothing
    /// @param legend the rows of the legend of all lanes, line by line
    /// @param captionWidth room for the longest caption, 0 for none
    private record Foot(double height, List<List<Furniture.Row>> legend, double captionWidth) {}

    private Foot foot(Document document, Document active, Playhead playhead, Viewport whole, FrameComputer own) {
        Layers layers = document.layers();
        double scale = whole.scale();
        double captionWidth = 0;
        if (layers.shows(Layer.CAPTION)) {
            var story = new RuleStory(document.guidance());
            List<Stage> told = shapes.of(active).stages(document.toldStep());
            captionWidth = 2 * CAPTION_PADDING * scale + Arrays.stream(Stage.values())
                    .filter(stage -> !stage.isTold() || told.contains(stage))
                    .mapToDouble(stage -> Typeset.line(story.caption(stage), Fonts.INTER).width(CAPTION_SIZE * scale))
                    .max()
                    .orElse(0);
        }
        List<List<Furniture.Row>> legend = new ArrayList<>();
        if (layers.shows(Layer.LEGEND)) {
            double room = whole.width() - captionWidth - 3 * MARGIN * scale;
            double used = Double.POSITIVE_INFINITY;
            for (Furniture.Row row : Furniture.rowsOf(document.lanes(), own.trajectory(active), playhead)) {
                double width = width(row, scale);
                if (used + width > room) {
                    legend.add(new ArrayList<>());
                    used = 0;
                }
                legend.getLast().add(row);
                used += width + GAP * scale;
            }
        }
        int lines = legend.size() + (layers.shows(Layer.STATUS) ? 1 : 0);
        double content = Math.max(lines * ROW, captionWidth > 0 ? CAPTION_HEIGHT + FOOT_MARGIN : 0);
        return new Foot(content > 0 ? (content + 2 * FOOT_MARGIN) * scale : 0, legend, captionWidth);
    }

    private static double width(Furniture.Row row, double scale) {
        return SWATCH * scale + row.text().width(SMALL_SIZE * scale);
    }

    /// The legend of all lanes, a line that says what is shown, and the caption of the active lane.
    private static void addFoot(List<Mark> marks, Foot foot, Document document, Playhead playhead, Viewport whole,
            boolean status) {
        double scale = whole.scale();
        double top = whole.height() - foot.height();
        double margin = MARGIN * scale;
        marks.add(new Mark.Line(new Vec2(0, top), new Vec2(whole.width(), top), scale, Role.PANEL_EDGE, 1));
        if (foot.captionWidth() > 0) {
            Typeset text = Typeset.line(new RuleStory(document.guidance()).caption(playhead.stage()), Fonts.INTER);
            double size = CAPTION_SIZE * scale;
            double right = whole.width() - margin;
            double middle = top + 0.5 * foot.height();
            Bounds box = new Bounds(right - foot.captionWidth(), middle - 0.5 * CAPTION_HEIGHT * scale, right,
                    middle + 0.5 * CAPTION_HEIGHT * scale);
            marks.add(new Mark.Panel(box, CORNER * scale, true, 0.94));
            marks.add(new Mark.Text(text, new Vec2(box.centre().x() - 0.5 * text.width(size), middle + 0.34 * size),
                    size, Role.TEXT, 1, false));
        }
        double small = SMALL_SIZE * scale;
        double y = top + (FOOT_MARGIN + 0.5 * ROW) * scale;
        for (List<Furniture.Row> line : foot.legend()) {
            double x = margin;
            for (Furniture.Row row : line) {
                marks.add(row.swatch(new Vec2(x, y), scale, 1));
                marks.add(
                        new Mark.Text(row.text(), new Vec2(x + SWATCH * scale, y + 0.35 * small), small, Role.MUTED, 1,
                                false));
                x += width(row, scale) + GAP * scale;
            }
            y += ROW * scale;
        }
        if (status) {
            String drawn = switch (document.coordinates()) {
                case STATE -> "$x_t$";
                case RESCALED -> "$x_t/\\alpha_t$";
            };
            marks.add(new Mark.Text(
                    Typeset.line(text("frame.shown", drawn, playhead.step() + 1, document.steps()), Fonts.INTER),
                    new Vec2(margin, y + 0.35 * small), small, Role.MUTED, 1, false));
        }
    }
}
