package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.population.Moments;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.document.Document.Coordinates;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The way of the mean of a population, in a band of one standard deviation: what the ellipse of the covariance sweeps over
/// from state to state. The ellipse at the playhead is drawn, too. Particles that diverged are left out.
final class MeanPath {

    private static final double WIDTH = 2.6;
    private static final double PAST = 0.18;
    private static final double FUTURE = 0.09;
    private static final double SPREAD = 0.6;
    private static final double FAINT_LINE = 0.45;

    /// Where a standard deviation is more than this part of the height of the picture, the band is left out: it would be all
    /// over the picture and say nothing.
    private static final double WIDEST = 0.4;

    /// Of a long run, the band takes as many states at most.
    private static final int STATIONS = 150;

    private static final int DIRECTIONS = 48;

    private final TrajectoryBundle bundle;
    private final Coordinates coordinates;
    private final boolean[] counts;

    /// At the states of the run, in the plane that is shown.
    private final List<Moments> moments;

    MeanPath(TrajectoryBundle bundle, Coordinates coordinates) {
        this.bundle = bundle;
        this.coordinates = coordinates;
        counts = new boolean[bundle.particles()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = !bundle.diverged(i);
        }
        moments = IntStream.rangeClosed(0, bundle.steps()).parallel().mapToObj(step -> moments(step)).toList();
    }

    private Moments moments(double position) {
        double[] x = new double[counts.length];
        double[] y = new double[counts.length];
        switch (coordinates) {
            case STATE -> bundle.positions(position, x, y);
            case RESCALED -> bundle.rescaledPositions(position, x, y);
        }
        int count = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i]) {
                x[count] = x[i];
                y[count++] = y[i];
            }
        }
        return Moments.of(x, y, count);
    }

    /// The band and the ellipse, which lie under the particles.
    ///
    /// @param position of the playhead in the run
    List<Mark> band(double position, Viewport viewport, double opacity) {
        if (bundle.divergedCount() == bundle.particles()) {
            return List.of();
        }
        Moments present = moments(position);
        List<Mark> marks = new ArrayList<>();
        band(marks, future(position, present), viewport, FUTURE * opacity);
        band(marks, past(position, present), viewport, PAST * opacity);
        double perUnit = 1 / viewport.unitsPerPixel();
        SymMat2 covariance = present.covariance().times(perUnit * perUnit);
        if (Math.sqrt(covariance.eigen().larger()) <= WIDEST * viewport.height()) {
            marks.add(new Mark.Ellipse(viewport.toPixel(present.mean()),
                    new SymMat2(covariance.xx(), -covariance.xy(), covariance.yy()), Role.SCALED_DIFFERENCE,
                    SPREAD * opacity));
        }
        return marks;
    }

    /// The way of the mean itself.
    ///
    /// @param position of the playhead in the run
    List<Mark> line(double position, Viewport viewport, double opacity) {
        if (bundle.divergedCount() == bundle.particles()) {
            return List.of();
        }
        Moments present = moments(position);
        List<Mark> marks = new ArrayList<>();
        line(marks, future(position, present), viewport, FAINT_LINE * opacity);
        line(marks, past(position, present), viewport, opacity);
        marks.add(new Mark.Dot(viewport.toPixel(present.mean()), 4.5 * viewport.scale(), Role.SCALED_DIFFERENCE,
                opacity));
        return marks;
    }

    private List<Moments> past(double position, Moments present) {
        List<Moments> past = new ArrayList<>(moments.subList(0, step(position) + 1));
        past.add(present);
        return past;
    }

    private List<Moments> future(double position, Moments present) {
        List<Moments> future =
                new ArrayList<>(moments.subList(Math.min(step(position) + 1, bundle.steps()), moments.size()));
        future.addFirst(present);
        return future;
    }

    private int step(double position) {
        return (int) Math.floor(Math.clamp(position, 0, bundle.steps()));
    }

    private static void line(List<Mark> marks, List<Moments> way, Viewport viewport, double opacity) {
        var picture = new Bounds(0, 0, viewport.width(), viewport.height());
        for (int i = 1; i < way.size(); i++) {
            Vec2 from = viewport.toPixel(way.get(i - 1).mean());
            Vec2 to = viewport.toPixel(way.get(i).mean());
            Clip clip = Clip.of(picture, from, to);
            if (clip != null) {
                marks.add(new Mark.Line(from.lerp(to, clip.start()), from.lerp(to, clip.end()),
                        WIDTH * viewport.scale(), Role.SCALED_DIFFERENCE, opacity));
            }
        }
    }

    /// What the ellipses of one standard deviation sweep over between the states.
    private static void band(List<Mark> marks, List<Moments> way, Viewport viewport, double opacity) {
        double widest = WIDEST * viewport.height() * viewport.unitsPerPixel();
        List<Moments> narrow = way.stream()
                .filter(moments -> moments.covariance().eigen().larger() <= widest * widest)
                .toList();
        int stations = Math.min(STATIONS, narrow.size());
        List<List<Vec2>> hulls = new ArrayList<>();
        for (int i = 1; i < stations; i++) {
            hulls.add(hull(station(narrow, i - 1, stations), station(narrow, i, stations), viewport));
        }
        if (!hulls.isEmpty()) {
            marks.add(new Mark.Area(hulls, Role.SCALED_DIFFERENCE, opacity));
        }
    }

    private static Moments station(List<Moments> way, int index, int stations) {
        return way.get((int) ((long) index * (way.size() - 1) / (stations - 1)));
    }

    /// The convex hull of two ellipses: in each direction the point of the one that reaches farther.
    private static List<Vec2> hull(Moments a, Moments b, Viewport viewport) {
        List<Vec2> outline = new ArrayList<>();
        for (int i = 0; i < DIRECTIONS; i++) {
            Vec2 u = Vec2.ofAngle(2 * Math.PI * i / DIRECTIONS);
            Vec2 farA = farthest(a, u);
            Vec2 farB = farthest(b, u);
            outline.add(viewport.toPixel(farA.dot(u) > farB.dot(u) ? farA : farB));
        }
        return outline;
    }

    /// The point of the ellipse that is farthest in a direction: `μ + C u/√(uᵀ C u)`.
    private static Vec2 farthest(Moments moments, Vec2 u) {
        Vec2 reach = moments.covariance().times(u);
        double deviation = Math.sqrt(Math.max(0, reach.dot(u)));
        return deviation > 0 ? moments.mean().plus(reach.times(1 / deviation)) : moments.mean();
    }
}
