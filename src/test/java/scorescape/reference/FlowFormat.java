package scorescape.reference;

import java.util.List;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
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
        int index = 0;
        for (JsonNode run : file.get("cases")) {
            String place = "case %d (%s, %s, γ %s)".formatted(index++, run.get("distribution").stringValue(),
                    run.get("schedule").stringValue(), run.get("gamma").asString());
            var flow = new ProbabilityFlow(Nodes.distribution(file, run.get("distribution").stringValue()),
                    new ClassifierFreeGuidance(run.get("cls").intValue(), run.get("gamma").doubleValue()));
            var from = new NoiseLevel(run.get("alpha_T").doubleValue(), run.get("sigma_T").doubleValue());
            double[] ratios = Nodes.numbers(run.get("sigma_over_alpha"));
            List<Vec2> starts = Nodes.vectors(run.get("x_T"));
            for (int p = 0; p < starts.size(); p++) {
                var path = flow.path(from, starts.get(p), new NoiseLevel(1, ratios[ratios.length - 1]));
                for (int i = 0; i < ratios.length; i++) {
                    Vec2 expected = Nodes.vector(run.get("x_over_alpha").get(i).get(p));
                    deviations.compare(place + " particle " + p + " at " + ratios[i], "x_over_alpha",
                            run.get("tol").doubleValue(), new double[]{expected.x(), expected.y()},
                            path.at(new NoiseLevel(1, ratios[i])));
                }
            }
        }
    }
}
