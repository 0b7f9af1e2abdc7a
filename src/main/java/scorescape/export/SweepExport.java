package scorescape.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.population.EnergyDistance;
import scorescape.diffusion.population.GuidanceSweep;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.document.Document;
import scorescape.figure.plot.StudyComputer;

/// Says what becomes of a population as γ grows, a line for each γ, as CSV. The page "The model" says what the numbers mean.
public final class SweepExport {

    private record Column(String name, String unit, ToDoubleFunction<PopulationStatistics> value) {}

    private static final String DATA_UNITS = "data units";

    private static final List<Column> COLUMNS = List.of(
            new Column("particles", "1", PopulationStatistics::particles),
            new Column("diverged", "1", PopulationStatistics::diverged),
            new Column("classShare", "1", PopulationStatistics::classShare),
            new Column("goodShare", "1", PopulationStatistics::goodShare),
            new Column("covarianceRatio", "1", PopulationStatistics::covarianceRatio),
            new Column("modeEntropy", "nats", PopulationStatistics::modeEntropy),
            new Column("energyToClass", DATA_UNITS, s -> value(s.energyToClass())),
            new Column("energyToClassFloor", DATA_UNITS, s -> floor(s.energyToClass())),
            new Column("energyToTilted", DATA_UNITS, s -> value(s.energyToTilted())),
            new Column("energyToTiltedFloor", DATA_UNITS, s -> floor(s.energyToTilted())),
            new Column("mean.x", DATA_UNITS, s -> s.mean().x()), new Column("mean.y", DATA_UNITS, s -> s.mean().y()),
            new Column("axisMean", DATA_UNITS, s -> s.path().finalMean()),
            new Column("axisDeviation", DATA_UNITS, s -> s.path().finalDeviation()),
            new Column("overshoot", DATA_UNITS, s -> s.path().overshoot()),
            new Column("monotone", "1 if the mean path is", s -> s.path().isMonotone() ? 1 : 0));

    private SweepExport() {}

    /// @param scales γ, one or more
    /// @throws IllegalArgumentException if the document's guidance has no scale
    public static String text(Document document, List<Double> scales) {
        String units =
                COLUMNS.stream().map(c -> "# " + c.name() + " in " + c.unit() + "\n").collect(Collectors.joining());
        String names = COLUMNS.stream().map(Column::name).collect(Collectors.joining(","));
        return "# seed " + document.seed() + "\n" + units + "gamma," + names + "\n"
                + new StudyComputer().sweep(document, scales).stream().map(SweepExport::line)
                        .collect(Collectors.joining());
    }

    /// @param file replaced when the table is complete; untouched if it fails
    /// @throws ExportFailed if the file could not be written
    public static void write(Document document, List<Double> scales, Path file) throws ExportFailed {
        byte[] bytes = text(document, scales).getBytes(StandardCharsets.UTF_8);
        NewFile.write(file, out -> {
            out.write(bytes);
            return true;
        });
    }

    private static String line(GuidanceSweep.Point point) {
        return point.gamma() + "," + COLUMNS.stream()
                .map(column -> number(column.value().applyAsDouble(point.statistics())))
                .collect(Collectors.joining(",")) + "\n";
    }

    /// A population of which all diverged has no distance: the field is empty.
    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : value == Math.rint(value) && Math.abs(value) < 1e9
                        ? Long.toString((long) value)
                        : Double.toString(value);
    }

    private static double value(@Nullable EnergyDistance distance) {
        return distance == null ? Double.NaN : distance.value();
    }

    private static double floor(@Nullable EnergyDistance distance) {
        return distance == null ? Double.NaN : distance.floor();
    }
}
