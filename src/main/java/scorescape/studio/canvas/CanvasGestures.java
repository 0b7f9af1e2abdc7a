package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.generator.Letters;
import scorescape.diffusion.generator.Sketch;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.figure.Viewport;
import scorescape.math.Bounds;
import scorescape.math.Numerics;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;
import scorescape.studio.canvas.Handles.Handle;
import scorescape.studio.canvas.Snapper.Guide;

/// What presses, drags and releases on the picture do, for each [Tool].
///
/// A gesture begins with [#press], edits the document at each [#drag] and ends with [#release]; it is one undo step, and
/// [#cancel] takes it back. What a drag makes is computed from the document as it was when the drag began, so nothing adds up.
/// Places are in units of the window from the upper left corner of the picture.
public final class CanvasGestures {

    /// Below this, a drag is a click, in pixels.
    private static final double THRESHOLD = 3;

    /// How near to a handle, or to a curve or point, a press must be, in pixels.
    private static final double HANDLE_REACH = 9;
    private static final double ITEM_REACH = 7;

    private static final double SNAP_REACH = 6;

    /// How near an angle must be to a multiple of 15°, in radians: 2.5°.
    private static final double SNAP_ANGLE = Math.PI / 72;

    /// How far apart the corners of a sketched line are at least, in pixels.
    private static final double SKETCH_TOLERANCE = 1.5;

    private static final int SPRAYED = 3;
    private static final double LEAST_BRUSH = 4;
    private static final double LARGEST_BRUSH = 200;

    /// Sizes of what a click places, as shares of the height of the picture.
    private static final double USUAL_SIZE = 0.06;
    private static final double USUAL_RING = 0.12;

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

    /// A gesture under way.
    private abstract class Gesture {

        final Vec2 pressed;
        final Vec2 start;
        private boolean isDrag;
        private boolean hasEdited;

        Gesture(Pointer pointer) {
            pressed = pointer.at();
            start = toData(pointer.at());
        }

        abstract void drag(Pointer pointer, Vec2 place);

        void click(Pointer pointer) {}

        void finish() {}

        /// Edits the document; a state that it does not take is passed over, the drag goes on from there.
        void edit(UnaryOperator<Document> change) {
            Document before = store.current();
            try {
                store.edit(this, change);
            } catch (IllegalArgumentException e) {
                return;
            }
            hasEdited |= !store.current().equals(before);
        }

        void replace(Map<Integer, Component> components) {
            edit(document -> {
                List<DataItem> items = new ArrayList<>(document.items());
                components.forEach((i, component) -> items.set(i, items.get(i).withComponent(component)));
                return document.withItems(items);
            });
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
        brush.set(Numerics.clamp(brush.get() * factor, LEAST_BRUSH, LARGEST_BRUSH));
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
            case GAUSSIAN, RECTANGLE, RING, SEGMENT -> new Creation(pointer, tool.get());
            case BRUSH -> new Brush(pointer);
            case ERASER -> new Eraser(pointer);
            case SKETCH -> new SketchLine(pointer);
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
        if (now != null && (now.isDrag || pointer.at().distance(now.pressed) > THRESHOLD)) {
            now.isDrag = true;
            now.drag(pointer, toData(pointer.at()));
        }
    }

    /// @return whether the gesture was a click, without a drag
    public boolean release(Pointer pointer) {
        Gesture now = gesture;
        if (now == null) {
            return false;
        }
        gesture = null;
        if (!now.isDrag) {
            now.click(pointer);
        }
        now.finish();
        marks.set(Marks.NONE);
        store.endGesture();
        return !now.isDrag;
    }

