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
import scorescape.document.Document;
import scorescape.export.DataTable.Quantity;
import scorescape.figure.FrameComputer;
import scorescape.math.Vec2;

/// Says every number behind the picture of a run, step by step, for other programs to read.
///
/// Points and vectors are in the coordinates of `x_t`.
public final class TraceExport {

    /// What is said of a step, in the order of the columns.
    private static final List<Said> SAID = List.of(
            scalar("step", DataTable.NONE, step -> step.index() + 1),
            scalar("alpha", DataTable.NONE, step -> step.from().alpha()),
            scalar("sigma", DataTable.DATA, step -> step.from().sigma()),
            vector("x", DataTable.DATA, Step::x),
            scalar("logDensity", DataTable.LOG_DENSITY, step -> step.unconditional().logDensity()),
            vector("score", DataTable.PER_DATA, step -> step.unconditional().score()),
            vector("denoised", DataTable.DATA, step -> step.unconditional().denoised()),
            vector("denoisedGivenClass", DataTable.DATA, step -> given(step, PointEstimate::denoised)),
            vector("scoreGivenClass", DataTable.PER_DATA, step -> given(step, PointEstimate::score)),
            vector("difference", DataTable.DATA, step -> given(step, _ -> step.difference())),
            vector("guided", DataTable.DATA, Step::guided), vector("mean", DataTable.DATA, Step::mean),
            scalar("noiseScale", DataTable.DATA, Step::noiseScale), vector("noise", DataTable.NONE, Step::noise),
            scalar("nextAlpha", DataTable.NONE, step -> step.to().alpha()),
            scalar("nextSigma", DataTable.DATA, step -> step.to().sigma()), vector("next", DataTable.DATA, Step::next));

    private record Said(Quantity quantity, Function<Step, DoubleStream> values) {}

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

    private static Said scalar(String name, String unit, ToDoubleFunction<Step> value) {
        return new Said(Quantity.number(name, unit), step -> DoubleStream.of(value.applyAsDouble(step)));
    }

    private static Said vector(String name, String unit, Function<Step, @Nullable Vec2> value) {
        return new Said(Quantity.vector(name, unit), step -> {
            Vec2 vector = value.apply(step);
            return vector == null ? DoubleStream.of(Double.NaN, Double.NaN) : DoubleStream.of(vector.x(), vector.y());
        });
    }

    private static @Nullable Vec2 given(Step step, Function<PointEstimate, Vec2> value) {
        PointEstimate conditional = step.conditional();
        return conditional == null ? null : value.apply(conditional);
    }
}
