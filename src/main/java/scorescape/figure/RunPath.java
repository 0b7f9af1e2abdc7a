package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document;
import scorescape.lesson.Playhead;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The way of a run: what lies behind the playhead firmly, what lies ahead faintly.
///
/// Long moves are drawn fainter, as a fast object is in a photograph: the first moves of a run cross the picture and
/// say little, the last ones are short and say where it goes. A run of very many steps is a [LongPath].
final class RunPath {

    private static final double WIDTH = 1.4;
    private static final double HALO_WIDTH = 4.2;
    private static final double HALO = 0.6;
    private static final double PAST = 0.6;
    private static final double FUTURE = 0.28;

    /// Moves longer than this get fainter in proportion, in pixels of a picture 540 high.
    private static final double LONG_MOVE = 45;

    private RunPath() {}

    static List<Mark> marks(Trajectory run, Document document, Playhead playhead, Viewport viewport) {
        List<Vec2> states = new ArrayList<>();
        for (Step step : run.steps()) {
            states.add(viewport.toPixel(Plane.point(document.coordinates(), step.from(), step.x())));
        }
        states.add(viewport.toPixel(run.end()));
        int index = playhead.step();
        double within = switch (playhead.stage()) {
            case MOVE -> playhead.progress();
            case END -> 1;
            default -> 0;
        };
        Vec2 now = states.get(index).lerp(states.get(index + 1), within);

        if (run.steps().size() >= LongPath.MANY) {
            return longPath(document, states, index, now, viewport);
        }
        var segments = new Segments(viewport);
        for (int i = firstState(document, index); i < index; i++) {
            segments.add(states.get(i), states.get(i + 1), PAST);
        }
        segments.add(states.get(index), now, PAST);
        segments.add(now, states.get(index + 1), FUTURE);
        for (int i = index + 1; i + 1 < states.size(); i++) {
            // A state put in place by hand is not where the move before it led.
            if (!isPlaced(document, i + 1)) {
                segments.add(states.get(i), states.get(i + 1), FUTURE);
            }
        }
        return segments.marks();
    }

    private static List<Mark> longPath(Document document, List<Vec2> states, int index, Vec2 now, Viewport viewport) {
        List<Vec2> stops = new ArrayList<>();
        stops.add(now);
        List<Mark> all = new ArrayList<>();
        for (int i = index + 1; i < states.size(); i++) {
            if (isPlaced(document, i)) {
                all.addAll(longPath(FUTURE, viewport).through(stops));
                stops.clear();
            }
            stops.add(states.get(i));
        }
        all.addAll(longPath(FUTURE, viewport).through(stops));
        List<Vec2> past = new ArrayList<>(states.subList(firstState(document, index), index + 1));
        past.add(now);
        all.addAll(longPath(PAST, viewport).through(past));
        return all;
    }

    private static LongPath longPath(double opacity, Viewport viewport) {
        return new LongPath(WIDTH * viewport.scale(), Role.STATE, opacity, LONG_MOVE * viewport.scale(), viewport);
    }

    /// The run as it is told begins where the user put the state, if that is past.
    private static int firstState(Document document, int index) {
        Placement placement = document.placement();
        return placement != null && placement.step() <= index ? placement.step() : 0;
    }

    private static boolean isPlaced(Document document, int index) {
        Placement placement = document.placement();
        return placement != null && placement.step() == index;
    }

    /// Collects the lines, all halos under all lines.
    private static final class Segments {

        private final double scale;
        private final Bounds picture;
        private final List<Mark> halos = new ArrayList<>();
        private final List<Mark> lines = new ArrayList<>();

        Segments(Viewport viewport) {
            scale = viewport.scale();
            picture = new Bounds(0, 0, viewport.width(), viewport.height());
        }

        void add(Vec2 from, Vec2 to, double opacity) {
            Clip clip = Clip.of(picture, from, to);
            if (clip == null) {
                return;
            }
            Vec2 start = from.lerp(to, clip.start());
            Vec2 end = from.lerp(to, clip.end());
            double visible = opacity * Math.min(1, LONG_MOVE * scale / from.distance(to));
            halos.add(new Mark.Line(start, end, HALO_WIDTH * scale, Role.BACKGROUND, HALO * visible));
            lines.add(new Mark.Line(start, end, WIDTH * scale, Role.STATE, visible));
        }

        List<Mark> marks() {
            List<Mark> all = new ArrayList<>(halos);
            all.addAll(lines);
            return all;
        }
    }
}
