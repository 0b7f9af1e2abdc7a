package scorescape.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.document.UnreadableFile;
import scorescape.export.FileContent;
import scorescape.export.FileContent.OfLesson;
import scorescape.export.FileContent.OfScene;
import scorescape.export.SceneInside;

/// The scene that a command works on, with what the command line changes in it.
final class SceneArgument {

    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "SCENE", completionCandidates = Names.class, description = "A scene file, an exported file with its scene inside, - for a scene on standard input, or a scene that comes "
            + "with the program: ${COMPLETION-CANDIDATES}. For render also a lesson: its file, a film of its slides, or the "
            + "name of one that comes with the program; 'scorescape info' lists them.")
    private String scene = "";

    @Option(names = "--step", paramLabel = "STEP", description = "The step that is told in stages; 1 is the noisiest.")
    private @Nullable Integer toldStep;

    boolean isStandardInput() {
        return scene.equals(STANDARD_INPUT);
    }

    /// @throws BadInput if it is a lesson
    Document read() throws UnreadableFile, BadInput {
        return switch (content()) {
            case OfScene(Document document, _) -> document;
            case OfLesson _ -> throw new BadInput(
                    "SCENE must be one scene, but '" + scene + "' is a lesson, which only render takes");
        };
    }

    /// The scene, or the lesson that the command line names in its place.
    FileContent content() throws UnreadableFile, BadInput {
        Optional<Lesson> lesson = Lessons.named(scene);
        if (lesson.isPresent()) {
            return new OfLesson(lesson.get(), false);
        }
        Optional<Document> preset = Presets.named(scene);
        FileContent content = preset.isPresent()
                ? new OfScene(preset.get(), false)
                : isStandardInput()
                        ? new OfScene(SceneFiles.read(System.in, scene), false)
                        : SceneInside.read(path(scene));
        return content instanceof OfScene(Document document, boolean exported)
                ? new OfScene(told(document), exported)
                : content;
    }

    private Document told(Document document) throws BadInput {
        if (toldStep == null) {
            return document;
        }
        if (toldStep < 1 || toldStep > document.steps()) {
            throw new BadInput("--step must be from 1 to " + document.steps() + " in this scene, but is " + toldStep);
        }
        return document.withToldStep(toldStep - 1);
    }

    /// Whether the command line changes the scene.
    boolean isChanged() {
        return toldStep != null;
    }

    /// The file of a name.
    static Path path(String scene) throws BadInput {
        try {
            return Path.of(scene);
        } catch (InvalidPathException e) {
            throw new BadInput("SCENE must be the name of a file, but is '" + scene + "'");
        }
    }

    /// Of the scenes that come with the program.
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Presets.NAMES.iterator();
        }
    }
}
