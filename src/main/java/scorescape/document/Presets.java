package scorescape.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The scenes that come with the program.
public final class Presets {

    private static final String FOLDER = "/scorescape/assets/scenes/";

    private Presets() {}

    /// The scene a newcomer sees first: one guided step whose every arrow can be told from the others.
    public static Document defaultScene() {
        return read("default");
    }

    private static Document read(String name) {
        try (InputStream in = Presets.class.getResourceAsStream(FOLDER + name + SceneFiles.EXTENSION)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return SceneCodec.decode(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
