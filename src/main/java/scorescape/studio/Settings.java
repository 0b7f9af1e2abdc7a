package scorescape.studio;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.text.Texts;

import static scorescape.text.Texts.text;

/// What the program remembers of its user from one start to the next.
final class Settings {

    /// Which theme the user wants.
    enum Appearance {
        SYSTEM,
        LIGHT,
        DARK,
        PROJECTOR,
        PRINT;

        String title() {
            return Texts.of(this);
        }

        String help() {
            return Texts.of(this, "help");
        }
    }

    /// Whether films move between their stages.
    enum Motion {
        SYSTEM, FULL, REDUCED
    }

    /// How large the window can be shown, as factors.
    static final List<Double> SCALES = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);

    /// Pixels of the picture for each of the screen, along a side.
    static final List<Double> SHARPNESSES = List.of(0.5, 0.75, 1.0);

    /// Held, since loggers that nobody holds forget their filters.
    private static final Logger JAVA_SETTINGS = Logger.getLogger("java.util.prefs");

    private static final String APPEARANCE = "appearance";
    private static final String SCALE = "scale";
    private static final String MOTION = "motion";
    private static final String SHARPNESS = "sharpness";
    private static final String EXPORT = "export.";
    private static final String FOLDER = "folder";
    private static final String RECENT = "recent.";
    private static final int MAX_RECENT = 10;
    private static final String INSPECTOR = "inspector";
    private static final String SIDE_PANE = "side-pane";
    private static final String CURVE = "curve";
    private static final String SECTION = "section.";
    private static final String WEIGHT = "weight";
    private static final String HINTS = "hints";
    private static final String AUDIENCE = "audience";
    private static final String WINDOW = "window";

    private final Preferences preferences;
    private final String complaint;

    /// Settings that cannot be understood are reset.
    Settings(Preferences preferences) {
        this(preferences, false);
    }

    private Settings(Preferences preferences, boolean isDamaged) {
        this.preferences = preferences;
        List<String> wrong = isDamaged ? List.of() : reset();
        complaint = isDamaged
                ? text("settings.unreadable")
                : wrong.isEmpty() ? "" : text("settings.partlyUnreadable", String.join(", ", wrong));
    }

    /// The settings of the user who runs the program. If their file is damaged, Java begins another one and tells so in a
    /// log, which is where we hear of it.
    static Settings ofUser() {
        var isDamaged = new AtomicBoolean();
        JAVA_SETTINGS.setFilter(record -> {
            String told = String.valueOf(record.getMessage());
            isDamaged.compareAndSet(false, told.startsWith("Invalid preferences format"));
            // The damaged file is put aside, which is noticed as well.
            return !isDamaged.get();
        });
        Preferences preferences = Preferences.userRoot().node("scorescape");
        preferences.get(APPEARANCE, "");
        return new Settings(preferences, isDamaged.get());
    }

    /// A sentence about settings that were reset, or empty.
    String complaint() {
        return complaint;
    }

    /// Takes away what cannot be understood.
    ///
    /// @return what that was
    private List<String> reset() {
        try {
            List<String> wrong = Stream.of(preferences.keys())
                    .filter(key -> !isValid(key, preferences.get(key, "")))
                    .sorted()
                    .toList();
            wrong.forEach(preferences::remove);
            return wrong;
        } catch (BackingStoreException e) {
            // Nothing is remembered on this system; each setting has its default.
            return List.of();
        }
    }

    private static boolean isValid(String key, String value) {
        if (key.startsWith(SECTION)) {
            return isTruth(value);
        }
        if (key.startsWith(RECENT)) {
            return path(value).isPresent();
        }
        return switch (key) {
            case APPEARANCE -> constant(Appearance.values(), value).isPresent();
            case MOTION -> constant(Motion.values(), value).isPresent();
            case SCALE -> number(SCALES, value).isPresent();
            case SHARPNESS -> number(SHARPNESSES, value).isPresent();
            case FOLDER -> path(value).isPresent();
            case INSPECTOR, SIDE_PANE, CURVE, WEIGHT -> isTruth(value);
            case AUDIENCE -> value.matches("-?\\d{1,6} -?\\d{1,6} \\d{1,6} \\d{1,6}");
            case WINDOW -> WindowPlace.of(value).isPresent();
            case HINTS -> value.matches("\\d{1,9}");
            default -> true;
        };
    }

    private static boolean isTruth(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        return Arrays.stream(constants).filter(constant -> constant.name().equals(name)).findFirst();
    }

    private static Optional<Double> number(List<Double> numbers, String text) {
        return numbers.stream().filter(number -> number.toString().equals(text)).findFirst();
    }

    Appearance appearance() {
        return constant(Appearance.values(), preferences.get(APPEARANCE, "")).orElse(Appearance.SYSTEM);
    }

    /// One of [#SCALES].
    double scale() {
        return number(SCALES, preferences.get(SCALE, "")).orElse(1.0);
    }

    void setScale(double scale) {
        preferences.putDouble(SCALE, scale);
    }

    Motion motion() {
        return constant(Motion.values(), preferences.get(MOTION, "")).orElse(Motion.SYSTEM);
    }

    void setMotion(Motion motion) {
        preferences.put(MOTION, motion.name());
    }

    /// One of [#SHARPNESSES].
    double sharpness() {
        return number(SHARPNESSES, preferences.get(SHARPNESS, "")).orElse(1.0);
    }

    void setSharpness(double sharpness) {
        preferences.putDouble(SHARPNESS, sharpness);
    }

    void setAppearance(Appearance appearance) {
        preferences.put(APPEARANCE, appearance.name());
    }

    /// What was chosen for an export the last time, or empty.
    String lastExport(String key) {
        return preferences.get(EXPORT + key, "");
    }

    void setLastExport(String key, String value) {
        preferences.put(EXPORT + key, value);
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

    /// The display for the audience of a talk, see [Displays#place]; empty for one that the studio is not on.
    String audience() {
        return preferences.get(AUDIENCE, "");
    }

    /// @param display as [#audience] gives it
    void setAudience(String display) {
        if (display.isEmpty()) {
            preferences.remove(AUDIENCE);
        } else {
            preferences.put(AUDIENCE, display);
        }
    }

    /// Where the window was when it was closed last.
    Optional<WindowPlace> window() {
        return WindowPlace.of(preferences.get(WINDOW, ""));
    }

    void setWindow(WindowPlace place) {
        preferences.put(WINDOW, place.asSetting());
    }

    /// How many of the first hints the user has done with.
    int hintsSeen() {
        return Math.max(0, preferences.getInt(HINTS, 0));
    }

    void setHintsSeen(int count) {
        preferences.putInt(HINTS, count);
    }
}
