package scorescape.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scorescape.document.Document;
import scorescape.document.Parameters;
import scorescape.export.SweepExport;
import scorescape.figure.plot.StudyComputer;

/// Says what becomes of a scene's population as γ grows.
@Command(name = "sweep", mixinStandardHelpOptions = true, sortOptions = false, description = "Say what becomes of a population as the guidance scale grows: shares, spread and distances, as CSV.", footer = {
    "", "Examples:", "  scorescape sweep default",
    "  scorescape sweep paper-boxes --scales 1,2,4,8,16 --out sweep.csv"})
final class SweepCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--scales", paramLabel = "γ,γ,…", split = ",", description = "Guidance scales, by default 21 from 0 to the largest that the scene's plots compare.")
    private @Nullable List<Double> scales;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to, by default the standard output. A file of that name is replaced.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Document document = scene.read();
        List<Double> wanted = scales == null ? StudyComputer.scales(document) : scales;
        for (double gamma : wanted) {
            if (!Parameters.GUIDANCE_SCALE.accepts(gamma)) {
                throw new BadInput("--scales: each must be " + Parameters.GUIDANCE_SCALE.expectation() + ", but one is "
                        + gamma);
            }
        }
        try {
            if (out == null) {
                spec.commandLine().getOut().print(SweepExport.text(document, wanted));
                spec.commandLine().getOut().flush();
            } else {
                SweepExport.write(document, wanted, out);
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        return 0;
    }
}
