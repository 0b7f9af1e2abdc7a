package scorescape.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scorescape.bench.BenchCase;
import scorescape.bench.EngineBench;
import scorescape.bench.EngineBench.Result;
import scorescape.export.JsonText;

/// Measures the engine on this machine.
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false, description = "Measure how fast the engine is on this machine.", footer = {
    "", "Examples:", "  scorescape bench", "  scorescape bench kern:8:20000 dens:64 --threads 2 --seconds 1",
    "  scorescape bench --ui     (drags in a window, and how the picture keeps up)"})
final class BenchCommand implements Callable<Integer> {

    private static final int MAX_THREADS = 1024;
    private static final int MAX_SECONDS = 3600;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", arity = "0..*", description = "What to measure: one:K (single points), kern:K:N (N points), dens:K (a grid) or "
            + "cfg:N:S:K, ddpm:N:S:K (a run of S steps), stats:N:S:K (with statistics), sweep:N:S:K (for 21 scales), starts:N:S:K "
            + "(from N × N starts), with K terms. By default a table of all.")
    private List<String> names = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads may share the work, 1 by default.")
    private int threads = 1;

    @Option(names = "--seconds", paramLabel = "S", description = "How long to measure each case, 0.5 by default.")
    private double seconds = 0.5;

    @Option(names = "--json", description = "Say each result as a line of JSON, as soon as it is there.")
    private boolean json;

    @Override
    public Integer call() throws BadInput {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new BadInput("--threads must be from 1 to " + MAX_THREADS + ", but is " + threads);
        }
        if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
            throw new BadInput("--seconds must be above 0 and at most " + MAX_SECONDS + ", but is " + seconds);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Result> results = new ArrayList<>();
        for (BenchCase benchCase : cases()) {
            Result result = EngineBench.measure(benchCase, threads, seconds);
            results.add(result);
            if (json) {
                out.printf(Locale.ROOT,
                        "{\"case\": %s, \"threads\": %d, \"seconds\": %s, \"median\": %s, \"runs\": %d, \"check\": %s}%n",
                        JsonText.quoted(benchCase.name()), result.threads(), result.seconds(), result.median(),
                        result.runs(), JsonText.number(result.check()));
                out.flush();
            }
        }
        if (!json) {
            out.print(EngineBench.table(results));
            out.flush();
        }
        return 0;
    }

    private List<BenchCase> cases() throws BadInput {
        try {
            return names.isEmpty() ? BenchCase.ALL : names.stream().map(BenchCase::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
