package scorescape.reference;

import java.io.InputStream;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.population.Axis;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.diffusion.population.Target;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Populations of our own noise against those of the reference table: statistics of independent samples, so that they must
/// agree within their standard errors.
class PopulationLawTest {

    private static final int PARTICLES = 1500;
    private static final int STEPS = 200;

    /// Standard errors. Of 39 independent comparisons the largest is below 3 nineteen times in twenty.
    private static final double LARGEST = 4;

    /// What Heun's method in 200 steps errs by at the largest scale, in data units.
    private static final double STEP_ERROR = 2e-3;

    @Test
    void populationsAgreeWithTheTableWithinTheirStandardErrors() {
        JsonNode file;
        try (InputStream in = PopulationLawTest.class.getResourceAsStream("/reference/guidance_law.json")) {
            file = new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var levels = IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> new NoiseLevel(1, 80 * Math.pow(1e-4 / 80, (double) i / STEPS)))
                .toList();
        for (JsonNode run : file.required("cases")) {
            DataDistribution data = Nodes.distribution(file, run.required("distribution").stringValue());
            int label = run.required("cls").intValue();
            Axis axis = Axis.towards(data, label);
            var bundle = TrajectoryBundle.run(new Request(new DiffusionProcess(data, levels),
                    new ClassifierFreeGuidance(label, run.required("gamma").doubleValue()),
                    new HeunSampler(FlowForm.EXPLODING), new SeededNoise(11), PARTICLES), () -> false);
            var found = PopulationStatistics.of(bundle, new Target(data, label, axis, 0.001), null);
            JsonNode expected = run.required("guided_ode");
            String place = run.required("distribution").stringValue() + ", w " + run.required("w").asString();
            double meanError = Math.hypot(expected.required("axis_se").doubleValue(),
                    found.path().finalDeviation() / Math.sqrt(PARTICLES));
            double deviationError = Math.sqrt(2) * expected.required("axis_sd_se").doubleValue();
            check(place + " mean", expected.required("axis_mean").doubleValue(), found.path().finalMean(), meanError);
            check(place + " deviation", expected.required("axis_sd").doubleValue(), found.path().finalDeviation(),
                    deviationError);
            if (expected.has("inside_tol_0.001")) {
                // All are inside; a share of one sample's size has no standard error to speak of.
                check(place + " inside", expected.required("inside_tol_0.001").doubleValue(), found.goodShare(),
                        1.0 / PARTICLES);
            }
        }
    }

    private static void check(String place, double expected, double found, double error) {
        double allowance = Math.hypot(error, STEP_ERROR);
        System.out.printf("%s: expected %.5f, found %.5f, z = %.2f%n", place, expected, found,
                (found - expected) / allowance);
        assertTrue(Math.abs(found - expected) <= LARGEST * allowance,
                () -> place + ": expected " + expected + ", found " + found + ", error " + allowance);
    }
}
