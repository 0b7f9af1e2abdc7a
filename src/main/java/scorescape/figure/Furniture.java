package scorescape.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Layers.ColourMap;
import scorescape.lesson.RuleStory;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// What stands around the figure: the caption at the lower right, the legend in a free corner, and at the lower left
/// the length of a unit and a line that says what is drawn.
///
/// Boxes have the size of the longest content, so that nothing moves while the stages go by.
final class Furniture {

    private static final double MARGIN = 18;
    private static final double CAPTION_SIZE = 18;
    private static final double CAPTION_HEIGHT = 46;
    private static final double CAPTION_PADDING = 24;
    private static final double SMALL_SIZE = 12;
    private static final double ROW = 17.5;

    /// Room between the classes and the roles in the legend.
    private static final double LEGEND_GAP = 7;

    /// Share of the width of the picture.
    private static final double WIDEST_EQUATION = 0.4;

    private static final double CORNER = 5;

    /// Layers on which small text is hard to read.
    private static final Set<Layer> BUSY = EnumSet.of(Layer.REGIONS, Layer.FLOW, Layer.SCORE, Layer.DIFFERENCE,
            Layer.PATHS, Layer.PARTICLES, Layer.ENDS, Layer.MEAN);

    private static final double VEIL = 0.72;
    private static final double VEIL_MARGIN = 6;

    /// Room before the arrow that tells the scale of a field.
    private static final double SCALE_GAP = 22;

    /// Between the numbers of the axes and what stands beside them.
    private static final double AXIS_GAP = 8;

    private final double scale;
    private final Viewport viewport;
    private final RuleStory story;
    private final Layers layers;
    private final List<LegendRow> rows;
    private final Bounds legend;
    private final Bounds caption;
    private final Bounds footer;

    /// Where the room for boxes begins at the left, and where it ends below: inside of the numbers of the axes.
    private final double left;
    private final double bottom;

    private final EquationBox equation;
    private final Bounds equationPlace;

    /// What is said of a model that errs, else empty.
    private final String model;

    /// @param told the step whose marks the legend explains and does not cover
    /// @param stages of that step
    /// @param ends what is said of the ends of a population, null if they are not shown
    Furniture(Document document, Step told, List<Stage> stages, Swarm.@Nullable Ends ends, Viewport viewport) {
        this.viewport = viewport;
        layers = document.layers();
        scale = viewport.scale();
        story = new RuleStory(document.guidance());
        rows = Legend.rows(document, told, story, ends);
        double margin = MARGIN * scale;
        double widest = Legend.widest(SMALL_SIZE * scale);
        for (LegendRow row : rows) {
            widest = Math.max(widest, row.text().width(SMALL_SIZE * scale));
        }
        double longest = 0;
        for (Stage stage : Stage.values()) {
            if (!stage.isTold() || stages.contains(stage)) {
                longest = Math.max(longest, captionText(stage).width(CAPTION_SIZE * scale));
            }
        }
        double right = viewport.width() - margin;
        Vec2 axes = layers.shows(Layer.AXES)
                ? new CoordinateLines(viewport).room().plus(new Vec2(AXIS_GAP * scale, AXIS_GAP * scale))
                : Vec2.ZERO;
        left = Math.max(margin, axes.x());
        bottom = viewport.height() - Math.max(margin, axes.y());
        caption = new Bounds(right - longest - 2 * CAPTION_PADDING * scale, bottom - CAPTION_HEIGHT * scale, right,
                bottom);
        model = ModelText.of(document.sampling().model());
        footer = new Bounds(left, bottom - (model.isEmpty() ? 2 : 3) * ROW * scale,
                Math.max(left, caption.minX() - margin), bottom);
        List<Vec2> points = StepPoints.points(told, document.coordinates(), viewport);
        Vec2 size = new Vec2(LegendRow.SWATCH * scale + widest, (rows.size() * ROW + LEGEND_GAP) * scale);
        double low = footer.minY() - margin - size.y();
        legend = place(size,
                List.of(new Vec2(left, margin), new Vec2(right - size.x(), margin), new Vec2(left, low)),
                points);
        equation = new EquationBox(document, told, stages, scale, WIDEST_EQUATION * viewport.width());
        equationPlace = equationPlace(equation.size(), points);
    }

