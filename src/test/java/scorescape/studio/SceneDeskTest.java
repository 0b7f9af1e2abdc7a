package scorescape.studio;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.math.Vec2;
import scorescape.studio.Prompts.Unsaved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SceneDeskTest {

    private static final Document SCENE = Presets.defaultScene();

    @TempDir
    Path folder;

    private final DocumentStore store = new DocumentStore(SCENE);
    private final ScriptedPrompts user = new ScriptedPrompts();
    private final HeardMessages messages = new HeardMessages();
    private final Settings settings = new Settings(new MemoryPreferences());
    private final List<Document> opened = new ArrayList<>();
    private final SceneDesk desk =
            new SceneDesk(store, user, messages, settings, Runnable::run, Runnable::run, opened::add);

    @Test
    void savedSceneOpensAsItWas() {
        change();
        Document changed = store.current();
        user.file = folder.resolve("mine.scorescape.json");
        desk.saveAs();
        assertFalse(desk.modifiedProperty().get());
        desk.openPreset(SCENE);
        assertEquals(SCENE, store.current());

        desk.open();

        assertEquals(changed, store.current());
        assertEquals(List.of(SCENE, changed), opened);
        assertEquals(user.file, desk.fileProperty().get());
        assertEquals(folder, settings.folder());
        assertEquals(List.of("Saved mine.scorescape.json."), messages.notes);
    }

    @Test
    void savedSceneIsSavedAgainWithoutAQuestion() throws IOException {
        user.file = folder.resolve("mine.scorescape.json");
        desk.saveAs();
        user.asked.clear();
        change();

        desk.save();

        assertEquals(List.of(), user.asked);
        assertEquals(store.current(), SceneFiles.read(folder.resolve("mine.scorescape.json")));
    }

    @Test
    void nameWithoutAnExtensionGetsOne() {
        user.file = folder.resolve("mine");

        desk.save();

        assertTrue(Files.exists(folder.resolve("mine.scorescape.json")));
    }

    @Test
    void suggestedNameIsMadeOfTheTitle() {
        store.edit("title", d -> d.withTitle("Two moons, γ = 3!"));

        desk.save();

        assertEquals(List.of("scene to save as two-moons-γ-3.scorescape.json"), user.asked);
    }

    @Test
    void fileThatIsNoSceneLeavesTheDocument() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"format\": 1, \"title\": 7}");

        desk.drop(List.of(bad), null);

        assertEquals(SCENE, store.current());
        assertEquals(1, messages.complaints.size());
        assertTrue(messages.complaints.getFirst().startsWith(bad + ": "), messages.complaints::toString);
        assertEquals(List.of(), opened);
    }

    @Test
    void droppedTableBecomesPointsOfTheSceneInOneUndoStep() throws IOException {
        Path table = Files.writeString(folder.resolve("moon.csv"), "x,y\n0,0\n1,0.5\n2,0\n");

        desk.drop(List.of(table), null);

        assertEquals(SCENE.data().components().size() + 1, store.current().data().components().size());
        assertEquals(List.of("Added 3 points of moon.csv to the scene."), messages.notes);
        store.undo();
        assertEquals(SCENE, store.current());
    }

    @Test
    void droppedTableWithAWrongNumberLeavesTheDocument() throws IOException {
        Path table = Files.writeString(folder.resolve("moon.csv"), "x,y\n0,0\n1,NaN\n");

        desk.drop(List.of(table), null);

        assertEquals(SCENE, store.current());
        assertFalse(store.canUndo());
        assertEquals(1, messages.complaints.size());
    }

    @Test
    void severalFilesAtOnceAreRefused() {
        desk.drop(List.of(folder.resolve("a.csv"), folder.resolve("b.csv")), null);

        assertEquals(List.of("Drop one file at a time: a scene, an image or a CSV file of points."),
                messages.complaints);
    }

    @Test
    void unsavedChangesStayWhenTheUserKeepsEditing() {
        change();
        Document changed = store.current();

        desk.openPreset(SCENE);

        assertEquals(List.of("unsaved changes of " + SCENE.title()), user.asked);
        assertEquals(changed, store.current());
    }

    @Test
    void unsavedChangesGoWhenTheUserDoesNotWantThem() {
        change();
        user.unsaved = Unsaved.DISCARD;

        desk.openPreset(SCENE);

        assertEquals(SCENE, store.current());
        assertFalse(store.canUndo());
    }

    @Test
    void unsavedChangesAreSavedBeforeTheNextScene() throws IOException {
        change();
        Document changed = store.current();
        user.unsaved = Unsaved.SAVE;
        user.file = folder.resolve("mine.scorescape.json");

        desk.openPreset(SCENE);

        assertEquals(SCENE, store.current());
        assertEquals(changed, SceneFiles.read(folder.resolve("mine.scorescape.json")));
    }

    @Test
    void nothingIsReplacedWhenSavingFails() {
        change();
        Document changed = store.current();
        user.unsaved = Unsaved.SAVE;
        user.file = folder.resolve("no such folder").resolve("mine.json");

        desk.openPreset(SCENE);

        assertEquals(changed, store.current());
        assertTrue(desk.modifiedProperty().get());
        assertEquals(1, messages.complaints.size());
    }

    private void change() {
        store.edit("seed", d -> d.withSeed(d.seed() + 1));
    }

    @Test
    void droppedImageBecomesTheImageOfTheNearestComponentInOneUndoStep() throws IOException {
        Path picture = folder.resolve("red.png");
        ImageIO.write(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Vec2 place = SCENE.items().get(2).component().bounds().centre();

        desk.drop(List.of(picture), place);

        for (int i = 0; i < SCENE.items().size(); i++) {
            assertEquals(i == 2, store.current().items().get(i).image() != null, "component " + i);
        }
        assertEquals(List.of("The points of the step now show red.png."), messages.notes);
        store.undo();
        assertEquals(SCENE, store.current());
    }

    @Test
    void badImageLeavesTheDocument() throws IOException {
        Path picture = Files.writeString(folder.resolve("bad.jpg"), "no picture");

        desk.drop(List.of(picture), Vec2.ZERO);

        assertEquals(SCENE, store.current());
        assertEquals(List.of(picture + ": must be a PNG or JPEG picture."), messages.complaints);
    }

    @Test
    void imageDroppedBesideThePictureIsExplained() throws IOException {
        Path picture = folder.resolve("red.png");
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());

        desk.drop(List.of(picture), null);

        assertEquals(List.of("Drop an image on a component of the picture."), messages.complaints);
    }
}
