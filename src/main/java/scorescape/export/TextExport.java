package scorescape.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes text files, whole or not at all.
public final class TextExport {

    private TextExport() {}

    /// What goes into the file.
    @FunctionalInterface
    public interface Content {

        /// @param out left open
        void writeTo(Writer out) throws IOException;
    }

    /// @param file replaced when all is written; untouched if it fails
    /// @throws ExportFailed if the file could not be written
    public static void write(Path file, Content content) throws ExportFailed {
        NewFile.write(file, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.writeTo(text);
            text.flush();
            return true;
        });
    }
}
