package scorescape.reference;

import java.util.List;
import scorescape.diffusion.sampler.ProbabilityFlow;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;

/// Curves of the probability-flow ODE, guided and not.
final class FlowFormat implements FileFormat {

    @Override
    public String name() {
        return "diffgeo-oracle-ode/1";
    }

    @Override
    public void check(JsonNode file, Deviations deviations) {
        Nodes.forEach(file.required("cases"), "case", run -> "%s, %s, γ %s".formatted(
                run.required("distribution").stringValue(), run.required("schedule").stringValue(),
                run.required("gamma").asString()), (run, place) -> check(file, run, place, deviations));
    }

    private static void check(JsonNode file, JsonNode run, String place, Deviations deviations) {
        var flow = new ProbabilityFlow(Nodes.distribution(file, run.required("distribution").stringValue()),
                Nodes.guidance(run));
        var from = new NoiseLevel(run.required("alpha_T").doubleValue(), run.required("sigma_T").doubleValue());
        double tolerance = run.required("tol").doubleValue();
        double[] ratios = Nodes.numbers(run.required("sigma_over_alpha"));
        List<Vec2> starts = Nodes.vectors(run.required("x_T"));
        for (int p = 0; p < starts.size(); p++) {
            var path = flow.path(from, starts.get(p), new NoiseLevel(1, ratios[ratios.length - 1]));
            for (int i = 0; i < ratios.length; i++) {
                deviations.compare(place + " particle " + p + " at " + ratios[i], "x_over_alpha", tolerance,
                        Nodes.numbers(run.required("x_over_alpha").required(i).required(p)),
                        path.at(new NoiseLevel(1, ratios[i])));
            }
        }
    }
}