    /// Above the caption, or in another free place.
    private Bounds equationPlace(Vec2 size, List<Vec2> points) {
        double margin = MARGIN * scale;
        double right = viewport.width() - margin - size.x();
        double middle = 0.5 * (viewport.width() - size.x());
        double low = bottom - size.y();
        double aboveCaption = layers.shows(Layer.CAPTION) ? caption.minY() - 0.6 * margin - size.y() : low;
        double aboveStatus = layers.shows(Layer.STATUS) ? footer.minY() - margin - size.y() : low;
        List<Vec2> corners = new ArrayList<>();
        for (Vec2 corner : List.of(new Vec2(right, aboveCaption), new Vec2(left, aboveStatus),
                new Vec2(right, margin), new Vec2(middle, margin), new Vec2(left, margin))) {
            Bounds box = new Bounds(corner.x(), corner.y(), corner.x() + size.x(), corner.y() + size.y());
            if (!layers.shows(Layer.LEGEND) || !box.overlaps(legend)) {
                corners.add(corner);
            }
        }
        return place(size, corners.isEmpty() ? List.of(new Vec2(right, aboveCaption)) : corners, points);
    }

    /// At the first of the corners where the fewest of the points that matter lie.
    private Bounds place(Vec2 size, List<Vec2> corners, List<Vec2> keepClear) {
        double margin = MARGIN * scale;
        return corners.stream()
                .map(corner -> new Bounds(corner.x(), corner.y(), corner.x() + size.x(), corner.y() + size.y()))
                .min(Comparator.comparingLong(place -> keepClear.stream()
                        .filter(point -> LabelPlacer.distance(place, point) < margin)
                        .count()))
                .orElseThrow();
    }

    private Typeset captionText(Stage stage) {
        return Typeset.line(story.caption(stage), Fonts.INTER);
    }

    /// Boxes that the labels of the figure keep clear of.
    List<Bounds> boxes() {
        List<Bounds> boxes = new ArrayList<>();
        if (layers.shows(Layer.LEGEND)) {
            boxes.add(legend);
        }
        if (layers.shows(Layer.EQUATION)) {
            boxes.add(equationPlace);
        }
        if (layers.shows(Layer.CAPTION)) {
            boxes.add(caption);
        }
        if (layers.shows(Layer.STATUS)) {
            boxes.add(footer);
        }
        return boxes;
    }

    /// @param level the noise level shown
    /// @param scales what the lengths of the arrows of fields mean
    /// @param diverged what is said of runs that have left the plane, may be empty
    List<Mark> marks(Document document, int step, NoiseLevel level, StageClock clock, List<FieldMarks.Scale> scales,
            String diverged) {
        List<Mark> marks = new ArrayList<>();
        if (layers.shows(Layer.AXES)) {
            marks.addAll(new CoordinateLines(viewport).axes(layers.opacity(Layer.AXES), boxes()));
        }
        var legendMarks = new MarkList(layers.opacity(Layer.LEGEND));
        addLegend(legendMarks, clock);
        marks.addAll(legendMarks.marks());
        if (layers.shows(Layer.EQUATION)) {
            var equationMarks = new MarkList(layers.opacity(Layer.EQUATION));
            equation.addTo(equationMarks, equationPlace, clock);
            marks.addAll(equationMarks.marks());
        }
        var captionMarks = new MarkList(layers.opacity(Layer.CAPTION));
        addCaption(captionMarks, clock.stage());
        marks.addAll(captionMarks.marks());
        var status = new MarkList(layers.opacity(Layer.STATUS));
        addFooter(status, document, step, level, scales, diverged);
        marks.addAll(status.marks());
        return marks;
    }

