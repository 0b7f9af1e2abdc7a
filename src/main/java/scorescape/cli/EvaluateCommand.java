package scorescape.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import scorescape.diffusion.population.GuidanceSweep;
import scorescape.document.Document;
import scorescape.document.Parameters;
import scorescape.export.DataFormat;
import scorescape.export.Evaluation;

/// Says what the engine knows at points and noise levels.
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false, description = "Say everything the engine knows at points and noise levels, line by line: densities, scores, predictions, posteriors, "
        + "per class and guided.", footer = {
            "",
            PointLines.HELP,
            "", "Examples:", "  echo 0.5,1,0.3 | scorescape evaluate default",
            "  scorescape evaluate default --points points.csv --format csv > values.csv",
            "  scorescape evaluate two-boxes --grid 40x25 --t 0.5 --out field.csv",
            "  seq 0 0.1 1 | sed 's/^/0,1,/' | scorescape evaluate default --gamma 0,1,3 | head -2"})
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--points", paramLabel = "FILE", description = "Where the points are, one a line; by default on standard input.")
    private @Nullable Path points;

    @Option(names = "--grid", paramLabel = "CxR", converter = GridSize.Converter.class, description = "Instead of points that are given: the middles of so many columns and rows of cells of what the scene's "
            + "camera sees, from the top left.")
    private @Nullable GridSize grid;

    @Option(names = "--t", paramLabel = "TIME", description = "Time of points without one, from 0 (data, the default) to 1 (noise).")
    private double time;

    @Option(names = "--gamma", paramLabel = "G,G…", split = ",", description = "Scales of classifier-free guidance to say the result of for each class, by default that of the scene.")
    private @Nullable List<Double> gammas;

    @Mixin
    private DataOutput output = new DataOutput();

    @Override
    public Integer call() throws IOException, BadInput {
        PointLines.requireTime("--t", time);
        if (grid != null && points != null) {
            throw new BadInput("--grid and --points exclude each other");
        }
        if (scene.isStandardInput() && points == null && grid == null) {
            throw new BadInput("standard input holds the scene, so the points must come from --points or --grid");
        }
        DataFormat format = output.format(DataFormat.JSONL);
        Document document = scene.read();
        List<Double> scales = scales(document);
        try (BufferedReader lines = grid == null
                ? PointLines.reader(points)
                : new BufferedReader(Reader.nullReader())) {
            output.write(spec.commandLine().getOut(), out -> {
                var evaluation = new Evaluation(document, scales, format, out);
                if (grid != null) {
                    evaluation.writeGrid(grid.columns(), grid.rows(), time);
                } else {
                    PointLines.answer(lines, document.schedule(), time, evaluation::write, out);
                }
                evaluation.end();
            });
        } catch (PointLines.BadLine e) {
            throw e.asInput();
        }
        return 0;
    }

    private List<Double> scales(Document document) throws BadInput {
        if (gammas == null) {
            OptionalDouble scale = GuidanceSweep.scale(document.guidance());
            return scale.isPresent() ? List.of(scale.getAsDouble()) : List.of();
        }
        for (double gamma : gammas) {
            if (!Parameters.GUIDANCE_SCALE.accepts(gamma)) {
                throw new BadInput("--gamma: each must be " + Parameters.GUIDANCE_SCALE.expectation() + ", but one is "
                        + gamma);
            }
        }
        return gammas;
    }

    /// How many cells a grid has.
    record GridSize(int columns, int rows) {

        /// Reads `40x25`.
        static final class Converter implements ITypeConverter<GridSize> {

            @Override
            public GridSize convert(String text) {
                String[] parts = text.split("[xX×]", -1);
                if (parts.length == 2 && parts[0].matches("\\d{1,6}") && parts[1].matches("\\d{1,6}")) {
                    var size = new GridSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                    long cells = (long) size.columns * size.rows;
                    if (cells > 0 && cells <= Evaluation.MAX_CELLS) {
                        return size;
                    }
                }
                throw new TypeConversionException("must be columns x rows, such as 40x25, of at most "
                        + Evaluation.MAX_CELLS + " cells, but is '" + text + "'");
            }
        }
    }
}
