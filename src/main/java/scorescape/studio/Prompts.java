package scorescape.studio;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.figure.Theme;
import scorescape.studio.ExportDesk.Film;
import scorescape.studio.GalleryDialog.Made;

/// Questions that only the user can answer. Each waits for the answer; an empty one means "leave it".
interface Prompts {

    /// What to do with changes that no file holds yet.
    enum Unsaved {
        SAVE, DISCARD, KEEP_EDITING
    }

    Unsaved unsavedChanges(String title);

    /// Whether to stop the export that is under way.
    boolean stopExport();

    /// How to make a film.
    ///
    /// @param document which tells the step that is offered
    /// @param shown the theme that is offered
    Optional<Film> film(Document document, Theme shown);

    /// Which data set of the gallery to take.
    ///
    /// @param document whose seed is offered
    Optional<Made> generated(Document document, Theme shown);

    /// @param folder where to begin, or null
    Optional<Path> sceneToOpen(@Nullable Path folder);

    Optional<Path> sceneToSave(@Nullable Path folder, String suggestedName);

    Optional<Path> pointsToOpen(@Nullable Path folder);

    /// A PNG or JPEG for a component.
    Optional<Path> imageToOpen(@Nullable Path folder);

    /// @param suggestedName ends with the extension that the file is to have
    Optional<Path> fileToExport(@Nullable Path folder, String suggestedName);
}
