package scorescape.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.export.DataFormat;
import scorescape.export.FlowExport;

/// Follows the probability flow.
@Command(name = "flow", mixinStandardHelpOptions = true, sortOptions = false, description = "Follow the probability flow of a scene from points to other noise levels, solved to rounding, with its guidance: "
        + "where it ends, and how densities change on the way.", footer = {"", PointLines.HELP, "", "Examples:",
            "  echo 0.3,-1.2,1 | scorescape flow default",
            "  scorescape flow default --points starts.csv --to-ratio 10,1,0.1 --format csv",
            "  echo 0.3,-1.2 | scorescape flow two-bells --t 0 --to 1"})
final class FlowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--points", paramLabel = "FILE", description = "Where the points are, one a line; by default on standard input.")
    private @Nullable Path points;

    @Option(names = "--t", paramLabel = "TIME", description = "Time of points without one, from 0 (data) to 1 (noise, the default).")
    private double time = 1;

    @Option(names = "--to", paramLabel = "TIME,TIME…", split = ",", description = "Times to follow the flow to, from 0 (data, the default) to 1.")
    private List<Double> times = List.of();

    @Option(names = "--to-ratio", paramLabel = "R,R…", split = ",", description = "The same as noise per data, sigma/alpha: 0 is clean data.")
    private List<Double> ratios = List.of();

    @Mixin
    private DataOutput output = new DataOutput();

    @Override
    public Integer call() throws IOException, BadInput {
        PointLines.requireTime("--t", time);
        if (scene.isStandardInput() && points == null) {
            throw new BadInput("standard input holds the scene, so the points must come from --points");
        }
        DataFormat format = output.format(DataFormat.JSONL);
        Document document = scene.read();
        List<NoiseLevel> ends = ends(document);
        try (BufferedReader lines = PointLines.reader(points)) {
            output.write(spec.commandLine().getOut(), out -> {
                var flow = new FlowExport(document, ends, format, out);
                PointLines.answer(lines, document.schedule(), time, flow::write, out);
                flow.end();
            });
        } catch (PointLines.BadLine e) {
            throw e.asInput();
        }
        return 0;
    }

    private List<NoiseLevel> ends(Document document) throws BadInput {
        List<NoiseLevel> ends = new ArrayList<>();
        for (double end : times) {
            PointLines.requireTime("--to", end);
            ends.add(document.schedule().at(end));
        }
        for (double ratio : ratios) {
            if (!(ratio >= 0 && ratio <= Document.MAX_NUMBER)) {
                throw new BadInput("--to-ratio: each must be from 0 to 1000000000000, but one is " + ratio);
            }
            ends.add(ratio == 0 ? NoiseLevel.CLEAN : document.schedule().atRatio(ratio));
        }
        return ends.isEmpty() ? List.of(NoiseLevel.CLEAN) : ends;
    }
}
