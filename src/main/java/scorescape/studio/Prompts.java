package scorescape.studio;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Questions that only the user can answer. Each waits for the answer; an empty one means "leave it".
interface Prompts {

    /// What to do with changes that no file holds yet.
    enum Unsaved {
        SAVE, DISCARD, KEEP_EDITING
    }

    Unsaved unsavedChanges(String title);

    /// @param folder where to begin, or null
    Optional<Path> sceneToOpen(@Nullable Path folder);

    Optional<Path> sceneToSave(@Nullable Path folder, String suggestedName);

    Optional<Path> pointsToOpen(@Nullable Path folder);
}
