package scorescape.diffusion.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInput;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// One particle under way: follows the plans of a sampler and keeps everything it meets.
final class ParticleRun {

    /// Keeps a point at the edge outside it, whatever rounding does: it is known by that again.
    private static final double EDGE_ROUNDING = 1e-12;

    private final DiffusionProcess process;
    private final Guidance guidance;
    private final Sampler sampler;
    private final NoiseSource noise;
    private final int particle;
    private final List<NoiseLevel> levels;
    private final double limit;

    private Vec2 x;
    private boolean diverged;

    /// The guided prediction of the evaluation before, null if there is none that counts.
    private @Nullable Vec2 earlier;

    private Vec2 memory = Vec2.ZERO;

    ParticleRun(DiffusionProcess process, Guidance guidance, Sampler sampler, NoiseSource noise, int particle) {
        this.process = process;
        this.guidance = guidance;
        this.sampler = sampler;
        this.noise = noise;
        this.particle = particle;
        levels = sampler.levels(process.levels());
        limit = limit(process);
        x = noise.at(particle, NoiseSource.START, NoiseSource.CHOSEN).times(process.startScale());
    }

    /// Puts the particle at `at`: what a multi-step sampler or a rule remembers of its way no longer counts.
    void place(Vec2 at) {
        x = at;
        diverged = false;
        earlier = null;
        memory = Vec2.ZERO;
    }

    Step step(int index) {
        if (!diverged) {
            checkDivergence();
        }
        if (diverged) {
            return rest(index);
        }
        StepPlan plan = sampler.plan(levels, index);
        Vec2 chosen = noise.at(particle, index, NoiseSource.CHOSEN);
        Vec2 start = plan.churn() == 0 ? x : x.plus(chosen.times(plan.churn()));
        Vec2 before = x;
        Vec2 state = start;
        List<SubStep> subSteps = new ArrayList<>(plan.moves().size());
        for (int i = 0; i < plan.moves().size() && !diverged; i++) {
            Vec2 draw = i == 0 ? chosen : noise.at(particle, index, NoiseSource.ofMove(i));
            SubStep subStep = move(index, plan.moves().get(i), start, state, draw);
            subSteps.add(subStep);
            state = subStep.next();
            x = state;
            checkDivergence();
        }
        return new Step(index, levels.get(index), levels.get(index + 1), before, plan.churn(), chosen, subSteps,
                diverged);
    }

    private SubStep move(int index, Move move, Vec2 start, Vec2 state, Vec2 draw) {
        GuidanceInput input = input(index, move, state);
        Vec2 guided = guidance.guide(input);
        memory = guidance.remember(input);
        Vec2 before = earlier == null ? guided : earlier;
        earlier = guided;
        Vec2 mean = start.times(move.fromStart())
                .plus(state.times(move.fromState()))
                .plus(guided.times(move.fromPrediction()))
                .plus(before.times(move.fromEarlier()));
        return new SubStep(move.role(), move.at(), state, input.unconditional(), conditional(input), guided,
                guidance.arrows(input), mean, move.noise(), draw, mean.plus(draw.times(move.noise())));
    }

    private void checkDivergence() {
        if (isOut(x, limit)) {
            diverged = true;
            x = edge(x, limit);
        }
    }

    /// A step of a particle that has diverged: it stays at the edge of what can be counted in.
    private Step rest(int index) {
        Move move = sampler.plan(levels, index).moves().getFirst();
        GuidanceInput input = input(index, move, x);
        Vec2 draw = noise.at(particle, index, NoiseSource.CHOSEN);
        var subStep = new SubStep(move.role(), move.at(), x, input.unconditional(), conditional(input),
                guidance.guide(input), guidance.arrows(input), x, 0, draw, x);
        return new Step(index, levels.get(index), levels.get(index + 1), x, 0, draw, List.of(subStep), true);
    }

    private GuidanceInput input(int index, Move move, Vec2 state) {
        var position = new GuidancePosition(index, process.steps(), levels.get(index), levels.get(index + 1));
        return new GuidanceInput(process, position, move.at(), state, memory);
    }

    private @Nullable PointEstimate conditional(GuidanceInput input) {
        OptionalInt label = guidance.guidingClass();
        return label.isPresent() ? input.given(label.getAsInt()) : null;
    }

    /// How far out a run is taken to diverge.
    static double limit(DiffusionProcess process) {
        return Trajectory.DIVERGED * Math.max(process.dataScale(), process.level(0).sigma());
    }

    /// Whether `point` is further out than `limit`, or not a number.
    static boolean isOut(Vec2 point, double limit) {
        return !(point.norm() <= limit);
    }

    /// The point at the distance just above `limit` in the direction of `point`, which may be infinite, or nowhere.
    static Vec2 edge(Vec2 point, double limit) {
        double x = finite(point.x());
        double y = finite(point.y());
        double largest = Math.max(Math.abs(x), Math.abs(y));
        Vec2 direction = largest > 0 ? new Vec2(x / largest, y / largest) : new Vec2(1, 0);
        return direction.times(limit * (1 + EDGE_ROUNDING) / direction.norm());
    }

    /// The nearest finite number; 0 for what is none.
    private static double finite(double value) {
        return Double.isNaN(value) ? 0 : Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
}
