package scorescape.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.figure.Theme;
import scorescape.studio.ExportDesk.Film;
import scorescape.studio.ExportDesk.Numbers;
import scorescape.studio.ExportDesk.Picture;
import scorescape.studio.ExportDesk.View;
import scorescape.studio.GalleryDialog.Made;

/// The dialogs of the window, but with files of one folder in place of those of the system.
final class RandomPrompts implements Prompts {

    private static final List<String> NAMES =
            List.of("one.scorescape.json", "two.scorescape.json", "points.csv", "gone.json");

    /// Of so many films asked for, one is made: each takes the processor for seconds.
    private static final int FILMS = 20;

    private final Dialogs dialogs;
    private final Path folder;
    private final RandomGenerator random;

    RandomPrompts(Dialogs dialogs, Path folder, RandomGenerator random) {
        this.dialogs = dialogs;
        this.folder = folder;
        this.random = random;
    }

    @Override
    public Unsaved unsavedChanges(String title) {
        return dialogs.unsavedChanges(title);
    }

    @Override
    public Overwrite overwrite(String name, String reason) {
        return dialogs.overwrite(name, reason);
    }

    @Override
    public boolean readAgain(String name, boolean modified) {
        return dialogs.readAgain(name, modified);
    }

    @Override
    public boolean revert(String title) {
        return dialogs.revert(title);
    }

    @Override
    public boolean stopExport() {
        return dialogs.stopExport();
    }

    @Override
    public Optional<Film> film(View view, Settings settings) {
        return dialogs.film(view, settings);
    }

    @Override
    public Optional<Picture> picture(View view, Settings settings) {
        return dialogs.picture(view, settings);
    }

    @Override
    public Optional<Numbers> numbers(View view, Settings settings) {
        return dialogs.numbers(view, settings);
    }

    @Override
    public Optional<Made> generated(Document document, Theme shown) {
        return dialogs.generated(document, shown);
    }

    @Override
    public Optional<Path> sceneToOpen(@Nullable Path from) {
        return file();
    }

    @Override
    public Optional<Path> sceneToSave(@Nullable Path to, String suggestedName) {
        return file();
    }

    @Override
    public Optional<Path> pointsToOpen(@Nullable Path from) {
        return file();
    }

    @Override
    public Optional<Path> imageToOpen(@Nullable Path from) {
        return file();
    }

    @Override
    public Optional<Path> fileToExport(@Nullable Path to, String suggestedName) {
        boolean film =
                suggestedName.endsWith(".gif") || suggestedName.endsWith(".mp4") || suggestedName.endsWith("apng");
        return film && random.nextInt(FILMS) > 0 ? Optional.empty() : Optional.of(folder.resolve(suggestedName));
    }

    /// None, where the user thinks better of it.
    private Optional<Path> file() {
        int which = random.nextInt(NAMES.size() + 1);
        return which == NAMES.size() ? Optional.empty() : Optional.of(folder.resolve(NAMES.get(which)));
    }
}
