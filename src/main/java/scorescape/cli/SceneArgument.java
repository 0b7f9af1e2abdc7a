package scorescape.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.document.UnreadableFile;

/// The scene that a command works on, with what the command line changes in it.
final class SceneArgument {

    private static final String DEFAULT = "default";

    @Parameters(paramLabel = "SCENE", description = "A scene file, or 'default' for the scene that comes with the "
            + "program.")
    private String scene = "";

    @Option(names = "--step", paramLabel = "STEP", description = "The step that is told in stages; 0 is the noisiest.")
    private @Nullable Integer toldStep;

    Document read() throws UnreadableFile, BadInput {
        Document document = scene.equals(DEFAULT) ? Presets.defaultScene() : SceneFiles.read(path());
        if (toldStep == null) {
            return document;
        }
        try {
            return document.withToldStep(toldStep);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--step: " + e.getMessage());
        }
    }

    private Path path() throws BadInput {
        try {
            return Path.of(scene);
        } catch (InvalidPathException e) {
            throw new BadInput("SCENE must be the name of a file, but is '" + scene + "'");
        }
    }
}
