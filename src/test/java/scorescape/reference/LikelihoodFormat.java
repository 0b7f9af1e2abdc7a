package scorescape.reference;

import java.util.List;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.sampler.ProbabilityFlow;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;

/// Log densities along the probability flow, up to σ = 80 and up to pure noise.
final class LikelihoodFormat implements FileFormat {

    /// The tolerance that the files' authors state for the exact end and for pure noise.
    private static final double RELATIVE = 1e-9;

    private static final NoiseLevel EDM_END = new NoiseLevel(1, 80);
    private static final NoiseLevel PURE_NOISE = new NoiseLevel(0, 1);

    @Override
    public String name() {
        return "diffgeo-oracle-likelihood/1";
    }

    @Override
    public void check(JsonNode file, Deviations deviations) {
        Nodes.forEach(file.required("cases"), "case", run -> "%s, γ %s".formatted(
                run.required("distribution").stringValue(), run.required("gamma").asString()),
                (run, place) -> check(file, run, place, deviations));
    }

    private static void check(JsonNode file, JsonNode run, String place, Deviations deviations) {
        DataDistribution data = Nodes.distribution(file, run.required("distribution").stringValue());
        var flow = new ProbabilityFlow(data, Nodes.guidance(run));
        List<Vec2> points = Nodes.vectors(run.required("x0"));
        for (int p = 0; p < points.size(); p++) {
            String here = place + " point " + p;
            var edm = flow.likelihood(points.get(p), EDM_END);
            var pure = flow.likelihood(points.get(p), PURE_NOISE);
            Vec2 end = Nodes.vector(run.required("edm_xT").required(p));
            deviations.compare(here, "edm_xT", RELATIVE * Math.max(1, end.norm()), new double[]{end.x(), end.y()},
                    edm.end());
            compare(deviations, here, "edm_integral", run, p, edm.growth());
            compare(deviations, here, "edm_logp_gaussian_prior", run, p, edm.logDensity());
            compare(deviations, here, "edm_logq_gaussian_prior", run, p, edm.logDensity());
            compare(deviations, here, "flow_logp", run, p, pure.logDensity());
            compare(deviations, here, "flow_logq", run, p, pure.logDensity());
            if (run.has("logp0_exact")) {
                NoisedDistribution noised = data.noised(EDM_END);
                double terminal = run.required("cls").isNull()
                        ? noised.logDensity(edm.end())
                        : noised.given(run.required("cls").intValue()).logDensity(edm.end());
                compare(deviations, here, "edm_logp_exact_terminal", run, p, terminal + edm.growth());
                compare(deviations, here, "logp0_exact", run, p, pure.logDensity());
            }
        }
    }

    private static void compare(Deviations deviations, String place, String field, JsonNode run, int point,
            double actual) {
        if (run.has(field)) {
            double expected = run.required(field).required(point).doubleValue();
            deviations.compare(place, field, RELATIVE * Math.max(1, Math.abs(expected)), new double[]{expected},
                    actual);
        }
    }
}
