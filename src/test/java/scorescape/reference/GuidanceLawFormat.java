package scorescape.reference;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.population.ClassSupport;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.ProbabilityFlow;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.diffusion.schedule.VarianceExplodingSchedule;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;

/// What guidance does to a whole population: means along the axis between the classes, and shares inside a box.
///
/// The ends of the first curves of the guided flow, and the whole population as a published sampler brings it there, from
/// the same starts.
final class GuidanceLawFormat implements FileFormat {

    /// The tolerance that the files' authors state for means with the printed starts.
    private static final double MEANS = 1e-5;

    private static final String SHARE = "inside_tol_";

    @Override
    public String name() {
        return "diffgeo-oracle-guidance/1";
    }

    @Override
    public void check(JsonNode file, Deviations deviations) {
        List<Vec2> starts = Nodes.vectors(file.required("init_z"));
        var start = new NoiseLevel(1, file.required("sigma_max").doubleValue());
        var end = new NoiseLevel(1, file.required("sigma_end").doubleValue());
        Nodes.forEach(file.required("cases"), "case", run -> "%s, w %s".formatted(
                run.required("distribution").stringValue(), run.required("w").asString()), (run, place) -> {
                    DataDistribution data = Nodes.distribution(file, run.required("distribution").stringValue());
                    checkFlow(run, data, starts, start, end, place, deviations);
                    run.required("edm_heun").properties().forEach(e -> checkPublishedSampler(run, data, starts,
                            Integer.parseInt(e.getKey()), e.getValue(), place, deviations));
                });
    }

    private static void checkFlow(JsonNode run, DataDistribution data, List<Vec2> starts, NoiseLevel from,
            NoiseLevel to, String place, Deviations deviations) {
        var flow = new ProbabilityFlow(data, Nodes.guidance(run));
        JsonNode ends = run.required("first_final_points");
        for (int p = 0; p < ends.size(); p++) {
            deviations.compare(place + " particle " + p, "end", MEANS, Nodes.numbers(ends.required(p)),
                    flow.path(from, starts.get(p).times(from.sigma()), to).at(to));
        }
    }

    /// EDM's sampler: Heun's method on the levels of Karras, and then to clean data.
    private static void checkPublishedSampler(JsonNode run, DataDistribution data, List<Vec2> starts, int steps,
            JsonNode expected, String place, Deviations deviations) {
        TrajectoryBundle bundle =
                run(run, data, starts, TimeGrid.KARRAS.levels(VarianceExplodingSchedule.EDM, steps));
        List<Vec2> ends = IntStream.range(0, bundle.particles()).mapToObj(bundle::end).toList();
        String here = place + " edm " + steps;
        Vec2 axis = Nodes.vector(run.required("axis"));
        double[] along = ends.stream().mapToDouble(axis::dot).toArray();
        deviations.compare(here, "axis mean of EDM", MEANS, Nodes.numbers(expected.required("axis_mean")),
                StatUtils.mean(along));
        var quantile = new Percentile().withEstimationType(EstimationType.R_7);
        expected.required("axis_quantiles").properties().forEach(e -> deviations.compare(here,
                "quantile " + e.getKey() + " of EDM", MEANS, Nodes.numbers(e.getValue()),
                quantile.evaluate(along, 100 * Double.parseDouble(e.getKey()))));
        checkMoments(expected, ends, here, deviations);
        checkShares(expected, data.given(run.required("cls").intValue()), ends, here, deviations);
    }

    /// Means, and covariances of a sample, which have one particle less for a divisor than there are.
    private static void checkMoments(JsonNode expected, List<Vec2> ends, String here, Deviations deviations) {
        double[] x = ends.stream().mapToDouble(Vec2::x).toArray();
        double[] y = ends.stream().mapToDouble(Vec2::y).toArray();
        deviations.compare(here, "mean of EDM", MEANS, Nodes.numbers(expected.required("mean")), StatUtils.mean(x),
                StatUtils.mean(y));
        deviations.compare(here, "cov of EDM", MEANS, Nodes.numbers(expected.required("cov")), StatUtils.variance(x),
                new Covariance().covariance(x, y), StatUtils.variance(y));
    }

    /// Shares within a distance of the class's rectangle, which is in the field's name.
    private static void checkShares(JsonNode expected, DataDistribution own, List<Vec2> ends, String here,
            Deviations deviations) {
        for (Map.Entry<String, JsonNode> share : expected.properties()) {
            String field = share.getKey();
            if (field.startsWith(SHARE) && !field.endsWith("_se")) {
                var support = new ClassSupport(own, Double.parseDouble(field.substring(SHARE.length())));
                // One particle at the wall may be judged either way.
                deviations.compare(here, field + " of EDM", 1.5 / ends.size(), Nodes.numbers(share.getValue()),
                        ends.stream().filter(support::contains).count() / (double) ends.size());
            }
        }
    }

    private static TrajectoryBundle run(JsonNode run, DataDistribution data, List<Vec2> starts,
            List<NoiseLevel> levels) {
        NoiseSource given = (particle, step, _) -> step == NoiseSource.START ? starts.get(particle) : Vec2.ZERO;
        return TrajectoryBundle.run(new Request(new DiffusionProcess(data, levels), Nodes.guidance(run),
                new HeunSampler(FlowForm.EXPLODING), given, starts.size()), () -> false);
    }
}
