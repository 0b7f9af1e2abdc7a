package scorescape;

import scorescape.cli.Cli;
import scorescape.studio.Studio;

/// Starts the command line when the first argument is a command or an option, the window otherwise.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        boolean forFiles = args.length > 0 && (args[0].startsWith("-") || Cli.isCommand(args[0]));
        System.exit(forFiles ? Cli.run(args) : Studio.open(args));
    }
}
