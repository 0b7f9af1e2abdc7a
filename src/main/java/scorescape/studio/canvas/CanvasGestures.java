package scorescape.studio.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.generator.Letters;
import scorescape.document.DataItem;
import scorescape.document.DocumentStore;
import scorescape.figure.Viewport;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.canvas.Handles.Handle;
import scorescape.studio.canvas.Snapper.Guide;

/// What presses, drags and releases on the picture do, for each [Tool].
///
/// A gesture begins with [#press], edits the document at each [#drag] and ends with [#release]; it is one undo step, and
/// [#cancel] takes it back. What a drag makes is computed from the document as it was when the drag began, so nothing adds up.
/// Places are in units of the window from the upper left corner of the picture.
public final class CanvasGestures {

    /// How near to a handle, or to a curve or point, a press must be, in pixels.
    private static final double HANDLE_REACH = 9;
    private static final double ITEM_REACH = 7;

    private static final double SNAP_REACH = 6;

    private static final double LEAST_BRUSH = 4;
    private static final double LARGEST_BRUSH = 200;

    /// As a share of the height of the picture.
    private static final double LETTER_SIZE = 0.2;
    private static final int POINTS_IN_LETTER = 150;

    /// Standard deviation of the blur of letters, as a share of their size.
    private static final double LETTER_BLUR = 0.02;

    /// Where the pointer is and what is held.
    ///
    /// @param constrains Shift: straight, square, in steps of 15°, or more to the selection
    /// @param centred Alt: around the middle, or a copy
    /// @param free Ctrl or Cmd: without snapping
    public record Pointer(Vec2 at, boolean constrains, boolean centred, boolean free) {

        public Pointer(Vec2 at) {
            this(at, false, false, false);
        }
    }

    /// What a gesture shows while it lasts, in data units.
    ///
    /// @param band of a selection, or null
    /// @param box of what is turned or stretched, or null
    /// @param stroke a line being drawn, may be empty
    record Marks(List<Guide> guides, @Nullable Box band, @Nullable Box box, List<Vec2> stroke) {

        static final Marks NONE = new Marks(List.of(), null, null, List.of());

        static Marks guides(List<Guide> guides) {
            return new Marks(guides, null, null, List.of());
        }
    }

