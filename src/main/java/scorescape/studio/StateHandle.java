package scorescape.studio;

import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.document.DocumentStore;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;

import static scorescape.text.Texts.text;

/// What the mouse grabs to put `x_t` elsewhere: an invisible disc over the dot, with a ring while it is pointed at.
///
/// A drag is one undo step; Escape takes it back. While it lasts the film stands still. With the focus on it, the arrow
/// keys move `x_t` as well.
final class StateHandle extends Region {

    /// Of the disc, in units of the window: generous, since the dot is small.
    private static final double RADIUS = 18;

    /// How far an arrow key moves, in units of the window.
    private static final double NUDGE = 6;

    /// Of the dot itself, in units of the window.
    private static final double DOT_RADIUS = 8;

    private final DocumentStore store;
    private final Playback playback;

    /// Middle of the handle, in the picture.
    private Vec2 at = Vec2.ZERO;
    private Predicate<Vec2> taken = _ -> false;
    private @Nullable Grip grip;
    private @Nullable Drag drag;

    /// What there is to grab.
    private record Grip(int step, StateProjection projection) {

        static Grip of(Step step, Viewport viewport, Coordinates coordinates) {
            return new Grip(step.index(), new StateProjection(viewport, coordinates, step.from()));
        }
    }

    /// @param grip what was grabbed; pictures that arrive meanwhile do not change it
    /// @param offset from the pointer to the middle of the handle
    /// @param before the document when the drag began
    private record Drag(Grip grip, Vec2 offset, Document before) {}

    StateHandle(DocumentStore store, Playback playback) {
        this.store = store;
        this.playback = playback;
        setId("state-handle");
        getStyleClass().add("state-handle");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(text("state.name"));
        setAccessibleHelp(text("state.use"));
        Tooltip.install(this, new Tooltip(text("state.help")));
        setFocusTraversable(true);
        setCursor(Cursor.OPEN_HAND);
        setManaged(false);
        setPickOnBounds(false);
        resize(2 * RADIUS, 2 * RADIUS);
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(KeyEvent.KEY_RELEASED, _ -> store.endGesture());
    }

    /// Leaves places near the dot that `taken` wants to other handles, and keeps the dot itself.
    void shareWith(Predicate<Vec2> taken) {
        this.taken = taken;
    }

    @Override
    public boolean contains(double x, double y) {
        Vec2 place = new Vec2(x, y);
        double reach = taken.test(place.plus(at).minus(new Vec2(RADIUS, RADIUS))) ? DOT_RADIUS : RADIUS;
        return place.distance(new Vec2(RADIUS, RADIUS)) <= reach;
    }

    /// Goes to where `picture` draws `x_t`; while it is dragged, it is where the pointer is.
    void follow(Picture picture) {
        Playhead playhead = picture.request().playhead();
        setVisible(drag != null || (playhead.stage() != Stage.MOVE && playhead.stage() != Stage.END));
        if (drag != null) {
            return;
        }
        Step step = picture.trajectory().steps().get(playhead.step());
        grip = Grip.of(step, picture.viewport(), picture.request().document().coordinates());
        place(grip.projection().toPicture(step.x()));
    }

    private void place(Vec2 middle) {
        at = middle;
        relocate(at.x() - RADIUS, at.y() - RADIUS);
    }

    private void onPressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && grip != null) {
            begin(new Drag(grip, at.minus(pointer(event)), store.current()));
        }
        event.consume();
    }

    /// Begins a drag in a lane that is not the active one, if its `x_t` is there: that makes it the active one, and both are
    /// one step to undo.
    ///
    /// @param lane its place among the lanes of the picture
    /// @param pointer where it was pressed, in that lane
    /// @return whether `x_t` was grabbed
    boolean grab(Picture picture, int lane, Vec2 pointer) {
        Stage stage = picture.request().playhead().stage();
        Step step = picture.frame().lanes().get(lane).step();
        Grip there = Grip.of(step, picture.viewport(), picture.request().document().coordinates());
        Vec2 middle = there.projection().toPicture(step.x());
        if (stage == Stage.MOVE || stage == Stage.END || middle.distance(pointer) > RADIUS) {
            return false;
        }
        var begun = new Drag(there, middle.minus(pointer), store.current());
        begin(begun);
        store.edit(begun, d -> d.withActiveLane(lane));
        return true;
    }

    private void begin(Drag begun) {
        requestFocus();
        drag = begun;
        playback.hold(true);
        setCursor(Cursor.CLOSED_HAND);
    }

    private void onDragged(MouseEvent event) {
        dragTo(pointer(event));
        event.consume();
    }

    /// @param pointer in the lane where the drag began
    void dragTo(Vec2 pointer) {
        if (drag != null) {
            Viewport viewport = drag.grip().projection().viewport();
            Vec2 wanted = pointer.plus(drag.offset());
            place(new Vec2(Math.clamp(wanted.x(), 0, viewport.width()),
                    Math.clamp(wanted.y(), 0, viewport.height())));
            put(drag, drag.grip(), at);
        }
    }

    /// How far an arrow key moves a handle, in units of the window; other keys do not.
    static Vec2 nudge(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT -> new Vec2(-NUDGE, 0);
            case RIGHT -> new Vec2(NUDGE, 0);
            case UP -> new Vec2(0, -NUDGE);
            case DOWN -> new Vec2(0, NUDGE);
            default -> Vec2.ZERO;
        };
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && cancelDrag()) {
            event.consume();
        } else if (grip != null && drag == null && !event.isShiftDown() && !event.isShortcutDown()) {
            Vec2 by = nudge(event);
            if (!by.equals(Vec2.ZERO)) {
                place(at.plus(by));
                put(this, grip, at);
                event.consume();
            }
        }
    }

    private void put(Object gesture, Grip grabbed, Vec2 middle) {
        store.edit(gesture, document -> document
                .withPlacement(new Placement(grabbed.step(), grabbed.projection().toState(middle))));
    }

    /// Takes back a drag.
    ///
    /// @return whether there was one
    boolean cancelDrag() {
        Drag taken = drag;
        if (taken == null) {
            return false;
        }
        release();
        store.takeBack(taken.before());
        return true;
    }

    /// Ends a drag, if there is one.
    void release() {
        drag = null;
        playback.hold(false);
        setCursor(Cursor.OPEN_HAND);
        store.endGesture();
    }

    private Vec2 pointer(MouseEvent event) {
        return new Vec2(getLayoutX() + event.getX(), getLayoutY() + event.getY());
    }
}
