package scorescape.diffusion.population;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.EulerSampler;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.diffusion.schedule.VarianceExplodingSchedule;
import scorescape.diffusion.schedule.VariancePreservingSchedule;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunDensityTest {

    private static final NoiseSource NOISE = new SeededNoise(3);

    /// For data `N(0, s² I)` a step of Euler's method from σ to σ' multiplies the state by `1 + (σ' − σ) σ/(s² + σ²)`: the law
    /// is `N(0, c² I)` with the product `c` of these factors and of the first σ.
    @Test
    void affineRunsHaveTheirDensityAtEveryStep() {
        double variance = 0.49;
        var data = new DataDistribution(List.of(new GaussianComponent(1, 0, Vec2.ZERO, SymMat2.scalar(variance))));
        List<NoiseLevel> levels = TimeGrid.KARRAS.levels(new VarianceExplodingSchedule(0.01, 20), 15);
        var request = new TrajectoryBundle.Request(new DiffusionProcess(data, levels), new NoGuidance(),
                new EulerSampler(FlowForm.EXPLODING), NOISE, 40);

        RunDensity density = RunDensity.of(request, 40, () -> false);

        double c = levels.getFirst().sigma();
        for (int step = 0; step < levels.size(); step++) {
            for (int particle = 0; particle < 40; particle++) {
                Vec2 z = NOISE.at(particle, NoiseSource.START, NoiseSource.CHOSEN);
                double expected = -Math.log(2 * Math.PI) - 0.5 * z.dot(z) - 2 * Math.log(c);
                // Differences of states up to 60 large, over 2e-4 standard deviations of at least 0.5.
                assertEquals(expected, density.logDensity(step, particle), 1e-8);
            }
            if (step + 1 < levels.size()) {
                double sigma = levels.get(step).sigma();
                c *= 1 + (levels.get(step + 1).sigma() - sigma) * sigma / (variance + sigma * sigma);
            }
        }
    }

    /// The pair of bells of arXiv:2409.13074: along the axis the law of the guided flow has a closed form, across it nothing is
    /// guided and it stays standard normal.
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 4})
    void guidedBellsHaveTheDensityOfTheClosedForm(double gamma) {
        List<NoiseLevel> levels = TimeGrid.LOG_SNR.levels(new VariancePreservingSchedule(0.1, 20), 400);
        var process = new DiffusionProcess(GaussianPairTest.PAIR, levels);
        var request = new TrajectoryBundle.Request(process, new ClassifierFreeGuidance(1, gamma),
                new HeunSampler(FlowForm.EXPLODING), NOISE, 60);
        GaussianPair.Law law =
                GaussianPair.of(GaussianPairTest.PAIR, 1).orElseThrow().law(levels.getFirst(), 1, gamma);

        TrajectoryBundle bundle = TrajectoryBundle.run(request, () -> false);
        RunDensity density = RunDensity.of(request, 60, () -> false);

        int compared = 0;
        for (int particle = 0; particle < 60; particle++) {
            Vec2 end = bundle.end(particle);
            for (int i = 1; i < law.size(); i++) {
                if (law.position(i - 1) <= end.x() && end.x() < law.position(i)) {
                    double share = (end.x() - law.position(i - 1)) / (law.position(i) - law.position(i - 1));
                    double along = (1 - share) * law.density(i - 1) + share * law.density(i);
                    double across = Math.exp(-0.5 * end.y() * end.y()) / Math.sqrt(2 * Math.PI);
                    // Two hundredths: the interpolation between the nodes of the closed form, and 400 steps.
                    assertEquals(Math.log(along * across), density.logDensity(bundle.steps(), particle), 0.02);
                    compared++;
                }
            }
        }
        assertTrue(compared > 50, "compared " + compared);
    }
}
