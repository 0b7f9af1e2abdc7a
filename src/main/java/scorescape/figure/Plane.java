package scorescape.figure;

import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document.Coordinates;
import scorescape.math.Vec2;

/// Where the plane of a picture shows a state. Data and predictions of data are in data units in either coordinates.
public final class Plane {

    private Plane() {}

    /// The point at which the state `x` of a noise level is shown.
    public static Vec2 point(Coordinates coordinates, NoiseLevel level, Vec2 x) {
        return switch (coordinates) {
            case STATE -> x;
            case RESCALED -> level.rescaled(x);
        };
    }

    /// The state of a noise level that is shown at `point`: what a user means who drags `x_t` there.
    public static Vec2 state(Coordinates coordinates, NoiseLevel level, Vec2 point) {
        return switch (coordinates) {
            case STATE -> point;
            case RESCALED -> point.times(level.alpha());
        };
    }

    /// The level at which the data are noised to give the density of the shown points.
    static NoiseLevel shownLevel(Coordinates coordinates, NoiseLevel level) {
        return switch (coordinates) {
            case STATE -> level;
            case RESCALED -> level.rescaled();
        };
    }
}
