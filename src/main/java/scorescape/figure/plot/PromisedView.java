package scorescape.figure.plot;

import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.analysis.TiltedLaw;
import scorescape.diffusion.model.NoisedModel;
import scorescape.diffusion.population.Attribution;
import scorescape.diffusion.population.CellMasses;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.figure.Mark;
import scorescape.figure.Role;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// The tilted law beside a density of the guided samples, their difference in numbers, and its cause: the guided score is not
/// that of the tilted law under noise.
final class PromisedView implements StudyComputer.View {

    private static final int ARROWS = 13;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        double gamma = population.gamma();
        Population.Measured run = population.measured(particles, gamma);
        Bounds shown = population.plane(List.of(run));
        CellMasses.Grid grid = population.target().grid(shown);
        TiltedLaw law = population.target().tilted(gamma);
        CellMasses promised = CellMasses.of(grid, law);
        CellMasses.Grid fine = population.target().fineGrid(shown);
        CellMasses finePromised = CellMasses.of(fine, law);
        CellMasses fineDelivered = CellMasses.ofEnds(fine, run.bundle());
        CellMasses delivered = CellMasses.ofEnds(grid, run.bundle());
        canvas.heading(text("plot.promised.heading", Range.number(gamma)), text("plot.particles", particles));

        double most = Math.max(finePromised.largest(), fineDelivered.largest());
        Plot left = map(canvas, population, 0, shown, fine, finePromised, most);
        canvas.add(left.title(text("plot.promised.law")));
        canvas.add(map(canvas, population, 1, shown, fine, fineDelivered, most)
                .title(text("plot.promised.deliveredBySampler")));
        double coarsest = Math.max(promised.largest(), delivered.largest());
        double[] differences = IntStream.range(0, grid.size())
                .mapToDouble(i -> {
                    double difference = (delivered.mass(i) - promised.mass(i)) / coarsest;
                    return Math.signum(difference) * Canvas.brightness(Math.abs(difference));
                })
                .toArray();
        Plot difference = Plot.ofPlane(place(canvas, 0, 2), canvas.scale(), shown).frame();
        difference.image(grid.bounds(), canvas.differences(differences, grid.columns(), Role.NOISE,
                Role.SCALED_DIFFERENCE), false);
        SamplesView.outlines(difference, population);
        canvas.add(difference.title(text("plot.promised.difference")));

