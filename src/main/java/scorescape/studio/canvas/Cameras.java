package scorescape.studio.canvas;

import scorescape.document.Document;
import scorescape.document.Document.Camera;
import scorescape.document.DocumentStore;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Moves of the camera. None of them is an undo step.
public final class Cameras {

    /// Around a single point, and where there is nothing to measure by.
    private static final double LEAST_SPAN = 1e-3;

    /// Room around what is fitted, as a share of its size.
    private static final double ROOM = 0.12;

    private Cameras() {}

    static void pan(DocumentStore store, Vec2 by) {
        Camera camera = store.current().camera();
        store.moveCamera(new Camera(inReach(camera.centre().plus(by)), camera.width()));
    }

    /// @param factor above 1 to see less
    /// @param fixed what stays where it is in the picture, in data units
    static void zoom(DocumentStore store, double factor, Vec2 fixed) {
        Camera camera = store.current().camera();
        double width = Math.clamp(camera.width() / factor, Camera.MIN_WIDTH, Camera.MAX_WIDTH);
        Vec2 arm = camera.centre().minus(fixed).times(width / camera.width());
        store.moveCamera(new Camera(inReach(fixed.plus(arm)), width));
    }

    /// About the middle of the picture.
    public static void zoom(DocumentStore store, double factor) {
        zoom(store, factor, store.current().camera().centre());
    }

    /// Shows all of a box, with some room around it.
    public static void fit(DocumentStore store, Bounds bounds) {
        store.moveCamera(around(bounds));
    }

    static Camera around(Bounds bounds) {
        double span = Math.max(LEAST_SPAN, Math.max(bounds.width(), bounds.height()));
        Vec2 half = new Vec2(0.5 * bounds.width() + ROOM * span, 0.5 * bounds.height() + ROOM * span);
        return Camera.around(Bounds.around(inReach(bounds.centre()), half));
    }

    private static Vec2 inReach(Vec2 centre) {
        double most = Document.MAX_COORDINATE;
        return new Vec2(Math.clamp(centre.x(), -most, most), Math.clamp(centre.y(), -most, most));
    }
}
