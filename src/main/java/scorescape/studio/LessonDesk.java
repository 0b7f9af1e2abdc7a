package scorescape.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Lesson;
import scorescape.document.LessonFiles;
import scorescape.document.Slide;
import scorescape.lesson.Stage;
import scorescape.lesson.Story.Beat;

import static scorescape.text.Texts.text;

/// The lesson that is open beside the scene, its file and its undo history; the scene is that of one of its slides.
///
/// What is done to the scene becomes part of the slide when another one is shown, and when the lesson is saved or given. So
/// nothing is lost, and everything of it can be undone.
final class LessonDesk {

    /// @param slide the one on show, from 0
    record State(Lesson lesson, int slide) {

        Slide current() {
            return lesson.slides().get(slide);
        }
    }

    private static final int MAX_STEPS = 200;

    private final DocumentStore store;
    private final Playback playback;
    private final SceneDesk scenes;
    private final Prompts prompts;
    private final Messages messages;
    private final Settings settings;
    private final Executor files;
    private final Executor window;
    private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
    private final Deque<State> undo = new ArrayDeque<>();
    private final Deque<State> redo = new ArrayDeque<>();
    private @Nullable Lesson saved;
    private @Nullable Path file;
    private @Nullable Object openGesture;

    /// True while a slide of the lesson is being shown: then the scene that opens is no other work.
    private boolean showing;

    /// @param files runs what reads and writes
    /// @param window runs what touches the window
    LessonDesk(DocumentStore store, Playback playback, SceneDesk scenes, Prompts prompts, Messages messages,
            Settings settings, Executor files, Executor window) {
        this.store = store;
        this.playback = playback;
        this.scenes = scenes;
        this.prompts = prompts;
        this.messages = messages;
        this.settings = settings;
        this.files = files;
        this.window = window;
    }

    /// What is open, or null.
    ReadOnlyObjectProperty<@Nullable State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean isOpen() {
        return state.get() != null;
    }

    boolean canUndo() {
        return !undo.isEmpty();
    }

    boolean canRedo() {
        return !redo.isEmpty();
    }

    /// Opens a lesson that comes with the program; it has no file.
    void openShipped(Lesson lesson) {
        scenes.whenSafe(() -> start(lesson, null, lesson));
    }

    /// Opens a lesson that was read; whoever calls this has taken care of what is open.
    ///
    /// @param path of its file, null if it has none
    void open(Lesson lesson, @Nullable Path path) {
        start(lesson, path, lesson);
    }

    /// Goes on with a lesson that no file holds.
    void takeUp(Lesson lesson) {
        start(lesson, null, null);
    }

    /// The lesson as it is now, with what was done to the scene of its slide; empty if a file holds it, or none is open.
    Optional<Lesson> unsaved() {
        State now = state.get();
        if (now == null) {
            return Optional.empty();
        }
        Lesson lesson = store.isModified()
                ? now.lesson().withSlide(now.slide(), slide -> slide.withScene(store.current()))
                : now.lesson();
        return lesson.equals(saved) ? Optional.empty() : Optional.of(lesson);
    }

    /// Begins a lesson whose first slide is the scene as it is seen now.
    void openNew() {
        whenSafe(() -> {
            Document scene = store.current();
            String title = scene.title().isBlank() ? text("lesson.untitled") : scene.title();
            start(new Lesson(title, "", "", List.of(captured())), null, null);
        });
    }

    private void start(Lesson lesson, @Nullable Path path, @Nullable Lesson onDisk) {
        undo.clear();
        redo.clear();
        openGesture = null;
        saved = onDisk;
        file = path;
        show(new State(lesson, 0));
    }

    /// Told that another scene is open: that is the end of the lesson's time in this window.
    void sceneOpened() {
        if (!showing) {
            undo.clear();
            redo.clear();
            state.set(null);
        }
    }

    /// Runs `action` if the lesson is saved, or once the user has saved it or does not want it.
    void whenSafe(Runnable action) {
        takeScene();
        State now = state.get();
        if (now == null || now.lesson().equals(saved)) {
            action.run();
            return;
        }
        switch (prompts.unsavedChanges(now.lesson().title())) {
            case SAVE -> saveThen(action);
            case DISCARD -> action.run();
            case KEEP_EDITING -> {}
        }
    }

    void save() {
        saveThen(() -> {});
    }

    private void saveThen(Runnable action) {
        Path path = file;
        if (path == null) {
            saveAsThen(action);
        } else {
            write(path, action);
        }
    }

    void saveAs() {
        saveAsThen(() -> {});
    }

    private void saveAsThen(Runnable action) {
        State now = state.get();
        if (now != null) {
            String name = now.lesson().title().replaceAll("[^\\p{L}\\p{N}]+", "-").toLowerCase(Locale.ROOT)
                    .replaceAll("^-|-$", "");
            prompts.newFile(settings.folder(), name.isEmpty() ? "lesson" : name, LessonFiles.EXTENSION)
                    .ifPresent(path -> write(path, action));
        }
    }

    private void write(Path path, Runnable action) {
        takeScene();
        State now = Objects.requireNonNull(state.get());
        files.execute(() -> {
            try {
                LessonFiles.write(now.lesson(), path);
                window.execute(() -> {
                    file = path;
                    saved = now.lesson();
                    settings.setFolderOf(path);
                    messages.note(text("lesson.saved", path.getFileName()));
                    action.run();
                });
            } catch (IOException e) {
                window.execute(() -> messages.complain(e.getMessage() + "."));
            }
        });
    }

    /// The lesson with what has been done to the scene on show, or null if none is open.
    @Nullable
    State seen() {
        State now = state.get();
        if (now == null || !store.isModified()) {
            return now;
        }
        Document scene = store.current();
        return new State(now.lesson().withSlide(now.slide(), slide -> slide.withScene(scene)), now.slide());
    }

