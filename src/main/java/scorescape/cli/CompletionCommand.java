package scorescape.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes the script with which a shell completes commands, made from the commands and options themselves.
@Command(name = "completion", mixinStandardHelpOptions = true, sortOptions = false, description = "Write the script with which a shell completes commands and options.", footer = {
    "", "Examples:", "  scorescape completion bash > ~/.local/share/bash-completion/completions/scorescape",
    "  scorescape completion zsh >> ~/.zshrc",
    "  scorescape completion fish > ~/.config/fish/completions/scorescape.fish"})
final class CompletionCommand implements Callable<Integer> {

    private static final String PROGRAM = "scorescape";

    /// In the script for bash: the words that may stand in one place, as constants are called.
    private static final Pattern WORDS = Pattern.compile("(?<=_args=\\()\"[A-Z][^)]*\"(?=\\))");

    private enum Shell {
        BASH, ZSH, FISH
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.")
    private @Nullable Shell shell;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        // That of bash loads bash's functions where it runs in zsh.
        out.print(shell == Shell.FISH ? fish() : bash());
        out.flush();
        return 0;
    }

    /// Words are offered as the help writes them.
    private static String bash() {
        return WORDS.matcher(AutoComplete.bash(PROGRAM, Cli.line()))
                .replaceAll(words -> Matcher.quoteReplacement(words.group().toLowerCase(Locale.ROOT)));
    }

    private static String fish() {
        var script = new StringBuilder();
        CommandLine line = Cli.line();
        line.getCommandSpec().options().forEach(option -> add(script, "__fish_use_subcommand", option));
        line.getSubcommands().forEach((name, command) -> {
            CommandSpec commandSpec = command.getCommandSpec();
            script.append("complete -c ").append(PROGRAM).append(" -n __fish_use_subcommand -f -a ").append(name)
                    .append(" -d ").append(quoted(String.join(" ", commandSpec.usageMessage().description())))
                    .append('\n');
            String here = "'__fish_seen_subcommand_from " + name + "'";
            commandSpec.options().forEach(option -> add(script, here, option));
            for (PositionalParamSpec parameter : commandSpec.positionalParameters()) {
                String words = words(parameter);
                if (!words.isEmpty()) {
                    script.append("complete -c ").append(PROGRAM).append(" -n ").append(here)
                            .append(parameter.type().isEnum() ? " -f" : "").append(" -a ").append(quoted(words))
                            .append('\n');
                }
            }
        });
        return script.toString();
    }

    private static void add(StringBuilder script, String here, OptionSpec option) {
        script.append("complete -c ").append(PROGRAM).append(" -n ").append(here);
        for (String name : option.names()) {
            script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            String words = words(option);
            script.append(" -r").append(words.isEmpty() ? "" : " -f -a " + quoted(words));
        }
        script.append(" -d ").append(quoted(String.join(" ", option.description()))).append('\n');
    }

    /// What may stand there, if that is one of a few words.
    private static String words(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null
                ? ""
                : StreamSupport.stream(candidates.spliterator(), false).map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
