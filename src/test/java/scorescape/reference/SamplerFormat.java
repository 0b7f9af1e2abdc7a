package scorescape.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescape.diffusion.sampler.AncestralSampler;
import scorescape.diffusion.sampler.ChurnSampler;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.DpmSolverPlusPlusSampler;
import scorescape.diffusion.sampler.EulerSampler;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.SubStep;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.LinearBetaSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.diffusion.schedule.VarianceExplodingSchedule;
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
        Sampler sampler = sampler(file);
        Nodes.forEach(file.required("cases"), "case", run -> "%s, γ %s, %s steps".formatted(
                run.required("distribution").stringValue(), run.required("gamma").asString(),
                run.required("steps").asString()), (run, place) -> {
                    checkSchedule(file, run, place, deviations);
                    check(file, run, sampler, place, deviations);
                });
    }

    /// The engine's own levels against those of the file: `α` and `σ`, or `σ/α` alone for states that keep it.
    private static void checkSchedule(JsonNode file, JsonNode run, String place, Deviations deviations) {
        String name = file.required("sampler").stringValue();
        List<NoiseLevel> expected = levels(run);
        List<NoiseLevel> own = grid(name).levels(schedule(name), expected.size() - 1);
        for (int i = 0; i < expected.size() - 1; i++) {
            NoiseLevel e = expected.get(i);
            String here = place + " level " + i;
            deviations.compare(here, "schedule ratio", SCHEDULE_TOLERANCE * e.ratio(), new double[]{e.ratio()},
                    own.get(i).ratio());
            if (run.has("alpha")) {
                deviations.compare(here, "schedule alpha", SCHEDULE_TOLERANCE * e.alpha(), new double[]{e.alpha()},
                        own.get(i).alpha());
                deviations.compare(here, "schedule sigma", SCHEDULE_TOLERANCE * e.sigma(), new double[]{e.sigma()},
                        own.get(i).sigma());
            }
        }
    }

    private static NoiseSchedule schedule(String sampler) {
        if (sampler.startsWith("flow")) {
            return new FlowSchedule();
        }
        if (sampler.endsWith("linear")) {
            return LinearBetaSchedule.DDPM;
        }
        return sampler.endsWith("cosine") ? new CosineSchedule() : VarianceExplodingSchedule.EDM;
    }

    private static TimeGrid grid(String sampler) {
        if (sampler.startsWith("flow")) {
            return TimeGrid.UNIFORM;
        }
        if (sampler.matches("kd_.*|edm_.*|.*_karras_.*")) {
            return TimeGrid.KARRAS;
        }
        if (sampler.contains("_diffusers_")) {
            return TimeGrid.INTERPOLATED;
        }
        return sampler.startsWith("dpmpp2m") ? TimeGrid.LINSPACE : TimeGrid.LEADING;
    }

    private static Sampler sampler(JsonNode file) {
        String name = file.required("sampler").stringValue();
        JsonNode config = file.required("config");
        return switch (name.replaceFirst("_(linear|cosine)$", "").replaceFirst("^ddim_eta.*", "ddim")) {
            case "ddpm_small" -> new DdpmSampler(Variance.SMALL);
            case "ddpm_large" -> new DdpmSampler(Variance.LARGE);
            case "ddim" -> new DdimSampler(config.required("eta").doubleValue());
            case "dpmpp2m", "dpmpp2m_karras", "kd_dpmpp_2m" -> new DpmSolverPlusPlusSampler();
            case "euler_diffusers", "kd_euler" -> new EulerSampler(FlowForm.EXPLODING);
            case "heun_diffusers", "kd_heun", "edm_heun" -> new HeunSampler(FlowForm.EXPLODING);
            case "edm_heun_churn" -> new ChurnSampler(config.required("S_churn").doubleValue(),
                    config.required("S_min").doubleValue(), config.required("S_max").doubleValue(),
                    config.required("S_noise").doubleValue());
            case "euler_ancestral_diffusers", "kd_euler_ancestral" -> new AncestralSampler();
            case "flow_euler" -> new EulerSampler(FlowForm.STRAIGHT);
            case "flow_heun" -> new HeunSampler(FlowForm.STRAIGHT);
            default -> throw new IllegalArgumentException("unknown sampler: " + name);
        };
    }

    private static void check(JsonNode file, JsonNode run, Sampler sampler, String place, Deviations deviations) {
        var process =
                new DiffusionProcess(Nodes.distribution(file, run.required("distribution").stringValue()), levels(run));
        NoiseSource noise = recordedNoise(file);
        double tolerance = run.required("tol").doubleValue();
        int particle = 0;
        for (JsonNode expected : run.required("particles")) {
            List<Step> steps = Trajectory.run(process, Nodes.guidance(run), sampler, noise, particle, null).steps();
            List<SubStep> evaluations = steps.stream().flatMap(step -> step.subSteps().stream()).toList();
            String here = place + " particle " + particle++;
            if (expected.has("x")) {
                List<Vec2> states =
                        Stream.concat(steps.stream().map(Step::x), Stream.of(steps.getLast().next())).toList();
                compare(deviations, here, "x", tolerance, Nodes.vectors(expected.required("x")), states);
            } else {
                compare(deviations, here, "x_final", tolerance, List.of(Nodes.vector(expected.required("x_final"))),
                        List.of(steps.getLast().next()));
            }
            if (expected.has("eval_x")) {
                compare(deviations, here, "eval_x", tolerance, Nodes.vectors(expected.required("eval_x")),
                        evaluations.stream().map(SubStep::x).toList());
            }
            compare(deviations, here, "x0hat", 10 * tolerance, Nodes.vectors(expected.required("x0hat")),
                    evaluations.stream().map(SubStep::guided).toList());
        }
    }

    /// The levels of the run's steps, from those of the calls of the model: a step by Heun's method calls twice.
    private static List<NoiseLevel> levels(JsonNode run) {
        List<NoiseLevel> levels = new ArrayList<>();
        if (run.has("t_steps")) {
            for (double sigma : Nodes.numbers(run.required("t_steps"))) {
                levels.add(new NoiseLevel(1, sigma));
            }
            return levels;
        }
        double[] sigmas = Nodes.numbers(run.required("sigma"));
        double[] alphas = run.has("alpha")
                ? Nodes.numbers(run.required("alpha"))
                : IntStream.range(0, sigmas.length).mapToDouble(i -> 1).toArray();
        int callsPerStep = sigmas.length > run.required("steps").intValue() ? 2 : 1;
        for (int i = 0; i < sigmas.length; i += callsPerStep) {
            levels.add(new NoiseLevel(alphas[i], sigmas[i]));
        }
        levels.add(NoiseLevel.CLEAN);
        return levels;
    }

    static void compare(Deviations deviations, String place, String field, double tolerance, List<Vec2> expected,
            List<Vec2> actual) {
        if (expected.size() != actual.size()) {
            throw new IllegalArgumentException(
                    place + " " + field + ": the file has " + expected.size() + ", the run " + actual.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            Vec2 e = expected.get(i);
            double size = Math.max(1, Math.max(Math.abs(e.x()), Math.abs(e.y())));
            deviations.compare(place + " number " + i, field, tolerance * size, new double[]{e.x(), e.y()},
                    actual.get(i));
        }
    }

    /// The noise that the file's authors drew: one draw for each step. What is beyond it is never added.
    private static NoiseSource recordedNoise(JsonNode file) {
        List<Vec2> start = Nodes.vectors(file.required("init_z"));
        List<List<Vec2>> pool = new ArrayList<>();
        file.required("noise_pool").forEach(particle -> pool.add(Nodes.vectors(particle)));
        return (particle, step, draw) -> {
            if (step == NoiseSource.START) {
                return start.get(particle);
            }
            boolean drawn = draw == NoiseSource.CHOSEN && particle < pool.size() && step < pool.get(particle).size();
            return drawn ? pool.get(particle).get(step) : Vec2.ZERO;
        };
    }
}
