package scorescape.figure.plot;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.population.Axis;
import scorescape.diffusion.population.GuidanceSweep;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.diffusion.population.Target;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Study;
import scorescape.figure.ClassInk;
import scorescape.figure.Ink;
import scorescape.figure.Memo;
import scorescape.figure.MixedInk;
import scorescape.figure.Role;
import scorescape.figure.Typeset;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// The population of a document, as the plots ask for it. Bundles are kept, so that a plot of several γ that is asked for
/// again with one more computes that one.
final class Population {

    /// Particles that the search for the largest monotone scale runs at most.
    private static final int SEARCH = 1000;

    /// Positions of bundles that are kept, some 200 MB.
    private static final long MOST_POSITIONS = 12_000_000;

    private record TargetKey(DataDistribution data, int label, Axis axis, double tolerance) {}

    /// What outlives one picture: what was computed last.
    static final class Cache {

        private final Memo<TargetKey, Target> targets = new Memo<>(2);
        private final Memo<DataLevels, DiffusionProcess> processes = new Memo<>(8);
        private final Memo<RunKey, Measured> runs = new Memo<>(24, MOST_POSITIONS, Measured::positions);
    }

    private record DataLevels(DataDistribution data, List<NoiseLevel> levels, ScoreModel scores) {}

    private record RunKey(DataLevels where, Guidance guidance, Sampler sampler, NoiseSource noise,
            int particles, TargetKey target) {}

    /// A bundle and its numbers.
    record Measured(TrajectoryBundle bundle, PopulationStatistics statistics) {

        private long positions() {
            return (long) bundle.particles() * (bundle.steps() + 1);
        }
    }

    private final Document document;
    private final Cache cache;
    private final BooleanSupplier cancelled;
    private final DataDistribution data;
    private final TargetKey target;
    private final OptionalDouble scale;

    Population(Document document, Cache cache, BooleanSupplier cancelled) {
        this.document = document;
        this.cache = cache;
        this.cancelled = cancelled;
        data = document.data();
        int label = document.guidance().guidingClass().orElse(data.labels().getFirst());
        Study.Axis chosen = document.study().axis();
        Axis axis = chosen == null ? Axis.towards(data, label) : Axis.between(chosen.from(), chosen.to());
        target = new TargetKey(data, label, axis, document.study().tolerance());
        scale = GuidanceSweep.scale(document.guidance());
    }

    Document document() {
        return document;
    }

    DataDistribution data() {
        return data;
    }

    /// What the runs of the scene believe.
    ScoreModel model() {
        return document.sampling().model();
    }

    BooleanSupplier cancelled() {
        return cancelled;
    }

    int label() {
        return target.label();
    }

    String className() {
        return Typeset.plain(document.className(label()));
    }

    Axis axis() {
        return target.axis();
    }

    Target target() {
        return cache.targets.get(target, k -> new Target(k.data(), k.label(), k.axis(), k.tolerance()));
    }

    /// Whether the scene's guidance has a scale that can be varied.
    boolean isScaled() {
        return scale.isPresent();
    }

    /// γ of the scene; 0 for plain sampling.
    double gamma() {
        return scale.orElse(0);
    }

    List<Double> scales() {
        return isScaled() ? document.study().scales() : List.of(gamma());
    }

    int particles() {
        return document.layers().population().particles();
    }

    /// A run as the scene says, with another scale.
    Request request(int particles, double gamma) {
        return request(particles, guidance(gamma), document.sampling().gridLevels(), model());
    }

    Guidance guidance(double gamma) {
        return isScaled() ? GuidanceSweep.withScale(document.guidance(), gamma) : document.guidance();
    }

    private Request request(int particles, Guidance guidance, List<NoiseLevel> levels, ScoreModel scores) {
        DiffusionProcess process = cache.processes.get(new DataLevels(data, levels, scores),
                k -> new DiffusionProcess(k.data(), k.levels(), k.scores()));
        return new Request(process, guidance, document.sampler(), document.sampling().noise(), particles);
    }

