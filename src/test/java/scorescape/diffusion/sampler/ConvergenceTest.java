package scorescape.diffusion.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Orders of convergence, by halving the steps of a problem with a closed solution.
///
/// Data `N(μ, S)` with a diagonal `S`: along the probability flow each coordinate of `x` keeps its distance from the
/// mean in units of its spread, `x(t) = α μ + (x_T − α_T μ) √((α² S + σ²)/(α_T² S + σ_T²))`.
class ConvergenceTest {

    private static final Vec2 MEAN = new Vec2(0.6, -0.4);
    private static final SymMat2 SPREAD = new SymMat2(0.5, 0, 0.08);
    private static final DataDistribution DATA =
            new DataDistribution(List.of(new GaussianComponent(1, 0, MEAN, SPREAD)));
    private static final Vec2 START = new Vec2(0.9, -1.3);

    /// How far a measured order may be from the true one with 64 and 128 steps.
    private static final double ORDER_TOLERANCE = 0.15;

    static Stream<Arguments> solvers() {
        return Stream.of(Arguments.of(new DdimSampler(0), 1), Arguments.of(new EulerSampler(FlowForm.EXPLODING), 1),
                Arguments.of(new EulerSampler(FlowForm.PRESERVING), 1),
                Arguments.of(new EulerSampler(FlowForm.STRAIGHT), 1),
                Arguments.of(new HeunSampler(FlowForm.EXPLODING), 2),
                Arguments.of(new HeunSampler(FlowForm.PRESERVING), 2),
                Arguments.of(new HeunSampler(FlowForm.STRAIGHT), 2),
                Arguments.of(new ChurnSampler(0, 0, 1e3, 1), 2),
                Arguments.of(new DpmSolverPlusPlusSampler(), 2));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void halvingTheStepsDividesTheErrorByTwoToTheOrder(Sampler sampler, int order) {
        double coarse = error(sampler, 64);
        double fine = error(sampler, 128);

        assertEquals(order, Math.log(coarse / fine) / Math.log(2), ORDER_TOLERANCE);
    }

    @Test
    void theReferenceSolutionIsExactToRounding() {
        NoiseLevel from = level(1);
        NoiseLevel to = level(0);

        Vec2 end = new ProbabilityFlow(DATA, new NoGuidance()).path(from, START, to).at(to);

        assertEquals(0, end.distance(exact(from, to)), 1e-12);
    }

    @Test
    void theWayBackEndsInTheData() {
        var flow = new ProbabilityFlow(Runs.TWO_CLASSES, new NoGuidance());
        Vec2 data = new Vec2(1.7, 0.2);
        Vec2 noise = flow.path(NoiseLevel.CLEAN, data, level(1)).at(level(1));

        Vec2 back = flow.path(level(1), noise, NoiseLevel.CLEAN).at(NoiseLevel.CLEAN);

        assertEquals(0, data.distance(back), 1e-11);
    }

    @Test
    void theFlowGivesDataTheirOwnDensity() {
        Vec2 data = new Vec2(1.7, 0.2);

        double density = new ProbabilityFlow(Runs.TWO_CLASSES, new NoGuidance())
                .likelihood(data, new NoiseLevel(0, 1)).logDensity();

        assertEquals(Runs.TWO_CLASSES.noised(NoiseLevel.CLEAN).logDensity(data), density, 1e-10);
    }

    private static double error(Sampler sampler, int steps) {
        List<NoiseLevel> levels = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            levels.add(level(1 - (double) i / steps));
        }
        var process = new DiffusionProcess(DATA, levels);
        Trajectory run = Trajectory.run(process, new NoGuidance(), sampler, new SeededNoise(0), 0,
                new Placement(0, START));
        return run.end().distance(exact(levels.getFirst(), levels.getLast()));
    }

    /// From logSNR −3 at time 1 to 4 at time 0, evenly: no end is singular in any form.
    private static NoiseLevel level(double time) {
        double logSnr = 4 - 7 * time;
        return new NoiseLevel(Math.sqrt(1 / (1 + Math.exp(-logSnr))), Math.sqrt(1 / (1 + Math.exp(logSnr))));
    }

    private static Vec2 exact(NoiseLevel from, NoiseLevel to) {
        return new Vec2(exact(from, to, START.x(), MEAN.x(), SPREAD.xx()),
                exact(from, to, START.y(), MEAN.y(), SPREAD.yy()));
    }

    private static double exact(NoiseLevel from, NoiseLevel to, double start, double mean, double variance) {
        return to.alpha() * mean
                + (start - from.alpha() * mean) * Math.sqrt(spread(to, variance) / spread(from, variance));
    }

    private static double spread(NoiseLevel level, double variance) {
        return level.alpha() * level.alpha() * variance + level.sigma() * level.sigma();
    }
}
