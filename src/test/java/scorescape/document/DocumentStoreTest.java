package scorescape.document;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.document.Document.Camera;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DocumentStoreTest {

    private static final Document INITIAL = Documents.twoGaussians();

    private final DocumentStore store = new DocumentStore(INITIAL);

    @Test
    void listenersHearTheDocumentAtOnceAndAfterEveryChange() {
        List<Long> seeds = new ArrayList<>();
        store.subscribe(d -> seeds.add(d.seed()));

        setSeed("a", 1);
        store.undo();
        store.redo();

        assertEquals(List.of(7L, 1L, 7L, 1L), seeds);
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        List<Document> heard = new ArrayList<>();
        store.subscribe(heard::add);

        store.edit("a", d -> d.withSeed(7));

        assertFalse(store.canUndo());
        assertEquals(1, heard.size());
    }

    @Test
    void whatIsTakenBackIsTheGestureAndNoEarlierStep() {
        setSeed("earlier", 1);
        Document before = store.current();

        store.takeBack(before);
        assertEquals(before, store.current());

        setSeed("drag", 2);
        setSeed("drag", 3);
        store.takeBack(before);
        assertEquals(before, store.current());
    }

    @Test
    void editsOfOneGestureAreOneStep() {
        setSeed("slider", 1);
        setSeed("slider", 2);
        setSeed("slider", 3);

        store.undo();

        assertEquals(INITIAL, store.current());
        assertFalse(store.canUndo());
        store.redo();
        assertEquals(3, store.current().seed());
    }

    @Test
    void theEndOfAGestureStartsANewStep() {
        setSeed("slider", 1);
        store.endGesture();
        setSeed("slider", 2);

        store.undo();

        assertEquals(1, store.current().seed());
    }

    @Test
    void anotherGestureInBetweenStartsANewStep() {
        setSeed("a", 1);
        setSeed("b", 2);
        setSeed("a", 3);

        store.undo();

        assertEquals(2, store.current().seed());
    }

    @Test
    void undoEndsTheGesture() {
        setSeed("a", 1);
        store.undo();
        setSeed("a", 2);
        store.undo();

        assertEquals(INITIAL, store.current());
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        setSeed("a", 1);
        store.undo();
        setSeed("b", 2);

        assertFalse(store.canRedo());
        store.redo();
        assertEquals(2, store.current().seed());
    }

    @Test
    void movingTheCameraIsNoStepAndNothingToSave() {
        var camera = new Camera(new Vec2(1, 2), 3);

        store.moveCamera(camera);

        assertEquals(INITIAL.withCamera(camera), store.current());
        assertFalse(store.canUndo());
        assertFalse(store.isModified());
    }

    @Test
    void undoAndRedoLeaveTheCameraWhereTheUserMovedIt() {
        var camera = new Camera(new Vec2(1, 2), 3);
        setSeed("a", 1);
        store.moveCamera(camera);

        store.undo();
        assertEquals(INITIAL.withCamera(camera), store.current());
        store.redo();
        assertEquals(INITIAL.withSeed(1).withCamera(camera), store.current());
    }

    @Test
    void undoTakesBackTheCameraOfAnEdit() {
        store.moveCamera(new Camera(new Vec2(1, 2), 3));
        Document before = store.current();
        store.edit("a", d -> d.withSeed(1).withCamera(new Camera(Vec2.ZERO, 50)));

        store.undo();

        assertEquals(before, store.current());
    }

    @Test
    void undoWithoutHistoryDoesNothing() {
        store.undo();
        store.redo();

        assertEquals(INITIAL, store.current());
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int i = 0; i < DocumentStore.MAX_STEPS + 5; i++) {
            setSeed("gesture " + i, 1000 + i);
        }

        while (store.canUndo()) {
            store.undo();
        }

        assertEquals(1004, store.current().seed());
    }

    @Test
    void aRefusedEditChangesNothing() {
        assertThrows(IllegalArgumentException.class, () -> store.edit("a", d -> d.withSteps(0)));

        assertEquals(INITIAL, store.current());
        assertFalse(store.canUndo());
    }

    @Test
    void aDocumentIsModifiedUntilItIsSavedOrUndone() {
        setSeed("a", 1);
        assertTrue(store.isModified());

        store.undo();
        assertFalse(store.isModified());

        store.redo();
        store.markSaved(store.current());
        assertFalse(store.isModified());
        store.undo();
        assertTrue(store.isModified());
    }

    @Test
    void openingStartsWithoutHistory() {
        setSeed("a", 1);
        store.undo();
        setSeed("b", 2);

        store.open(INITIAL.withSeed(3));

        assertEquals(3, store.current().seed());
        assertFalse(store.canUndo() || store.canRedo() || store.isModified());
    }

    /// The first listener answers a change with one of its own; the second must not be left with the older document.
    @Test
    void everyListenerHearsTheNewestDocumentLast() {
        List<Long> heard = new ArrayList<>();
        store.subscribe(d -> {
            if (d.seed() == 1) {
                setSeed("answer", 2);
            }
        });
        store.subscribe(d -> heard.add(d.seed()));

        setSeed("a", 1);

        assertEquals(2, heard.getLast());
    }

    private void setSeed(String gesture, long seed) {
        store.edit(gesture, d -> d.withSeed(seed));
    }
}
