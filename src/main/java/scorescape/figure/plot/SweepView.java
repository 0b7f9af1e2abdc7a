package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.population.EnergyDistance;
import scorescape.diffusion.population.GuidanceSweep;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.figure.Ink;
import scorescape.figure.Role;
import scorescape.math.Bounds;

import static scorescape.text.Texts.text;

/// Adherence against diversity: what becomes of the population as γ grows.
final class SweepView implements StudyComputer.View {

    private static final double WIDTH = 2.4;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        List<Double> scales = gammas(population.document().study().scales().getLast());
        List<GuidanceSweep.Point> points = new ArrayList<>();
        for (double gamma : scales) {
            points.add(new GuidanceSweep.Point(gamma, population.measured(particles, gamma).statistics()));
            canvas.clear();
            draw(canvas, population, points, scales.getLast());
            progress.run();
        }
    }

    private static void draw(Canvas canvas, Population population, List<GuidanceSweep.Point> points, double last) {
        canvas.heading(text("plot.sweep.heading", points.getLast().statistics().particles()),
                text("plot.sweep.subheading", population.className()));
        Range across = Range.of(0, last);
        var good = plot(canvas, 0, 0, across, Range.of(0, 1.02));
        good.upName(text("plot.sweep.adherence"));
        line(good, points, PopulationStatistics::classShare, Role.NOISE, text("plot.sweep.inTheClass"));
        dashed(good, points, PopulationStatistics::goodShare, population.classInk(), text("plot.sweep.good"));
        finish(canvas, good, population);

        var spread = plot(canvas, 0, 1, across, holding(points, PopulationStatistics::covarianceRatio, 0, 1));
        spread.upName(text("plot.sweep.variance"));
        spread.level(1);
        line(spread, points, PopulationStatistics::covarianceRatio, Role.SCALED_DIFFERENCE, "");
        finish(canvas, spread, population);

        double most = Math.log(Math.max(2, population.target().modes().size()));
        var entropy = plot(canvas, 0, 2, across, Range.of(0, 1.08 * most));
        entropy.upName(text("plot.sweep.entropy"));
        entropy.level(promisedEntropy(population));
        line(entropy, points, PopulationStatistics::modeEntropy, Role.SCALED_DIFFERENCE, "");
        finish(canvas, entropy, population);

        var energy = plot(canvas, 1, 0, across, Range.of(0, 1.05 * Math.max(1e-3, points.stream()
                .flatMapToDouble(p -> DoubleStream.of(value(p.statistics().energyToClass()),
                        value(p.statistics().energyToTilted())))
                .max()
                .orElse(1))));
        energy.upName(text("plot.sweep.energy"));
        line(energy, points, s -> value(s.energyToClass()), population.classInk(), text("plot.sweep.toTheClass"));
        dashed(energy, points, s -> value(s.energyToTilted()), Role.COMBINED, text("plot.sweep.toTheTiltedLaw"));
        line(energy, points, s -> s.energyToClass() == null ? 0 : s.energyToClass().floor(), Role.MUTED,
                text("plot.sweep.floor"));
        finish(canvas, energy, population);

        var mean = plot(canvas, 1, 1, across, holding(points, s -> s.path().finalMean() - s.path().finalDeviation(),
                population.extent()[1], population.extent()[0], points.stream()
                        .mapToDouble(p -> p.statistics().path().finalMean() + p.statistics().path().finalDeviation())
                        .max()
                        .orElse(1)));
        mean.upName(text("plot.sweep.position"));
        mean.strip(population.extent()[0], population.extent()[1], population.classInk(), 0.12);
        mean.band(gammas(points), values(points, s -> s.path().finalMean() - s.path().finalDeviation()),
                values(points, s -> s.path().finalMean() + s.path().finalDeviation()), Role.SCALED_DIFFERENCE, 0.2);
        line(mean, points, s -> s.path().finalMean(), Role.SCALED_DIFFERENCE, "");
        finish(canvas, mean, population);

        var over = plot(canvas, 1, 2, across, holding(points, s -> s.path().overshoot(), 0, 0.1));
        over.upName(text("plot.sweep.overshoot"));
        line(over, points, s -> s.path().overshoot(), Role.COMBINED, "");
        finish(canvas, over, population);
    }

    /// Twenty-one scales from 0 to `most`.
    static List<Double> gammas(double most) {
        double end = Math.max(1, most);
        return DoubleStream.iterate(0, i -> i <= 20, i -> i + 1).map(i -> i * end / 20).boxed().toList();
    }

    private static double promisedEntropy(Population population) {
        double total = population.target().modes().stream().mapToDouble(k -> weight(population, k)).sum();
        return population.target().modes().stream()
                .mapToDouble(k -> -weight(population, k) / total * Math.log(weight(population, k) / total))
                .sum();
    }

    private static double weight(Population population, int component) {
        return population.data().components().get(component).weight();
    }

    private static double value(@Nullable EnergyDistance distance) {
        return distance == null ? 0 : distance.value();
    }

    private static Range holding(List<GuidanceSweep.Point> points, ToDoubleFunction<PopulationStatistics> value,
            double... also) {
        return Range.holding(DoubleStream.concat(DoubleStream.of(also), DoubleStream.of(values(points, value))));
    }

    private static double[] gammas(List<GuidanceSweep.Point> points) {
        return points.stream().mapToDouble(GuidanceSweep.Point::gamma).toArray();
    }

    private static double[] values(List<GuidanceSweep.Point> points, ToDoubleFunction<PopulationStatistics> value) {
        return points.stream().mapToDouble(p -> value.applyAsDouble(p.statistics())).toArray();
    }

    private static Plot plot(Canvas canvas, int row, int column, Range across, Range up) {
        Bounds box = canvas.place(row, 2, column, 3, 42, 26, 10, 38);
        return new Plot(box, canvas.scale(), across, up).axes(5, 5).acrossName("$\\gamma$");
    }

    private static void line(Plot plot, List<GuidanceSweep.Point> points,
            ToDoubleFunction<PopulationStatistics> value, Ink ink, String name) {
        plot.curve(gammas(points), values(points, value), WIDTH, ink, 1);
        if (!name.isEmpty()) {
            plot.named(name, ink);
        }
    }

    /// A line that another may lie below.
    private static void dashed(Plot plot, List<GuidanceSweep.Point> points,
            ToDoubleFunction<PopulationStatistics> value, Ink ink, String name) {
        plot.dashed(gammas(points), values(points, value), WIDTH, ink).named(name, ink);
    }

    /// A line at the γ of the scene.
    private static void finish(Canvas canvas, Plot plot, Population population) {
        plot.upright(population.gamma(), Role.SCALED_DIFFERENCE);
        canvas.add(plot);
    }
}
