package scorescape.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Lessons on disk, as JSON: see the page "Lesson files" of the manual.
public final class LessonFiles {

    /// How the name of a lesson file ends.
    public static final String EXTENSION = ".lesson.json";

    private LessonFiles() {}

    /// Whether a file is a lesson by its name.
    public static boolean isNamed(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    /// @throws UnreadableFile if the file is not a lesson that this version reads
    public static Lesson read(Path file) throws UnreadableFile {
        return parse(TextFiles.read(file), file);
    }

    /// The text of a lesson file.
    public static String text(Lesson lesson) {
        return LessonCodec.encode(lesson);
    }

    /// @param file where the text comes from, for the sentence about what is wrong
    /// @throws UnreadableFile if the text is not a lesson that this version reads
    public static Lesson parse(String text, Path file) throws UnreadableFile {
        try {
            return LessonCodec.decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile(file, String.valueOf(e.getMessage()));
        }
    }

    /// Replaces the file, or leaves it as it was.
    ///
    /// @throws IOException with a sentence that names the file
    public static void write(Lesson lesson, Path file) throws IOException {
        TextFiles.write(file, text(lesson));
    }
}
