package scorescape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.document.Document;
import scorescape.document.LaneTitles;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Layers.ScoreOf;
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

    private static final double DOT_GAP = 10;

    private static final List<Layer> SHARED = List.of(Layer.LEGEND, Layer.CAPTION, Layer.STATUS);

    private final List<FrameComputer> computers = new ArrayList<>();
    private final RunShapes shapes = new RunShapes();

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

        List<FrameComputer.Told> told = new ArrayList<>();
        boolean oneEquation = hasOneEquation(lanes);
        for (int i = 0; i < lanes.size(); i++) {
            Document lane = withoutShared(lanes.get(i), oneEquation && i != place);
            Bounds cell = cells.get(i);
            Viewport viewport = Viewport.of(document.camera(), (int) cell.width(),
                    Math.max(1, (int) cell.height() - title));
            viewport = viewport.enlarged(MARKS * scale / theme.enlargement() / viewport.scale());
            told.add(computer(i, place, own).told(lane, moment(playhead, document, lane), viewport, theme));
        }
        List<Frame.Lane> frames = new ArrayList<>();
        List<Mark> over = new ArrayList<>();
        List<String> titles = LaneTitles.of(document);
        var said = Said.of(lanes);
        for (int i = 0; i < lanes.size(); i++) {
            Frame frame = told.get(i).frame();
            if (document.view().comparison().joined()) {
                frame = frame.withMarks(joins(i, place, lanes, computer(i, place, own), own, frame.viewport()));
            }
            frames.add(new Frame.Lane((int) cells.get(i).minX(), (int) cells.get(i).minY() + title, frame,
                    told.get(i).step()));
        }
        addTitles(over, titles, IntStream.range(0, lanes.size())
                .mapToObj(i -> said.ofLane(lanes.get(i), told.get(i))).toList(), cells, scale);
        for (Bounds cell : cells) {
            addEdges(over, cell, whole, scale);
        }
        if (room > 0) {
            Line status = layers.shows(Layer.STATUS) ? said.ofAll(document, playhead, told.get(place)) : null;
            addFoot(over, foot, document, playhead, whole, status, told.getFirst().frame().viewport());
        }
        int[] ground = new int[whole.width() * whole.height()];
        Arrays.fill(ground, Role.BACKGROUND.in(theme).getRGB() & 0xFFFFFF);
        return new Frame(whole, theme, new Raster(whole.width(), whole.height(), ground), frames, over);
    }

    private FrameComputer computer(int lane, int place, FrameComputer own) {
        while (computers.size() <= lane) {
            computers.add(new FrameComputer(own));
        }
        return lane == place ? own : computers.get(lane);
    }

    /// Whether one formula, without numbers, is that of all lanes.
    private static boolean hasOneEquation(List<Document> lanes) {
        return lanes.stream()
                .map(lane -> lane.layers().notation().numbers()
                        ? lane
                        : Equation.of(lane.guidance(), lane.sampler(), lane.layers().notation()))
                .distinct()
                .count() == 1;
    }

    private static Document withoutShared(Document lane, boolean alsoEquation) {
        Layers layers = lane.layers();
        for (Layer layer : SHARED) {
            layers = layers.withShown(layer, false);
        }
        return lane.withLayers(alsoEquation ? layers.withShown(Layer.EQUATION, false) : layers);
    }

    /// Texts in a row, with what the arrows of fields mean.
    private record Line(List<Typeset> texts, List<FieldMarks.Scale> scales) {

        double width(double scale) {
            return texts.stream().mapToDouble(text -> text.width(SMALL_SIZE * scale) + DOT_GAP * scale).sum()
                    + scales.stream().mapToDouble(field -> ScaleBars.width(field, scale) + DOT_GAP * scale).sum();
        }

        /// @param left of the line, at half its height
        void addTo(MarkList marks, Vec2 left, double scale) {
            double x = left.x();
            for (Typeset text : texts) {
                marks.add(new Mark.Text(text, new Vec2(x, left.y() + 0.35 * SMALL_SIZE * scale), SMALL_SIZE * scale,
                        Role.MUTED, 1, false));
                x += text.width(SMALL_SIZE * scale) + DOT_GAP * scale;
            }
            for (FieldMarks.Scale field : scales) {
                x = ScaleBars.addFieldScale(marks, new Vec2(x, left.y()), field, scale) + DOT_GAP * scale;
            }
        }
    }

    /// What is said of all lanes in one place, and what of each.
    ///
    /// @param shown whether noise levels and scales are told at all
    /// @param oneLevel whether all lanes are at the same noise level
    /// @param oneScale whether arrows of fields mean the same in all lanes
    private record Said(boolean shown, boolean oneLevel, boolean oneScale) {

        /// Decided by what can differ, so that nothing changes its place in a film.
        static Said of(List<Document> lanes) {
            Layers layers = lanes.getFirst().layers();
            boolean unguided = !layers.shows(Layer.DIFFERENCE) && layers.score().of() == ScoreOf.UNCONDITIONAL;
            boolean oneLevel = isOne(lanes, lane -> lane.sampling().levels());
            boolean oneScale = oneLevel && isOne(lanes, lane -> lane.sampling().model())
                    && (unguided || isOne(lanes, Document::guidance));
            return new Said(layers.shows(Layer.STATUS), oneLevel, oneScale);
        }

        private static boolean isOne(List<Document> lanes, Function<Document, Object> part) {
            return lanes.stream().map(part).distinct().count() == 1;
        }

        Line ofLane(Document lane, FrameComputer.Told told) {
            List<String> texts = new ArrayList<>();
            if (told.ends() != null && lane.layers().shows(Layer.LEGEND)) {
                texts.add(Legend.goodEnds(lane, told.ends()));
            }
            if (shown && !told.diverged().isEmpty()) {
                texts.add(told.diverged());
            }
            if (shown && !oneLevel) {
                texts.add(Furniture.level(told.level()));
            }
            return line(texts, shown && !oneScale ? told.scales() : List.of());
        }

        Line ofAll(Document document, Playhead playhead, FrameComputer.Told own) {
            List<String> texts = new ArrayList<>(List.of(Furniture.status(document, playhead.step())));
            if (oneLevel) {
                texts.add("·   " + Furniture.level(own.level()));
            }
            List<String> models = document.lanes().stream().map(lane -> ModelText.of(lane.sampling().model()))
                    .distinct().toList();
            if (models.size() == 1 && !models.getFirst().isEmpty()) {
                texts.add("·   " + models.getFirst());
            }
            return line(texts, oneScale ? own.scales() : List.of());
        }

        private static Line line(List<String> texts, List<FieldMarks.Scale> scales) {
            return new Line(texts.stream().map(text -> Typeset.line(text, Fonts.INTER)).toList(), scales);
        }
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

    /// The title at the left, and what is said of the lane at the right; all are set smaller where one has too little room.
    private static void addTitles(List<Mark> marks, List<String> titles, List<Line> said, List<Bounds> cells,
            double scale) {
        List<Typeset> texts =
                titles.stream().map(title -> Typeset.line(Typeset.plain(title), Fonts.INTER_SEMI_BOLD)).toList();
        double room = cells.getFirst().width() - 2 * MARGIN * scale;
        double widest = IntStream.range(0, texts.size())
                .mapToDouble(i -> texts.get(i).width(TITLE_SIZE * scale) + said.get(i).width(scale))
                .max()
                .orElseThrow();
        double shrunk = scale * Math.min(1, room / widest);
        for (int i = 0; i < texts.size(); i++) {
            Bounds cell = cells.get(i);
            double middle = cell.minY() + 0.5 * TITLE_ROOM * scale;
            marks.add(new Mark.Text(texts.get(i),
                    new Vec2(cell.minX() + MARGIN * scale, middle + 0.36 * TITLE_SIZE * shrunk), TITLE_SIZE * shrunk,
                    Role.TEXT, 1, false));
            var beside = new MarkList(1);
            double right = cell.maxX() - MARGIN * scale + DOT_GAP * shrunk;
            said.get(i).addTo(beside, new Vec2(right - said.get(i).width(shrunk), middle), shrunk);
            marks.addAll(beside.marks());
        }
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
    private record Foot(double height, List<List<LegendRow>> legend, double captionWidth) {}

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
        List<List<LegendRow>> legend = new ArrayList<>();
        if (layers.shows(Layer.LEGEND)) {
            double room = whole.width() - captionWidth - 3 * MARGIN * scale;
            double used = Double.POSITIVE_INFINITY;
            List<LegendRow> rows =
                    new ArrayList<>(Legend.rowsOf(document.lanes(), own.trajectory(active), playhead));
            if (document.view().comparison().joined()) {
                rows.add(LegendRow.of(text("legend.sameParticle"), Role.STATE, LegendRow.Shape.RING,
                        Stage.START));
            }
            for (LegendRow row : rows) {
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

    private static double width(LegendRow row, double scale) {
        return SWATCH * scale + row.text().width(SMALL_SIZE * scale);
    }

    /// The legend of all lanes, a line that says what is shown, and the caption of the active lane.
    ///
    /// @param status what the line says, null for none
    /// @param lane whose unit the bar shows
    private static void addFoot(List<Mark> marks, Foot foot, Document document, Playhead playhead, Viewport whole,
            @Nullable Line status, Viewport lane) {
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
        for (List<LegendRow> line : foot.legend()) {
            double x = margin;
            for (LegendRow row : line) {
                marks.add(row.swatch(new Vec2(x, y), scale, 1));
                marks.add(
                        new Mark.Text(row.text(), new Vec2(x + SWATCH * scale, y + 0.35 * small), small, Role.MUTED, 1,
                                false));
                x += width(row, scale) + GAP * scale;
            }
            y += ROW * scale;
        }
        if (status != null) {
            var line = new MarkList(1);
            double x = ScaleBars.addBar(line, new Vec2(margin, y), lane, scale) + GAP * scale;
            status.addTo(line, new Vec2(x, y), scale);
            marks.addAll(line.marks());
        }
    }
}
