package scorescape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.population.ClassSupport;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.figure.Mark.Specks.Shape;
import scorescape.math.Bounds;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// A population of particles as marks: their ways, where they are, where they end, and the way of their mean. Confined to one
/// thread.
final class Swarm {

    private static final double PATH_WIDTH = 1.1;
    private static final double PAST = 0.65;
    private static final double FUTURE = 0.2;

    /// Moves longer than this get fainter in proportion, in pixels of a picture 540 high, as in [RunPath].
    private static final double LONG_MOVE = 30;

    private static final double LEAST_OPACITY = 0.01;

    private static final double RADIUS = 1.7;
    private static final double OPACITY = 0.75;
    private static final double END_RADIUS = 2.2;
    private static final double END_OPACITY = 0.8;

    /// Noise in which the class of an end point is asked for, as a share of the reach of the data: the class of a point a
    /// little outside a box is then that of the box.
    private static final double CLASS_BLUR = 0.01;

    private final TrajectoryBundle bundle;
    private final List<NoiseLevel> levels;
    private final List<Ink> inks;

    /// The ink of each particle, by its place in `inks`.
    private final int[] colours;

    /// Where samples of the class asked for may lie; of all data if none is.
    private final ClassSupport support;

    /// Whether each particle ends there; made when first asked for.
    private boolean @Nullable [] good;

    private final Memo<Coordinates, MeanPath> means = new Memo<>(2);

    Swarm(TrajectoryBundle bundle, Document document) {
        this.bundle = bundle;
        levels = bundle.request().sampler().levels(bundle.request().process().levels());
        OptionalInt asked = document.guidance().guidingClass();
        support = new ClassSupport(asked.isPresent() ? document.data().given(asked.getAsInt()) : document.data(),
                document.study().tolerance());
        inks = IntStream.range(0, document.classes().size()).<Ink>mapToObj(ClassInk::new).toList();
        colours = switch (document.layers().population().colouring()) {
            case REACHED -> reached(document);
            case ASKED -> asked(document);
        };
    }

    TrajectoryBundle bundle() {
        return bundle;
    }

    /// The likeliest class at the end of each.
    private int[] reached(Document document) {
        double blur = CLASS_BLUR * bundle.request().process().dataScale();
        NoisedDistribution law = document.data().noised(new NoiseLevel(1, blur));
        int[] classes = law.labels().stream().mapToInt(document::classIndex).toArray();
        return IntStream.range(0, bundle.particles()).parallel()
                .map(i -> classes[Numerics.indexOfLargest(law.posteriors(bundle.end(i)))])
                .toArray();
    }

    private int[] asked(Document document) {
        int asked = document.guidance().guidingClass().stream().map(document::classIndex).findFirst().orElse(0);
        int[] all = new int[bundle.particles()];
        Arrays.fill(all, asked);
        return all;
    }

    /// @param position of the playhead in the run, see [TrajectoryBundle#positions]
    List<Mark> particles(Coordinates coordinates, double position, Viewport viewport, double opacity) {
        double[] x = new double[bundle.particles()];
        double[] y = new double[bundle.particles()];
        switch (coordinates) {
            case STATE -> bundle.positions(position, x, y);
            case RESCALED -> bundle.rescaledPositions(position, x, y);
        }
        return List.of(specks(x, y, colours, RADIUS, Shape.DISC, OPACITY * opacity, viewport));
    }

    /// Rings where samples of the class lie, crosses astray. Those that diverged are out of sight.
    List<Mark> ends(Viewport viewport, double opacity) {
        return List.of(ends(true, viewport, opacity), ends(false, viewport, opacity));
    }

    private Mark ends(boolean wanted, Viewport viewport, double opacity) {
        boolean[] isGood = good();
        int[] particles = IntStream.range(0, bundle.particles()).filter(i -> isGood[i] == wanted).toArray();
        double[] x = Arrays.stream(particles).mapToDouble(i -> bundle.x(bundle.steps(), i)).toArray();
        double[] y = Arrays.stream(particles).mapToDouble(i -> bundle.y(bundle.steps(), i)).toArray();
        int[] own = Arrays.stream(particles).map(i -> colours[i]).toArray();
        return specks(x, y, own, END_RADIUS, wanted ? Shape.RING : Shape.CROSS, END_OPACITY * opacity, viewport);
    }

    /// Shares of the ends: those in the support of the class, and those that are neither there nor diverged.
    record Ends(double good, double astray) {}

