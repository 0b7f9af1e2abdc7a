package scorescape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scorescape.document.Document;
import scorescape.export.TraceExport;
import scorescape.export.TraceExport.Format;

/// Says every number of a run.
@Command(name = "trace", mixinStandardHelpOptions = true, sortOptions = false, description = "Say every step of a scene's run with every vector, as JSON or CSV.", footer = {
    "", "Examples:", "  scorescape trace default --out run.json", "  scorescape trace default --format csv | head"})
final class TraceCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to: FILE.json or FILE.csv, by default to standard output. A file of that name is "
            + "replaced.")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "json|csv", description = "By default what FILE ends in, or json.")
    private @Nullable Format format;

    @Override
    public Integer call() throws IOException, BadInput {
        Format chosen = chosenFormat();
        Document document = scene.read();
        if (out == null) {
            spec.commandLine().getOut().print(TraceExport.text(document, chosen));
            spec.commandLine().getOut().flush();
        } else {
            TraceExport.write(document, chosen, out);
        }
        return 0;
    }

    private Format chosenFormat() throws BadInput {
        if (format != null) {
            return format;
        }
        String name = out == null ? ".json" : out.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return Format.JSON;
        }
        if (name.endsWith(".csv")) {
            return Format.CSV;
        }
        throw new BadInput("--out must end in .json or .csv unless --format is given, but is '" + out + "'");
    }
}
