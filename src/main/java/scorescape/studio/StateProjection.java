package scorescape.studio;

import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document.Coordinates;
import scorescape.figure.Plane;
import scorescape.figure.Viewport;
import scorescape.math.Vec2;

/// Between states `x_t` at one noise level and the places in the picture where they are drawn.
///
/// @param viewport of the picture, its pixels as large as the units of the window
record StateProjection(Viewport viewport, Coordinates coordinates, NoiseLevel level) {

    Vec2 toPicture(Vec2 state) {
        return viewport.toPixel(Plane.point(coordinates, level, state));
    }

    Vec2 toState(Vec2 place) {
        return Plane.state(coordinates, level, viewport.toData(place));
    }
}
