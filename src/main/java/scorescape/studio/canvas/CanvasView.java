package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.jspecify.annotations.Nullable;
import scorescape.document.DataItem;
import scorescape.document.DocumentStore;
import scorescape.figure.Viewport;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Marks;
import scorescape.studio.canvas.CanvasGestures.Pointer;
import scorescape.studio.canvas.Handles.Grip;
import scorescape.studio.canvas.Handles.Handle;
import scorescape.studio.canvas.Snapper.Guide;

import static scorescape.text.Texts.text;

/// The pane above the picture: passes mouse and keys on to the gestures, and draws what is selected, its handles and guides.
///
/// It is drawn anew once per pulse at most, however many events there were.
public final class CanvasView extends Pane {

    /// The context menus, which are made anew each time.
    public interface Menus {

        /// For what is selected.
        ContextMenu forSelection();

        /// For an empty place.
        ///
        /// @param place in data units
        ContextMenu forPlace(Vec2 place);
    }

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    /// Zoom per pixel of scrolling: a notch of a wheel, of 40, makes 13 %.
    private static final double ZOOM_PER_PIXEL = 0.003;

    /// How far an arrow key moves, and with Shift, in pixels.
    private static final double NUDGE = 1;
    private static final double FAR_NUDGE = 10;

    private static final double POINT_RADIUS = 7;
    private static final double HANDLE = 9;

    /// Of more items than these, a selection shows the common box alone.
    private static final int MOST_OUTLINES = 200;

    private final CanvasGestures gestures;
    private final Menus menus;
    private final DocumentStore store;
    private final Selection selection;
    private final Path hover = path("hover-outline");
    private final Path halo = path("selection-halo");
    private final Path outline = path("selection-outline");
    private final Path box = path("selection-box");
    private final Path stems = path("selection-box");
    private final Group guides = new Group();
    private final Path band = path("rubber-band");
    private final Path stroke = path("sketch-stroke");
    private final Circle brush = new Circle();
    private boolean scrolledByFingers;
    private final Pane handles = new Pane();
    private final TextField typing = new TextField();
    private @Nullable Integer hovered;
    private @Nullable Vec2 pointer;
    private final ReadOnlyObjectWrapper<@Nullable Vec2> place = new ReadOnlyObjectWrapper<>();