    private final Editor editor;
    private final DocumentStore store;
    private final Selection selection;
    private final RandomGenerator random;
    private Consumer<Vec2> probed = _ -> {};
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.SELECT);
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
    private final ReadOnlyObjectWrapper<Double> brush = new ReadOnlyObjectWrapper<>(18.0);
    private final ReadOnlyObjectWrapper<@Nullable Vec2> typingAt = new ReadOnlyObjectWrapper<>();
    private int width = 1;
    private int height = 1;
    private @Nullable Gesture gesture;

    /// @param random for the spray brush
    public CanvasGestures(Editor editor, RandomGenerator random) {
        this.editor = editor;
        this.random = random;
        store = editor.store();
        selection = editor.selection();
    }

    public Editor editor() {
        return editor;
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    ReadOnlyObjectProperty<Marks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /// Radius of brush and eraser, in pixels.
    ReadOnlyObjectProperty<Double> brushProperty() {
        return brush.getReadOnlyProperty();
    }

    public void scaleBrush(double factor) {
        brush.set(Math.clamp(brush.get() * factor, LEAST_BRUSH, LARGEST_BRUSH));
    }

    /// Where a line of text is being typed, in data units, or null.
    ReadOnlyObjectProperty<@Nullable Vec2> typingAtProperty() {
        return typingAt.getReadOnlyProperty();
    }

    /// @param newWidth of the picture, in units of the window
    void resize(int newWidth, int newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
    }

    Viewport viewport() {
        return Viewport.of(store.current().camera(), width, height);
    }

    Vec2 toData(Vec2 place) {
        return viewport().toData(place);
    }

    Vec2 toPicture(Vec2 point) {
        return viewport().toPixel(point);
    }

    private double pixel() {
        return viewport().unitsPerPixel();
    }

    /// The height of the picture, in data units.
    double pictureHeight() {
        return height * pixel();
    }

    void show(Marks now) {
        marks.set(now);
    }

    /// The box of what is selected, if that is several components or a cloud.
    Optional<Box> box() {
        List<DataItem> items = selection.items();
        return items.isEmpty() ? Optional.empty() : Optional.of(Box.of(Shapes.bounds(items)));
    }

    /// The handles of what is selected; none on what is locked, and none while another tool is chosen.
    List<Handle> handles() {
        List<DataItem> items = selection.items();
        if (tool.get() != Tool.SELECT || items.isEmpty() || items.stream().anyMatch(DataItem::locked)) {
            return List.of();
        }
        return items.size() == 1
                ? Handles.of(items.getFirst().component(), pixel())
                : Handles.ofBox(box().orElseThrow(), true, pixel());
    }

    /// Whether a press at `place` is for a handle, or for a tool that draws.
    public boolean claims(Vec2 place) {
        return tool.get() != Tool.SELECT || handleAt(place).isPresent();
    }

    Optional<Handle> handleAt(Vec2 place) {
        Viewport viewport = viewport();
        return handles().stream()
                .filter(handle -> viewport.toPixel(handle.at()).distance(place) <= HANDLE_REACH)
                .min(Comparator.comparingDouble(handle -> viewport.toPixel(handle.at()).distance(place)));
    }

    /// What is under a place, the smallest first. What is locked or does not count is passed through.
    List<Integer> itemsAt(Vec2 place) {
        List<DataItem> items = store.current().items();
        Vec2 point = toData(place);
        double reach = ITEM_REACH * pixel();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).counts() && !items.get(i).locked()
                        && Shapes.isHit(items.get(i).component(), point, reach))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Shapes.extent(items.get(i).component())))
                .toList();
    }

    public boolean isActive() {
        return gesture != null;
    }

    /// The main button goes down.
    public void press(Pointer pointer) {
        release(pointer);
        gesture = switch (tool.get()) {
            case SELECT -> select(pointer);
            case GAUSSIAN, RECTANGLE, RING, SEGMENT -> new CreationGesture(this, pointer, tool.get());
            case BRUSH -> new BrushGesture(this, pointer, random);
            case ERASER -> new EraserGesture(this, pointer);
            case SKETCH -> new SketchGesture(this, pointer);
            case TEXT -> new Typing(pointer);
            case HAND -> new Pan(pointer);
            case PROBE -> new Probing(pointer);
        };
    }

    /// Tells a listener each place, in data units, that the probe was clicked at.
    public void onProbe(Consumer<Vec2> listener) {
        probed = listener;
    }

    /// The camera is grabbed, whatever the tool.
    void pressToPan(Pointer pointer) {
        release(pointer);
        gesture = new Pan(pointer);
    }

    public void drag(Pointer pointer) {
        Gesture now = gesture;
        if (now != null) {
            now.move(pointer);
        }
    }

    /// @return whether the gesture was a click, without a drag
    public boolean release(Pointer pointer) {
        Gesture now = gesture;
        if (now == null) {
            return false;
        }
        gesture = null;
        boolean isClick = now.release(pointer);
        marks.set(Marks.NONE);
        store.endGesture();
        return isClick;
    }

    /// Takes back what the gesture has done so far.
    public void cancel() {
        Gesture now = gesture;
        if (now != null) {
            gesture = null;
            marks.set(Marks.NONE);
            store.endGesture();
            if (now.hasEdited()) {
                store.undo();
            }
        }
    }

    /// Escape: takes back the gesture, or else puts the tool away, or else selects nothing.
    public void escape() {
        if (gesture != null) {
            cancel();
        } else if (tool.get() != Tool.SELECT) {
            tool.set(Tool.SELECT);
        } else {
            selection.clear();
        }
    }

    /// Selects one component alone, even out of a group.
    void selectOne(Vec2 place) {
        itemsAt(place).stream().findFirst().ifPresent(i -> selection.select(List.of(i)));
    }

    /// Makes what is under the pointer the selection, unless it is in it already: for a context menu.
    void selectFor(Vec2 place) {
        List<Integer> hits = itemsAt(place);
        if (hits.isEmpty()) {
            selection.clear();
        } else if (hits.stream().noneMatch(selection::contains)) {
            selection.select(selection.withGroups(List.of(hits.getFirst())));
        }
    }

    private Gesture select(Pointer pointer) {
        Optional<Handle> handle = handleAt(pointer.at());
        if (handle.isPresent()) {
            return new HandleGesture(this, pointer, handle.get());
        }
        List<Integer> hits = itemsAt(pointer.at());
        return hits.isEmpty() ? new BandGesture(this, pointer) : new MoveGesture(this, pointer, hits);
    }

    /// Snaps to what is in the picture and not dragged itself.
    Snapper snapper(Set<Integer> dragged) {
        List<DataItem> items = store.current().items();
        Bounds seen = viewport().bounds();
        double pixel = pixel();
        return new Snapper(IntStream.range(0, items.size())
                .filter(i -> !dragged.contains(i) && items.get(i).counts())
                .mapToObj(i -> items.get(i).component().bounds())
                .filter(bounds -> seen.contains(bounds.centre()))
                .toList(), Snapper.step(pixel), SNAP_REACH * pixel);
    }

    /// Asks for a text at what was clicked.
    private final class Typing extends Gesture {

        Typing(Pointer pointer) {
            super(CanvasGestures.this, pointer);
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {}

        @Override
        void finish() {
            typingAt.set(start);
        }
    }

    /// Ends the typing of a text, and adds its letters if it has any.
    void type(String text) {
        Vec2 at = typingAt.get();
        if (at == null) {
            return;
        }
        typingAt.set(null);
        tool.set(Tool.SELECT);
        double size = LETTER_SIZE * pictureHeight();
        if (!text.isBlank()) {
            editor.addGenerated(new Object(), () -> new Letters(LetterShapes.of(text.strip(), at, size),
                    POINTS_IN_LETTER, LETTER_BLUR * size).generate(store.current().seed()));
        }
    }

    void stopTyping() {
        typingAt.set(null);
    }

    /// Moves the camera, so that the place that was grabbed stays under the pointer.
    private final class Pan extends Gesture {

        Pan(Pointer pointer) {
            super(CanvasGestures.this, pointer);
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            Cameras.pan(store, start.minus(place));
        }
    }

    /// Pins a probe at what was clicked.
    private final class Probing extends Gesture {

        Probing(Pointer pointer) {
            super(CanvasGestures.this, pointer);
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            // A probe stays where it is.
        }

        @Override
        void click(Pointer pointer) {
            probed.accept(start);
        }
    }
}
