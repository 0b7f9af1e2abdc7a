package scorescape.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.population.Axis;
import scorescape.diffusion.population.ProjectedPath;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.EulerSampler;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MeanPathTest {

    private static final Document SCENE = Scenes.withGamma(4).withPlacement(null);
    private static final Viewport VIEWPORT = Viewport.of(SCENE.camera(), 960, 540);

    /// Of sums over hundreds of particles, in pixels.
    private static final double ROUNDING = 1e-8;

    private static TrajectoryBundle bundle(Document document) {
        return TrajectoryBundle.run(new TrajectoryBundle.Request(
                new DiffusionProcess(document.data(), document.levels()), document.guidance(), document.sampler(),
                document.sampling().noise(), 400), () -> false);
    }

    /// In states the band is everywhere narrow enough to be drawn; its farthest point to the right is the largest mean plus
    /// deviation of all states, since that direction is among those of the hulls.
    @Test
    void bandReachesOneDeviationFromTheMeanOfTheProjectedPath() {
        TrajectoryBundle bundle = bundle(SCENE);
        ProjectedPath path = ProjectedPath.of(bundle, Axis.X);

        var mean = new MeanPath(bundle, Coordinates.STATE);

        double farthest = mean.band(bundle.steps(), VIEWPORT, 1).stream()
                .filter(Mark.Area.class::isInstance)
                .flatMap(area -> ((Mark.Area) area).outlines().stream())
                .flatMap(outline -> outline.stream())
                .mapToDouble(Vec2::x)
                .max()
                .orElseThrow();
        double expected = IntStream.rangeClosed(0, path.steps())
                .mapToDouble(step -> path.mean(step) + path.deviation(step))
                .max()
                .orElseThrow();
        assertEquals(VIEWPORT.toPixel(new Vec2(expected, 0)).x(), farthest, ROUNDING);
        Mark.Dot dot = (Mark.Dot) mean.line(bundle.steps(), VIEWPORT, 1).getLast();
        assertEquals(VIEWPORT.toPixel(new Vec2(path.finalMean(), 0)).x(), dot.at().x(), ROUNDING);
    }

    /// A hundredfold score overshoots at each step, and more each time.
    @Test
    void populationThatDivergedAsAWholeHasNoMean() {
        TrajectoryBundle bundle = bundle(SCENE
                .withSampling(SCENE.sampling().withSampler(new EulerSampler(FlowForm.EXPLODING)))
                .withGuidance(new TemperedGuidance(new ClassifierFreeGuidance(1, 100), 100)));

        assertEquals(bundle.particles(), bundle.divergedCount());
        assertEquals(List.of(), new MeanPath(bundle, Coordinates.RESCALED).band(1, VIEWPORT, 1));
        assertEquals(List.of(), new MeanPath(bundle, Coordinates.RESCALED).line(1, VIEWPORT, 1));
    }
}