    Measured measured(int particles, double gamma) {
        return measured(particles, guidance(gamma), document.sampling().gridLevels(), model(), gamma);
    }

    /// @param levels of the time grid
    /// @param gamma of the tilted law that the runs are compared with
    Measured measured(int particles, Guidance guidance, List<NoiseLevel> levels, ScoreModel scores, double gamma) {
        var key = new RunKey(new DataLevels(data, levels, scores), guidance, document.sampler(),
                document.sampling().noise(), particles, target);
        return cache.runs.get(key, _ -> {
            TrajectoryBundle bundle =
                    TrajectoryBundle.run(request(particles, guidance, levels, scores), cancelled);
            return new Measured(bundle, PopulationStatistics.of(bundle, target(), target().tilted(gamma)));
        });
    }

    /// See [GuidanceSweep#largestMonotone].
    OptionalDouble largestMonotone(int particles, double most) {
        return GuidanceSweep.largestMonotone(request(Math.min(particles, SEARCH), 1), axis(), most, cancelled);
    }

    Ink classInk() {
        return classInk(label());
    }

    Ink classInk(int label) {
        return new ClassInk(document.classIndex(label));
    }

    /// A shade for a γ of several: the larger, the darker.
    static Ink shade(int index, int count) {
        Ink light = new MixedInk(Role.BACKGROUND, Role.DIFFERENCE, 0.85);
        return new MixedInk(light, Role.SCALED_DIFFERENCE, count == 1 ? 1 : (double) index / (count - 1));
    }

    /// The part of the axis that the class takes, for a strip in a plot: all of a box, two standard deviations of a Gaussian.
    double[] extent() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        Bounds bounds = data.given(label()).bounds();
        for (Vec2 corner : List.of(new Vec2(bounds.minX(), bounds.minY()), new Vec2(bounds.minX(), bounds.maxY()),
                new Vec2(bounds.maxX(), bounds.minY()), new Vec2(bounds.maxX(), bounds.maxY()))) {
            low = Math.min(low, axis().position(corner));
            high = Math.max(high, axis().position(corner));
        }
        return new double[]{low, high};
    }

    /// What plots of the plane show: the data with some room, and what a share of the ends needs beyond it.
    Bounds plane(List<Measured> runs) {
        Bounds bounds = data.bounds();
        Bounds shown =
                Bounds.around(bounds.centre(), new Vec2(0.65 * bounds.width() + 1e-3, 0.65 * bounds.height() + 1e-3));
        for (Measured run : runs) {
            double[] x = sorted(run, true);
            double[] y = sorted(run, false);
            if (x.length > 0) {
                int low = x.length / 50;
                int high = x.length - 1 - low;
                shown = shown.union(limited(new Bounds(x[low], y[low], x[high], y[high]), bounds));
            }
        }
        return shown;
    }

    /// No further beyond the data than they are wide.
    private static Bounds limited(Bounds wanted, Bounds data) {
        double reach = 1.5 * Math.max(data.width(), data.height());
        Bounds most = Bounds.around(data.centre(), new Vec2(reach, reach));
        double minX = Math.clamp(wanted.minX(), most.minX(), most.maxX());
        double minY = Math.clamp(wanted.minY(), most.minY(), most.maxY());
        return new Bounds(minX, minY, Math.clamp(wanted.maxX(), minX, most.maxX()),
                Math.clamp(wanted.maxY(), minY, most.maxY()));
    }

    private static double[] sorted(Measured run, boolean alongX) {
        TrajectoryBundle bundle = run.bundle();
        return IntStream.range(0, bundle.particles())
                .filter(i -> !bundle.diverged(i))
                .mapToDouble(i -> alongX ? bundle.end(i).x() : bundle.end(i).y())
                .sorted()
                .toArray();
    }
}
