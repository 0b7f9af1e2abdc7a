package scorescape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.UnreadableFile;
import scorescape.export.FileContent.OfLesson;
import scorescape.export.FileContent.OfScene;
import scorescape.export.JsonText;
import scorescape.export.SceneInside;

/// Checks files of scenes and lessons.
@Command(name = "validate", mixinStandardHelpOptions = true, sortOptions = false, description = "Check files: say of each whether it is a scene or a lesson, and if not, why.", footer = {
    "", "Example:", "  scorescape validate *.json"})
final class ValidateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scene and lesson files, or exported files with their scene inside.")
    private List<Path> files = List.of();

    @Option(names = {"-q", "--quiet"}, description = "Say nothing of good files.")
    private boolean quiet;

    @Option(names = "--json", description = "Say of each file as a line of JSON whether it is a scene or a lesson, and why not.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int exit = 0;
        for (Path file : files) {
            try {
                String found = found(file);
                if (json) {
                    out.println("{\"file\": " + JsonText.quoted(file.toString()) + ", \"valid\": true}");
                } else if (!quiet) {
                    out.println(file + ": " + found);
                }
            } catch (UnreadableFile e) {
                if (json) {
                    out.println("{\"file\": " + JsonText.quoted(file.toString()) + ", \"valid\": false, \"reason\": "
                            + JsonText.quoted(String.valueOf(e.getMessage())) + "}");
                }
                spec.commandLine().getErr().println(e.getMessage());
                exit = Cli.BAD_INPUT;
            }
        }
        return exit;
    }

    private static String found(Path file) throws UnreadableFile {
        return switch (SceneInside.read(file)) {
            case OfScene(Document document, _) ->
                "a scene of " + document.data().components().size() + " components, " + document.classes().size()
                        + " classes and " + document.steps() + " steps";
            case OfLesson(Lesson lesson, _) -> String.format(Locale.ROOT, "a lesson of %d slides, %.0f seconds",
                    lesson.slides().size(), lesson.seconds());
        };
    }
}
