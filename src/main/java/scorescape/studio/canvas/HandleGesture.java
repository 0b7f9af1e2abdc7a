package scorescape.studio.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.document.DataItem;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures.Marks;
import scorescape.studio.canvas.CanvasGestures.Pointer;
import scorescape.studio.canvas.Handles.Handle;
import scorescape.studio.canvas.Snapper.Guide;

/// Drags a handle of what is selected: its size, its angle, its ends.
final class HandleGesture extends Gesture {

    /// How near an angle must be to a multiple of 15°, in radians: 2.5°.
    private static final double SNAP_ANGLE = Math.PI / 72;

    private final Handle handle;
    private final Vec2 offset;
    private final List<Integer> indices = selection.indices();
    private final List<Component> originals = selection.items().stream().map(DataItem::component).toList();
    private final Snapper snapper = canvas.snapper(new HashSet<>(indices));

    HandleGesture(CanvasGestures canvas, Pointer pointer, Handle handle) {
        super(canvas, pointer);
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
        canvas.show(new Marks(guides, null, box, List.of()));
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
