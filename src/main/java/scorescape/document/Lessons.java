package scorescape.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The lessons that come with the program.
public final class Lessons {

    private static final String FOLDER = "/scorescape/assets/lessons/";

    /// What they are called, in the order in which they build on each other.
    public static final List<String> NAMES = List.of("one-step", "classifier-guidance", "classifier-free-guidance",
            "forward-process", "score-fields", "langevin", "prediction", "coarse-to-fine", "sde-and-ode", "consistency",
            "samplers", "guidance-scale",
            "promised-and-delivered", "what-does-guidance-do", "thresholding", "temperature", "bad-models",
            "classifiers", "high-dimensions");

    private Lessons() {}

    /// The lesson with one of the [#NAMES], or none with another name.
    public static Optional<Lesson> named(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static Lesson read(String name) {
        try (InputStream in = Lessons.class.getResourceAsStream(FOLDER + name + LessonFiles.EXTENSION)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return LessonCodec.decode(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
