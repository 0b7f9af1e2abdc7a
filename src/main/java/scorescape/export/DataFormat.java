package scorescape.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How numbers are written for other programs.
public enum DataFormat {

    /// One object with the program, the scene, its seed, the units, and a list of rows. What has no value is `null`, a vector
    /// is a list of two numbers, a symmetric matrix `[xx, xy, yy]`.
    JSON(".json"),
    /// The rows alone, an object a line, for pipes.
    JSONL(".jsonl"),
    /// A line a row after a line of names; the lines before that begin with `#` and say what JSON says in its head. What
    /// has no value is empty, a vector is two columns.
    CSV(".csv");

    private final String extension;

    DataFormat(String extension) {
        this.extension = extension;
    }

    /// How names of such files end.
    public String extension() {
        return extension;
    }

    /// The format that a file's name asks for.
    public static Optional<DataFormat> named(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith(format.extension)).findFirst();
    }
}
