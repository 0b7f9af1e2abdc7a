package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the scene of an exported file is kept, so that it can be opened and exported again.
public enum SceneKept {

    /// In the exported file itself.
    INSIDE,
    /// In a scene file of the same name; of a film of several slides, a lesson file.
    BESIDE,
    NONE;

    /// What goes into the file; null for nothing.
    @Nullable
    SceneText inside(SceneText scene) {
        return this == INSIDE ? scene : null;
    }

    /// The scene file that belongs to an exported file.
    private static Path beside(SceneText scene, Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + scene.kind().extension());
    }

    /// Refuses to write over a scene file that holds something else. To be asked before an export begins.
    void check(SceneText scene, Path file) throws ExportFailed {
        Path beside = beside(scene, file);
        if (this == BESIDE && Files.exists(beside)) {
            try {
                if (Files.readString(beside).equals(scene.json())) {
                    return;
                }
            } catch (IOException e) {
                // Then it holds something else.
            }
            throw new ExportFailed(beside, "it is there already and holds another scene", null);
        }
    }

    /// Writes the scene file, if there is to be one.
    void write(SceneText scene, Path file) throws ExportFailed {
        if (this == BESIDE) {
            TextExport.write(beside(scene, file), out -> out.write(scene.json()));
        }
    }
}
