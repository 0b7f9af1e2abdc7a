package scorescape.figure;

import scorescape.document.Document.Camera;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The map from the plane to the pixels of one picture: y points up in the plane and down in the picture.
///
/// @param centre what is in the middle of the picture, in data units
/// @param unitsPerPixel size of a pixel, in data units
/// @param width of the picture, in pixels
/// @param height of the picture, in pixels
/// @param enlargement how much larger than usual text, lines and dots are drawn
public record Viewport(Vec2 centre, double unitsPerPixel, int width, int height, double enlargement) {

    public Viewport {
        if (!(unitsPerPixel > 0 && unitsPerPixel < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a pixel must have a positive finite size: " + unitsPerPixel);
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture needs at least one pixel: " + width + " by " + height);
        }
        if (!(enlargement > 0 && enlargement < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the enlargement must be positive and finite: " + enlargement);
        }
    }

    /// With text and lines of the usual size.
    public Viewport(Vec2 centre, double unitsPerPixel, int width, int height) {
        this(centre, unitsPerPixel, width, height, 1);
    }

    /// The viewport that shows all that `camera` sees in a picture of 16 : 10, and more to the sides where the picture
    /// has another shape.
    public static Viewport of(Camera camera, int width, int height) {
        double unitsPerPixel = Math.max(camera.width() / width, camera.width() * Camera.ASPECT / height);
        return new Viewport(camera.centre(), unitsPerPixel, width, height);
    }

    /// The same plane with text, lines and dots larger by `factor`.
    public Viewport enlarged(double factor) {
        return factor == 1 ? this : new Viewport(centre, unitsPerPixel, width, height, enlargement * factor);
    }

    /// Position in the picture of a point of the plane: pixels from the left and from the top.
    public Vec2 toPixel(Vec2 point) {
        return new Vec2(0.5 * width + (point.x() - centre.x()) / unitsPerPixel,
                0.5 * height - (point.y() - centre.y()) / unitsPerPixel);
    }

    public Vec2 toData(Vec2 pixel) {
        return new Vec2(centre.x() + (pixel.x() - 0.5 * width) * unitsPerPixel,
                centre.y() - (pixel.y() - 0.5 * height) * unitsPerPixel);
    }

    /// How large text, lines and dots are drawn: 1 in a picture 540 pixels high, and in proportion to the picture, so
    /// that a large export looks like a small one. Narrow pictures count by their width. Times the enlargement.
    public double scale() {
        return enlargement * Math.min(height / 540.0, width / 720.0);
    }

    /// All that the picture shows, in data units.
    public Bounds bounds() {
        return Bounds.around(centre, new Vec2(0.5 * width * unitsPerPixel, 0.5 * height * unitsPerPixel));
    }
}
