package scorescape.document;

import java.io.IOException;
import java.nio.file.Path;

/// Scenes on disk, as JSON: see the page "Scene files" of the manual.
public final class SceneFiles {

    /// How the name of a scene file ends.
    public static final String EXTENSION = ".scorescape.json";

    private SceneFiles() {}

    /// @throws UnreadableFile if the file is not a scene that this version reads
    public static Document read(Path file) throws UnreadableFile {
        String text = TextFiles.read(file);
        try {
            return SceneCodec.decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile(file, String.valueOf(e.getMessage()));
        }
    }

    /// Replaces the file, or leaves it as it was.
    ///
    /// @throws IOException with a sentence that names the file
    public static void write(Document document, Path file) throws IOException {
        TextFiles.write(file, SceneCodec.encode(document));
    }
}
