package scorescape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.document.SceneSummary;
import scorescape.document.UnreadableFile;
import scorescape.export.Ffmpeg;
import scorescape.export.FileContent;
import scorescape.export.FileContent.OfLesson;
import scorescape.export.FileContent.OfScene;
import scorescape.export.FilmSpan;
import scorescape.export.JsonText;
import scorescape.export.ProgramName;
import scorescape.export.SceneInside;

/// Says what scenes are about, or what the program is.
@Command(name = "info", mixinStandardHelpOptions = true, sortOptions = false, description = "Say what scenes and lessons are about, or, without any, which program this is and what it finds here.", footer = {
    "", "Examples:", "  scorescape info", "  scorescape info default guidance.gif guidance-scale",
    "  scorescape info --json my.scorescape.json"})
final class InfoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENE", arity = "0..*", completionCandidates = SceneArgument.Names.class, description = "Scene and lesson files, exported files with one inside, or scenes and lessons that come with the program.")
    private List<String> scenes = List.of();

    @Option(names = "--json", description = "As an object a line.")
    private boolean json;

    @Override
    public Integer call() throws BadInput {
        PrintWriter out = spec.commandLine().getOut();
        if (scenes.isEmpty()) {
            print(program(), out);
        }
        int exit = 0;
        for (String scene : scenes) {
            try {
                print(about(scene), out);
            } catch (UnreadableFile e) {
                spec.commandLine().getErr().println(e.getMessage());
                exit = Cli.BAD_INPUT;
            }
        }
        out.flush();
        return exit;
    }

    private static Map<String, String> about(String name) throws UnreadableFile, BadInput {
        Optional<Document> preset = Presets.named(name);
        if (preset.isPresent()) {
            return about(name, "a scene that comes with the program", preset.get());
        }
        Optional<Lesson> shipped = Lessons.named(name);
        if (shipped.isPresent()) {
            return about(name, "a lesson that comes with the program", shipped.get());
        }
        FileContent content = SceneInside.read(SceneArgument.path(name));
        String kind = content.exported() ? "an exported file with its %s inside" : "a %s file";
        return switch (content) {
            case OfScene(Document document, _) -> about(name, kind.formatted("scene"), document);
            case OfLesson(Lesson lesson, _) -> about(name, kind.formatted("lesson"), lesson);
        };
    }

    private static Map<String, String> about(String name, String kind, Document document) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("file", name);
        lines.put("kind", kind);
        lines.putAll(SceneSummary.of(document));
        lines.put("film", seconds(FilmSpan.Whole.STORY.in(document).seconds()));
        return lines;
    }

    private static Map<String, String> about(String name, String kind, Lesson lesson) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("file", name);
        lines.put("kind", kind);
        lines.put("title", lesson.title());
        for (int i = 0; i < lesson.slides().size(); i++) {
            lines.put("slide " + (i + 1), lesson.slides().get(i).title());
        }
        lines.put("film", seconds(lesson.seconds()));
        return lines;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static Map<String, String> program() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("program", ProgramName.withVersion());
        lines.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        lines.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors");
        lines.put("memory", "at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        lines.put("ffmpeg", Ffmpeg.onPath().program().map(Path::toString).orElse("none, so no MP4"));
        lines.put("scenes", String.join(", ", Presets.NAMES));
        lines.put("lessons", String.join(", ", Lessons.NAMES));
        return lines;
    }

    private void print(Map<String, String> lines, PrintWriter out) {
        if (json) {
            out.println(lines.entrySet()
                    .stream()
                    .map(line -> JsonText.quoted(line.getKey()) + ": " + JsonText.quoted(line.getValue()))
                    .collect(Collectors.joining(", ", "{", "}")));
        } else {
            lines.forEach((name, text) -> out.printf(Locale.ROOT, "%-11s %s%n", name, text));
        }
    }
}
