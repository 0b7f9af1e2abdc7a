package scorescape.diffusion.sampler;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrajectoryTest {

    private static final DiffusionProcess PROCESS = Runs.cosine(20);
    private static final Sampler DDPM = new DdpmSampler(Variance.SMALL);
    private static final NoiseSource NOISE = new SeededNoise(7);
    private static final Guidance TO_THE_RIGHT = new ClassifierFreeGuidance(1, 3);

    @Test
    void everyStepStartsWhereTheOneBeforeEnded() {
        Trajectory run = Trajectory.run(PROCESS, TO_THE_RIGHT, DDPM, NOISE, 0, null);

        assertEquals(PROCESS.steps(), run.steps().size());
        for (int i = 1; i < run.steps().size(); i++) {
            assertEquals(run.steps().get(i - 1).next(), run.steps().get(i).x());
        }
    }

    @Test
    void aStepEndsAtItsMeanAndItsNoise() {
        for (Step step : Trajectory.run(PROCESS, TO_THE_RIGHT, DDPM, NOISE, 0, null).steps()) {
            assertEquals(step.mean().plus(step.noise().times(step.noiseScale())), step.next());
            assertEquals(step.index() < PROCESS.steps() - 1, step.isNoisy());
        }
    }

    @Test
    void guidedPredictionIsTheDifferenceStretched() {
        for (Step step : Trajectory.run(PROCESS, TO_THE_RIGHT, DDPM, NOISE, 0, null).steps()) {
            Vec2 expected = step.unconditional().denoised().plus(step.difference().times(3));

            assertEquals(0, expected.distance(step.guided()), 1e-14);
            assertEquals(step.guided(), step.arrows().getLast().tip());
        }
    }

    @Test
    void aRunWithoutGuidanceHasNoClass() {
        Step step = Trajectory.run(PROCESS, new NoGuidance(), DDPM, NOISE, 0, null).steps().getFirst();

        assertNull(step.conditional());
        assertEquals(Vec2.ZERO, step.difference());
        assertEquals(step.unconditional().denoised(), step.guided());
    }

    @Test
    void guidedRunEndsInItsClass() {
        Trajectory run = Trajectory.run(PROCESS, TO_THE_RIGHT, DDPM, NOISE, 0, null);

        assertNotNull(run.steps().getFirst().conditional());
        assertTrue(run.end().distance(new Vec2(2, 0.5)) < 2, run.end()::toString);
    }

    @Test
    void aPlacementChangesNothingBeforeIt() {
        Trajectory free = Trajectory.run(PROCESS, TO_THE_RIGHT, DDPM, NOISE, 0, null);
        Trajectory placed = Trajectory.run(PROCESS, TO_THE_RIGHT, DDPM, NOISE, 0, new Placement(5, new Vec2(1, 1)));

        assertEquals(free.steps().subList(0, 5), placed.steps().subList(0, 5));
        assertEquals(new Vec2(1, 1), placed.steps().get(5).x());
    }

    @Test
    void aRunThatLeavesThePlaneStopsAtItsEdge() {
        Trajectory run = Trajectory.run(PROCESS, TO_THE_RIGHT, DDPM, NOISE, 0, new Placement(3, new Vec2(1e300, 1e9)));

        assertTrue(run.diverged());
        assertFalse(run.steps().get(2).diverged());
        assertEquals(Trajectory.DIVERGED * PROCESS.dataScale(), run.end().norm(), 1);
        assertEquals(run.steps().get(4).x(), run.end());
    }

    /// With ε far above 2σ² each Langevin move throws the state further out; 400 of them in one step would overflow.
    @Test
    void aRunThatDivergesWithinAStepStopsThere() {
        Trajectory run = Trajectory.run(PROCESS, new NoGuidance(), new AnnealedLangevinSampler(1, 400), NOISE, 0, null);

        assertTrue(run.diverged());
        assertTrue(run.steps().getFirst().subSteps().size() < 400);
        assertTrue(run.end().isFinite(), run.end()::toString);
    }

    @Test
    void aPredictionBesideTheOriginHasADirection() {
        var data = new DataDistribution(List.of(new PointComponent(1, 0, new Vec2(1, 0)),
                new PointComponent(1, 1, new Vec2(Double.MIN_VALUE, 0))));
        var process = new DiffusionProcess(data, PROCESS.levels());

        Trajectory run = Trajectory.run(process, new AdaptiveProjectedGuidance(1, 3, 0, 1, 0), DDPM, NOISE, 0, null);

        assertTrue(run.end().isFinite(), run.end()::toString);
    }

    @Test
    void betweenTwoStatesTheLevelIsOnAStraightLine() {
        Trajectory run = Trajectory.run(PROCESS, TO_THE_RIGHT, DDPM, NOISE, 0, null);
        Step step = run.steps().get(4);

        assertEquals(step.from(), run.levelAt(4));
        assertEquals(0.5 * (step.from().sigma() + step.to().sigma()), run.levelAt(4.5).sigma());
        assertEquals(NoiseLevel.CLEAN, run.levelAt(99));
        assertEquals(run.steps().getFirst().from(), run.levelAt(-3));
    }

    /// The straight flow starts from pure noise, which is infinitely far out in coordinates of the data.
    @Test
    void pureNoiseStaysInThePlaneInCoordinatesOfTheData() {
        var flow = new DiffusionProcess(Runs.TWO_CLASSES, TimeGrid.UNIFORM.levels(new FlowSchedule(), 10));
        Trajectory run = Trajectory.run(flow, TO_THE_RIGHT, new EulerSampler(FlowForm.STRAIGHT), NOISE, 0, null);

        Vec2 noise = run.steps().getFirst().x();
        Vec2 start = run.steps().getFirst().from().rescaled(noise);

        assertTrue(start.isFinite());
        assertEquals(0, start.times(1 / start.norm()).distance(noise.times(1 / noise.norm())), 1e-12);
    }
}
