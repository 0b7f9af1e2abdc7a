package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.population.CellMasses;
import scorescape.diffusion.population.GaussianPair;
import scorescape.diffusion.population.GuidedMap;
import scorescape.diffusion.population.RunDensity;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.figure.Role;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// The law of the guided flow without sampling noise, in the plane and along the axis, beside the tilted law and, where there
/// is one, the closed form.
final class LawView implements StudyComputer.View {

    private static final int SIDE = 128;
    private static final int BINS = 90;

    /// Particles whose density is followed.
    private static final int FOLLOWED = 60;

    /// Logarithms further out are drawn there: where the map folds, the density is infinite.
    private static final double MOST_LOG = 40;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        double gamma = population.gamma();
        Request request = population.request(particles, gamma);
        Population.Measured run = population.measured(particles, gamma);
        Bounds shown = population.plane(List.of(run));
        CellMasses.Grid grid = population.target().fineGrid(shown);
        boolean noisy = GuidedMap.drawsNoise(request);
        CellMasses law = noisy
                ? CellMasses.ofEnds(grid, run.bundle())
                : GuidedMap.of(request, SIDE, population.cancelled()).law(grid);
        CellMasses promised = CellMasses.of(grid, population.target().tilted(gamma));
        canvas.heading(text("plot.law.heading", Range.number(gamma)),
                noisy ? text("plot.law.noisy", particles) : text("plot.law.changeVariables"));

        Plot plane = Plot.ofPlane(canvas.place(0, 1, 0, 2, 10, 30, 10, 30), canvas.scale(), shown).frame();
        plane.image(grid.bounds(), canvas.shades(law, grid, law.largest()), true);
        SamplesView.outlines(plane, population);
        canvas.add(plane.title(text("plot.law.inThePlane")));

