package scorescape.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scorescape.document.Document;
import scorescape.export.DataFormat;
import scorescape.export.PopulationExport;

/// Draws a population.
@Command(name = "sample", mixinStandardHelpOptions = true, sortOptions = false, description = "Draw a population as the scene says, by its sampler, guidance and seed, and say where the particles end.", footer = {
    "", "Examples:", "  scorescape sample default --particles 5000 --format csv > points.csv",
    "  scorescape sample two-boxes --particles 100 --on-the-way --out runs.json"})
final class SampleCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--particles", paramLabel = "N", description = "How many, 1000 by default.")
    private int particles = 1000;

    @Option(names = "--on-the-way", description = "Say all states of every particle, from noise to data.")
    private boolean onTheWay;

    @Mixin
    private DataOutput output = new DataOutput();

    @Mixin
    private Quiet quiet = new Quiet();

    @Override
    public Integer call() throws IOException, BadInput {
        if (particles < 1 || particles > PopulationExport.MAX_PARTICLES) {
            throw new BadInput(
                    "--particles must be from 1 to " + PopulationExport.MAX_PARTICLES + ", but is " + particles);
        }
        DataFormat format = output.format(DataFormat.JSON);
        Document document = scene.read();
        output.write(spec.commandLine().getOut(),
                out -> PopulationExport.write(document, particles, onTheWay, format, out,
                        quiet.progress("Sampling", output.file(), spec.commandLine().getErr())));
        return 0;
    }
}
