package scorescape.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import scorescape.diffusion.sampler.AnnealedLangevinSampler;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.LangevinSampler;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.SubStep;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;

/// Runs of Langevin dynamics at one noise level, and at falling ones.
final class LangevinFormat implements FileFormat {

    @Override
    public String name() {
        return "diffgeo-oracle-langevin/1";
    }

    @Override
    public void check(JsonNode file, Deviations deviations) {
        Nodes.forEach(file.required("cases"), "case", run -> run.required("kind").stringValue(),
                (run, place) -> check(file, run, place, deviations));
    }

    private static void check(JsonNode file, JsonNode run, String place, Deviations deviations) {
        boolean annealed = run.required("kind").stringValue().equals("annealed");
        int movesPerStep = annealed ? run.required("steps_each").intValue() : 1;
        Sampler sampler = annealed
                ? new AnnealedLangevinSampler(run.required("step_lr").doubleValue(), movesPerStep)
                : new LangevinSampler(run.required("eps").doubleValue(),
                        new NoiseLevel(1, run.required("sigma").doubleValue()));
        var process =
                new DiffusionProcess(Nodes.distribution(file, run.required("distribution").stringValue()), levels(run));
        double tolerance = run.required("tol").doubleValue();
        for (int p = 0; p < run.required("x").size(); p++) {
            List<Vec2> expected = Nodes.vectors(run.required("x").required(p));
            List<Vec2> noise = Nodes.vectors(run.required("noise").required(p));
            NoiseSource recorded = (_, step, draw) -> step == NoiseSource.START
                    ? Vec2.ZERO
                    : noise.get(step * movesPerStep + NoiseSource.CHOSEN - draw);
            var trajectory = Trajectory.run(process, Nodes.guidance(run), sampler, recorded, 0,
                    new Placement(0, expected.getFirst()));
            List<SubStep> moves = trajectory.steps().stream().flatMap(step -> step.subSteps().stream()).toList();
            List<Vec2> states = new ArrayList<>(moves.stream().map(SubStep::x).toList());
            states.add(trajectory.end());
            String here = place + " particle " + p;
            SamplerFormat.compare(deviations, here, "x", tolerance, expected, states);
            SamplerFormat.compare(deviations, here, "score", 10 * tolerance,
                    Nodes.vectors(run.required("score").required(p)),
                    moves.stream().map((Function<SubStep, Vec2>) LangevinFormat::score).toList());
        }
    }

    /// The guided score, read off the guided prediction.
    private static Vec2 score(SubStep move) {
        double variance = move.at().sigma() == 0 ? 1 : move.at().sigma() * move.at().sigma();
        return move.guided().minus(move.x()).times(1 / variance);
    }

    private static List<NoiseLevel> levels(JsonNode run) {
        if (!run.has("sigmas")) {
            return Collections.nCopies(run.required("steps").intValue() + 1, NoiseLevel.CLEAN);
        }
        List<NoiseLevel> levels = new ArrayList<>(DoubleStream.of(Nodes.numbers(run.required("sigmas")))
                .mapToObj(sigma -> new NoiseLevel(1, sigma)).toList());
        levels.add(NoiseLevel.CLEAN);
        return levels;
    }
}
