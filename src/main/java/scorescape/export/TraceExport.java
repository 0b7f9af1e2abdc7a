package scorescape.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.document.Document;
import scorescape.figure.FrameComputer;
import scorescape.figure.ModelText;
import scorescape.math.Vec2;

/// Says every number behind the picture of a run, step by step, for other programs to read.
///
/// Points and vectors are in the coordinates of `x_t`. Numbers have the digits that a reader needs to get the same
/// double again.
public final class TraceExport {

    /// How a trace is written.
    public enum Format {
        /// One object; absent values are `null`, vectors are arrays of two numbers.
        JSON,
        /// One line a step after a line of names; absent values are empty, vectors are two columns. The lines before
        /// the names begin with `#`.
        CSV
    }

    private static final String DATA_UNITS = "data units";

    /// What is said of a step, in the order of the columns.
    private static final List<Quantity> QUANTITIES = List.of(
            new Scalar("alpha", "1", step -> step.from().alpha()),
            new Scalar("sigma", DATA_UNITS, step -> step.from().sigma()),
            new Vector("x", DATA_UNITS, Step::x),
            new Scalar("logDensity", "ln (1 / data units²)", step -> step.unconditional().logDensity()),
            new Vector("score", "1 / data units", step -> step.unconditional().score()),
            new Vector("denoised", DATA_UNITS, step -> step.unconditional().denoised()),
            new Vector("denoisedGivenClass", DATA_UNITS, step -> given(step, PointEstimate::denoised)),
            new Vector("scoreGivenClass", "1 / data units", step -> given(step, PointEstimate::score)),
            new Vector("difference", DATA_UNITS, step -> given(step, _ -> step.difference())),
            new Vector("guided", DATA_UNITS, Step::guided), new Vector("mean", DATA_UNITS, Step::mean),
            new Scalar("noiseScale", DATA_UNITS, Step::noiseScale), new Vector("noise", "1", Step::noise),
            new Scalar("nextAlpha", "1", step -> step.to().alpha()),
            new Scalar("nextSigma", DATA_UNITS, step -> step.to().sigma()), new Vector("next", DATA_UNITS, Step::next));

    private sealed interface Quantity {

        String name();

        String unit();
    }

    private record Scalar(String name, String unit, ToDoubleFunction<Step> value) implements Quantity {}

    private record Vector(String name, String unit, Function<Step, @Nullable Vec2> value) implements Quantity {}

    private TraceExport() {}

    /// The trace of the run that a document describes.
    public static String text(Document document, Format format) {
        Trajectory run = new FrameComputer().trajectory(document);
        return switch (format) {
            case JSON -> json(document, run);
            case CSV -> csv(document, run);
        };
    }

    /// @param file replaced when the trace is complete; untouched if it fails
    /// @throws ExportFailed if the file could not be written
    public static void write(Document document, Format format, Path file) throws ExportFailed {
        byte[] bytes = text(document, format).getBytes(StandardCharsets.UTF_8);
        NewFile.write(file, out -> {
            out.write(bytes);
            return true;
        });
    }

    private static String json(Document document, Trajectory run) {
        String model = ModelText.of(document.sampling().model());
        return """
                {
                  "seed": %d,%s
                  "units": {%s},
                  "steps": [
                %s
                  ]
                }
                """.formatted(document.seed(), model.isEmpty() ? "" : " \"remark\": " + quoted(model) + ",",
                join(QUANTITIES.stream().map(q -> quoted(q.name()) + ": "
                        + quoted(q.unit()))),
                run.steps()
                        .stream()
                        .map(TraceExport::object)
                        .collect(Collectors.joining(",\n")));
    }

    private static String object(Step step) {
        return "    {\"step\": %d, %s}".formatted(step.index() + 1,
                join(QUANTITIES.stream().map(q -> quoted(q.name()) + ": " + switch (q) {
                    case Scalar scalar -> number(scalar.value().applyAsDouble(step), "null");
                    case Vector vector -> vector(vector.value().apply(step));
                })));
    }

    private static String vector(@Nullable Vec2 value) {
        return value == null ? "null" : "[" + number(value.x(), "null") + ", " + number(value.y(), "null") + "]";
    }

    private static String csv(Document document, Trajectory run) {
        String units = QUANTITIES.stream().map(q -> "# " + q.name() + " in " + q.unit() + "\n").collect(
                Collectors.joining());
        Stream<String> names = QUANTITIES.stream().flatMap(q -> switch (q) {
            case Scalar scalar -> Stream.of(scalar.name());
            case Vector vector -> Stream.of(vector.name() + ".x", vector.name() + ".y");
        });
        String model = ModelText.of(document.sampling().model());
        String remark = model.isEmpty() ? "" : "# " + model + "\n";
        return "# seed " + document.seed() + "\n" + remark + units + "step," + names.collect(Collectors.joining(","))
                + "\n"
                + run.steps().stream().map(TraceExport::line).collect(Collectors.joining());
    }

    private static String line(Step step) {
        Stream<String> values = QUANTITIES.stream().flatMap(q -> switch (q) {
            case Scalar scalar -> Stream.of(number(scalar.value().applyAsDouble(step), ""));
            case Vector vector -> {
                Vec2 value = vector.value().apply(step);
                yield value == null ? Stream.of("", "") : Stream.of(number(value.x(), ""), number(value.y(), ""));
            }
        });
        return (step.index() + 1) + "," + values.collect(Collectors.joining(",")) + "\n";
    }

    private static @Nullable Vec2 given(Step step, Function<PointEstimate, Vec2> value) {
        PointEstimate conditional = step.conditional();
        return conditional == null ? null : value.apply(conditional);
    }

    /// JSON and most readers of CSV know no infinity.
    private static String number(double value, String otherwise) {
        return Double.isFinite(value) ? Double.toString(value) : otherwise;
    }

    private static String quoted(String plain) {
        return '"' + plain + '"';
    }

    private static String join(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }
}
