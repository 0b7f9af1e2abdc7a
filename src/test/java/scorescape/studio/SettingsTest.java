package scorescape.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.studio.Settings.Appearance;
import scorescape.studio.Settings.Motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class SettingsTest {

    private final MemoryPreferences preferences = new MemoryPreferences();

    @Test
    void everythingIsRememberedFromOneStartToTheNext(@TempDir Path folder) {
        Settings before = new Settings(preferences);
        before.setAppearance(Appearance.PROJECTOR);
        before.setScale(1.25);
        before.setMotion(Motion.REDUCED);
        before.setSharpness(0.5);
        before.setFolderOf(folder.resolve("a.json"));
        before.addRecentFile(folder.resolve("a.json"));
        before.setShowsInspector(false);
        before.setUnfolded("section-model", false);
        before.setTellsWeight(true);
        before.setAudience("-1280 0 1280 720");

        Settings after = new Settings(preferences);

        assertEquals("", after.complaint());
        assertEquals(Appearance.PROJECTOR, after.appearance());
        assertEquals(1.25, after.scale());
        assertEquals(Motion.REDUCED, after.motion());
        assertEquals(0.5, after.sharpness());
        assertEquals(folder, after.folder());
        assertEquals(List.of(folder.resolve("a.json")), after.recentFiles());
        assertFalse(after.showsInspector());
        assertFalse(after.isUnfolded("section-model"));
        assertEquals(true, after.tellsWeight());
        assertEquals("-1280 0 1280 720", after.audience());
    }

    @Test
    void whatCannotBeUnderstoodIsResetWithASentence() {
        preferences.put("appearance", "PURPLE");
        preferences.put("audience", "the wall");
        preferences.put("scale", "1e300");
        preferences.put("motion", "MOTION");
        preferences.put("inspector", "perhaps");
        preferences.put("sharpness", "0.5");

        Settings settings = new Settings(preferences);

        assertEquals("Some settings could not be understood and are as in the beginning: "
                + "appearance, audience, inspector, motion, scale.", settings.complaint());
        assertEquals(Appearance.SYSTEM, settings.appearance());
        assertEquals(1, settings.scale());
        assertEquals(Motion.SYSTEM, settings.motion());
        assertEquals(0.5, settings.sharpness());
        assertEquals("", new Settings(preferences).complaint());
    }

    @Test
    void onlyTheNewestFilesAreKept() {
        Settings settings = new Settings(preferences);
        List<Path> files = IntStream.range(0, 12).mapToObj(i -> Path.of("/scenes/" + i + ".json")).toList();

        files.forEach(settings::addRecentFile);
        settings.addRecentFile(files.get(7));

        assertEquals(List.of(7, 11, 10, 9, 8, 6, 5, 4, 3, 2).stream().map(files::get).toList(),
                settings.recentFiles());
    }
}
