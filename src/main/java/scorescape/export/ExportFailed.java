package scorescape.export;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file could not be written; what was there before is as it was. The message is one sentence for people: the file
/// and the reason.
public final class ExportFailed extends IOException {

    ExportFailed(Path file, String reason, @Nullable Throwable cause) {
        super(file + ": could not be written: " + reason, cause);
    }
}