    public CanvasView(CanvasGestures gestures, Menus menus) {
        this.gestures = gestures;
        this.menus = menus;
        store = gestures.editor().store();
        selection = gestures.editor().selection();
        setId("canvas");
        getStyleClass().add("canvas");
        brush.getStyleClass().add("brush-circle");
        brush.setMouseTransparent(true);
        handles.setMouseTransparent(true);
        guides.setMouseTransparent(true);
        handles.setId("handles");
        typing.setId("canvas-text");
        typing.getStyleClass().add("canvas-text");
        typing.setPromptText(text("canvas.typing.prompt"));
        typing.setAccessibleText(text("canvas.typing.name"));
        typing.setPrefColumnCount(14);
        List.of(hover, halo, outline, box, stems, guides, band, stroke, handles, brush, typing)
                .forEach(node -> node.setManaged(false));
        getChildren().addAll(hover, halo, outline, box, stems, stroke, band, guides, handles, brush, typing);

        store.subscribe(_ -> requestLayout());
        selection.indicesProperty().subscribe((_, _) -> requestLayout());
        gestures.marksProperty().subscribe((_, _) -> requestLayout());
        gestures.brushProperty().subscribe((_, _) -> requestLayout());
        gestures.toolProperty().subscribe((_, _) -> {
            hovered = null;
            showCursor();
            requestLayout();
        });
        widthProperty().subscribe((_, _) -> resized());
        heightProperty().subscribe((_, _) -> resized());
        letType();
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::onReleased);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(place(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointAt(null));
        // The mouse has its menu on release: see there.
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, ContextMenuEvent::consume);
    }

    /// Lets the wheel, pinches and keys do their work everywhere on a picture, also over what lies above this pane.
    ///
    /// @param like what has the same plane in the same size: this pane, or the lane itself where lanes are compared
    public void listenOn(Node picture, Node like) {
        picture.addEventHandler(ScrollEvent.SCROLL, event -> {
            Vec2 at = place(like, event.getSceneX(), event.getSceneY());
            // Fingers move the picture as they move it everywhere. A wheel zooms, and moves sideways where it can.
            boolean byFingers = scrolledByFingers || event.isInertia();
            var by = new Vec2(event.getDeltaX(), byFingers ? event.getDeltaY() : 0);
            if (!by.equals(Vec2.ZERO)) {
                Cameras.pan(store, gestures.toData(at.minus(by)).minus(gestures.toData(at)));
            }
            if (!byFingers) {
                Cameras.zoom(store, Math.exp(ZOOM_PER_PIXEL * event.getDeltaY()), gestures.toData(at));
            }
            event.consume();
        });
        picture.addEventHandler(ScrollEvent.SCROLL_STARTED, _ -> scrolledByFingers = true);
        picture.addEventHandler(ScrollEvent.SCROLL_FINISHED, _ -> scrolledByFingers = false);
        picture.addEventHandler(ZoomEvent.ZOOM, event -> {
            Cameras.zoom(store, event.getZoomFactor(),
                    gestures.toData(place(like, event.getSceneX(), event.getSceneY())));
            event.consume();
        });
        picture.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                menuAt(place(like, event.getSceneX(), event.getSceneY()))
                        .show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        picture.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (nudges(event)) {
                nudge(event);
                event.consume();
            }
        });
        picture.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode().isArrowKey()) {
                store.endGesture();
            }
        });
    }

    /// Where the pointer is over the picture, in data units, or null. Told once per pulse at most.
    public ReadOnlyObjectProperty<@Nullable Vec2> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Whether an arrow key moves what is selected rather than the film.
    public boolean nudges(KeyEvent event) {
        return !selection.isEmpty() && event.getCode().isArrowKey() && !event.isShortcutDown() && !event.isAltDown();
    }

    private void nudge(KeyEvent event) {
        double far = (event.isShiftDown() ? FAR_NUDGE : NUDGE) * gestures.viewport().unitsPerPixel();
        gestures.editor().nudge(this, switch (event.getCode()) {
            case LEFT -> new Vec2(-far, 0);
            case RIGHT -> new Vec2(far, 0);
            case UP -> new Vec2(0, far);
            default -> new Vec2(0, -far);
        });
    }

    private void resized() {
        gestures.resize((int) Math.round(getWidth()), (int) Math.round(getHeight()));
        requestLayout();
    }

    private static Vec2 place(Node node, double sceneX, double sceneY) {
        Point2D at = node.sceneToLocal(sceneX, sceneY);
        return new Vec2(at.getX(), at.getY());
    }

    private static Vec2 place(MouseEvent event) {
        return new Vec2(event.getX(), event.getY());
    }

    private static Pointer pointer(MouseEvent event) {
        return new Pointer(place(event), event.isShiftDown(), event.isAltDown(), event.isShortcutDown());
    }

    private void onPressed(MouseEvent event) {
        switch (event.getButton()) {
            case PRIMARY -> {
                gestures.press(pointer(event));
                if (event.getClickCount() == 2 && gestures.toolProperty().get() == Tool.SELECT) {
                    gestures.selectOne(place(event));
                }
            }
            case MIDDLE, SECONDARY -> gestures.pressToPan(pointer(event));
            default -> {}
        }
        showCursor();
    }

    private void onDragged(MouseEvent event) {
        pointer = place(event);
        hovered = null;
        gestures.drag(pointer(event));
        requestLayout();
    }

    private ContextMenu menuAt(Vec2 place) {
        return selection.isEmpty() ? menus.forPlace(gestures.toData(place)) : menus.forSelection();
    }

    private void onReleased(MouseEvent event) {
        boolean isClick = gestures.release(pointer(event));
        if (isClick && event.getButton() == MouseButton.SECONDARY) {
            gestures.selectFor(place(event));
            menuAt(place(event)).show(this, event.getScreenX(), event.getScreenY());
        }
        pointAt(place(event));
    }

    private void pointAt(@Nullable Vec2 place) {
        pointer = place;
        boolean selects = gestures.toolProperty().get() == Tool.SELECT;
        hovered = place == null || !selects || gestures.handleAt(place).isPresent()
                ? null
                : gestures.itemsAt(place).stream().findFirst().orElse(null);
        showCursor();
        requestLayout();
    }

    private void showCursor() {
        setCursor(switch (gestures.toolProperty().get()) {
            case SELECT -> pointer == null
                    ? Cursor.DEFAULT
                    : gestures.handleAt(pointer).map(CanvasView::cursor).orElse(
                            hovered == null ? Cursor.DEFAULT : Cursor.MOVE);
            case HAND -> gestures.isActive() ? Cursor.CLOSED_HAND : Cursor.OPEN_HAND;
            case TEXT -> Cursor.TEXT;
            case GAUSSIAN, RECTANGLE, RING, SEGMENT, BRUSH, ERASER, SKETCH, PROBE -> Cursor.CROSSHAIR;
        });
    }

    private static Cursor cursor(Handle handle) {
        return switch (handle.grip()) {
            case Grip.Side(int x, int y) -> x * y > 0
                    ? Cursor.NE_RESIZE
                    : x * y < 0 ? Cursor.NW_RESIZE : x == 0 ? Cursor.V_RESIZE : Cursor.H_RESIZE;
            case Grip.Turn _ -> Cursor.HAND;
            case Grip.Axis _,Grip.End _,Grip.Radius _ -> Cursor.CROSSHAIR;
        };
    }

    private void letType() {
        gestures.typingAtProperty().subscribe((_, at) -> {
            typing.setVisible(at != null);
            if (at != null) {
                typing.clear();
                typing.requestFocus();
                requestLayout();
            } else if (typing.isFocused()) {
                getParent().requestFocus();
            }
        });
        typing.setVisible(false);
        typing.setOnAction(_ -> gestures.type(typing.getText()));
        typing.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                gestures.stopTyping();
                event.consume();
            }
        });
        typing.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                gestures.type(typing.getText());
            }
        });
        typing.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    @Override
    protected void layoutChildren() {
        List<DataItem> items = store.current().items();
        List<DataItem> selected = selection.items();
        Viewport viewport = gestures.viewport();
        Marks marks = gestures.marksProperty().get();
        place.set(pointer == null ? null : gestures.toData(pointer));

        boolean hovers = hovered != null && hovered < items.size() && !selection.contains(hovered);
        draw(hover, viewport, hovers && hovered != null ? outlines(items.get(hovered), viewport) : List.of());
        List<List<Vec2>> lines = selected.size() > MOST_OUTLINES
                ? List.of()
                : selected.stream().flatMap(item -> outlines(item, viewport).stream()).toList();
        draw(halo, viewport, lines);
        draw(outline, viewport, lines);
        outline.pseudoClassStateChanged(OFF, !selected.isEmpty() && selected.stream().noneMatch(DataItem::counts));
        Box shown = marks.box() == null && selected.size() > 1 ? gestures.box().orElse(null) : marks.box();
        draw(box, viewport, shown == null ? List.of() : List.of(shown.outline()));
        drawGuides(viewport, marks.guides());
        Box rubber = marks.band();
        draw(band, viewport, rubber == null ? List.of() : List.of(rubber.outline()));
        draw(stroke, viewport, marks.stroke().isEmpty() ? List.of() : List.of(marks.stroke()));
        drawHandles(viewport, marks);
        drawBrush();
        Vec2 at = gestures.typingAtProperty().get();
        if (at != null) {
            typing.autosize();
            Vec2 place = viewport.toPixel(at);
            typing.relocate(place.x(), place.y() - typing.getHeight());
        }
    }

    private void drawBrush() {
        Tool tool = gestures.toolProperty().get();
        brush.setVisible(pointer != null && (tool == Tool.BRUSH || tool == Tool.ERASER));
        if (pointer != null) {
            brush.setCenterX(pointer.x());
            brush.setCenterY(pointer.y());
            brush.setRadius(gestures.brushProperty().get());
        }
    }

    /// Handles stand still in number while they are dragged; the rest of a gesture shows none.
    private void drawHandles(Viewport viewport, Marks marks) {
        List<Handle> wanted = marks.box() != null || marks.band() != null ? List.of() : gestures.handles();
        while (handles.getChildren().size() < wanted.size()) {
            Region handle = new Region();
            handle.setManaged(false);
            handle.resize(HANDLE, HANDLE);
            handles.getChildren().add(handle);
        }
        handles.getChildren().remove(wanted.size(), handles.getChildren().size());
        List<List<Vec2>> lines = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Handle handle = wanted.get(i);
            Node node = handles.getChildren().get(i);
            node.getStyleClass().setAll("handle", switch (handle.grip()) {
                case Grip.Turn _ -> "turn-handle";
                case Grip.Side _ -> "side-handle";
                case Grip.Axis _,Grip.End _,Grip.Radius _ -> "point-handle";
            });
            Vec2 at = viewport.toPixel(handle.at());
            node.relocate(at.x() - 0.5 * HANDLE, at.y() - 0.5 * HANDLE);
            if (!handle.root().equals(handle.at())) {
                lines.add(List.of(handle.root(), handle.at()));
            }
        }
        draw(stems, viewport, lines);
    }

    private static List<List<Vec2>> outlines(DataItem item, Viewport viewport) {
        List<List<Vec2>> outlines = Shapes.outlines(item.component());
        // A point has no outline of its own.
        return outlines.isEmpty()
                ? List.of(Shapes.circle(item.component().bounds().centre(), POINT_RADIUS * viewport.unitsPerPixel()))
                : outlines;
    }

    /// A path for each: what is painted is the box around a path, and that around a line across and a line down is large.
    private void drawGuides(Viewport viewport, List<Guide> wanted) {
        List<Node> lines = guides.getChildren();
        while (lines.size() < wanted.size()) {
            lines.add(path("snap-guide"));
        }
        lines.subList(wanted.size(), lines.size()).clear();
        for (int i = 0; i < wanted.size(); i++) {
            draw((Path) lines.get(i), viewport, List.of(List.of(wanted.get(i).from(), wanted.get(i).to())));
        }
    }

    /// A path that looks as before is left alone, so that it is not painted anew.
    private static void draw(Path path, Viewport viewport, List<List<Vec2>> lines) {
        List<List<Vec2>> pixels =
                lines.stream().map(line -> line.stream().map(viewport::toPixel).toList()).toList();
        if (pixels.equals(path.getUserData())) {
            return;
        }
        path.setUserData(pixels);
        List<PathElement> elements = new ArrayList<>();
        for (List<Vec2> line : pixels) {
            for (int i = 0; i < line.size(); i++) {
                Vec2 at = line.get(i);
                elements.add(i == 0 ? new MoveTo(at.x(), at.y()) : new LineTo(at.x(), at.y()));
            }
        }
        path.getElements().setAll(elements);
    }

    private static Path path(String styleClass) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.setMouseTransparent(true);
        return path;
    }
}
