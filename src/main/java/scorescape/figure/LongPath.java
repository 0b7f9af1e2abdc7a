package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The way of a run of so many steps that its moves are no longer told one from another: a thin line, faint where it comes by
/// once and dark where it often does.
///
/// Stops next to each other are left out, so that a run of thousands of steps is drawn as fast as it is read.
///
/// @param width of the way of a run of fewer steps, in pixels
/// @param opacity of the same
/// @param longMove from which length on a move gets fainter in proportion, in pixels
record LongPath(double width, Ink ink, double opacity, double longMove, Viewport viewport) {

    /// Steps from which on a run is drawn so.
    static final int MANY = 250;

    /// Between stops that are drawn, at least, in pixels of a picture 540 high.
    private static final double FINE = 3;

    /// Of the usual width and opacity.
    private static final double THIN = 0.6;
    private static final double FAINT = 0.55;

    private static final double INVISIBLE = 1.0 / 512;

    /// The parts of the way that the picture shows.
    ///
    /// @param stops in pixels
    List<Mark> through(List<Vec2> stops) {
        var picture = new Bounds(0, 0, viewport.width(), viewport.height());
        List<Mark> marks = new ArrayList<>();
        Vec2 last = stops.getFirst();
        for (int i = 1; i < stops.size(); i++) {
            Vec2 stop = stops.get(i);
            double length = last.distance(stop);
            if (length < FINE * viewport.scale() && i < stops.size() - 1) {
                continue;
            }
            double visible = FAINT * opacity * Math.min(1, longMove / length);
            Clip clip = Clip.of(picture, last, stop);
            // Also refuses a move that is not a number.
            if (clip != null && visible > INVISIBLE) {
                marks.add(new Mark.Line(last.lerp(stop, clip.start()), last.lerp(stop, clip.end()), THIN * width, ink,
                        visible));
            }
            last = stop;
        }
        return marks;
    }
}