        curves(canvas, population, grid, law, promised, request, noisy ? 1 : 2);
        if (!noisy) {
            alongRuns(canvas, population, request);
        }
    }

    /// The density of the law where each of some particles is, from step to step.
    private static void alongRuns(Canvas canvas, Population population, Request request) {
        var density = RunDensity.of(request, Math.min(FOLLOWED, request.particles()), population.cancelled());
        int steps = request.process().steps();
        double[] at = IntStream.rangeClosed(0, steps).asDoubleStream().toArray();
        List<double[]> curves = IntStream.range(0, density.particles())
                .filter(i -> !density.diverged(i))
                .mapToObj(i -> IntStream.rangeClosed(0, steps)
                        .mapToDouble(step -> Math.clamp(density.logDensity(step, i), -MOST_LOG, MOST_LOG))
                        .toArray())
                .toList();
        if (curves.isEmpty()) {
            return;
        }
        Plot plot = new Plot(canvas.place(1, 2, 1, 2, 50, 30, 14, 44), canvas.scale(), Range.of(0, steps),
                Range.holding(curves.stream().flatMapToDouble(DoubleStream::of)));
        plot.axes(6, 5).upName(text("plot.law.lnDensityAlongRuns", curves.size())).acrossName(text("plot.step"));
        curves.forEach(curve -> plot.curve(at, curve, 1, Role.SCALED_DIFFERENCE, 0.3));
        double[] median = IntStream.rangeClosed(0, steps)
                .mapToDouble(step -> curves.stream().mapToDouble(curve -> curve[step]).sorted().toArray()[curves.size()
                        / 2])
                .toArray();
        plot.curve(at, median, 2.4, Role.SCALED_DIFFERENCE, 1);
        canvas.add(plot);
    }

    private static void curves(Canvas canvas, Population population, CellMasses.Grid grid, CellMasses law,
            CellMasses promised, Request request, int rows) {
        double[] marginal = marginal(population, grid, law);
        double[] tilted = marginal(population, grid, promised);
        double[] given = marginal(population, grid, CellMasses.of(grid, population.target().tilted(1)));
        double[] at = positions(population, grid);
        Optional<GaussianPair.Law> closed = closedForm(population, request);
        DoubleStream peaks = closed.stream().flatMapToDouble(c -> IntStream.range(0, c.size()).mapToDouble(c::density));
        double top = DoubleStream.concat(peaks,
                DoubleStream.concat(DoubleStream.of(marginal),
                        DoubleStream.concat(DoubleStream.of(tilted), DoubleStream.of(given))))
                .max()
                .orElse(1);
        Plot plot = new Plot(canvas.place(0, rows, 1, 2, 50, 30, 14, 44), canvas.scale(),
                Range.of(at[0], at[at.length - 1]), Range.of(0, 1.05 * top));
        plot.axes(6, 6).upName(text("plot.law.densityAlongAxis")).acrossName(text("plot.law.position"));
        // Wide, to be seen beside the promised law where both are nearly the same.
        plot.curve(at, given, 5, population.classInk(), 0.6);
        plot.curve(at, tilted, 2.2, Role.MUTED, 1);
        plot.band(at, new double[at.length], marginal, Role.SCALED_DIFFERENCE, 0.2);
        plot.curve(at, marginal, 2.4, Role.SCALED_DIFFERENCE, 1);
        closed.ifPresent(c -> plot.curve(IntStream.range(0, c.size()).mapToDouble(c::position).toArray(),
                IntStream.range(0, c.size()).mapToDouble(c::density).toArray(), 1.6, Role.STATE, 1));
        plot.named(text("plot.law.theClass"), population.classInk());
        plot.named(text("plot.law.promised"), Role.MUTED);
        plot.named(text("plot.law.guidedBySampler"), Role.SCALED_DIFFERENCE);
        closed.ifPresent(c -> {
            plot.named(text(population.model().equals(ScoreModel.EXACT)
                    ? "plot.law.closedForm"
                    : "plot.law.closedForm.exact"), Role.STATE);
            plot.named(text("plot.law.moments", Range.number(c.mean()), Range.number(c.deviation())), Role.STATE);
        });
        canvas.add(plot);
    }

    private static Optional<GaussianPair.Law> closedForm(Population population, Request request) {
        boolean plain = request.guidance() instanceof scorescape.diffusion.guidance.ClassifierFreeGuidance;
        NoiseLevel start = request.process().level(0);
        return GaussianPair.of(population.data(), population.label())
                .filter(pair -> plain
                        && Math.abs(Math.abs(pair.axis().direction().dot(population.axis().direction())) - 1) < 1e-9)
                .map(pair -> pair.law(start, request.process().startScale(), population.gamma()));
    }

    private static double[] positions(Population population, CellMasses.Grid grid) {
        double[] ends = ends(population, grid);
        return IntStream.range(0, BINS).mapToDouble(i -> ends[0] + (i + 0.5) * (ends[1] - ends[0]) / BINS).toArray();
    }

    private static double[] ends(Population population, CellMasses.Grid grid) {
        Bounds b = grid.bounds();
        List<Double> corners = new ArrayList<>();
        for (double x : new double[]{b.minX(), b.maxX()}) {
            for (double y : new double[]{b.minY(), b.maxY()}) {
                corners.add(population.axis().position(new Vec2(x, y)));
            }
        }
        return new double[]{corners.stream().mapToDouble(v -> v).min().orElse(0),
            corners.stream().mapToDouble(v -> v).max().orElse(1)};
    }

    /// The density along the axis, each cell's mass spread over its own width.
    private static double[] marginal(Population population, CellMasses.Grid grid, CellMasses law) {
        double[] ends = ends(population, grid);
        double bin = (ends[1] - ends[0]) / BINS;
        Vec2 u = population.axis().direction();
        double half = 0.5 * (Math.abs(u.x()) * grid.cellWidth() + Math.abs(u.y()) * grid.cellHeight());
        double[] density = new double[BINS];
        for (int i = 0; i < grid.size(); i++) {
            double centre = population.axis().position(grid.centre(i));
            double low = (centre - half - ends[0]) / bin;
            double high = (centre + half - ends[0]) / bin;
            for (int k = (int) Math.max(0, Math.floor(low)); k < Math.min(BINS, Math.ceil(high)); k++) {
                double overlap = Math.min(high, k + 1) - Math.max(low, k);
                density[k] += law.mass(i) * Math.max(0, overlap) / (high - low) / bin;
            }
        }
        return density;
    }
}
