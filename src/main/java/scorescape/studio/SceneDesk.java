package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.document.DocumentStore;
import scorescape.document.Layer;
import scorescape.document.Lesson;
import scorescape.document.PointTable;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.document.Thumbnail;
import scorescape.document.Thumbnails;
import scorescape.document.UnreadableFile;
import scorescape.export.FileContent;
import scorescape.export.FileContent.OfLesson;
import scorescape.export.FileContent.OfScene;
import scorescape.export.SceneInside;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;
import scorescape.studio.Recovery.SceneWork;

import static scorescape.text.Texts.text;

/// Opens, saves and fills scenes. Files are read and written on a thread of their own; the document changes only when
/// all went well, on the JavaFX thread.
///
/// No change is lost unasked: whatever would replace the document asks first if no file holds it.
final class SceneDesk {

    /// Work with files that gives a result, or a sentence about why not.
    @FunctionalInterface
    private interface FileWork<T> {
        T run() throws IOException;
    }

    private static final List<String> SCENES =
            List.of(".png", ".apng", ".gif", ".svg", ".pdf", ".tex", ".mp4", ".frames");
    private static final List<String> IMAGES = List.of(".png", ".jpg", ".jpeg");

    /// Weight of the distance to the middle of a box, for boxes that overlap.
    private static final double INSIDE = 1e-3;

    private final DocumentStore store;
    private final Prompts prompts;
    private final Messages messages;
    private final Settings settings;
    private final Executor files;
    private final Executor window;
    private final Consumer<Document> opened;
    private final OpenFile openFile;
    private @Nullable LessonDesk lessons;
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();

    /// @param files runs what reads and writes
    /// @param window runs what touches the store and the window
    /// @param openFile used on the thread of `files`
    /// @param opened told that another scene is open
    SceneDesk(DocumentStore store, Prompts prompts, Messages messages, Settings settings, Executor files,
            Executor window, OpenFile openFile, Consumer<Document> opened) {
        this.store = store;
        this.prompts = prompts;
        this.messages = messages;
        this.settings = settings;
        this.files = files;
        this.window = window;
        this.opened = opened;
        this.openFile = openFile;
        store.subscribe(_ -> modified.set(store.isModified()));
    }

    /// The file of the scene, null while it has none.
    ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// Whether the scene has changes that no file holds.
    ReadOnlyBooleanProperty modifiedProperty() {
        return modified.getReadOnlyProperty();
    }

    /// A scene with one standard Gaussian, to put others beside.
    void openNew() {
        Document base = Presets.defaultScene();
        DataClass first = base.classes().getFirst();
        var gaussian = new GaussianComponent(1, first.label(), Vec2.ZERO, SymMat2.scalar(1));
        openPreset(base.withItems(List.of(DataItem.of(gaussian))).withClasses(List.of(first)).withPlacement(null)
                .withTitle(""));
    }

    /// Opens a scene that comes with the program; it has no file.
    void openPreset(Document scene) {
        whenSafe(() -> show(scene, null));
    }

    void open() {
        whenSafe(() -> prompts.sceneToOpen(settings.folder()).ifPresent(this::read));
    }

    void open(Path path) {
        whenSafe(() -> read(path));
    }

    List<Path> recentFiles() {
        return settings.recentFiles();
    }

    /// Opens one of the files that were used last; one that is gone leaves their list.
    void openRecent(Path path) {
        whenSafe(() -> this.<Boolean>work(() -> Files.exists(path), exists -> {
            if (exists) {
                read(path);
            } else {
                settings.forgetRecentFile(path);
                messages.complain(text("scene.gone", path));
            }
        }));
    }

    /// Shows again what the file holds.
    void revert() {
        Path path = file.get();
        if (path != null && (!store.isModified() || prompts.revert(title()))) {
            read(path);
        }
    }

    /// Looks whether another program has written the file, and if so asks what to do. Told once.
    void checkFile() {
        files.execute(() -> {
            try {
                openFile.changed().ifPresent(now -> window.execute(() -> changedElsewhere(now)));
            } catch (UnreadableFile e) {
                window.execute(() -> messages.complain(text("scene.changed", e.getMessage())));
            }
        });
    }

    private void changedElsewhere(Document now) {
        Path path = file.get();
        if (path == null || now.equals(store.current())) {
            store.markSaved(now);
        } else if (prompts.readAgain(fileName(path), store.isModified())) {
            show(now, path);
        } else {
            // The file holds something else than the window from now on.
            store.markSaved(now);
        }
        modified.set(store.isModified());
    }

