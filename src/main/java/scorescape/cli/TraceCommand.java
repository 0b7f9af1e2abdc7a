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
import scorescape.export.TraceExport;

/// Says every number of a run.
@Command(name = "trace", mixinStandardHelpOptions = true, sortOptions = false, description = "Say every step of a scene's run with every vector, as JSON or CSV.", footer = {
    "", "Examples:", "  scorescape trace default --out run.json", "  scorescape trace default --format csv | head",
    "  scorescape trace default --moves --format jsonl | head -3"})
final class TraceCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--moves", description = "A row for each time that the run asks its model, with the inner moves of a step: Heun's on trial, a corrector's, Langevin's.")
    private boolean moves;

    @Mixin
    private DataOutput output = new DataOutput();

    @Override
    public Integer call() throws IOException, BadInput {
        DataFormat format = output.format(DataFormat.JSON);
        Document document = scene.read();
        output.write(spec.commandLine().getOut(), out -> {
            if (moves) {
                TraceExport.writeMoves(document, format, out);
            } else {
                TraceExport.write(document, format, out);
            }
        });
        return 0;
    }
}
