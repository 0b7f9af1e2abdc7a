package scorescape;

import java.util.List;
import scorescape.cli.Cli;
import scorescape.studio.Studio;

/// Starts the window without arguments or when the first one names what to open, the command line otherwise.
public final class Main {

    /// The command line has no window, so this is answered here.
    private static final List<String> BENCH_WINDOW = List.of("bench", "--ui");

    private Main() {}

    public static void main(String[] args) {
        if (List.of(args).equals(BENCH_WINDOW)) {
            System.exit(Studio.bench());
        }
        boolean forWindow = args.length == 0 || Cli.isToOpen(args[0]);
        System.exit(forWindow ? Studio.open(args) : Cli.run(args));
    }
}