    void save() {
        if (lessons != null && lessons.isOpen()) {
            lessons.save();
        } else {
            saveThen(() -> {});
        }
    }

    void saveAs() {
        if (lessons != null && lessons.isOpen()) {
            lessons.saveAs();
        } else {
            saveAsThen(() -> {});
        }
    }

    void importPoints() {
        prompts.pointsToOpen(settings.folder()).ifPresent(this::importPoints);
    }

    /// Takes files that were dropped on the window. A scene, or an exported file with its scene inside, is opened; another
    /// picture becomes the image of the component nearest to where it was dropped; anything else is read as points.
    ///
    /// @param place on the picture, in data units, or null if it was dropped beside it
    void drop(List<Path> paths, @Nullable Vec2 place) {
        if (paths.size() != 1) {
            messages.complain(text("scene.dropOne"));
            return;
        }
        Path path = paths.getFirst();
        if (endsWith(path, IMAGES)) {
            work(() -> sceneOrImage(path), found -> take(found, path, place));
        } else if (endsWith(path, List.of(".json"))) {
            work(() -> PointTable.isJson(path), points -> {
                if (points) {
                    importPoints(path);
                } else {
                    open(path);
                }
            });
        } else if (endsWith(path, SCENES)) {
            open(path);
        } else {
            importPoints(path);
        }
    }

    /// Asks for a picture and gives it to some components.
    ///
    /// @param items their places in the list of the document
    void chooseImage(List<Integer> items) {
        prompts.imageToOpen(settings.folder())
                .ifPresent(path -> work(() -> Thumbnails.read(path), image -> hang(image, items, path)));
    }

    /// A PNG may be a picture that the program has made of a scene.
    private static Object sceneOrImage(Path path) throws IOException {
        try {
            return SceneInside.read(path);
        } catch (UnreadableFile e) {
            // No scene inside: then it is an image, and whatever is wrong with that is told.
            return Thumbnails.read(path);
        }
    }

    private void take(Object found, Path path, @Nullable Vec2 place) {
        if (found instanceof FileContent content) {
            whenSafe(() -> show(content, path));
        } else if (place == null) {
            messages.complain(text("scene.dropOnComponent"));
        } else {
            hang((Thumbnail) found, List.of(nearest(store.current().items(), place)), path);
        }
    }

    private void hang(Thumbnail image, List<Integer> indices, Path path) {
        store.edit(new Object(), document -> {
            List<DataItem> items = new ArrayList<>(document.items());
            indices.stream().filter(i -> i < items.size()).forEach(i -> items.set(i, items.get(i).withImage(image)));
            return document.withItems(items).withLayers(document.layers().withShown(Layer.THUMBNAILS, true));
        });
        settings.setFolderOf(path);
        messages.note(text("scene.imageSet", fileName(path)));
    }

