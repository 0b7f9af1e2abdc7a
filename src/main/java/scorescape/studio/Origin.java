package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file that a scene came from, and how it looked from outside when it was last read or written. What looks the same is
/// taken to be the same.
///
/// @param file absolute
/// @param size in bytes
/// @param modified when it was last written
record Origin(Path file, long size, Instant modified) {

    /// How a file looks now; null if it is not there.
    static @Nullable Origin of(Path file) {
        try {
            return new Origin(file.toAbsolutePath(), Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return null;
        }
    }

    /// Writes it down, one part a line.
    void write(Path note) throws IOException {
        Files.write(note, List.of(file.toString(), Long.toString(size), modified.toString()));
    }

    /// What [#write] wrote; empty if there is no such note, or another text.
    static Optional<Origin> read(Path note) {
        try {
            List<String> lines = Files.readAllLines(note);
            return lines.size() == 3 && Path.of(lines.getFirst()).isAbsolute()
                    ? Optional.of(new Origin(Path.of(lines.getFirst()), Long.parseLong(lines.get(1)),
                            Instant.parse(lines.get(2))))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
