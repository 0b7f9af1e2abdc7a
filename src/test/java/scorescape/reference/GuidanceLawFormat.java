package scorescape.reference;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.ProbabilityFlow;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;

/// What guidance does to a whole population: means along the axis between the classes, and shares inside a box.
///
/// The ends of the first curves of the guided flow, down to σ = 1e-4, and the whole population as a published sampler
/// brings it there, from the same starts.
final class GuidanceLawFormat implements FileFormat {

    /// The tolerance that the files' authors state for means with the printed starts.
    private static final double MEANS = 1e-5;

    private static final NoiseLevel START = new NoiseLevel(1, 80);
    private static final NoiseLevel END = new NoiseLevel(1, 1e-4);

    @Override
    public String name() {
        return "diffgeo-oracle-guidance/1";
    }

    @Override
    public void check(JsonNode file, Deviations deviations) {
        List<Vec2> starts = Nodes.vectors(file.get("init_z"));
        int index = 0;
        for (JsonNode run : file.get("cases")) {
            String place = "case %d (%s, w %s)".formatted(index++, run.get("distribution").stringValue(),
                    run.get("w").asString());
            DataDistribution data = Nodes.distribution(file, run.get("distribution").stringValue());
            checkFlow(run, data, starts, place, deviations);
            for (String steps : run.get("edm_heun").propertyNames()) {
                checkPublishedSampler(run, data, starts, Integer.parseInt(steps), place, deviations);
            }
        }
    }

    private static void checkFlow(JsonNode run, DataDistribution data, List<Vec2> starts, String place,
            Deviations deviations) {
        var flow = new ProbabilityFlow(data, SamplerFormat.guidance(run));
        List<Vec2> ends = Nodes.vectors(run.get("first_final_points"));
        for (int p = 0; p < ends.size(); p++) {
            Vec2 end = flow.path(START, starts.get(p).times(START.sigma()), END).at(END);
            deviations.compare(place + " particle " + p, "end", MEANS, new double[]{ends.get(p).x(), ends.get(p).y()},
                    end);
        }
    }

    /// EDM's sampler: Heun's method on the levels of Karras with ρ = 7, down to 0.002 and then to clean data.
    private static void checkPublishedSampler(JsonNode run, DataDistribution data, List<Vec2> starts, int steps,
            String place, Deviations deviations) {
        List<NoiseLevel> levels = IntStream.rangeClosed(0, steps)
                .mapToObj(i -> i == steps ? NoiseLevel.CLEAN : new NoiseLevel(1, karras((double) i / (steps - 1))))
                .toList();
        TrajectoryBundle bundle = run(run, data, starts, levels);
        JsonNode expected = run.get("edm_heun").get(Integer.toString(steps));
        String here = place + " edm " + steps;
        double[] along = IntStream.range(0, bundle.particles())
                .mapToDouble(i -> bundle.end(i).dot(Nodes.vector(run.get("axis")))).sorted().toArray();
        deviations.compare(here, "axis mean of EDM", MEANS, Nodes.numbers(expected.get("axis_mean")),
                DoubleStream.of(along).average().orElseThrow());
        for (Map.Entry<String, JsonNode> quantile : expected.get("axis_quantiles").properties()) {
            deviations.compare(here, "quantile " + quantile.getKey() + " of EDM", MEANS,
                    Nodes.numbers(quantile.getValue()), quantile(along, Double.parseDouble(quantile.getKey())));
        }
        checkMoments(expected, bundle, here, deviations);
        for (String tolerance : List.of("0", "0.001", "0.01")) {
            String field = "inside_tol_" + tolerance;
            if (expected.has(field)) {
                // One particle at the wall may be judged either way.
                deviations.compare(here, field + " of EDM", 1.5 / starts.size(), Nodes.numbers(expected.get(field)),
                        inside(run, data, bundle, Double.parseDouble(tolerance)).orElseThrow());
            }
        }
    }

    /// Means, and covariances of a sample, which have one particle less for a divisor than there are.
    private static void checkMoments(JsonNode expected, TrajectoryBundle bundle, String here, Deviations deviations) {
        int count = bundle.particles();
        Vec2 mean = IntStream.range(0, count).mapToObj(bundle::end).reduce(Vec2.ZERO, Vec2::plus).times(1.0 / count);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < count; i++) {
            Vec2 offset = bundle.end(i).minus(mean);
            xx += offset.x() * offset.x() / (count - 1);
            xy += offset.x() * offset.y() / (count - 1);
            yy += offset.y() * offset.y() / (count - 1);
        }
        deviations.compare(here, "mean of EDM", MEANS, Nodes.numbers(expected.get("mean")), mean.x(), mean.y());
        deviations.compare(here, "cov of EDM", MEANS, Nodes.numbers(expected.get("cov")), xx, xy, yy);
    }

    /// Between the two nearest of sorted values on the line.
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }

    private static TrajectoryBundle run(JsonNode run, DataDistribution data, List<Vec2> starts,
            List<NoiseLevel> levels) {
        NoiseSource given = (particle, step, _) -> step == NoiseSource.START ? starts.get(particle) : Vec2.ZERO;
        return TrajectoryBundle.run(new Request(new DiffusionProcess(data, levels), SamplerFormat.guidance(run),
                new HeunSampler(FlowForm.EXPLODING), given, starts.size()), () -> false);
    }

    /// The share within `tolerance` of the class's upright box, if it has one.
    private static OptionalDouble inside(JsonNode run, DataDistribution data, TrajectoryBundle bundle,
            double tolerance) {
        return data.components().stream()
                .filter(c -> c.label() == run.get("cls").intValue() && c instanceof RectangleComponent)
                .mapToDouble(c -> IntStream.range(0, bundle.particles())
                        .mapToObj(bundle::end)
                        .filter(end -> Math.abs(end.x() - c.bounds().centre().x()) <= 0.5 * c.bounds().width()
                                + tolerance
                                && Math.abs(end.y() - c.bounds().centre().y()) <= 0.5 * c.bounds().height() + tolerance)
                        .count() / (double) bundle.particles())
                .findFirst();
    }

    private static double karras(double t) {
        double most = Math.pow(START.sigma(), 1 / 7.0);
        return Math.pow(most + t * (Math.pow(0.002, 1 / 7.0) - most), 7);
    }
}
