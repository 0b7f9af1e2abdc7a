package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import scorescape.diffusion.mixture.Component;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Pointer;

/// A gesture under way, from the press of the button to its release. What it does to the document is one step to undo.
abstract class Gesture {

    /// Below this, a drag is a click, in pixels.
    private static final double THRESHOLD = 3;

    final CanvasGestures canvas;
    final Editor editor;
    final DocumentStore store;
    final Selection selection;

    /// Where it began, in data units.
    final Vec2 start;

    private final Vec2 pressed;
    private final int itemsBefore;
    private boolean isDrag;
    private boolean hasEdited;

    Gesture(CanvasGestures canvas, Pointer pointer) {
        this.canvas = canvas;
        editor = canvas.editor();
        store = editor.store();
        selection = editor.selection();
        pressed = pointer.at();
        start = canvas.toData(pointer.at());
        itemsBefore = store.current().items().size();
    }

    /// @param place of the pointer, in data units
    abstract void drag(Pointer pointer, Vec2 place);

    /// What it does if it was no drag.
    void click(Pointer pointer) {}

    /// What it does in the end, click or drag.
    void finish() {}

    final void move(Pointer pointer) {
        if (isDrag || pointer.at().distance(pressed) > THRESHOLD) {
            isDrag = true;
            drag(pointer, canvas.toData(pointer.at()));
        }
    }

    /// @return whether it was a click
    final boolean release(Pointer pointer) {
        if (!isDrag) {
            click(pointer);
        }
        finish();
        return !isDrag;
    }

    final boolean hasEdited() {
        return hasEdited;
    }

    /// Edits the document; a state that it does not take is passed over, the drag goes on from there.
    final void edit(UnaryOperator<Document> change) {
        Document before = store.current();
        try {
            store.edit(this, change);
        } catch (IllegalArgumentException e) {
            return;
        }
        hasEdited |= !store.current().equals(before);
    }

    final void replace(Map<Integer, Component> components) {
        edit(document -> {
            List<DataItem> items = new ArrayList<>(document.items());
            components.forEach((i, component) -> items.set(i, items.get(i).withComponent(component)));
            return document.withItems(items);
        });
    }

    /// Puts a component behind those that were there before the gesture, and selects it.
    final void put(Component component) {
        edit(document -> {
            List<DataItem> items = new ArrayList<>(document.items().subList(0, itemsBefore));
            items.add(DataItem.of(component));
            return document.withItems(items);
        });
        if (store.current().items().size() > itemsBefore) {
            selection.select(List.of(itemsBefore));
        }
    }

    /// The size of a pixel, in data units.
    final double pixel() {
        return canvas.viewport().unitsPerPixel();
    }
}