    private void addCaption(MarkList marks, Stage stage) {
        Typeset text = captionText(stage);
        double size = CAPTION_SIZE * scale;
        marks.add(new Mark.Panel(caption, CORNER * scale, true, 0.94));
        double x = caption.centre().x() - 0.5 * text.width(size);
        marks.add(new Mark.Text(text, new Vec2(x, caption.centre().y() + 0.34 * size), size, Role.TEXT, 1, false));
    }

    private static double shown(LegendRow row, StageClock clock) {
        return row.since() == Stage.START ? 1 : clock.done(row.since(), 0.1, 0.3);
    }

    /// Takes most of the ground away behind small text, where layers make it busy.
    private void addVeil(MarkList marks, Bounds box) {
        if (isBusy()) {
            double margin = VEIL_MARGIN * scale;
            marks.add(new Mark.Panel(new Bounds(box.minX() - margin, box.minY() - margin, box.maxX() + margin,
                    box.maxY() + margin), CORNER * scale, false, VEIL));
        }
    }

    private boolean isBusy() {
        return BUSY.stream().anyMatch(layers::shows)
                || (layers.shows(Layer.DENSITY) && layers.density().colours() != ColourMap.THEME);
    }

    private void addLegend(MarkList marks, StageClock clock) {
        double size = SMALL_SIZE * scale;
        long shownRows = rows.stream().filter(row -> shown(row, clock) > 0).count();
        addVeil(marks, new Bounds(legend.minX(), legend.minY(), legend.maxX(),
                legend.minY() + (shownRows * ROW + LEGEND_GAP) * scale));
        for (int i = 0; i < rows.size(); i++) {
            LegendRow row = rows.get(i);
            double shown = shown(row, clock);
            if (shown == 0) {
                continue;
            }
            double gap = row.ink() instanceof Role ? LEGEND_GAP : 0;
            double y = legend.minY() + ((i + 0.5) * ROW + gap) * scale;
            Vec2 left = new Vec2(legend.minX(), y);
            marks.add(row.swatch(left, scale, shown));
            Vec2 baseline = new Vec2(left.x() + LegendRow.SWATCH * scale, y + 0.35 * size);
            marks.add(new Mark.Text(row.text(), baseline, size, Role.MUTED, shown, true));
        }
    }

    private void addFooter(MarkList marks, Document document, int step, NoiseLevel level,
            List<FieldMarks.Scale> scales, String diverged) {
        double size = SMALL_SIZE * scale;
        String last = diverged.isEmpty() ? level(level) : diverged;
        String text = status(document, step) + "   ·   " + last;
        Vec2 baseline = new Vec2(footer.minX(), footer.maxY() - 0.25 * size);
        Typeset line = Typeset.line(text, Fonts.INTER);
        addVeil(marks, new Bounds(footer.minX(), footer.minY(), footer.minX() + line.width(size), footer.maxY()));
        marks.add(new Mark.Text(line, baseline, size, Role.MUTED, 1, true));

        double y = footer.maxY() - 1.5 * ROW * scale;
        if (!model.isEmpty()) {
            Typeset told = Typeset.line(model, Fonts.INTER);
            marks.add(new Mark.Text(told, new Vec2(footer.minX(), footer.minY() + 0.5 * ROW * scale), size, Role.NOISE,
                    1, true));
        }
        double x = ScaleBars.addBar(marks, new Vec2(footer.minX(), y), viewport, scale);
        for (FieldMarks.Scale field : scales) {
            x = ScaleBars.addFieldScale(marks, new Vec2(x + SCALE_GAP * scale, y), field, scale);
        }
    }

    /// `shown: x_t   ·   step 9 of 25`
    static String status(Document document, int step) {
        String drawn = switch (document.coordinates()) {
            case STATE -> "$x_t$";
            case RESCALED -> "$x_t/\\alpha_t$";
        };
        return Texts.text("frame.shown", drawn, step + 1, document.steps());
    }

    static String level(NoiseLevel level) {
        return "$\\alpha$ = " + number(level.alpha()) + "   $\\sigma$ = " + number(level.sigma());
    }

    /// Up to three digits, without zeros at the end, with a true minus sign.
    static String number(double value) {
        return Numerals.format(Math.abs(value) < 0.1 && value != 0 ? "%.3f" : "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
