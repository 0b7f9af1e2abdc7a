package scorescape.document;

import java.io.IOException;
import java.nio.file.Path;

/// A file is not what was asked for. The message is one sentence for people: the file, the place in it, and what was
/// expected there.
public final class UnreadableFile extends IOException {

    UnreadableFile(Path file, String reason) {
        super(file + ": " + reason);
    }

    /// For readers of other files than scene files.
    ///
    /// @param reason what is wrong, without a full stop
    public static UnreadableFile because(Path file, String reason) {
        return new UnreadableFile(file, reason);
    }
}
