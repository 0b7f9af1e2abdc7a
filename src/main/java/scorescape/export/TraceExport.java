package scorescape.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.SubStep;
import scorescape.document.Document;
import scorescape.export.DataTable.Quantity;
import scorescape.figure.FrameComputer;
import scorescape.math.Vec2;

/// Says every number behind the picture of a run, step by step, for other programs to read.
///
/// Points and vectors are in the coordinates of `x_t`.
public final class TraceExport {

    /// What is said of a step, in the order of the columns.
    private static final List<Said<Step>> SAID = List.of(
            scalar("step", DataTable.NONE, step -> step.index() + 1),
            scalar("alpha", DataTable.NONE, step -> step.from().alpha()),
            scalar("sigma", DataTable.DATA, step -> step.from().sigma()),
            vector("x", DataTable.DATA, Step::x),
            scalar("logDensity", DataTable.LOG_DENSITY, step -> step.unconditional().logDensity()),
            vector("score", DataTable.PER_DATA, step -> step.unconditional().score()),
            vector("denoised", DataTable.DATA, step -> step.unconditional().denoised()),
            vector("denoisedGivenClass", DataTable.DATA, step -> given(step.conditional(), PointEstimate::denoised)),
            vector("scoreGivenClass", DataTable.PER_DATA, step -> given(step.conditional(), PointEstimate::score)),
            vector("difference", DataTable.DATA, step -> given(step.conditional(), _ -> step.difference())),
            vector("guided", DataTable.DATA, Step::guided), vector("mean", DataTable.DATA, Step::mean),
            scalar("noiseScale", DataTable.DATA, Step::noiseScale), vector("noise", DataTable.NONE, Step::noise),
            scalar("nextAlpha", DataTable.NONE, step -> step.to().alpha()),
            scalar("nextSigma", DataTable.DATA, step -> step.to().sigma()), vector("next", DataTable.DATA, Step::next));

    /// One evaluation of the model, and where it stands among those of the run.
    private record Asked(Step step, int move, SubStep of) {}

    /// What is said of an evaluation.
    private static final List<Said<Asked>> SAID_OF_MOVES = List.of(
            scalar("step", DataTable.NONE, asked -> asked.step().index() + 1),
            scalar("move", DataTable.NONE, asked -> asked.move() + 1),
            scalar("alpha", DataTable.NONE, asked -> asked.of().at().alpha()),
            scalar("sigma", DataTable.DATA, asked -> asked.of().at().sigma()),
            vector("x", DataTable.DATA, asked -> asked.of().x()),
            scalar("logDensity", DataTable.LOG_DENSITY, asked -> asked.of().unconditional().logDensity()),
            vector("score", DataTable.PER_DATA, asked -> asked.of().unconditional().score()),
            vector("denoised", DataTable.DATA, asked -> asked.of().unconditional().denoised()),
            vector("denoisedGivenClass", DataTable.DATA,
                    asked -> given(asked.of().conditional(), PointEstimate::denoised)),
            vector("scoreGivenClass", DataTable.PER_DATA,
                    asked -> given(asked.of().conditional(), PointEstimate::score)),
            vector("guided", DataTable.DATA, asked -> asked.of().guided()),
            vector("mean", DataTable.DATA, asked -> asked.of().mean()),
            scalar("noiseScale", DataTable.DATA, asked -> asked.of().noiseScale()),
            vector("noise", DataTable.NONE, asked -> asked.of().noise()),
            vector("next", DataTable.DATA, asked -> asked.of().next()));

    private record Said<T>(Quantity quantity, Function<T, DoubleStream> values) {}

    private TraceExport() {}

    /// Writes the trace of the run that a document describes.
    ///
    /// @param out left open
    public static void write(Document document, DataFormat format, Writer out) throws IOException {
        var table = new DataTable(document, "steps", SAID.stream().map(Said::quantity).toList(), format, out);
        for (Step step : new FrameComputer().trajectory(document).steps()) {
            table.row(SAID.stream().flatMapToDouble(said -> said.values().apply(step)).toArray());
        }
        table.end();
    }

    /// The same move by move: a row for each time that the run asks its model, such as twice in a step by Heun's method.
    ///
    /// `x` is where the model was asked, after the noise that was added before. On clean data `guided` is beyond `x` by the
    /// guided score.
    ///
    /// @param out left open
    public static void writeMoves(Document document, DataFormat format, Writer out) throws IOException {
        var table =
                new DataTable(document, "moves", SAID_OF_MOVES.stream().map(Said::quantity).toList(), format, out);
        for (Step step : new FrameComputer().trajectory(document).steps()) {
            for (int move = 0; move < step.subSteps().size(); move++) {
                var asked = new Asked(step, move, step.subSteps().get(move));
                table.row(SAID_OF_MOVES.stream().flatMapToDouble(said -> said.values().apply(asked)).toArray());
            }
        }
        table.end();
    }

    private static <T> Said<T> scalar(String name, String unit, ToDoubleFunction<T> value) {
        return new Said<>(Quantity.number(name, unit), of -> DoubleStream.of(value.applyAsDouble(of)));
    }

    private static <T> Said<T> vector(String name, String unit, Function<T, @Nullable Vec2> value) {
        return new Said<>(Quantity.vector(name, unit), of -> {
            Vec2 vector = value.apply(of);
            return vector == null ? DoubleStream.of(Double.NaN, Double.NaN) : DoubleStream.of(vector.x(), vector.y());
        });
    }

    private static @Nullable Vec2 given(@Nullable PointEstimate conditional, Function<PointEstimate, Vec2> value) {
        return conditional == null ? null : value.apply(conditional);
    }
}
