package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import scorescape.diffusion.analysis.Prediction;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.SubStep;
import scorescape.document.Document;
import scorescape.figure.Equation.Term;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.text.Numerals;

/// The equation of a step in the picture: its terms light up with the stages that bring what they stand for.
final class EquationBox {

    private static final double SIZE = 17;
    private static final double NUMBER_SIZE = 12.5;
    private static final double LEADING = 1.75;
    private static final double NUMBER_LEADING = 1.5;
    private static final double PADDING = 11;
    private static final double CORNER = 5;

    /// What is seen of a term before its stage.
    private static final double UNLIT = 0.25;

    /// A vector in numbers.
    private record Row(Typeset text, Role role, Stage since) {}

    private final double scale;
    private final List<Stage> stages;
    private final List<List<Term>> lines;
    private final List<Row> rows;

    /// @param stages in which the step is told
    /// @param room the largest width, in pixels; a wider box is scaled down
    EquationBox(Document document, Step step, List<Stage> stages, double scale, double room) {
        this.stages = stages;
        var notation = document.layers().notation();
        lines = Equation.of(document.guidance(), document.sampler(), notation).lines();
        rows = notation.numbers() ? rows(step, stages, written(notation.prediction())) : List.of();
        this.scale = Math.min(scale, room / size(1).x());
    }

    /// What the predictions in the equation are of: of the data in rules that are only written so.
    private Prediction written(Prediction wanted) {
        String symbol = Equation.symbol(wanted);
        boolean used = lines.stream().flatMap(List::stream).anyMatch(term -> term.latex().startsWith(symbol));
        return used ? wanted : Prediction.SAMPLE;
    }

    private static List<Row> rows(Step step, List<Stage> stages, Prediction prediction) {
        SubStep first = step.subSteps().getFirst();
        // Of clean data there is nothing but the data to predict.
        boolean data = prediction == Prediction.SAMPLE || first.at().sigma() == 0;
        UnaryOperator<Vec2> as = denoised -> data ? denoised : prediction.of(first.at(), first.x(), denoised);
        Prediction shown = data ? Prediction.SAMPLE : prediction;
        String symbol = Equation.symbol(shown);
        List<Row> rows = new ArrayList<>();
        rows.add(row("x_t", step.x(), Role.STATE, Stage.START));
        rows.add(row(symbol, as.apply(step.unconditional().denoised()), Role.UNCONDITIONAL, Stage.PREDICT));
        if (step.conditional() != null && stages.contains(Stage.PREDICT_GIVEN_CLASS)) {
            rows.add(row(symbol + "|y", as.apply(step.conditional().denoised()), Role.CONDITIONAL,
                    Stage.PREDICT_GIVEN_CLASS));
        }
        if (!step.arrows().isEmpty()) {
            rows.add(row(Equation.guidedSymbol(shown), as.apply(step.guided()), Role.COMBINED, Stage.STEP));
        }
        if (step.isNoisy()) {
            rows.add(row("\\varepsilon", step.noise(), Role.NOISE, Stage.NOISE));
        }
        rows.add(row("x_{t-1}", step.next(), Role.STATE, Stage.NOISE));
        return rows;
    }

    private static Row row(String latex, Vec2 value, Role role, Stage since) {
        String numbers = Numerals.format("(%.2f, %.2f)", value.x(), value.y());
        return new Row(Typeset.line("$" + latex + "$ = " + numbers, Fonts.INTER), role, since);
    }

    Vec2 size() {
        return size(scale);
    }

    private Vec2 size(double scale) {
        double widest = 0;
        for (List<Term> line : lines) {
            widest = Math.max(widest,
                    line.stream().mapToDouble(term -> Formula.of(term.latex()).width(SIZE * scale)).sum());
        }
        for (Row row : rows) {
            widest = Math.max(widest, row.text().width(NUMBER_SIZE * scale));
        }
        double height = lines.size() * LEADING * SIZE + rows.size() * NUMBER_LEADING * NUMBER_SIZE;
        return new Vec2(widest + 2 * PADDING * scale, (height + PADDING) * scale);
    }

    void addTo(MarkList marks, Bounds box, StageClock clock) {
        marks.add(new Mark.Panel(box, CORNER * scale, true, 0.94));
        double size = SIZE * scale;
        double top = box.minY() + 0.5 * PADDING * scale;
        for (List<Term> line : lines) {
            double x = box.minX() + PADDING * scale;
            double baseline = top + 0.5 * (LEADING + 0.55) * size;
            for (Term term : line) {
                Typeset text = Formula.of(term.latex());
                marks.add(
                        new Mark.Text(text, new Vec2(x, baseline), size, term.role(), lit(term.since(), clock), false));
                x += text.width(size);
            }
            top += LEADING * size;
        }
        double small = NUMBER_SIZE * scale;
        for (Row row : rows) {
            Vec2 baseline = new Vec2(box.minX() + PADDING * scale, top + 0.5 * (NUMBER_LEADING + 0.6) * small);
            marks.add(new Mark.Text(row.text(), baseline, small, row.role(), lit(row.since(), clock), false));
            top += NUMBER_LEADING * small;
        }
    }

    private double lit(Stage since, StageClock clock) {
        Stage told = told(since, stages);
        double done = told == Stage.START ? 1 : clock.done(told, 0.2, 0.3);
        return UNLIT + (1 - UNLIT) * done;
    }

    /// The stage itself if the step has it, else the last one before it.
    private static Stage told(Stage since, List<Stage> stages) {
        Stage last = stages.getFirst();
        for (Stage stage : stages) {
            last = stage.compareTo(since) <= 0 ? stage : last;
        }
        return last;
    }
}
