package scorescape.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.population.EnergyDistance;
import scorescape.diffusion.population.GuidanceSweep;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.document.Document;
import scorescape.document.Parameters;
import scorescape.document.SceneNumbers;
import scorescape.export.DataTable.Quantity;
import scorescape.figure.Sheet;
import scorescape.figure.plot.StudyComputer;
import scorescape.lesson.Playhead;
import scorescape.math.SymMat2;
import scorescape.text.Numerals;

/// A scene with several values of one of its numbers, as a table of what its population becomes or as pictures side by side.
/// The page "The model" says what the numbers of the table mean.
///
/// @param name of the number
/// @param variants one or more
public record Sweep(String name, List<Variant> variants) {

    /// How many values are compared at most.
    public static final int MAX_VALUES = 1000;

    /// How many pictures are put on one sheet at most.
    public static final int MAX_PANELS = 36;

    private static final Map<String, String> SHORT_NAMES = Map.of("eta", "sampler.eta", "churn", "sampler.churn");

    /// @param document the scene with the value
    public record Variant(double value, Document document) {}

    private record Said(Quantity quantity, Function<PopulationStatistics, DoubleStream> values) {}

    private static final List<Said> SAID = List.of(number("particles", DataTable.NONE, s -> s.particles()),
            number("diverged", DataTable.NONE, s -> s.diverged()),
            number("classShare", DataTable.NONE, s -> s.classShare()),
            number("goodShare", DataTable.NONE, s -> s.goodShare()),
            number("covarianceRatio", DataTable.NONE, s -> s.covarianceRatio()),
            number("modeEntropy", "nats", s -> s.modeEntropy()),
            number("energyToClass", DataTable.DATA, s -> value(s.energyToClass())),
            number("energyToClassFloor", DataTable.DATA, s -> floor(s.energyToClass())),
            number("energyToTilted", DataTable.DATA, s -> value(s.energyToTilted())),
            number("energyToTiltedFloor", DataTable.DATA, s -> floor(s.energyToTilted())),
            new Said(Quantity.vector("mean", DataTable.DATA), s -> DoubleStream.of(s.mean().x(), s.mean().y())),
            new Said(Quantity.matrix("covariance", "data units²"), s -> numbers(s.covariance())),
            number("axisMean", DataTable.DATA, s -> s.path().finalMean()),
            number("axisDeviation", DataTable.DATA, s -> s.path().finalDeviation()),
            number("overshoot", DataTable.DATA, s -> s.path().overshoot()),
            number("monotone", "1 if the mean path is", s -> s.path().isMonotone() ? 1 : 0));

    public Sweep {
        variants = List.copyOf(variants);
    }

    /// A scene with several values of a number.
    ///
    /// @param name `gamma` for the scale of its guidance, `eta`, or the place of a number in its file such as `steps`
    /// @throws IllegalArgumentException with a sentence for people, if the scene has no such number or a value is none of its
    ///     values
    public static Sweep of(Document document, String name, List<Double> values) {
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            throw new IllegalArgumentException("must have from 1 to " + MAX_VALUES + " values, not " + values.size());
        }
        List<Variant> variants = new ArrayList<>();
        for (double value : values) {
            variants.add(new Variant(value, with(document, name, value)));
        }
        return new Sweep(name, variants);
    }

    private static Document with(Document document, String name, double value) {
        if ("steps".equals(name) && Parameters.STEPS.accepts(value)) {
            // The told step moves with them.
            return document.withSteps((int) value);
        }
        if (!"gamma".equals(name)) {
            return SceneNumbers.with(document, SHORT_NAMES.getOrDefault(name, name), value);
        }
        if (!GuidanceSweep.hasScale(document.guidance())) {
            throw new IllegalArgumentException("this scene's guidance has no scale to vary");
        }
        return document.withGuidance(GuidanceSweep.withScale(document.guidance(), value));
    }

    /// Writes a row a value.
    ///
    /// @param out left open
    /// @param progress hears of values
    /// @throws CancellationException if `progress` cancelled
    public void write(DataFormat format, Writer out, Progress progress) throws IOException {
        List<Quantity> quantities = Stream.concat(Stream.of(Quantity.number(name, "that of the number")),
                SAID.stream().map(Said::quantity)).toList();
        var table = new DataTable(variants.getFirst().document(), "values", quantities, format, out);
        var computer = new StudyComputer();
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            PopulationStatistics statistics = computer.statistics(variant.document());
            table.row(DoubleStream.concat(DoubleStream.of(variant.value()),
                    SAID.stream().flatMapToDouble(said -> said.values().apply(statistics))).toArray());
            progress.report(i + 1, variants.size());
            if (progress.cancelled()) {
                throw new CancellationException("the sweep was cancelled");
            }
        }
        table.end();
    }

    /// Writes a picture of each value, side by side: of a step, or of the plot that the scene's study shows.
    ///
    /// @param step to be told to its end; the last where a run has fewer
    /// @param options with the size of one picture
    /// @param file replaced when the picture is complete; untouched if it fails
    /// @throws ExportFailed if the file could not be written
    /// @throws IllegalArgumentException with a sentence for people, if that is no picture
    public void writePictures(int step, PictureFormat format, PictureOptions options, Path file) throws ExportFailed {
        int count = variants.size();
        if (count > MAX_PANELS) {
            throw new IllegalArgumentException("a sheet has at most " + MAX_PANELS + " pictures, not " + count);
        }
        long pixels = (long) Sheet.width(count, options.width(), options.height())
                * Sheet.height(count, options.width(), options.height());
        if (pixels > PictureOptions.MAX_PIXELS) {
            throw new IllegalArgumentException("a picture has at most " + PictureOptions.MAX_PIXELS + " pixels, but "
                    + count + " pictures of this size have " + pixels);
        }
        var sheet = new Sheet(variants.stream().map(variant -> panel(variant, step, options)).toList());
        SceneText scene = options.kept().inside(SceneText.of(variants.getFirst().document()));
        NewFile.write(file, out -> {
            format.write(Drawing.of(sheet, options.backdrop(), options.lettering()),
                    options.backdrop(), scene, out);
            return true;
        });
    }

    private Sheet.Panel panel(Variant variant, int step, PictureOptions options) {
        // A plot compares scales itself: here each shows its own.
        Document document = name.equals("gamma")
                ? variant.document().withStudy(variant.document().study().withScales(List.of(variant.value())))
                : variant.document();
        Playhead playhead = PictureExport.toldToItsEnd(document, Math.min(step, document.steps() - 1));
        return new Sheet.Panel(PictureExport.frame(document, playhead, options),
                caption() + " = " + Numerals.withMinus(JsonText.number(variant.value()).replaceFirst("\\.0$", "")));
    }

    private String caption() {
        return switch (name) {
            case "gamma" -> "$\\gamma$";
            case "eta", "sampler.eta" -> "$\\eta$";
            default -> name.replaceAll("[^A-Za-z0-9.\\[\\]]", "");
        };
    }

    private static Said number(String name, String unit, ToDoubleFunction<PopulationStatistics> value) {
        return new Said(Quantity.number(name, unit), s -> DoubleStream.of(value.applyAsDouble(s)));
    }

    private static DoubleStream numbers(SymMat2 matrix) {
        return DoubleStream.of(matrix.xx(), matrix.xy(), matrix.yy());
    }

    private static double value(@Nullable EnergyDistance distance) {
        return distance == null ? Double.NaN : distance.value();
    }

    private static double floor(@Nullable EnergyDistance distance) {
        return distance == null ? Double.NaN : distance.floor();
    }
}