    /// The lesson as it is now, or one slide of the scene if no lesson is open.
    State forTalk() {
        takeScene();
        State now = state.get();
        if (now != null) {
            return now;
        }
        Document scene = store.current();
        var whole = new Slide("", scene, new Beat(playback.told(), playback.stages().getFirst()),
                new Beat(scene.steps() - 1, Stage.END), "", "", "");
        return new State(
                new Lesson(scene.title().isBlank() ? "Scorescape" : scene.title(), "", "", List.of(whole)), 0);
    }

    void goTo(int index) {
        takeScene();
        State now = state.get();
        if (now != null && index >= 0 && index < now.lesson().slides().size() && index != now.slide()) {
            openGesture = null;
            show(new State(now.lesson(), index));
        }
    }

    /// Adds what is seen now as the next slide.
    void capture() {
        insertAfter(captured());
    }

    void duplicate() {
        takeScene();
        State now = state.get();
        if (now != null) {
            insertAfter(now.current());
        }
    }

    private void insertAfter(Slide slide) {
        State now = state.get();
        if (now == null) {
            return;
        }
        List<Slide> slides = new ArrayList<>(now.lesson().slides());
        slides.add(now.slide() + 1, slide);
        change(new Object(), slides, now.slide() + 1);
    }

    /// Gives the slide what is seen now: scene, camera, and for a slide that stands still the moment.
    void useView() {
        Slide seen = captured();
        editSlide(new Object(), slide -> {
            Slide changed = slide.withScene(seen.scene());
            return slide.standsStill() ? changed.withFilm(seen.from(), seen.to()) : changed;
        });
    }

    void delete() {
        State now = state.get();
        if (now != null && now.lesson().slides().size() > 1) {
            List<Slide> slides = new ArrayList<>(now.lesson().slides());
            slides.remove(now.slide());
            change(new Object(), slides, Math.min(now.slide(), slides.size() - 1));
        }
    }

    /// Moves the slide by one place, to the front for −1.
    void move(int by) {
        State now = state.get();
        if (now != null) {
            moveTo(new Object(), now.slide() + by);
        }
    }

    /// Moves the slide to a place in the list, if there is such a place. Moves with one gesture are one step to undo.
    void moveTo(Object gesture, int to) {
        takeScene();
        State now = state.get();
        if (now != null && to != now.slide() && to >= 0 && to < now.lesson().slides().size()) {
            List<Slide> slides = new ArrayList<>(now.lesson().slides());
            slides.add(to, slides.remove(now.slide()));
            change(gesture, slides, to);
        }
    }

    /// Lets the film of the slide begin with the stage on show; it ends there too if it ended before.
    void beginHere() {
        Beat here = beat();
        editSlide(new Object(), slide -> slide.withFilm(here, later(here, slide.to()) ? here : slide.to()));
    }

    void endHere() {
        Beat here = beat();
        editSlide(new Object(), slide -> slide.withFilm(later(slide.from(), here) ? here : slide.from(), here));
    }

    private static boolean later(Beat a, Beat b) {
        return a.step() > b.step() || (a.step() == b.step() && a.stage().compareTo(b.stage()) > 0);
    }

    /// Changes the texts or the film of the slide on show. Edits with one gesture are one step to undo.
    void editSlide(Object gesture, UnaryOperator<Slide> change) {
        State now = state.get();
        if (now != null) {
            edit(gesture, now.lesson().withSlide(now.slide(), change), now.slide());
        }
    }

    /// Changes the texts of the lesson as a whole. Edits with one gesture are one step to undo.
    void editLesson(Object gesture, UnaryOperator<Lesson> change) {
        State now = state.get();
        if (now != null) {
            edit(gesture, change.apply(now.lesson()), now.slide());
        }
    }

    void undo() {
        step(undo, redo);
    }

    void redo() {
        step(redo, undo);
    }

    private void step(Deque<State> from, Deque<State> to) {
        takeScene();
        State now = state.get();
        if (now != null && !from.isEmpty()) {
            openGesture = null;
            to.push(now);
            show(from.pop());
        }
    }

    private void change(Object gesture, List<Slide> slides, int slide) {
        State now = Objects.requireNonNull(state.get());
        if (slides.size() > Lesson.MAX_SLIDES) {
            messages.complain(text("lesson.full", Lesson.MAX_SLIDES));
            return;
        }
        edit(gesture, now.lesson().withSlides(slides), slide);
        show(Objects.requireNonNull(state.get()));
    }

    private void edit(Object gesture, Lesson lesson, int slide) {
        State now = Objects.requireNonNull(state.get());
        if (lesson.equals(now.lesson())) {
            return;
        }
        if (!gesture.equals(openGesture)) {
            undo.push(now);
            if (undo.size() > MAX_STEPS) {
                undo.removeLast();
            }
            openGesture = gesture;
        }
        redo.clear();
        state.set(new State(lesson, slide));
    }

    private void show(State next) {
        Slide slide = next.current();
        showing = true;
        scenes.showUnasked(slide.scene());
        showing = false;
        playback.playingProperty().set(false);
        playback.tellFromStart(slide.shown().toldStep());
        playback.pass(slide.to().end());
        state.set(next);
    }

    /// Makes what was done to the scene a part of its slide. A look at another part of the plane alone is none.
    private void takeScene() {
        State seen = seen();
        if (seen != null && store.isModified()) {
            edit(new Object(), seen.lesson(), seen.slide());
            store.markSaved(store.current());
        }
    }

    private Slide captured() {
        return Slide.of(store.current(), beat());
    }

    private Beat beat() {
        return new Beat(playback.playhead().step(), playback.playhead().stage());
    }
}
