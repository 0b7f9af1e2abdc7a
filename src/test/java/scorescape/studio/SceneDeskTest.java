package scorescape.studio;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.Progress;
import scorescape.export.SceneKept;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;
import scorescape.math.Vec2;
import scorescape.studio.Prompts.Overwrite;
import scorescape.studio.Prompts.Unsaved;
import scorescape.studio.Recovery.SceneWork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
    @SuppressWarnings("NullAway.Init")
    private SceneDesk desk;

    @BeforeEach
    void open() {
        desk = desk(store);
    }

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

    /// A folder of frames is an exported film like any other.
    @Test
    void droppedFilmsOpenTheirScene() throws IOException {
        Document scene = SCENE.withSeed(77);
        for (FilmFormat format : List.of(new FilmFormat.Gif(GifQuality.SMALL), new FilmFormat.Apng(),
                new FilmFormat.PngSequence())) {
            Path film = folder.resolve("film" + format.extension());
            var options = new FilmOptions(64, 64, 1, Theme.LIGHT);
            format.write(scene, options, SceneKept.INSIDE, film, Progress.NONE);
            desk.openPreset(SCENE);

            desk.drop(List.of(film), null);

            assertEquals(scene, store.current());
            assertNull(desk.fileProperty().get());
        }
        assertEquals(List.of(), messages.complaints);
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

        assertEquals(List.of("Drop one file at a time: a scene, an image or a file of points."),
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

    private SceneDesk desk(DocumentStore of) {
        return new SceneDesk(of, user, messages, settings, Runnable::run, Runnable::run,
                new OpenFile(folder.resolve("open")), opened::add);
    }

    /// Saves the scene as `mine.scorescape.json`.
    private Path saved() {
        Path mine = folder.resolve("mine.scorescape.json");
        user.file = mine;
        desk.saveAs();
        user.asked.clear();
        messages.notes.clear();
        return mine;
    }

    /// Another program writes the file, at another time.
    private static void writeElsewhere(Path file, Document document) throws IOException {
        SceneFiles.write(document, file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000_000)));
    }

    @Test
    void revertAsksAndShowsWhatTheFileHolds() {
        saved();
        change();
        Document changed = store.current();
        desk.revert();
        assertEquals(changed, store.current());

        user.reverts = true;
        desk.revert();

        assertEquals(List.of("revert " + SCENE.title(), "revert " + SCENE.title()), user.asked);
        assertEquals(SCENE, store.current());
        assertFalse(desk.modifiedProperty().get());
    }

    @Test
    void changeByAnotherProgramIsToldOnceAndReadIfWanted() throws IOException {
        Path mine = saved();
        Document other = SCENE.withSeed(77);
        writeElsewhere(mine, other);
        user.readsAgain = true;

        desk.checkFile();
        desk.checkFile();

        assertEquals(List.of("read mine.scorescape.json again"), user.asked);
        assertEquals(other, store.current());
        assertFalse(desk.modifiedProperty().get());
    }

    @Test
    void whatIsKeptAgainstAnotherProgramCountsAsUnsaved() throws IOException {
        Path mine = saved();
        writeElsewhere(mine, SCENE.withSeed(77));

        desk.checkFile();

        assertEquals(SCENE, store.current());
        assertTrue(desk.modifiedProperty().get());
    }

    @Test
    void fileThatWasOnlyTouchedIsNoChange() throws IOException {
        writeElsewhere(saved(), SCENE);

        desk.checkFile();

        assertEquals(List.of(), user.asked);
        assertEquals(List.of(), messages.complaints);
    }

    @Test
    void fileThatIsGoneIsTold() throws IOException {
        Path mine = saved();
        Files.delete(mine);

        desk.checkFile();
        desk.checkFile();

        assertEquals(List.of("Another program has changed the file of this scene. " + mine
                + ": must be a file, but does not exist."), messages.complaints);
        desk.save();
        assertTrue(Files.exists(mine));
    }

    @Test
    void aRecoveredSceneIsAChangeToItsFileAndSavedThere() throws IOException {
        Path mine = folder.resolve("mine.scorescape.json");
        SceneFiles.write(SCENE, mine);
        Document changed = SCENE.withSeed(5);

        desk.recovered(new SceneWork(changed, Origin.of(mine)));

        assertEquals(changed, store.current());
        assertEquals(mine, desk.fileProperty().get());
        assertTrue(desk.modifiedProperty().get());
        assertFalse(store.canUndo());
        assertEquals(List.of("mine.scorescape.json is back with the changes that were not saved when the program ended "
                + "unexpectedly."), messages.notes);
        desk.checkFile();
        desk.save();
        assertEquals(List.of(), user.asked);
        assertEquals(changed, SceneFiles.read(mine));
        assertFalse(desk.modifiedProperty().get());
    }

    @Test
    void saveOfARecoveredSceneAsksIfItsFileHasChangedMeanwhile() throws IOException {
        Path mine = folder.resolve("mine.scorescape.json");
        SceneFiles.write(SCENE, mine);
        Origin origin = Origin.of(mine);
        Document other = SCENE.withSeed(77);
        writeElsewhere(mine, other);

        desk.recovered(new SceneWork(SCENE.withSeed(5), origin));
        desk.save();

        assertEquals(List.of("write over mine.scorescape.json: Another program has changed it since it was read here."),
                user.asked);
        assertEquals(other, SceneFiles.read(mine));
        desk.checkFile();
        assertEquals("read mine.scorescape.json again, losing changes", user.asked.getLast());
    }

    @Test
    void aRecoveredSceneWithoutAFileIsAChangeThatNoFileHolds() {
        desk.recovered(new SceneWork(SCENE.withSeed(5), null));

        assertTrue(desk.modifiedProperty().get());
        assertNull(desk.fileProperty().get());
        assertEquals(List.of("The scene is back that was open when the program ended unexpectedly."), messages.notes);
    }

    @Test
    void saveAsksBeforeItWritesOverWhatAnotherProgramWrote() throws IOException {
        Path mine = saved();
        Document other = SCENE.withSeed(77);
        change();
        writeElsewhere(mine, other);

        desk.save();
        assertEquals(List.of("write over mine.scorescape.json: Another program has changed it since it was read here."),
                user.asked);
        assertEquals(other, SceneFiles.read(mine));
        assertTrue(desk.modifiedProperty().get());

        user.overwrite = Overwrite.OVERWRITE;
        desk.save();
        assertEquals(store.current(), SceneFiles.read(mine));
    }

    @Test
    void nameThatGetsAnExtensionDoesNotWriteOverAFile() throws IOException {
        Path mine = folder.resolve("mine.scorescape.json");
        SceneFiles.write(SCENE.withSeed(77), mine);
        user.file = folder.resolve("mine");

        desk.saveAs();

        assertEquals("write over mine.scorescape.json: There is a file of that name.", user.asked.getLast());
        assertEquals(SCENE.withSeed(77), SceneFiles.read(mine));
    }

    @Test
    void secondWindowOnOneFileSaysSo() {
        Path mine = saved();
        SceneDesk second = desk(new DocumentStore(SCENE));

        second.open(mine);

        assertEquals(List.of("mine.scorescape.json is open in another window as well. Before one writes over what the "
                + "other has saved, it asks."), messages.complaints);
        messages.complaints.clear();
        desk.openPreset(SCENE);
        second.openPreset(SCENE);
        desk.open(mine);
        assertEquals(List.of(), messages.complaints);
    }

    @Test
    void recentFilesAreRememberedNewestFirst() {
        Path mine = saved();
        Path other = folder.resolve("other.scorescape.json");
        user.file = other;
        desk.saveAs();
        desk.open(mine);

        assertEquals(List.of(mine, other), desk.recentFiles());
    }

    @Test
    void recentFileThatIsGoneSaysSoAndLeavesTheList() throws IOException {
        Path mine = saved();
        Files.delete(mine);

        desk.openRecent(mine);

        assertEquals(List.of(mine + " is not there any more. It has left the list of recent files."),
                messages.complaints);
        assertEquals(List.of(), desk.recentFiles());
        assertEquals(SCENE, store.current());
    }

    @Test
    void newSceneHasOneGaussianAndNoFile() {
        saved();

        desk.openNew();

        assertEquals(1, store.current().items().size());
        assertEquals("Untitled scene", desk.title());
        assertFalse(desk.modifiedProperty().get());
    }

    @Test
    void droppedJsonIsPointsOrAScene() throws IOException {
        Path points = Files.writeString(folder.resolve("moon.json"), "[[0, 0], [1, 0.5]]");

        desk.drop(List.of(points), null);

        assertEquals(List.of("Added 2 points of moon.json to the scene."), messages.notes);
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