        numbers(canvas, population, run.statistics(), promised, delivered, particles);
        modes(canvas, population, promised, run.statistics(), grid);
        cause(canvas, population, law, shown);
    }

    private static Bounds place(Canvas canvas, int row, int column) {
        return canvas.place(row, 2, column, 3, 10, 28, 10, 8);
    }

    private static Plot map(Canvas canvas, Population population, int column, Bounds shown, CellMasses.Grid grid,
            CellMasses masses, double most) {
        Plot plot = Plot.ofPlane(place(canvas, 0, column), canvas.scale(), shown).frame();
        plot.image(grid.bounds(), canvas.shades(masses, grid, most), true);
        SamplesView.outlines(plot, population);
        return plot;
    }

    private static void numbers(Canvas canvas, Population population, PopulationStatistics statistics,
            CellMasses promised, CellMasses delivered, int particles) {
        Bounds box = place(canvas, 1, 2);
        Plot plot = new Plot(box, canvas.scale(), Range.of(0, 1), Range.of(0, 1));
        double off = delivered.offLaw(promised);
        List<String> lines = List.of(
                text("plot.promised.totalVariation", Range.number(delivered.totalVariation(promised)),
                        Range.number(promised.totalVariationFloor(particles))),
                text("plot.promised.divergence", Range.number(delivered.divergence(promised)),
                        Range.number(promised.divergenceFloor(particles))),
                off > 0 ? text("plot.promised.off", Range.percent(off)) : text("plot.promised.notOff"),
                text("plot.promised.mean", Range.number(statistics.path().finalMean()), Range.number(
                        population.axis().position(population.target().tilted(population.gamma()).mean()))),
                text("plot.promised.shares", Range.percent(statistics.classShare()),
                        Range.percent(statistics.goodShare())),
                text("plot.promised.floor"));
        for (int i = 0; i < lines.size(); i++) {
            plot.note(lines.get(i), box.minX() + 4 * canvas.scale(), box.minY() + (14 + 25 * i) * canvas.scale(),
                    i == lines.size() - 1 ? Role.MUTED : Role.TEXT);
        }
        canvas.add(plot.title(text("plot.promised.inNumbers")));
    }

    private static void modes(Canvas canvas, Population population, CellMasses promised,
            PopulationStatistics statistics, CellMasses.Grid grid) {
        List<Integer> modes = population.target().modes();
        int count = Math.min(12, modes.size());
        Attribution attribution = CellMasses.attribution(grid, population.data());
        double[] masses = promised.modeMasses(attribution, population.data().components().size());
        Bounds box = canvas.place(1, 2, 0, 3, 42, 28, 10, 34);
        Plot plot = new Plot(box, canvas.scale(), Range.of(0.4, count + 0.6), Range.of(0, 1.35));
        plot.axesAt(List.of(), 5).title(text("plot.promised.massPerMode"))
                .acrossName(text("plot.promised.modesOf", population.className()));
        for (int i = 0; i < count; i++) {
            plot.box(i + 0.65, 0, i + 0.98, masses[modes.get(i)], Role.MUTED, 0.6);
            plot.box(i + 1.02, 0, i + 1.35, statistics.modeShares().get(i), Role.SCALED_DIFFERENCE, 0.9);
        }
        double x = box.minX() + 8 * canvas.scale();
        plot.note(text("plot.promised.promised"), x, box.minY() + 10 * canvas.scale(), Role.MUTED);
        plot.note(text("plot.promised.delivered"), x, box.minY() + 27 * canvas.scale(), Role.SCALED_DIFFERENCE);
        canvas.add(plot);
    }

    private static void cause(Canvas canvas, Population population, TiltedLaw law, Bounds shown) {
        NoiseLevel level = population.document().levels().get(population.document().toldStep());
        Bounds box = place(canvas, 1, 1);
        Plot plot = Plot.ofPlane(box, canvas.scale(), shown).frame();
        SamplesView.outlines(plot, population);
        if (level.alpha() > 0 && level.sigma() > 0) {
            NoisedModel model = population.request(1, population.gamma()).process();
            double cell = (plot.across().max() - plot.across().min()) / ARROWS;
            int rows = (int) Math.max(1, (plot.up().max() - plot.up().min()) / cell);
            double reach = level.sigma() * level.ratio();
            IntStream.range(0, ARROWS * rows).parallel().mapToObj(i -> {
                Vec2 at = new Vec2(plot.across().min() + (i % ARROWS + 0.5) * cell,
                        plot.up().min() + (Math.floorDiv(i, ARROWS) + 0.5) * cell);
                Vec2 x = at.times(level.alpha());
                if (population.cancelled().getAsBoolean()) {
                    return List.<Mark>of();
                }
                Vec2 guided = model.at(level, x).score()
                        .lerp(model.at(level, population.label(), x).score(), population.gamma());
                Vec2 right = law.noisedAt(level, x).score();
                return List.of(arrow(plot, at, right.times(reach), cell, Role.MUTED),
                        arrow(plot, at, guided.times(reach), cell, Role.SCALED_DIFFERENCE));
            }).toList().forEach(arrows -> arrows.forEach(plot::add));
        }
        canvas.add(plot.title(text("plot.promised.cause", population.document().toldStep() + 1)));
    }

    /// Longer than a cell is cut there: only the direction counts where the score is large.
    private static Mark arrow(Plot plot, Vec2 at, Vec2 by, double cell, Role role) {
        double length = by.norm();
        Vec2 way = length > 0 ? by.times(0.9 * cell * Math.min(1, length) / length) : by;
        return new Mark.Arrow(plot.at(at.x(), at.y()), plot.at(at.x() + way.x(), at.y() + way.y()), 1.5 * plot.scale(),
                role, 0.9, false);
    }
}
