package scorescape.studio;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the program remembers of its user from one start to the next.
final class Settings {

    /// Which theme the user wants.
    enum Appearance {
        SYSTEM, LIGHT, DARK, PROJECTOR, PRINT
    }

    private static final String APPEARANCE = "appearance";
    private static final String FOLDER = "folder";
    private static final String RECENT = "recent.";
    private static final int MAX_RECENT = 10;
    private static final String INSPECTOR = "inspector";
    private static final String SIDE_PANE = "side-pane";
    private static final String CURVE = "curve";
    private static final String SECTION = "section.";
    private static final String WEIGHT = "weight";
    private static final String HINTS = "hints";

    private final Preferences preferences;

    Settings(Preferences preferences) {
        this.preferences = preferences;
    }

    /// The settings of the user who runs the program.
    static Settings ofUser() {
        return new Settings(Preferences.userRoot().node("scorescape"));
    }

    Appearance appearance() {
        String name = preferences.get(APPEARANCE, "");
        return Arrays.stream(Appearance.values())
                .filter(appearance -> appearance.name().equals(name))
                .findFirst()
                .orElse(Appearance.SYSTEM);
    }

    void setAppearance(Appearance appearance) {
        preferences.put(APPEARANCE, appearance.name());
    }

    /// The folder last used for a file, or null if there is none or it is gone.
    @Nullable
    Path folder() {
        String folder = preferences.get(FOLDER, "");
        return folder.isEmpty() ? null : path(folder).filter(Files::isDirectory).orElse(null);
    }

    /// Remembers the folder of `file`.
    void setFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            preferences.put(FOLDER, folder.toString());
        }
    }

    /// The scenes that were opened or saved last, newest first. They may be gone by now.
    List<Path> recentFiles() {
        return IntStream.range(0, MAX_RECENT)
                .mapToObj(i -> preferences.get(RECENT + i, ""))
                .filter(path -> !path.isEmpty())
                .flatMap(path -> path(path).stream())
                .toList();
    }

    void addRecentFile(Path file) {
        Path added = file.toAbsolutePath();
        setRecentFiles(Stream.concat(Stream.of(added), recentFiles().stream().filter(path -> !path.equals(added)))
                .limit(MAX_RECENT)
                .toList());
    }

    void forgetRecentFile(Path file) {
        setRecentFiles(recentFiles().stream().filter(path -> !path.equals(file)).toList());
    }

    private void setRecentFiles(List<Path> files) {
        for (int i = 0; i < MAX_RECENT; i++) {
            String path = i < files.size() ? files.get(i).toString() : "";
            if (path.isEmpty() || path.length() > Preferences.MAX_VALUE_LENGTH) {
                preferences.remove(RECENT + i);
            } else {
                preferences.put(RECENT + i, path);
            }
        }
    }

    /// Empty for what is no path on this system.
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    boolean showsInspector() {
        return preferences.getBoolean(INSPECTOR, true);
    }

    boolean showsSidePane() {
        return preferences.getBoolean(SIDE_PANE, true);
    }

    void setShowsSidePane(boolean shows) {
        preferences.putBoolean(SIDE_PANE, shows);
    }

    void setShowsInspector(boolean shows) {
        preferences.putBoolean(INSPECTOR, shows);
    }

    /// Whether the curve of a number stands under the scrubber.
    boolean showsCurve() {
        return preferences.getBoolean(CURVE, true);
    }

    void setShowsCurve(boolean shows) {
        preferences.putBoolean(CURVE, shows);
    }

    /// Whether a section of a side panel is open. All are until they are folded.
    boolean isUnfolded(String section) {
        return preferences.getBoolean(SECTION + section, true);
    }

    void setUnfolded(String section, boolean unfolded) {
        preferences.putBoolean(SECTION + section, unfolded);
    }

    /// Whether γ is told as `w = γ − 1`.
    boolean tellsWeight() {
        return preferences.getBoolean(WEIGHT, false);
    }

    void setTellsWeight(boolean weight) {
        preferences.putBoolean(WEIGHT, weight);
    }

    /// How many of the first hints the user has done with.
    int hintsSeen() {
        return Math.max(0, preferences.getInt(HINTS, 0));
    }

    void setHintsSeen(int count) {
        preferences.putInt(HINTS, count);
    }
}
