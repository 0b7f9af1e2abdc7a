package scorescape.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;

/// What the program remembers of its user from one start to the next.
final class Settings {

    /// Which theme the user wants.
    enum Appearance {
        SYSTEM, LIGHT, DARK, PROJECTOR, PRINT
    }

    private static final String APPEARANCE = "appearance";
    private static final String FOLDER = "folder";
    private static final String INSPECTOR = "inspector";
    private static final String SIDE_PANE = "side-pane";
    private static final String SECTION = "section.";
    private static final String WEIGHT = "weight";

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
        return folder.isEmpty() || !Files.isDirectory(Path.of(folder)) ? null : Path.of(folder);
    }

    /// Remembers the folder of `file`.
    void setFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            preferences.put(FOLDER, folder.toString());
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
}
