package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Lesson;
import scorescape.document.LessonFiles;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.document.Slide;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.Progress;
import scorescape.export.SceneKept;
import scorescape.export.gif.GifQuality;
import scorescape.figure.RunShapes;
import scorescape.figure.Theme;
import scorescape.lesson.Stage;
import scorescape.lesson.Story.Beat;
import scorescape.studio.Prompts.Unsaved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LessonDeskTest {

    private static final Document SCENE = Presets.defaultScene();

    @TempDir
    Path folder;

    private final DocumentStore store = new DocumentStore(SCENE);
    private final Playback playback = new Playback();
    private final ScriptedPrompts user = new ScriptedPrompts();
    private final HeardMessages messages = new HeardMessages();
    private final Settings settings = new Settings(new MemoryPreferences());

    @SuppressWarnings("NullAway.Init")
    private SceneDesk scenes;

    @SuppressWarnings("NullAway.Init")
    private LessonDesk desk;

    @BeforeEach
    void open() {
        var shapes = new RunShapes();
        store.subscribe(d -> playback.follow(shapes.of(d)));
        playback.tellFromStart(8);
        var opened = new ArrayList<Runnable>();
        scenes = new SceneDesk(store, user, messages, settings, Runnable::run, Runnable::run,
                new OpenFile(folder.resolve("open")), _ -> opened.forEach(Runnable::run));
        desk = new LessonDesk(store, playback, scenes, user, messages, settings, Runnable::run, Runnable::run);
        opened.add(desk::sceneOpened);
        scenes.workWith(desk);
    }

    private List<Slide> slides() {
        return state().lesson().slides();
    }

    private int slide() {
        return state().slide();
    }

    private LessonDesk.State state() {
        return Objects.requireNonNull(desk.stateProperty().get());
    }

    @Test
    void whatIsSeenIsCapturedAsTheNextSlide() {
        playback.goTo(Stage.AMPLIFY);
        desk.openNew();
        store.edit("scale", d -> d.withGuidance(new ClassifierFreeGuidance(1, 6)));
        playback.goTo(Stage.STEP);
        desk.capture();

        assertEquals(List.of(Slide.of(SCENE, new Beat(8, Stage.AMPLIFY)),
                Slide.of(SCENE.withGuidance(new ClassifierFreeGuidance(1, 6)), new Beat(8, Stage.STEP))), slides());
        assertEquals(1, slide());
        assertEquals(new Beat(8, Stage.STEP).end(), playback.playhead());
    }

    /// The film is not the lesson's file: saving asks for one.
    @Test
    void aFilmOfSlidesOpensAsItsLesson() throws IOException {
        var lesson = new Lesson("Two", "", "", List.of(Slide.of(SCENE, new Beat(8, Stage.STEP)),
                Slide.of(SCENE.withSeed(3), new Beat(8, Stage.STEP))));
        Path film = folder.resolve("film.gif");
        new FilmFormat.Gif(GifQuality.SMALL).write(lesson, 0, 2, new FilmOptions(64, 64, 1, Theme.LIGHT),
                SceneKept.INSIDE, film, Progress.NONE);
        byte[] bytes = Files.readAllBytes(film);

        scenes.open(film);
        assertEquals(lesson, state().lesson());
        assertEquals(Optional.empty(), desk.unsaved());

        user.file = folder.resolve("two.lesson.json");
        desk.editSlide("title", slide -> slide.withTitle("first"));
        desk.save();
        assertEquals("first", LessonFiles.read(folder.resolve("two.lesson.json")).slides().getFirst().title());
        assertArrayEquals(bytes, Files.readAllBytes(film));
    }

    @Test
    void slidesAreDuplicatedMovedDeletedAndAllOfItUndone() {
        desk.openNew();
        desk.editSlide("title", slide -> slide.withTitle("first"));
        desk.duplicate();
        desk.editSlide("title", slide -> slide.withTitle("s"));
        desk.editSlide("title", slide -> slide.withTitle("second"));
        desk.move(-1);
        assertEquals(List.of("second", "first"), slides().stream().map(Slide::title).toList());
        assertEquals(0, slide());

        desk.delete();
        assertEquals(List.of("first"), slides().stream().map(Slide::title).toList());
        desk.delete();
        assertEquals(1, slides().size());
        desk.undo();
        desk.undo();
        desk.undo();
        assertEquals(List.of("first", "first"), slides().stream().map(Slide::title).toList());
        desk.redo();
        assertEquals(List.of("first", "second"), slides().stream().map(Slide::title).toList());
    }

    @Test
    void aSlideThatIsDraggedIsBackWithOneUndo() {
        desk.openShipped(Lessons.named("langevin").orElseThrow());
        List<Slide> before = slides();
        desk.moveTo("drag", 1);
        desk.moveTo("drag", 3);
        desk.moveTo("drag", 9);

        assertEquals(3, slide());
        assertEquals(List.of(before.get(1), before.get(2), before.get(3), before.get(0), before.get(4)), slides());
        desk.undo();
        assertEquals(before, slides());
        assertEquals(0, slide());
    }

    @Test
    void unsavedIsWhatNoFileHoldsWithWhatWasDoneToTheScene() throws IOException {
        assertEquals(Optional.empty(), desk.unsaved());
        desk.openShipped(Lessons.named("langevin").orElseThrow());
        assertEquals(Optional.empty(), desk.unsaved());
        store.edit("seed", d -> d.withSeed(77));

        Lesson unsaved = desk.unsaved().orElseThrow();
        assertEquals(77, unsaved.slides().getFirst().scene().seed());
        user.file = folder.resolve("mine.lesson.json");
        scenes.save();
        assertEquals(Optional.empty(), desk.unsaved());
        desk.takeUp(unsaved);
        assertEquals(Optional.of(unsaved), desk.unsaved());
    }

    @Test
    void whatIsDoneToTheSceneOfASlideStaysWithIt() {
        desk.openShipped(Lessons.named("guidance-scale").orElseThrow());
        store.edit("seed", d -> d.withSeed(77));
        desk.goTo(1);

        assertEquals(77, slides().getFirst().scene().seed());
        assertEquals(slides().get(1).scene(), store.current());
        assertFalse(store.isModified());
        desk.goTo(0);
        assertEquals(77, store.current().seed());
    }

    @Test
    void theFilmOfASlideBeginsAndEndsWhereItIsSaid() {
        playback.goTo(Stage.STEP);
        desk.openNew();
        playback.goTo(Stage.PREDICT);
        desk.beginHere();
        assertEquals(new Beat(8, Stage.PREDICT), slides().getFirst().from());
        assertEquals(new Beat(8, Stage.STEP), slides().getFirst().to());
        playback.goTo(Stage.START);
        desk.endHere();
        assertTrue(slides().getFirst().standsStill());
    }

    @Test
    void aSavedLessonIsOpenedAsItWas() throws IOException {
        desk.openNew();
        desk.editSlide("caption", slide -> slide.withCaption("$\\gamma$"));
        user.file = folder.resolve("mine.lesson.json");
        scenes.save();
        Lesson saved = state().lesson();

        assertEquals(saved, LessonFiles.read(folder.resolve("mine.lesson.json")));
        scenes.openPreset(SCENE);
        assertFalse(desk.isOpen());
        scenes.open();
        assertEquals(saved, state().lesson());
    }

    @Test
    void changesOfALessonAreNotLostUnasked() {
        desk.openShipped(Lessons.named("guidance-scale").orElseThrow());
        scenes.openPreset(SCENE);
        assertEquals(List.of(), user.asked);

        desk.openShipped(Lessons.named("guidance-scale").orElseThrow());
        desk.editLesson("title", lesson -> lesson.withTitle("Mine"));
        scenes.openPreset(SCENE);
        assertEquals(List.of("unsaved changes of Mine"), user.asked);
        assertTrue(desk.isOpen());
        user.unsaved = Unsaved.DISCARD;
        scenes.openPreset(SCENE);
        assertFalse(desk.isOpen());
        assertEquals(SCENE, store.current());
    }

    @Test
    void aFileThatIsNoLessonIsToldAndNothingChanges() throws IOException {
        Path file = folder.resolve("bad.lesson.json");
        Files.writeString(file, "{\"lessonFormat\": 1, \"title\": \"x\", \"slides\": [{\"scene\": \"default\"}]}");
        scenes.open(file);

        assertEquals(List.of(file + ": slide 1.show: is missing."), messages.complaints);
        assertEquals(SCENE, store.current());
    }

    @Test
    void aSceneAloneIsATalkOfOneSlide() {
        Slide only = desk.forTalk().current();

        assertEquals(SCENE, only.scene());
        assertEquals(new Beat(8, Stage.START), only.from());
        assertEquals(new Beat(SCENE.steps() - 1, Stage.END), only.to());
    }
}
