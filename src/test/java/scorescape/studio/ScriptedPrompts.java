package scorescape.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.figure.Theme;
import scorescape.studio.ExportDesk.Film;
import scorescape.studio.ExportDesk.Numbers;
import scorescape.studio.ExportDesk.Picture;
import scorescape.studio.ExportDesk.View;
import scorescape.studio.GalleryDialog.Made;

/// A user who gives the answers of a test and remembers what was asked.
final class ScriptedPrompts implements Prompts {

    final List<String> asked = new ArrayList<>();
    Unsaved unsaved = Unsaved.KEEP_EDITING;
    Overwrite overwrite = Overwrite.LEAVE;
    boolean readsAgain;
    boolean reverts;
    boolean stopsExport;
    @Nullable
    Path file;
    @Nullable
    Film film;
    @Nullable
    Picture picture;
    @Nullable
    Numbers numbers;

    @Override
    public Unsaved unsavedChanges(String title) {
        asked.add("unsaved changes of " + title);
        return unsaved;
    }

    @Override
    public Overwrite overwrite(String name, String reason) {
        asked.add("write over " + name + ": " + reason);
        return overwrite;
    }

    @Override
    public boolean readAgain(String name, boolean modified) {
        asked.add("read " + name + " again" + (modified ? ", losing changes" : ""));
        return readsAgain;
    }

    @Override
    public boolean revert(String title) {
        asked.add("revert " + title);
        return reverts;
    }

    @Override
    public boolean stopExport() {
        asked.add("stop the export");
        return stopsExport;
    }

    @Override
    public Optional<Film> film(View view, Settings settings) {
        asked.add("film that tells step " + view.document().toldStep());
        return Optional.ofNullable(film);
    }

    @Override
    public Optional<Picture> picture(View view, Settings settings) {
        return Optional.ofNullable(picture);
    }

    @Override
    public Optional<Numbers> numbers(View view, Settings settings) {
        return Optional.ofNullable(numbers);
    }

    @Override
    public Optional<Made> generated(Document document, Theme shown) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> sceneToOpen(@Nullable Path folder) {
        return answer("scene to open");
    }

    @Override
    public Optional<Path> sceneToSave(@Nullable Path folder, String suggestedName) {
        return answer("scene to save as " + suggestedName);
    }

    @Override
    public Optional<Path> pointsToOpen(@Nullable Path folder) {
        return answer("points to open");
    }

    @Override
    public Optional<Path> imageToOpen(@Nullable Path folder) {
        return answer("image to open");
    }

    @Override
    public Optional<Path> fileToExport(@Nullable Path folder, String suggestedName) {
        return answer("file to export as " + suggestedName);
    }

    private Optional<Path> answer(String question) {
        asked.add(question);
        return Optional.ofNullable(file);
    }
}
