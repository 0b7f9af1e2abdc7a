package scorescape.cli;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.document.UnreadableFile;
import scorescape.export.ExportFailed;
import scorescape.export.ProgramName;

/// The command line.
@Command(name = "scorescape", subcommands = {RenderCommand.class, TraceCommand.class, ValidateCommand.class,
    BenchCommand.class, SweepCommand.class, EvaluateCommand.class, FlowCommand.class, SampleCommand.class,
    InfoCommand.class,
    CompletionCommand.class}, versionProvider = Cli.Version.class, mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "See and touch the geometry of diffusion sampling and guidance in two dimensions.", footer = {
        "", "Without a command the window opens, with SCENE if one is given.", "",
        "Exit codes: 0 done, 2 bad input, 1 a failure of the program.", "", "Example:",
        "  scorescape render default --out guidance.gif"})
public final class Cli implements Runnable {

    /// The exit code after bad input.
    public static final int BAD_INPUT = 2;

    private static final int FAILED = 1;

    /// Room for each example on a line of its own, to be copied.
    private static final int HELP_WIDTH = 100;

    /// What names of files have, whether there is one or not, and commands have not.
    private static final Pattern FILE_NAME = Pattern.compile("[./\\\\]");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    private Cli() {}

    /// Whether a first argument names what the window opens: a file, or a scene or lesson that comes with the program. All else
    /// is for the command line, if only to say that there is no such command.
    public static boolean isToOpen(String argument) {
        return !argument.startsWith("-") && !line().getSubcommands().containsKey(argument)
                && (FILE_NAME.matcher(argument).find() || new File(argument).exists()
                        || Presets.NAMES.contains(argument) || Lessons.NAMES.contains(argument));
    }

    /// The commands and their options.
    static CommandLine line() {
        return new CommandLine(new Cli()).setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpWidth(HELP_WIDTH);
    }

    /// Runs a command with the standard streams.
    ///
    /// @return the exit code
    public static int run(String... args) {
        System.setProperty("java.awt.headless", "true");
        return run(new FileOutputStream(FileDescriptor.out), new PrintWriter(System.err, true, System.err.charset()),
                args);
    }

    static int run(OutputStream stream, PrintWriter err, String... args) {
        var output = new StandardOutput(stream);
        var out = new PrintWriter(output, true, System.out.charset());
        int exit = run(out, err, args);
        out.flush();
        Optional<String> failure = output.failure();
        failure.ifPresent(reason -> err.println("standard output: could not be written: " + reason));
        return failure.isPresent() && exit == 0 ? BAD_INPUT : exit;
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return line()
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Cli::explain)
                .setExecutionExceptionHandler(Cli::explain)
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    private static int explain(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage());
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return BAD_INPUT;
    }

    private static int explain(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof BadInput || e instanceof UnreadableFile || e instanceof ExportFailed) {
            command.getErr().println(e.getMessage());
            return BAD_INPUT;
        }
        command.getErr().println("This should not have happened:");
        e.printStackTrace(command.getErr());
        return FAILED;
    }

    /// The version in the manifest of the jar.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[]{ProgramName.withVersion()};
        }
    }
}
