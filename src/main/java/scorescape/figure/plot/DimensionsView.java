package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.population.EmbeddedMixture;
import scorescape.diffusion.population.EmbeddedMixture.Row;
import scorescape.diffusion.population.EmbeddedMixture.Spread;
import scorescape.diffusion.population.Moments;
import scorescape.figure.Ink;
import scorescape.figure.Role;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// The warning: the same mixture in more dimensions. Every component is taken for a round Gaussian of the mean variance.
final class DimensionsView implements StudyComputer.View {

    private static final List<Integer> DIMENSIONS = List.of(2, 3, 5, 10, 20, 50, 100, 200, 500, 1000);

    /// Runs times dimensions are kept about the same, so that the many dimensions do not take for ever.
    private static final int WORK = 20_000;
    private static final int MOST_RUNS = 200;
    private static final int MOST_STEPS = 60;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        canvas.heading(text("plot.dimensions.heading", Range.number(population.gamma())),
                text("plot.dimensions.subheading"));
        List<Row> plane = new ArrayList<>();
        List<Row> all = new ArrayList<>();
        for (int d : DIMENSIONS) {
            plane.add(row(population, d, Spread.PLANE));
            all.add(row(population, d, Spread.ALL));
        }
        Range across = new Range(2, 1000, true);
        Plot angle = plot(canvas, 0, across, Range.of(0, 180), text("plot.dimensions.angle"));
        angle.level(90);
        curve(angle, plane, Row::noiseAngle, Role.SCALED_DIFFERENCE);
        curve(angle, all, Row::noiseAngle, Role.NOISE);
        deviation(angle, plane, Role.SCALED_DIFFERENCE);
        deviation(angle, all, Role.NOISE);
        legend(angle, text("plot.dimensions.differInPlane"), text("plot.dimensions.differInEveryAxis"));
        canvas.add(angle);
        Plot shown = plot(canvas, 1, across, Range.of(0, 1.3), text("plot.dimensions.share"));
        curve(shown, plane, Row::shownDifference, Role.SCALED_DIFFERENCE);
        curve(shown, all, Row::shownDifference, Role.NOISE);
        curve(shown, plane, Row::shownNoise, Role.STATE);
        legend(shown, text("plot.dimensions.deltaInPlane"), text("plot.dimensions.deltaInEveryAxis"));
        shown.named(text("plot.dimensions.noise"), Role.STATE);
        canvas.add(shown);
        double most = Math.max(plane.getLast().stateNorm(), 1.5);
        Plot norm = plot(canvas, 2, across, new Range(0.3, 1.5 * most, true), text("plot.dimensions.lengths"));
        curve(norm, plane, Row::stateNorm, Role.STATE);
        curve(norm, plane, Row::differenceNorm, Role.SCALED_DIFFERENCE);
        curve(norm, all, Row::differenceNorm, Role.NOISE);
        norm.named("$\\|x_T\\| \\propto \\sqrt{d}$", Role.STATE);
        canvas.add(norm);
    }

    private static Row row(Population population, int dimensions, Spread spread) {
        List<Component> components = population.data().components();
        List<Vec2> means = new ArrayList<>();
        double[] weights = new double[components.size()];
        boolean[] own = new boolean[components.size()];
        double variance = 0;
        for (int k = 0; k < components.size(); k++) {
            Moments moments = Moments.of(new DataDistribution(List.of(components.get(k))));
            means.add(moments.mean());
            weights[k] = components.get(k).weight();
            own[k] = components.get(k).label() == population.label();
            variance += 0.5 * moments.covariance().trace() / components.size();
        }
        var mixture = new EmbeddedMixture(means, weights, own, Math.sqrt(Math.max(1e-4, variance)), dimensions, spread,
                population.document().seed());
        int runs = Math.clamp(WORK / dimensions, 20, MOST_RUNS);
        int steps = Math.min(MOST_STEPS, population.document().steps());
        return mixture.measure(population.document().withSteps(steps).levels(), population.gamma(), runs,
                population.document().seed(), population.cancelled());
    }

    private static Plot plot(Canvas canvas, int column, Range across, Range up, String name) {
        Plot plot = new Plot(canvas.place(0, 1, column, 3, 42, 34, 12, 44), canvas.scale(), across, up);
        return plot.axesAt(List.of(2.0, 10.0, 100.0, 1000.0), 6).upName(name).acrossName(text("plot.dimensions.axis"));
    }

    private static void curve(Plot plot, List<Row> rows, ToDoubleFunction<Row> value, Ink ink) {
        double[] d = rows.stream().mapToDouble(Row::dimensions).toArray();
        double[] values = rows.stream().mapToDouble(value).toArray();
        plot.curve(d, values, 2.4, ink, 1).dots(d, values, 3, ink);
    }

    private static void deviation(Plot plot, List<Row> rows, Ink ink) {
        plot.band(rows.stream().mapToDouble(Row::dimensions).toArray(),
                rows.stream().mapToDouble(r -> r.noiseAngle() - r.angleDeviation()).toArray(),
                rows.stream().mapToDouble(r -> r.noiseAngle() + r.angleDeviation()).toArray(), ink, 0.15);
    }

    private static void legend(Plot plot, String first, String second) {
        plot.named(first, Role.SCALED_DIFFERENCE).named(second, Role.NOISE);
    }

    @Override
    public boolean isSlow() {
        return false;
    }
}
