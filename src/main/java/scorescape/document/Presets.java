package scorescape.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The scenes that come with the program.
public final class Presets {

    private static final String FOLDER = "/scorescape/assets/scenes/";

    /// What they are called, the default one first.
    public static final List<String> NAMES =
            List.of("default", "plain-sampling", "two-bells", "two-boxes", "ring-of-points", "paper-boxes",
                    "paper-near-boxes", "paper-corners",
                    "paper-bells", "far-mode", "autoguidance-tree", "step-plain", "step-classifier",
                    "step-classifier-free");

    private Presets() {}

    /// The scene a newcomer sees first: one guided step whose every arrow can be told from the others.
    public static Document defaultScene() {
        return read(NAMES.getFirst());
    }

    /// The scene with one of the [#NAMES], or none with another name.
    public static Optional<Document> named(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
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