    Ends ends() {
        int count = 0;
        for (boolean isGood : good()) {
            count += isGood ? 1 : 0;
        }
        double all = bundle.particles();
        return new Ends(count / all, (all - count - bundle.divergedCount()) / all);
    }

    private boolean[] good() {
        if (good == null) {
            boolean[] found = new boolean[bundle.particles()];
            IntStream.range(0, found.length)
                    .parallel()
                    .forEach(i -> found[i] = !bundle.diverged(i) && support.contains(bundle.end(i)));
            good = found;
        }
        return good;
    }

    List<Mark> meanBand(Coordinates coordinates, double position, Viewport viewport, double opacity) {
        return mean(coordinates).band(position, viewport, opacity);
    }

    List<Mark> meanLine(Coordinates coordinates, double position, Viewport viewport, double opacity) {
        return mean(coordinates).line(position, viewport, opacity);
    }

    private MeanPath mean(Coordinates coordinates) {
        return means.get(coordinates, shown -> new MeanPath(bundle, shown));
    }

    private Mark specks(double[] x, double[] y, int[] colours, double radius, Shape shape, double opacity,
            Viewport viewport) {
        for (int i = 0; i < x.length; i++) {
            Vec2 pixel = viewport.toPixel(new Vec2(x[i], y[i]));
            x[i] = pixel.x();
            y[i] = pixel.y();
        }
        return new Mark.Specks(x, y, colours, inks, radius * viewport.scale(), shape, opacity);
    }

    /// The ways of the first particles but that of number 0, which is the film's own.
    ///
    /// @param position of the playhead in the run
    List<Mark> paths(Document document, double position, Viewport viewport, double opacity) {
        var past = new ArrayList<Mark>();
        var future = new ArrayList<Mark>();
        int count = Math.min(document.layers().population().paths(), bundle.particles() - 1);
        for (int particle = 1; particle <= count; particle++) {
            Ink ink = inks.get(colours[particle]);
            if (bundle.steps() >= LongPath.MANY) {
                longPath(document, particle, ink, position, viewport, opacity, past, future);
                continue;
            }
            Vec2 from = place(document, 0, particle, viewport);
            for (int step = 0; step < bundle.steps(); step++) {
                Vec2 to = place(document, step + 1, particle, viewport);
                double behind = Math.clamp(position - step, 0, 1);
                Vec2 here = from.lerp(to, behind);
                double visible = opacity * Math.min(1, LONG_MOVE * viewport.scale() / from.distance(to));
                add(past, from, here, ink, PAST * visible, viewport);
                add(future, here, to, ink, FUTURE * visible, viewport);
                from = to;
            }
        }
        future.addAll(past);
        return future;
    }

    private void longPath(Document document, int particle, Ink ink, double position, Viewport viewport, double opacity,
            List<Mark> past, List<Mark> future) {
        double width = PATH_WIDTH * viewport.scale();
        double longMove = LONG_MOVE * viewport.scale();
        int before = Math.min((int) position, bundle.steps());
        List<Vec2> stops = IntStream.rangeClosed(0, bundle.steps())
                .mapToObj(step -> place(document, step, particle, viewport))
                .toList();
        Vec2 here = stops.get(before).lerp(stops.get(Math.min(before + 1, bundle.steps())), position - before);
        past.addAll(new LongPath(width, ink, PAST * opacity, longMove, viewport)
                .through(Stream.concat(stops.subList(0, before + 1).stream(), Stream.of(here)).toList()));
        future.addAll(new LongPath(width, ink, FUTURE * opacity, longMove, viewport)
                .through(Stream.concat(Stream.of(here), stops.subList(before + 1, stops.size()).stream()).toList()));
    }

    private Vec2 place(Document document, int step, int particle, Viewport viewport) {
        return viewport.toPixel(Plane.point(document.coordinates(), levels.get(step), bundle.at(step, particle)));
    }

    /// Adds the part of a move that the picture shows.
    private static void add(List<Mark> marks, Vec2 from, Vec2 to, Ink ink, double opacity, Viewport viewport) {
        Clip clip = Clip.of(new Bounds(0, 0, viewport.width(), viewport.height()), from, to);
        if (clip != null && opacity > LEAST_OPACITY) {
            marks.add(new Mark.Line(from.lerp(to, clip.start()), from.lerp(to, clip.end()),
                    PATH_WIDTH * viewport.scale(), ink, opacity));
        }
    }
}