    /// The component whose box is nearest to `place`, of several the one whose middle is.
    private static int nearest(List<DataItem> items, Vec2 place) {
        int nearest = 0;
        for (int i = 1; i < items.size(); i++) {
            if (distance(items.get(i), place) < distance(items.get(nearest), place)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(DataItem item, Vec2 place) {
        Bounds box = item.component().bounds();
        Vec2 edge = new Vec2(Math.clamp(place.x(), box.minX(), box.maxX()),
                Math.clamp(place.y(), box.minY(), box.maxY()));
        return place.distance(edge) + INSIDE * place.distance(box.centre());
    }

    private static boolean endsWith(Path path, List<String> extensions) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(name::endsWith);
    }

    /// Leaves lessons to their desk: it opens their files, and while one is open, saving is its work too.
    void workWith(LessonDesk desk) {
        lessons = desk;
    }

    /// Shows a slide's scene, which has no file; whoever calls this has taken care of the one before.
    void showUnasked(Document scene) {
        show(scene, null);
    }

    /// Shows a scene that a program left behind which was killed: as changes to its file, if it had one, otherwise as changes
    /// that no file holds.
    void recovered(SceneWork left) {
        Document before = store.current();
        Origin origin = left.origin();
        file.set(origin == null ? null : origin.file());
        store.open(left.scene());
        store.markSaved(before);
        opened.accept(left.scene());
        modified.set(store.isModified());
        if (origin == null) {
            messages.note(text("window.recovered"));
        } else {
            messages.note(text("window.recoveredFile", fileName(origin.file())));
            work(() -> openFile.resume(origin), content -> {
                content.ifPresent(store::markSaved);
                modified.set(store.isModified());
            });
        }
    }

    /// Runs `action` if the document is saved, or once the user has saved it or does not want it.
    void whenSafe(Runnable action) {
        if (lessons == null) {
            whenSceneIsSafe(action);
        } else {
            lessons.whenSafe(() -> whenSceneIsSafe(action));
        }
    }

    private void whenSceneIsSafe(Runnable action) {
        if (!store.isModified()) {
            action.run();
            return;
        }
        switch (prompts.unsavedChanges(title())) {
            case SAVE -> saveThen(action);
            case DISCARD -> action.run();
            case KEEP_EDITING -> {}
        }
    }

    /// What the scene is called: by its title, or by its file.
    String title() {
        String title = store.current().title();
        Path path = file.get();
        if (!title.isBlank()) {
            return title;
        }
        return path == null ? text("scene.untitled") : fileName(path);
    }

    private void read(Path path) {
        work(() -> SceneInside.read(path), content -> show(content, path));
    }

    private void show(FileContent content, Path path) {
        settings.addRecentFile(path);
        settings.setFolderOf(path);
        Path own = content.exported() ? null : path;
        switch (content) {
            case OfScene(Document document, _) -> show(document, own);
            case OfLesson(Lesson lesson, _) -> {
                if (lessons != null) {
                    lessons.open(lesson, own);
                }
            }
        }
    }

    private void importPoints(Path path) {
        work(() -> PointTable.read(path), points -> {
            settings.setFolderOf(path);
            try {
                store.edit(new Object(), document -> document.withPoints(points));
                messages.note(text("scene.pointsAdded", points.size(), fileName(path)));
            } catch (IllegalArgumentException e) {
                // Each file is small enough, all of them together are not.
                messages.complain(text("scene.pointsRefused", path, e.getMessage()));
            }
        });
    }

    private void show(Document document, @Nullable Path path) {
        file.set(path);
        store.open(document);
        opened.accept(document);
        files.execute(() -> hold(path, document));
    }

    private void hold(@Nullable Path path, Document document) {
        if (path == null) {
            openFile.letGo();
        } else if (!openFile.hold(path, document)) {
            window.execute(() -> messages.complain(text("scene.openElsewhere", fileName(path))));
        }
    }

    private void saveThen(Runnable action) {
        Path path = file.get();
        if (path == null) {
            saveAsThen(action);
        } else {
            write(path, action, "");
        }
    }

    private void saveAsThen(Runnable action) {
        prompts.sceneToSave(settings.folder(), suggestedName()).ifPresent(path -> {
            Path target = withExtension(path);
            // The dialog has asked about the name that was typed.
            if (!target.equals(path) && Files.exists(target)) {
                write(target, action, text("scene.nameTaken"));
            } else {
                write(target, action, "");
            }
        });
    }

    /// Asks first if the file holds something that this window does not know.
    ///
    /// @param reason to ask anyway, or empty
    private void write(Path path, Runnable action, String reason) {
        work(() -> openFile.hasUnknown(path), unknown -> {
            String why = unknown ? text("scene.changedSinceRead") : reason;
            if (why.isEmpty()) {
                write(path, action);
            } else {
                switch (prompts.overwrite(fileName(path), why)) {
                    case OVERWRITE -> write(path, action);
                    case SAVE_AS -> saveAsThen(action);
                    case LEAVE -> {}
                }
            }
        });
    }

    private void write(Path path, Runnable action) {
        Document document = store.current();
        work(() -> {
            SceneFiles.write(document, path);
            hold(path, document);
            return document;
        }, saved -> {
            file.set(path);
            store.markSaved(saved);
            modified.set(store.isModified());
            settings.setFolderOf(path);
            settings.addRecentFile(path);
            messages.note(text("scene.saved", fileName(path)));
            action.run();
        });
    }

    private String suggestedName() {
        String plain = store.current().title().replaceAll("[^\\p{L}\\p{N}]+", "-").toLowerCase(Locale.ROOT);
        String name = plain.replaceAll("^-|-$", "");
        return (name.isEmpty() ? "scene" : name) + SceneFiles.EXTENSION;
    }

    private static Path withExtension(Path path) {
        return fileName(path).contains(".") ? path : path.resolveSibling(fileName(path) + SceneFiles.EXTENSION);
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    private <T> void work(FileWork<T> work, Consumer<T> done) {
        files.execute(() -> {
            try {
                T result = work.run();
                window.execute(() -> done.accept(result));
            } catch (IOException e) {
                window.execute(() -> messages.complain(e.getMessage() + "."));
            }
        });
    }
}
