package scorescape.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.sampler.AncestralSampler;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.document.Presets;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LongPathTest {

    /// 540 high, so that lengths are in its pixels.
    private static final Viewport VIEWPORT = Viewport.of(Presets.defaultScene().camera(), 720, 540);

    private static final LongPath PATH = new LongPath(2, Role.STATE, 0.5, 40, VIEWPORT);

    @Test
    void stopsNextToEachOtherAreLeftOutButTheLast() {
        // Half a pixel apart: each sixth is three pixels from the one before.
        List<Vec2> stops = IntStream.rangeClosed(0, 20).mapToObj(i -> new Vec2(100 + 0.5 * i, 100)).toList();

        List<Mark> marks = PATH.through(stops);

        assertEquals(List.of(103.0, 106.0, 109.0, 110.0),
                marks.stream().map(mark -> ((Mark.Line) mark).to().x()).toList());
    }

    @Test
    void aMoveTwiceAsLongAsALongOneIsHalfAsStrong() {
        List<Mark> marks = PATH.through(List.of(new Vec2(100, 100), new Vec2(130, 100), new Vec2(210, 100)));

        assertEquals(0.5, marks.get(1).opacity() / marks.get(0).opacity(), 1e-12);
    }

    @Test
    void movesOutsideOfThePictureAreNotDrawn() {
        assertEquals(List.of(), PATH.through(List.of(new Vec2(-10, -10), new Vec2(-10, -90), new Vec2(300, -1))));
    }

    /// The way of the run and those of a population, of which moves would otherwise be a white tangle of halos.
    @Test
    void aRunOfThousandsOfStepsIsDrawnThinAndInFewLines() {
        int steps = 5000;
        Document document = Presets.defaultScene();
        document = document.withSampling(document.sampling().withSampler(new AncestralSampler())).withSteps(steps);
        document = document.withLayers(document.layers().withShown(Layer.PATHS, true));

        Frame frame = new FrameComputer().compute(document, new Playhead(3000, Stage.START, 0), VIEWPORT, Theme.LIGHT);

        List<Mark.Line> lines = frame.marks().stream()
                .filter(Mark.Line.class::isInstance)
                .map(Mark.Line.class::cast)
                .toList();
        assertTrue(lines.size() > 100 && lines.size() < steps / 2, lines.size() + " lines");
        assertTrue(lines.stream().allMatch(line -> line.width() < 1 && line.ink() == Role.STATE));
        int paths = document.layers().population().paths();
        int moves = frame.strata().stream()
                .filter(stratum -> stratum.layer() == Layer.PATHS)
                .mapToInt(stratum -> stratum.marks().size())
                .sum();
        assertTrue(moves > 0 && moves < paths * steps / 2, moves + " moves");
    }
}
