package scorescape.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document.Camera;

/// The one mutable cell that holds the current [Document], with its undo history.
///
/// Confined to one thread, the JavaFX thread in the application; the documents it hands out are immutable and
/// may go anywhere. Undo keeps whole documents: they share what did not change, so a step costs a few pointers.
public final class DocumentStore {

    /// How many steps can be undone; older ones are forgotten.
    public static final int MAX_STEPS = 200;

    private final Deque<Document> undo = new ArrayDeque<>();
    private final Deque<Document> redo = new ArrayDeque<>();
    private final List<Consumer<Document>> listeners = new CopyOnWriteArrayList<>();
    private Document current;
    private Document saved;
    private @Nullable Object openGesture;

    /// Where the user has moved the camera last.
    private @Nullable Camera moved;

    public DocumentStore(Document initial) {
        current = initial;
        saved = initial;
    }

    public Document current() {
        return current;
    }

    /// Calls `listener` now and after every change.
    public void subscribe(Consumer<Document> listener) {
        listeners.add(listener);
        listener.accept(current);
    }

    /// Replaces the document by `change` of it. Edits that name the same gesture, with no other edit and no
    /// [#endGesture] between them, are one undo step: a drag of a slider is undone at once.
    ///
    /// A `change` that throws changes nothing.
    public void edit(Object gesture, UnaryOperator<Document> change) {
        Document next = change.apply(current);
        if (next.equals(current)) {
            return;
        }
        if (!gesture.equals(openGesture)) {
            undo.push(current);
            if (undo.size() > MAX_STEPS) {
                undo.removeLast();
            }
            openGesture = gesture;
        }
        redo.clear();
        show(next);
    }

    /// Looks at another part of the plane. That is no step to undo and no change to save; undo and redo leave a camera alone
    /// that was moved after the last edit of it.
    public void moveCamera(Camera camera) {
        moved = camera;
        if (!camera.equals(current.camera())) {
            show(current.withCamera(camera));
        }
    }

    public void endGesture() {
        openGesture = null;
    }

    /// Starts anew with a document that a file holds, without history.
    public void open(Document document) {
        undo.clear();
        redo.clear();
        endGesture();
        saved = document;
        moved = null;
        show(document);
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }

    public boolean canRedo() {
        return !redo.isEmpty();
    }

    public void undo() {
        step(undo, redo);
    }

    /// Undoes a gesture that began with the document `before`, if it has changed anything.
    public void takeBack(Document before) {
        if (!current.equals(before)) {
            undo();
        }
    }

    public void redo() {
        step(redo, undo);
    }

    /// Notes that a file now holds `document`, which may be older than the current one.
    public void markSaved(Document document) {
        saved = document;
    }

    public boolean isModified() {
        return !current.equals(saved) && !current.withCamera(saved.camera()).equals(saved);
    }

    private void step(Deque<Document> from, Deque<Document> to) {
        if (from.isEmpty()) {
            return;
        }
        endGesture();
        to.push(current);
        Document next = from.pop();
        show(current.camera().equals(moved) ? next.withCamera(current.camera()) : next);
    }

    /// A listener may edit in turn; those after it are then told the newest document twice, never an old one last.
    private void show(Document next) {
        current = next;
        listeners.forEach(listener -> listener.accept(current));
    }
}
