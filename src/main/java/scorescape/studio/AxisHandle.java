package scorescape.studio;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Layer;
import scorescape.document.Study.Axis;
import scorescape.figure.PlotAxis;
import scorescape.figure.Viewport;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;

import static scorescape.text.Texts.text;

/// What the mouse grabs to turn the axis of the plots: a disc at one of its ends. There while the layer is shown.
///
/// A drag is one undo step; Escape takes it back. With the focus on it, the arrow keys move it as well. A double click or
/// Backspace brings back the line between the classes.
final class AxisHandle extends Region {

    /// Of the disc, in units of the window.
    private static final double RADIUS = 8;

    private final DocumentStore store;
    private final boolean first;
    private @Nullable Viewport viewport;
    private @Nullable Drag drag;

    /// @param viewport in which it began; pictures that arrive meanwhile do not change it
    /// @param axis when it began
    private record Drag(Viewport viewport, Axis axis, Document before) {}

    /// @param first whether it is where the axis begins
    AxisHandle(DocumentStore store, boolean first) {
        this.store = store;
        this.first = first;
        setId(first ? "axis-start" : "axis-end");
        getStyleClass().add("axis-handle");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(first ? text("axis.start.name") : text("axis.end.name"));
        setAccessibleHelp(text("axis.use"));
        Tooltip.install(this, new Tooltip(text("axis.help")));
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setManaged(false);
        resize(2 * RADIUS, 2 * RADIUS);
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            release();
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(KeyEvent.KEY_RELEASED, _ -> store.endGesture());
    }

    /// Goes to where `picture` draws the end of the axis.
    void follow(Picture picture) {
        Document document = picture.request().document();
        setVisible(document.layers().shows(Layer.AXIS));
        if (isVisible() && drag == null) {
            viewport = picture.viewport();
            place(viewport.toPixel(end(PlotAxis.of(document))));
        }
    }

    private Vec2 end(Axis axis) {
        return first ? axis.from() : axis.to();
    }

    private void place(Vec2 middle) {
        relocate(middle.x() - RADIUS, middle.y() - RADIUS);
    }

    private Vec2 middle() {
        return new Vec2(getLayoutX() + RADIUS, getLayoutY() + RADIUS);
    }

    private void onPressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && viewport != null) {
            requestFocus();
            if (event.getClickCount() == 2) {
                reset();
            } else {
                drag = new Drag(viewport, PlotAxis.of(store.current()), store.current());
            }
        }
        event.consume();
    }

    private void onDragged(MouseEvent event) {
        if (drag != null) {
            Vec2 at = new Vec2(getLayoutX() + event.getX(), getLayoutY() + event.getY());
            place(at);
            put(this, drag.axis(), drag.viewport().toData(at));
        }
        event.consume();
    }

    private void onKey(KeyEvent event) {
        Vec2 by = StateHandle.nudge(event);
        if (event.getCode() == KeyCode.ESCAPE && cancelDrag()) {
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE) {
            reset();
            event.consume();
        } else if (viewport != null && drag == null && !by.equals(Vec2.ZERO) && !event.isShiftDown()
                && !event.isShortcutDown()) {
            place(middle().plus(by));
            put(this, PlotAxis.of(store.current()), viewport.toData(middle()));
            event.consume();
        }
    }

    /// As [StateHandle#cancelDrag].
    boolean cancelDrag() {
        Drag taken = drag;
        if (taken == null) {
            return false;
        }
        release();
        store.takeBack(taken.before());
        return true;
    }

    /// Moves this end. A place that makes no axis is passed over; the drag goes on from there.
    private void put(Object gesture, Axis axis, Vec2 end) {
        try {
            Axis changed = first ? new Axis(end, axis.to()) : new Axis(axis.from(), end);
            store.edit(gesture, document -> document.withStudy(document.study().withAxis(changed)));
        } catch (IllegalArgumentException e) {
            // The two ends at one place, or too far out.
        }
    }

    private void reset() {
        store.edit(new Object(), document -> document.withStudy(document.study().withAxis(null)));
    }

    private void release() {
        drag = null;
        store.endGesture();
    }
}
