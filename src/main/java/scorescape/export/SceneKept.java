package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.SceneFiles;

/// Where the scene of an exported file is kept, so that it can be opened and exported again.
public enum SceneKept {

    /// In the exported file itself.
    INSIDE,
    /// In a scene file of the same name.
    BESIDE,
    NONE;

    /// What goes into the file; null for nothing.
    @Nullable
    SceneText inside(Document document) {
        return this == INSIDE ? SceneText.of(document) : null;
    }

    /// The scene file that belongs to an exported file.
    static Path beside(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + SceneFiles.EXTENSION);
    }

    /// Refuses to write over a scene file that holds something else. To be asked before an export begins.
    void check(Document document, Path file) throws ExportFailed {
        Path scene = beside(file);
        if (this == BESIDE && Files.exists(scene)) {
            try {
                if (Files.readString(scene).equals(SceneFiles.text(document))) {
                    return;
                }
            } catch (IOException e) {
                // Then it holds something else.
            }
            throw new ExportFailed(scene, "it is there already and holds another scene", null);
        }
    }

    /// Writes the scene file, if there is to be one.
    void write(Document document, Path file) throws ExportFailed {
        if (this == BESIDE) {
            TextExport.write(beside(file), out -> out.write(SceneFiles.text(document)));
        }
    }
}
