package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import scorescape.diffusion.population.ProjectedPath;
import scorescape.document.Parameters;
import scorescape.figure.Ink;
import scorescape.figure.Mark;
import scorescape.figure.Role;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// Mean ± one standard deviation along the axis, from noise to data, a curve for each γ. Where a mean comes further than it
/// ends, the furthest point is marked and the way back told.
final class ProjectionView implements StudyComputer.View {

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        List<Double> scales = population.scales();
        List<ProjectedPath> paths = new ArrayList<>();
        for (double gamma : scales) {
            paths.add(population.measured(particles, gamma).statistics().path());
            canvas.clear();
            draw(canvas, population, scales, paths);
            progress.run();
        }
        if (population.isScaled()) {
            double most = Math.max(scales.getLast(), Parameters.GUIDANCE_SCALE.usualMax());
            OptionalDouble largest = population.largestMonotone(particles, most);
            canvas.heading("", monotone(largest, most));
        }
    }

    private static void draw(Canvas canvas, Population population, List<Double> scales, List<ProjectedPath> paths) {
        double scale = canvas.scale();
        int steps = paths.getFirst().steps();
        double[] at = IntStream.rangeClosed(0, steps).asDoubleStream().toArray();
        double[] extent = population.extent();
        var plot = new Plot(canvas.place(0, 1, 0, 1, 52, 34, 118, 44), scale, Range.of(0, steps),
                range(paths, extent));
        plot.axes(8, 7).upName(text("plot.projection.position")).acrossName(text("plot.step"));
        plot.strip(extent[0], extent[1], population.classInk(), 0.12);
        plot.note(population.className(), plot.inner().minX() + 6 * scale,
                plot.at(0, extent[1]).y() + 10 * scale, population.classInk());
        for (int i = 0; i < paths.size(); i++) {
            ProjectedPath path = paths.get(i);
            Ink ink = Population.shade(i, paths.size());
            plot.band(at, values(path, -1), values(path, 1), ink, paths.size() > 2 ? 0.11 : 0.2);
        }
        double below = Double.POSITIVE_INFINITY;
        for (int i = paths.size() - 1; i >= 0; i--) {
            ProjectedPath path = paths.get(i);
            Ink ink = Population.shade(i, paths.size());
            plot.curve(at, values(path, 0), 2.6, ink, 1);
            Vec2 end = plot.at(steps, path.finalMean());
            // From the top down, each label below the one before.
            double y = below == Double.POSITIVE_INFINITY ? end.y() : Math.max(end.y(), below);
            below = y + (path.isMonotone() ? 19 : 34) * scale;
            Vec2 label = new Vec2(end.x() + 8 * scale, y);
            plot.addOutside(plot.text("$\\gamma$ = " + Range.number(scales.get(i)), label, Plot.TEXT, ink));
            if (!path.isMonotone()) {
                Vec2 top = plot.at(path.furthestStep(), path.mean(path.furthestStep()));
                plot.add(new Mark.DottedLine(top, new Vec2(end.x(), top.y()), 1.5 * scale, ink, 1));
                plot.add(new Mark.Dot(top, 4.5 * scale, ink, 1));
                plot.addOutside(plot.text(text("plot.projection.overshoot", Range.number(path.overshoot())),
                        label.plus(new Vec2(0, 15 * scale)), Plot.SMALL, Role.MUTED));
            }
        }
        canvas.add(plot);
        canvas.heading(text("plot.projection.heading", paths.getFirst().particles()), "");
    }

    private static String monotone(OptionalDouble largest, double most) {
        if (largest.isEmpty()) {
            return text("plot.projection.overshootsAtOne");
        }
        return largest.getAsDouble() == most
                ? text("plot.projection.monotoneBeyond", Range.number(most))
                : text("plot.projection.largestMonotone", Range.number(Math.round(largest.getAsDouble() * 10) / 10.0));
    }

    private static double[] values(ProjectedPath path, int deviations) {
        return IntStream.rangeClosed(0, path.steps())
                .mapToDouble(step -> path.mean(step) + deviations * path.deviation(step))
                .toArray();
    }

    /// All means, and the bands as far as they are not much wider than what matters: noise of an exploding schedule is.
    private static Range range(List<ProjectedPath> paths, double[] extent) {
        DoubleStream means = paths.stream().flatMapToDouble(path -> DoubleStream.of(values(path, 0)));
        DoubleStream ends = paths.stream()
                .flatMapToDouble(path -> DoubleStream.of(path.finalMean() - 2 * path.finalDeviation(),
                        path.finalMean() + 2 * path.finalDeviation()));
        Range core = Range.holding(DoubleStream.concat(DoubleStream.of(extent), DoubleStream.concat(means, ends)));
        double size = core.max() - core.min();
        DoubleStream bands = paths.stream()
                .flatMapToDouble(path -> DoubleStream.concat(DoubleStream.of(values(path, -1)),
                        DoubleStream.of(values(path, 1))))
                .map(value -> Math.clamp(value, core.min() - 0.25 * size, core.max() + 0.25 * size));
        return Range.holding(DoubleStream.concat(bands, DoubleStream.of(core.min(), core.max())));
    }
}
