package scorescape.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import scorescape.document.Document;
import scorescape.export.DataFormat;
import scorescape.export.TraceExport;

/// Says every number of a run.
@Command(name = "trace", mixinStandardHelpOptions = true, sortOptions = false, description = "Say every step of a scene's run with every vector, as JSON or CSV.", footer = {
    "", "Examples:", "  scorescape trace default --out run.json", "  scorescape trace default --format csv | head"})
final class TraceCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Mixin
    private DataOutput output = new DataOutput();

    @Override
    public Integer call() throws IOException, BadInput {
        DataFormat format = output.format(DataFormat.JSON);
        Document document = scene.read();
        output.write(spec.commandLine().getOut(), out -> TraceExport.write(document, format, out));
        return 0;
    }
}
