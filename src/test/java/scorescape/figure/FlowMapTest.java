package scorescape.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FlowMapTest {

    private static final Document SCENE = Scenes.withGamma(4).withPlacement(null);
    private static final DiffusionProcess PROCESS = new DiffusionProcess(SCENE.data(), SCENE.levels());
    private static final Viewport VIEWPORT = Viewport.of(SCENE.camera(), 960, 540);

    /// Eleven either way, with 41 starts each before any is added.
    private static final int LINES = 22;
    private static final int REGULAR_STARTS = 41;

    private static List<List<Vec2>> lines(Guidance guidance, double position) {
        return new FlowMap(PROCESS, guidance).marks(position, Coordinates.STATE, VIEWPORT, 1).stream()
                .map(mark -> ((Mark.Polyline) mark).points())
                .toList();
    }

    private static DoubleStream gaps(List<Vec2> line) {
        return IntStream.range(1, line.size()).mapToDouble(i -> line.get(i).minus(line.get(i - 1)).norm());
    }

    /// Neighbours may end a fortieth of the data's reach apart; halvings end where classes part, at fewer than one in a
    /// hundred.
    @Test
    void linesBendAsTheFlowDoesWhereItPullsNeighboursApart() {
        double largestGap = PROCESS.dataScale() / 40 / VIEWPORT.unitsPerPixel();
        List<List<Vec2>> lines = lines(new NoGuidance(), PROCESS.steps());

        double[] gaps = lines.stream().flatMapToDouble(FlowMapTest::gaps).toArray();

        assertEquals(LINES, lines.size());
        assertTrue(gaps.length > LINES * (REGULAR_STARTS - 1));
        assertTrue(DoubleStream.of(gaps).filter(gap -> gap > largestGap).count() < gaps.length / 100);
    }

    /// At the start of the run nothing has moved: all starts of a line lie on it, in order.
    @Test
    void linesBeginStraightAndInOrder() {
        for (List<Vec2> line : lines(SCENE.guidance(), 0)) {
            Vec2 whole = line.getLast().minus(line.getFirst());
            assertEquals(whole.norm(), gaps(line).sum(), 1e-9 * whole.norm());
        }
    }
}
