package scorescape.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Scenes on disk, as JSON: see the page "Scene files" of the manual.
public final class SceneFiles {

    /// How the name of a scene file ends.
    public static final String EXTENSION = ".scorescape.json";

    private SceneFiles() {}

    /// @throws UnreadableFile if the file is not a scene that this version reads
    public static Document read(Path file) throws UnreadableFile {
        return parse(TextFiles.read(file), file);
    }

    /// @param in read to its end
    /// @param name of the stream, for the sentence about what is wrong
    /// @throws UnreadableFile if it is not a scene that this version reads
    public static Document read(InputStream in, String name) throws UnreadableFile {
        Path place = Path.of(name);
        return parse(TextFiles.read(in, place), place);
    }

    /// The text of a scene file.
    public static String text(Document document) {
        return SceneCodec.encode(document);
    }

    /// @param file where the text comes from, for the sentence about what is wrong
    /// @throws UnreadableFile if the text is not a scene that this version reads
    public static Document parse(String text, Path file) throws UnreadableFile {
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
        TextFiles.write(file, text(document));
    }
}
