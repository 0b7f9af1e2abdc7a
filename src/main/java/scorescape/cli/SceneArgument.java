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

    Document read() throws UnreadableFile, BadInput {
        if (lesson().isPresent()) {
            throw new BadInput("SCENE must be one scene, but '" + scene + "' is a lesson, which only render takes");
        }
        Optional<Document> preset = Presets.named(scene);
        Document document = preset.isPresent()
                ? preset.get()
                : scene.equals(STANDARD_INPUT)
                        ? SceneFiles.read(System.in, scene)
                        : SceneInside.read(path(scene));
        if (toldStep == null) {
            return document;
        }
        if (toldStep < 1 || toldStep > document.steps()) {
            throw new BadInput("--step must be from 1 to " + document.steps() + " in this scene, but is " + toldStep);
        }
        return document.withToldStep(toldStep - 1);
    }

    /// The lesson that the command line names in place of a scene, if it does.
    Optional<Lesson> lesson() throws UnreadableFile, BadInput {
        Optional<Lesson> known = Lessons.named(scene);
        return known.isPresent() || isStandardInput() ? known : SceneInside.lesson(path(scene));
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