    /// Takes back what the gesture has done so far.
    public void cancel() {
        Gesture now = gesture;
        if (now != null) {
            gesture = null;
            marks.set(Marks.NONE);
            store.endGesture();
            if (now.hasEdited) {
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
            return new HandleDrag(pointer, handle.get());
        }
        List<Integer> hits = itemsAt(pointer.at());
        return hits.isEmpty() ? new Band(pointer) : new Move(pointer, hits);
    }

    private Snapper snapper(Set<Integer> dragged) {
        List<DataItem> items = store.current().items();
        Bounds seen = viewport().bounds();
        double pixel = pixel();
        return new Snapper(IntStream.range(0, items.size())
                .filter(i -> !dragged.contains(i) && items.get(i).counts())
                .mapToObj(i -> items.get(i).component().bounds())
                .filter(bounds -> seen.contains(bounds.centre()))
                .toList(), Snapper.step(pixel), SNAP_REACH * pixel);
    }

    private static Bounds shifted(Bounds bounds, Vec2 by) {
        return new Bounds(bounds.minX() + by.x(), bounds.minY() + by.y(), bounds.maxX() + by.x(),
                bounds.maxY() + by.y());
    }

    /// Moves what is selected, or a copy of it. Alt may come late: many desktops keep a press with it for themselves.
    private final class Move extends Gesture {

        private final List<Integer> hits;
        private final boolean wasSelected;
        private final boolean toggles;
        private boolean copies;
        private List<Integer> moved = List.of();
        private List<Component> originals = List.of();
        private @Nullable Snapper snapper;

        Move(Pointer pointer, List<Integer> hits) {
            super(pointer);
            this.hits = hits;
            wasSelected = hits.stream().anyMatch(selection::contains);
            toggles = pointer.constrains();
            if (toggles) {
                selection.toggle(hits.getFirst());
            } else if (!wasSelected) {
                selection.select(selection.withGroups(List.of(hits.getFirst())));
            }
        }

        private Snapper begin(Pointer pointer) {
            if (pointer.centred()) {
                put(Vec2.ZERO);
                copy();
                copies = true;
            }
            List<DataItem> items = store.current().items();
            moved = selection.indices().stream().filter(i -> !items.get(i).locked()).toList();
            originals = moved.stream().map(i -> items.get(i).component()).toList();
            return snapper(new HashSet<>(moved));
        }

        private void copy() {
            List<DataItem> wanted = selection.items();
            int group = store.current().newGroup();
            int first = store.current().items().size();
            boolean grouped = wanted.size() > 1 && wanted.stream().allMatch(item -> item.group() != 0);
            edit(document -> {
                List<DataItem> items = new ArrayList<>(document.items());
                wanted.forEach(item -> items.add(item.withGroup(grouped ? group : 0)));
                return document.withItems(items);
            });
            selection.select(IntStream.range(first, store.current().items().size()).boxed().toList());
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            if (snapper == null || (pointer.centred() && !copies)) {
                snapper = begin(pointer);
            }
            if (originals.isEmpty()) {
                return;
            }
            Vec2 by = place.minus(start);
            if (pointer.constrains()) {
                by = Math.abs(by.x()) > Math.abs(by.y()) ? new Vec2(by.x(), 0) : new Vec2(0, by.y());
            }
            if (!pointer.free()) {
                Bounds bounds = originals.stream().map(Component::bounds).reduce(Bounds::union).orElseThrow();
                Snapper.Snap snap = snapper.box(shifted(bounds, by));
                by = by.plus(snap.shift());
                marks.set(Marks.guides(snap.guides()));
            } else {
                marks.set(Marks.NONE);
            }
            put(by);
        }

        private void put(Vec2 by) {
            Affine shift = Affine.shift(by);
            Map<Integer, Component> components = new HashMap<>();
            for (int i = 0; i < moved.size(); i++) {
                components.put(moved.get(i), Shapes.transformed(originals.get(i), shift));
            }
            replace(components);
        }

        /// A click on what is selected goes down to the next thing below the pointer.
        @Override
        void click(Pointer pointer) {
            if (wasSelected && !toggles) {
                List<List<Integer>> choices =
                        hits.stream().map(i -> selection.withGroups(List.of(i))).distinct().toList();
                int now = choices.indexOf(selection.indices());
                selection.select(choices.get((now + 1) % choices.size()));
            }
        }
    }

    private final class HandleDrag extends Gesture {

        private final Handle handle;
        private final Vec2 offset;
        private final List<Integer> indices = selection.indices();
        private final List<Component> originals = selection.items().stream().map(DataItem::component).toList();
        private final Snapper snapper = snapper(new HashSet<>(indices));

        HandleDrag(Pointer pointer, Handle handle) {
            super(pointer);
            this.handle = handle;
            offset = handle.at().minus(start);
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            Vec2 target = place.plus(offset);
            boolean constrains = pointer.constrains();
            List<Guide> guides = List.of();
            if (!pointer.free() && !constrains) {
                if (turns()) {
                    constrains = isNearConstrained(target, pointer);
                } else if (isUpright()) {
                    Snapper.Snap snap = snapper.point(target);
                    target = target.plus(snap.shift());
                    guides = snap.guides();
                } else {
                    target = snapper.along(anchor(pointer), target);
                }
            }
            Box box = box(target, constrains, pointer.centred());
            marks.set(new Marks(guides, null, box, List.of()));
            Map<Integer, Component> components = new HashMap<>();
            try {
                if (originals.size() == 1) {
                    components.put(indices.getFirst(), Handles.dragged(originals.getFirst(), handle.grip(), target,
                            constrains, pointer.centred(), pixel()));
                } else if (box != null) {
                    Affine map = bounds().to(box);
                    for (int i = 0; i < indices.size(); i++) {
                        components.put(indices.get(i), Shapes.transformed(originals.get(i), map));
                    }
                }
            } catch (IllegalArgumentException e) {
                // Too thin or too far: it stays as it was last.
                return;
            }
            replace(components);
        }

        private Box bounds() {
            return Box.of(originals.stream().map(Component::bounds).reduce(Bounds::union).orElseThrow());
        }

        /// The box to show, of several components or of a cloud. Several keep their ratio.
        private @Nullable Box box(Vec2 target, boolean constrains, boolean centred) {
            boolean several = originals.size() > 1;
            boolean cloud =
                    originals.getFirst() instanceof PointCloud || originals.getFirst() instanceof KernelEstimate;
            return several || cloud
                    ? Handles.dragged(bounds(), handle.grip(), target,
                            constrains || (several && handle.grip() instanceof Handles.Grip.Side), centred, pixel())
                    : null;
        }

        /// Whether the handle changes an angle.
        private boolean turns() {
            return handle.grip() instanceof Handles.Grip.Turn
                    || (handle.grip() instanceof Handles.Grip.End && originals.getFirst() instanceof ArcComponent);
        }

        /// Whether what is dragged can meet a coordinate: not a radius, nor a side or an axis that stands askew.
        private boolean isUpright() {
            return !(handle.grip() instanceof Handles.Grip.Radius)
                    && (originals.size() > 1 || Handles.isUpright(originals.getFirst()));
        }

        /// From where the length is measured that is dragged.
        private Vec2 anchor(Pointer pointer) {
            Vec2 centre = originals.getFirst() instanceof ArcComponent arc
                    ? arc.centre()
                    : originals.getFirst().bounds().centre();
            boolean isSide = handle.grip() instanceof Handles.Grip.Side && !pointer.centred();
            return isSide ? centre.times(2).minus(handle.at()) : centre;
        }

        /// Whether the next multiple of 15° is so near that it is meant.
        private boolean isNearConstrained(Vec2 target, Pointer pointer) {
            Vec2 free = handleAfter(target, false, pointer.centred());
            double arm = free.distance(originals.size() == 1 ? anchor(pointer) : bounds().centre());
            return free.distance(handleAfter(target, true, pointer.centred())) <= SNAP_ANGLE * arm;
        }

        private Vec2 handleAfter(Vec2 target, boolean constrains, boolean centred) {
            Box box = box(target, constrains, centred);
            List<Handle> handles = box == null
                    ? Handles.of(Handles.dragged(originals.getFirst(), handle.grip(), target, constrains, centred,
                            pixel()), pixel())
                    : Handles.ofBox(box, true, pixel());
            return handles.stream().filter(h -> h.grip().equals(handle.grip())).map(Handle::at).findFirst()
                    .orElse(target);
        }
    }

    /// Selects by a rubber band what has its centre in it.
    private final class Band extends Gesture {

        private final List<Integer> before;

        Band(Pointer pointer) {
            super(pointer);
            before = pointer.constrains() ? selection.indices() : List.of();
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            Box band = Box.between(start, place);
            Bounds bounds = Bounds.around(band.centre(), band.half());
            List<DataItem> items = store.current().items();
            Set<Integer> wanted = new HashSet<>(before);
            wanted.addAll(selection.withGroups(IntStream.range(0, items.size())
                    .filter(i -> items.get(i).counts() && !items.get(i).locked()
                            && bounds.contains(items.get(i).component().bounds().centre()))
                    .boxed()
                    .toList()));
            selection.select(wanted);
            marks.set(new Marks(List.of(), band, null, List.of()));
        }

        @Override
        void click(Pointer pointer) {
            if (!pointer.constrains()) {
                selection.clear();
            }
        }
    }

    /// Drags out a new component, or places one of a usual size.
    private final class Creation extends Gesture {

        private final Tool kind;
        private final int index = store.current().items().size();
        private final Snapper snapper = snapper(Set.of());
        private final double weight = editor.usualWeight();
        private final int label = selection.activeClassProperty().get();
        private final Vec2 corner;

        Creation(Pointer pointer, Tool kind) {
            super(pointer);
            this.kind = kind;
            corner = pointer.free() ? start : start.plus(snapper.point(start).shift());
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            Vec2 target = place;
            if (!pointer.free()) {
                Snapper.Snap snap = snapper.point(place);
                target = place.plus(snap.shift());
                marks.set(Marks.guides(snap.guides()));
            }
            put(component(target, pointer));
        }

        @Override
        void click(Pointer pointer) {
            double size = USUAL_SIZE * height * pixel();
            put(switch (kind) {
                case RECTANGLE -> new RectangleComponent(weight, label, corner, new Vec2(1.5 * size, size), 0);
                case RING -> ArcComponent.ring(weight, label, corner, USUAL_RING * height * pixel());
                case SEGMENT -> new SegmentComponent(weight, label, corner.minus(new Vec2(2 * size, 0)),
                        corner.plus(new Vec2(2 * size, 0)));
                default -> new GaussianComponent(weight, label, corner, SymMat2.scalar(size * size));
            });
        }

        private Component component(Vec2 target, Pointer pointer) {
            double least = 0.5 * pixel();
            return switch (kind) {
                case RING -> ArcComponent.ring(weight, label, corner, Math.max(2 * least, corner.distance(target)));
                case SEGMENT -> new SegmentComponent(weight, label, corner,
                        pointer.constrains() ? Handles.straightened(corner, target) : target);
                default -> {
                    Vec2 span = target.minus(corner);
                    double side = Math.max(Math.abs(span.x()), Math.abs(span.y()));
                    Vec2 reach = pointer.constrains()
                            ? new Vec2(Math.copySign(side, span.x()), Math.copySign(side, span.y()))
                            : span;
                    Box box = Box.between(pointer.centred() ? corner.minus(reach) : corner, corner.plus(reach));
                    Vec2 half = new Vec2(Math.max(least, box.half().x()), Math.max(least, box.half().y()));
                    // The box holds the ellipse of two standard deviations.
                    yield kind == Tool.RECTANGLE
                            ? new RectangleComponent(weight, label, box.centre(), half, 0)
                            : new GaussianComponent(weight, label, box.centre(),
                                    new SymMat2(0.25 * half.x() * half.x(), 0, 0.25 * half.y() * half.y()));
                }
            };
        }

        private void put(Component component) {
            edit(document -> {
                List<DataItem> items = new ArrayList<>(document.items());
                if (items.size() > index) {
                    items.set(index, items.get(index).withComponent(component));
                } else {
                    items.add(DataItem.of(component));
                }
                return document.withItems(items);
            });
            if (store.current().items().size() > index) {
                selection.select(List.of(index));
            }
        }

        @Override
        void finish() {
            tool.set(Tool.SELECT);
        }
    }

    /// Sprays points into the cloud that is selected, or into a new one.
    private final class Brush extends Gesture {

        private final List<Vec2> sprayed = new ArrayList<>();
        private final @Nullable Integer target;
        private final @Nullable Component original;
        private final int index = store.current().items().size();
        private final double weight = editor.usualWeight();
        private final int label = selection.activeClassProperty().get();

        Brush(Pointer pointer) {
            super(pointer);
            List<DataItem> items = selection.items();
            boolean joins = items.size() == 1 && !items.getFirst().locked()
                    && (items.getFirst().component() instanceof PointCloud
                            || items.getFirst().component() instanceof KernelEstimate);
            target = joins ? selection.indices().getFirst() : null;
            original = joins ? items.getFirst().component() : null;
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            for (int i = 0; i < SPRAYED; i++) {
                double radius = brush.get() * pixel() * Math.sqrt(random.nextDouble());
                sprayed.add(place.plus(Vec2.ofAngle(random.nextDouble(2 * Math.PI)).times(radius)));
            }
            put();
        }

        @Override
        void click(Pointer pointer) {
            sprayed.add(start);
            put();
        }

        private void put() {
            if (target != null && original != null) {
                replace(Map.of(target, with(original, sprayed)));
                return;
            }
            Component fresh = sprayed.size() == 1
                    ? new PointComponent(weight, label, sprayed.getFirst())
                    : PointCloud.of(weight, label, sprayed);
            edit(document -> {
                List<DataItem> items = new ArrayList<>(document.items().subList(0, index));
                items.add(DataItem.of(fresh));
                return document.withItems(items);
            });
            if (store.current().items().size() > index) {
                selection.select(List.of(index));
            }
        }

        private static Component with(Component cloud, List<Vec2> more) {
            return switch (cloud) {
                case KernelEstimate k -> new KernelEstimate((PointCloud) with(k.points(), more), k.bandwidth());
                case PointCloud c -> {
                    List<Vec2> points = new ArrayList<>(c.points());
                    points.addAll(more);
                    yield PointCloud.of(c.weight(), c.label(), points);
                }
                default -> cloud;
            };
        }
    }

    /// Takes away points and segments under the brush; a cloud without points goes.
    private final class Eraser extends Gesture {

        Eraser(Pointer pointer) {
            super(pointer);
            erase(start);
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            erase(place);
        }

        private void erase(Vec2 place) {
            double reach = brush.get() * pixel();
            edit(document -> {
                List<DataItem> items = new ArrayList<>();
                for (DataItem item : document.items()) {
                    if (item.locked() || !item.counts()) {
                        items.add(item);
                    } else {
                        rest(item.component(), place, reach).map(item::withComponent).ifPresent(items::add);
                    }
                }
                return items.equals(document.items()) ? document : document.withItems(items);
            });
        }

        private static Optional<Component> rest(Component component, Vec2 place, double reach) {
            return switch (component) {
                case PointComponent p -> p.at().distance(place) <= reach ? Optional.empty() : Optional.of(p);
                case SegmentComponent s -> Shapes.distance(s.from(), s.to(), place) <= reach
                        ? Optional.empty()
                        : Optional.of(s);
                case PointCloud c -> restOf(c, place, reach).map(Function.identity());
                case KernelEstimate k ->
                    restOf(k.points(), place, reach).map(points -> new KernelEstimate(points, k.bandwidth()));
                default -> Optional.of(component);
            };
        }

        private static Optional<PointCloud> restOf(PointCloud cloud, Vec2 place, double reach) {
            List<Vec2> rest = cloud.points().stream().filter(point -> point.distance(place) > reach).toList();
            if (rest.size() == cloud.size()) {
                return Optional.of(cloud);
            }
            return rest.isEmpty() ? Optional.empty() : Optional.of(PointCloud.of(cloud.weight(), cloud.label(), rest));
        }
    }

    /// A line drawn by hand becomes a group of segments, together as heavy as another component.
    private final class SketchLine extends Gesture {

        private final List<Vec2> points = new ArrayList<>();

        SketchLine(Pointer pointer) {
            super(pointer);
            points.add(start);
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            points.add(place);
            marks.set(new Marks(List.of(), null, null, List.copyOf(points)));
        }

        @Override
        void finish() {
            List<Vec2> line = Stroke.simplified(points, SKETCH_TOLERANCE * pixel());
            if (line.size() > 1) {
                editor.addGenerated(this, () -> new Sketch(List.of(line)).generate(0));
            }
        }
    }

    private final class Typing extends Gesture {

        Typing(Pointer pointer) {
            super(pointer);
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
        double size = LETTER_SIZE * height * pixel();
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
            super(pointer);
        }

        @Override
        void drag(Pointer pointer, Vec2 place) {
            Cameras.pan(store, start.minus(place));
        }
    }

    /// Pins a probe at what was clicked.
    private final class Probing extends Gesture {

        Probing(Pointer pointer) {
            super(pointer);
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
