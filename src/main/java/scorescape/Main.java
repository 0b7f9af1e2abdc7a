package scorescape;

import java.util.List;
import scorescape.cli.Cli;
import scorescape.studio.Studio;

/// Starts the command line when the first argument is a command or an option, the window otherwise.
public final class Main {

    /// The command line has no window, so this is answered here.
    private static final List<String> BENCH_WINDOW = List.of("bench", "--ui");

    private Main() {}

    public static void main(String[] args) {
        if (List.of(args).equals(BENCH_WINDOW)) {
            System.exit(Studio.bench());
        }
        boolean forFiles = args.length > 0 && (args[0].startsWith("-") || Cli.isCommand(args[0]));
        System.exit(forFiles ? Cli.run(args) : Studio.open(args));
    }
}
