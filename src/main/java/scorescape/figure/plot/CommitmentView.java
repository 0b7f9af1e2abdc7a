package scorescape.figure.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import scorescape.diffusion.population.Commitment;
import scorescape.diffusion.population.GuidedMap;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.figure.Ink;
import scorescape.figure.MixedInk;
import scorescape.figure.Raster;
import scorescape.figure.Role;
import scorescape.math.Bounds;

import static scorescape.text.Texts.text;

/// Which start ends in which class, and the way of `p(y|x_t)` to 0 or 1.
final class CommitmentView implements StudyComputer.View {

    private static final int SIDE = 128;
    private static final double REACH = 3;
    private static final int FOLLOWED = 400;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        double gamma = population.gamma();
        Request request = population.request(particles, gamma);
        var starts = new Bounds(-REACH, -REACH, REACH, REACH);
        canvas.heading(text("plot.commitment.heading"), GuidedMap.drawsNoise(request)
                ? text("plot.commitment.sameNoise")
                : text("plot.commitment.noNoise"));
        List<Double> gammas = !population.isScaled()
                ? List.of(gamma)
                : DoubleStream.of(0, 1, gamma).distinct().sorted().boxed().toList();
        for (int i = 0; i < gammas.size(); i++) {
            var map = Commitment.Map.of(population.request(particles, gammas.get(i)), starts, SIDE,
                    population.cancelled());
            Plot plane =
                    Plot.ofPlane(canvas.place(0, 2, i, gammas.size(), 10, 30, 10, 6), canvas.scale(), starts).frame();
            plane.image(starts, classes(canvas, population, map), false);
            canvas.add(plane.title("$\\gamma$ = " + Range.number(gammas.get(i))));
            progress.run();
        }

        int count = Math.min(FOLLOWED, particles);
        var decisions = Commitment.Decisions.of(population.measured(count, gamma).bundle(), population.label(), count);
        int steps = request.process().steps();
        double[] at = IntStream.rangeClosed(0, steps).asDoubleStream().toArray();
        Plot time = new Plot(canvas.place(1, 2, 0, 1, 50, 30, 14, 44), canvas.scale(), Range.of(0, steps),
                Range.of(0, 1.02));
        time.axes(6, 5).upName(text("plot.commitment.settledTitle", Range.number(gamma))).acrossName(text("plot.step"));
        double[][] sorted = IntStream.rangeClosed(0, steps)
                .mapToObj(step -> IntStream.range(0, decisions.particles())
                        .mapToDouble(i -> decisions.posterior(step, i))
                        .sorted()
                        .toArray())
                .toArray(double[][]::new);
        time.band(at, quantile(sorted, 0.05), quantile(sorted, 0.95), population.classInk(), 0.15);
        time.band(at, quantile(sorted, 0.25), quantile(sorted, 0.75), population.classInk(), 0.25);
        time.curve(at, quantile(sorted, 0.5), 2.4, population.classInk(), 1);
        double[] decided = IntStream.rangeClosed(0, steps).mapToDouble(decisions::decidedShare).toArray();
        time.curve(at, decided, 2.4, Role.SCALED_DIFFERENCE, 1);
        time.named(text("plot.commitment.posterior", population.className()), population.classInk());
        time.named(text("plot.commitment.settled"), Role.SCALED_DIFFERENCE);
        canvas.add(time);
    }

    private static double[] quantile(double[][] sorted, double share) {
        return Arrays.stream(sorted).mapToDouble(row -> row[(int) Math.round(share * (row.length - 1))]).toArray();
    }

    /// A class has its colour, its modes shades of it, and starts that diverge none.
    private static Raster classes(Canvas canvas, Population population, Commitment.Map map) {
        int[] pixels = new int[SIDE * SIDE];
        List<Integer> labels = population.data().components().stream().map(c -> c.label()).toList();
        for (int i = 0; i < pixels.length; i++) {
            int mode = map.attribution().mode(i);
            long earlier = labels.subList(0, mode).stream().filter(l -> l.equals(labels.get(mode))).count();
            Ink ink = map.ends().diverged(i)
                    ? Role.BACKGROUND
                    : new MixedInk(Role.BACKGROUND, population.classInk(labels.get(mode)), 0.75 - 0.13 * (earlier % 4));
            pixels[(SIDE - 1 - Math.floorDiv(i, SIDE)) * SIDE + i % SIDE] = ink.in(canvas.theme()).getRGB() & 0xFFFFFF;
        }
        return new Raster(SIDE, SIDE, pixels);
    }
}
