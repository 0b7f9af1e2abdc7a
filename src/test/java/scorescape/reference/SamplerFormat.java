package scorescape.reference;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;

/// Whole runs of published samplers, iterate by iterate.
final class SamplerFormat implements FileFormat {

    private static final double SCHEDULE_TOLERANCE = 1e-12;

    @Override
    public String name() {
        return "diffgeo-oracle-sampler/1";
    }

    @Override
    public void check(JsonNode file, Deviations deviations) {
        String sampler = file.get("sampler").stringValue();
        if (!sampler.equals("ddpm_small_cosine")) {
            deviations.unchecked("sampler " + sampler);
            return;
        }
        int index = 0;
        for (JsonNode run : file.get("cases")) {
            String place = "case %d (%s, γ %s, %s steps)".formatted(index++, run.get("distribution").stringValue(),
                    run.get("gamma").asString(), run.get("steps").asString());
            checkDdpm(file, run, place, deviations);
        }
    }

    private static void checkDdpm(JsonNode file, JsonNode run, String place, Deviations deviations) {
        double[] alphas = Nodes.numbers(run.get("alpha"));
        double[] sigmas = Nodes.numbers(run.get("sigma"));
        List<NoiseLevel> own = TimeGrid.LEADING.levels(new CosineSchedule(), alphas.length);
        for (int i = 0; i < alphas.length; i++) {
            deviations.compare(place, "schedule alpha", SCHEDULE_TOLERANCE * alphas[i], new double[]{alphas[i]},
                    own.get(i).alpha());
            deviations.compare(place, "schedule sigma", SCHEDULE_TOLERANCE * sigmas[i], new double[]{sigmas[i]},
                    own.get(i).sigma());
        }
        Stream<NoiseLevel> noisy =
                IntStream.range(0, alphas.length).mapToObj(i -> new NoiseLevel(alphas[i], sigmas[i]));
        var process = new DiffusionProcess(Nodes.distribution(file, run.get("distribution").stringValue()),
                Stream.concat(noisy, Stream.of(NoiseLevel.CLEAN)).toList());
        Guidance guidance = run.get("cls").isNull()
                ? new NoGuidance()
                : new ClassifierFreeGuidance(run.get("cls").intValue(), run.get("gamma").doubleValue());
        NoiseSource noise = recordedNoise(file);
        double tolerance = run.get("tol").doubleValue();
        int particle = 0;
        for (JsonNode expected : run.get("particles")) {
            var trajectory =
                    Trajectory.run(process, guidance, new DdpmSampler(Variance.SMALL), noise, particle, null);
            String here = place + " particle " + particle++;
            List<Vec2> states = Stream
                    .concat(trajectory.steps().stream().map(Step::x), Stream.of(trajectory.end())).toList();
            compareAll(deviations, here, "x", tolerance, Nodes.vectors(expected.get("x")), states);
            compareAll(deviations, here, "x0hat", 10 * tolerance, Nodes.vectors(expected.get("x0hat")),
                    trajectory.steps().stream().map(Step::guided).toList());
        }
    }

    private static void compareAll(Deviations deviations, String place, String field, double tolerance,
            List<Vec2> expected, List<Vec2> actual) {
        if (expected.size() != actual.size()) {
            throw new IllegalArgumentException(
                    place + " " + field + ": the file has " + expected.size() + ", the run " + actual.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            Vec2 e = expected.get(i);
            double size = Math.max(1, Math.max(Math.abs(e.x()), Math.abs(e.y())));
            deviations.compare(place + " step " + i, field, tolerance * size, new double[]{e.x(), e.y()},
                    actual.get(i));
        }
    }

    /// The noise that the file's authors drew. The last step draws none; what it is given does not count.
    private static NoiseSource recordedNoise(JsonNode file) {
        List<Vec2> start = Nodes.vectors(file.get("init_z"));
        List<List<Vec2>> pool = Stream.of(file.get("noise_pool"))
                .flatMap(node -> IntStream.range(0, node.size()).mapToObj(i -> Nodes.vectors(node.get(i))))
                .toList();
        return (particle, step, draw) -> {
            if (step == NoiseSource.START) {
                return start.get(particle);
            }
            return step < pool.get(particle).size() ? pool.get(particle).get(step) : Vec2.ZERO;
        };
    }
}
