package scorescape.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.document.Document.Coordinates;
import scorescape.math.Vec2;

/// A regular grid of starting noises, carried by the deterministic sampler: the map that the flow is.
///
/// The lines are half a standard deviation of the noise apart and reach to [#REACH] of them. They are carried by DDIM
/// without fresh noise, in the steps of the run and with its guidance, whatever sampler the run has. Where the flow pulls
/// neighbours on a line apart, starts are put between them, so that the line bends as the flow does. What is pulled apart
/// too far for that, towards different parts of the data, stays joined: the map is continuous.
final class FlowMap {

    /// Standard deviations of the noise to either side.
    private static final double REACH = 2.5;

    /// Lines in either direction.
    private static final int LINES = 11;

    /// Regular starts along a line.
    private static final int POINTS = 41;

    /// How often the way between two starts may be halved.
    private static final int HALVINGS = 10;

    /// How far apart neighbours may end, as a share of how far the data reach.
    private static final double LARGEST_GAP = 1.0 / 40;

    private static final double WIDTH = 1;
    private static final double OPACITY = 0.6;

    /// The starts of particles, by number. Equal to every other one that has the same.
    private record Starts(List<Vec2> points) implements NoiseSource {

        @Override
        public Vec2 at(int particle, int step, int draw) {
            return points.get(particle);
        }
    }

    /// A start on a line, and which particle of which bundle is there.
    private record Knot(Vec2 start, int bundle, int particle) {}

    private final List<TrajectoryBundle> bundles = new ArrayList<>();
    private final List<List<Knot>> lines;

    FlowMap(DiffusionProcess process, Guidance guidance) {
        lines = carry(regularLines(), process, guidance);
        double largestGap = LARGEST_GAP * process.dataScale();
        for (int i = 0; i < HALVINGS; i++) {
            List<List<Vec2>> between = lines.stream().map(line -> between(line, largestGap)).toList();
            if (between.stream().allMatch(List::isEmpty)) {
                break;
            }
            List<List<Knot>> added = carry(between, process, guidance);
            for (int line = 0; line < lines.size(); line++) {
                lines.set(line, merged(lines.get(line), added.get(line)));
            }
        }
    }

    /// All upright lines, then all level ones.
    private static List<List<Vec2>> regularLines() {
        List<List<Vec2>> regular = new ArrayList<>();
        for (int line = 0; line < 2 * LINES; line++) {
            double across = -REACH + 2 * REACH * (line % LINES) / (LINES - 1);
            List<Vec2> points = new ArrayList<>();
            for (int i = 0; i < POINTS; i++) {
                double along = -REACH + 2 * REACH * i / (POINTS - 1);
                points.add(line < LINES ? new Vec2(across, along) : new Vec2(along, across));
            }
            regular.add(points);
        }
        return regular;
    }

    /// Runs all starts as one bundle.
    private List<List<Knot>> carry(List<List<Vec2>> starts, DiffusionProcess process, Guidance guidance) {
        List<Vec2> all = new ArrayList<>();
        List<List<Knot>> knots = new ArrayList<>();
        for (List<Vec2> line : starts) {
            List<Knot> along = new ArrayList<>();
            for (Vec2 start : line) {
                along.add(new Knot(start, bundles.size(), all.size()));
                all.add(start);
            }
            knots.add(along);
        }
        bundles.add(TrajectoryBundle.run(new TrajectoryBundle.Request(process, guidance, new DdimSampler(0),
                new Starts(all), all.size()), () -> false));
        return knots;
    }

    private List<Vec2> between(List<Knot> line, double largestGap) {
        List<Vec2> starts = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            Knot a = line.get(i - 1);
            Knot b = line.get(i);
            if (end(a).minus(end(b)).norm() > largestGap) {
                starts.add(a.start().lerp(b.start(), 0.5));
            }
        }
        return starts;
    }

    private Vec2 end(Knot knot) {
        return bundles.get(knot.bundle()).end(knot.particle());
    }

    private static List<Knot> merged(List<Knot> line, List<Knot> added) {
        List<Knot> all = new ArrayList<>(line);
        all.addAll(added);
        // One of the two coordinates is the same all along a line.
        all.sort(Comparator.comparingDouble(knot -> knot.start().x() + knot.start().y()));
        return all;
    }

    /// @param position of the playhead in the run
    List<Mark> marks(double position, Coordinates coordinates, Viewport viewport, double opacity) {
        List<double[]> xs = new ArrayList<>();
        List<double[]> ys = new ArrayList<>();
        for (TrajectoryBundle bundle : bundles) {
            double[] x = new double[bundle.particles()];
            double[] y = new double[bundle.particles()];
            switch (coordinates) {
                case STATE -> bundle.positions(position, x, y);
                case RESCALED -> bundle.rescaledPositions(position, x, y);
            }
            xs.add(x);
            ys.add(y);
        }
        List<Mark> marks = new ArrayList<>();
        for (List<Knot> line : lines) {
            List<Vec2> points = line.stream()
                    .map(knot -> new Vec2(xs.get(knot.bundle())[knot.particle()],
                            ys.get(knot.bundle())[knot.particle()]))
                    .map(viewport::toPixel)
                    .toList();
            marks.add(new Mark.Polyline(points, WIDTH * viewport.scale(), Role.FLOW, OPACITY * opacity, false));
        }
        return marks;
    }
}
