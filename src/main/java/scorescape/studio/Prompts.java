package scorescape.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.figure.Theme;
import scorescape.studio.ExportDesk.Film;
import scorescape.studio.ExportDesk.Numbers;
import scorescape.studio.ExportDesk.Picture;
import scorescape.studio.ExportDesk.View;
import scorescape.studio.GalleryDialog.Made;

import static scorescape.text.Texts.text;

/// Questions that only the user can answer. Each waits for the answer; an empty one means "leave it".
interface Prompts {

    /// What to do with changes that no file holds yet.
    enum Unsaved {
        SAVE, DISCARD, KEEP_EDITING
    }

    Unsaved unsavedChanges(String title);

    /// What to do about a file that holds something else than this window knows.
    enum Overwrite {
        OVERWRITE, SAVE_AS, LEAVE
    }

    /// Whether to write over a file.
    ///
    /// @param reason what is in it, as a sentence
    Overwrite overwrite(String name, String reason);

    /// Whether to show what another program has written into the file of the scene; otherwise the scene stays as it is here.
    ///
    /// @param modified whether the scene has changes of its own
    boolean readAgain(String name, boolean modified);

    /// Whether to give up the changes since the scene was saved.
    boolean revert(String title);

    /// Whether to stop the export that is under way.
    boolean stopExport();

    /// How to make a film.
    ///
    /// @param view which tells the step that is offered
    /// @param settings that remember what was chosen before
    Optional<Film> film(View view, Settings settings);

    /// How to make a picture of what is on show.
    Optional<Picture> picture(View view, Settings settings);

    /// Which numbers of what is on show to export.
    Optional<Numbers> numbers(View view, Settings settings);

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

    /// As [#fileToExport]; what is answered ends with the extension, and where that makes it the name of a file that is
    /// there, the user has agreed to replace it.
    ///
    /// @param name suggested
    default Optional<Path> newFile(@Nullable Path folder, String name, String extension) {
        Optional<Path> chosen = fileToExport(folder, name + extension);
        Optional<Path> file = chosen.map(path -> withExtension(path, extension));
        // The dialog has asked about the name that was typed.
        if (file.isEmpty() || file.equals(chosen) || !Files.isRegularFile(file.get())) {
            return file;
        }
        return switch (overwrite(String.valueOf(file.get().getFileName()), text("scene.nameTaken"))) {
            case OVERWRITE -> file;
            case SAVE_AS -> newFile(folder, name, extension);
            case LEAVE -> Optional.empty();
        };
    }

    private static Path withExtension(Path path, String extension) {
        String name = String.valueOf(path.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(extension) ? path : path.resolveSibling(name + extension);
    }
}
