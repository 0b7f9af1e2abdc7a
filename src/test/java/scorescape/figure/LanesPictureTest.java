package scorescape.figure;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.Step;
import scorescape.document.Document;
import scorescape.document.Lane;
import scorescape.document.Layer;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LanesPictureTest {

    private static final Document SCENE = Scenes.THREE_CLASSES;
    private static final Lane OWN = Lane.of(SCENE);
    private static final List<Lane> FOUR = List.of(OWN.withGuidance(new ClassifierFreeGuidance(1, 1)), OWN,
            OWN.withSampler(new DdimSampler(0)), OWN.withGuidance(new NoGuidance()));
    private static final Document TWO = SCENE.comparedIn(List.of(OWN, FOUR.getFirst()), 0);

    private final FrameComputer computer = new FrameComputer();

    @Test
    void twoLanesLookAsKept() throws IOException {
        Document joined = TWO.withComparison(TWO.view().comparison().withJoined(true));

        GoldenImages.assertLooksAsKept("lanes-two", Pictures.image(
                Pictures.frame(joined, Pictures.playhead(joined, Stage.NOISE, 1), 640, 480, Theme.LIGHT)));
    }

    @ParameterizedTest
    @CsvSource({"DARK, lanes-four-dark", "PROJECTOR, lanes-four-projector"})
    void fourLanesLookAsKept(Theme theme, String name) throws IOException {
        Document four = SCENE.comparedIn(FOUR, 1).withLayers(SCENE.layers().withShown(Layer.ENDS, true)
                .withPopulation(SCENE.layers().population().withParticles(60)));
        Document joined = four.withComparison(four.view().comparison().withJoined(true));

        GoldenImages.assertLooksAsKept(name, Pictures.image(
                Pictures.frame(joined, Pictures.playhead(joined, Stage.STEP, 1), 640, 480, theme)));
    }

    @Test
    void eachLaneShowsItsOwnRunThroughTheSameCamera() {
        Frame frame = Pictures.frame(TWO, Pictures.playhead(TWO, Stage.AMPLIFY, 1), 640, 480, Theme.LIGHT);

        assertEquals(2, frame.lanes().size());
        Viewport first = frame.lanes().getFirst().frame().viewport();
        assertEquals(first, frame.lanes().getLast().frame().viewport());
        for (int i = 0; i < 2; i++) {
            Document lane = TWO.lanes().get(i);
            Vec2 end = first.toPixel(computer.trajectory(lane).end());
            assertTrue(frame.lanes().get(i).frame().marks().stream()
                    .anyMatch(mark -> mark instanceof Mark.Dot dot && dot.at().distance(end) < 1e-9));
        }
        assertNotEquals(computer.trajectory(TWO.lanes().getFirst()).end(),
                computer.trajectory(TWO.lanes().getLast()).end());
    }

    @Test
    void whatAllLanesHaveInCommonIsSaidOnceAndTheRestBesideTheirTitles() {
        Frame alike = Pictures.frame(TWO, Pictures.playhead(TWO, Stage.STEP, 1), 640, 480, Theme.LIGHT);
        assertEquals(1, texts(alike).stream().filter(text -> text.contains("alpha$ =")).count());

        Lane few = new Lane(OWN.guidance(), OWN.schedule(), OWN.grid(), OWN.sampler(), 5, OWN.model());
        Document unlike = SCENE.withPlacement(null).comparedIn(List.of(OWN, few), 0)
                .withLayers(SCENE.layers().withShown(Layer.ENDS, true)
                        .withPopulation(SCENE.layers().population().withParticles(40)));
        Frame frame = Pictures.frame(unlike, new Playhead(12, Stage.START, 1), 640, 480, Theme.LIGHT);
        assertEquals(2, texts(frame).stream().filter(text -> text.contains("alpha$ =")).count());
        assertEquals(2, texts(frame).stream().filter(text -> text.startsWith("ends in the class: ")).count());
        assertEquals(1, texts(frame).stream().filter("ends in the class"::equals).count());
        assertEquals(1, texts(frame).stream().filter("astray"::equals).count());
    }

    private static List<String> texts(Frame frame) {
        return frame.furniture().stream()
                .flatMap(mark -> mark instanceof Mark.Text text ? Stream.of(text.line().latex()) : Stream.empty())
                .toList();
    }

    @Test
    void anEquationOfAllLanesStandsInTheActiveOneAndOthersInTheirs() {
        Document one = TWO.withLayers(TWO.layers().withShown(Layer.EQUATION, true));
        assertEquals(List.of(true, false), showEquations(one));

        Document two = SCENE.withLayers(one.layers()).comparedIn(List.of(OWN, FOUR.get(2)), 0);
        assertEquals(List.of(true, true), showEquations(two));
    }

    private static List<Boolean> showEquations(Document document) {
        Frame frame = Pictures.frame(document, Pictures.playhead(document, Stage.STEP, 1), 640, 480, Theme.LIGHT);
        return frame.lanes().stream().map(lane -> lane.frame().furniture().stream()
                .anyMatch(Mark.Panel.class::isInstance)).toList();
    }

    @Test
    void aLaneWithoutTheStageShowsTheOneBeforeItComplete() {
        Document plain = SCENE.comparedIn(List.of(OWN, FOUR.getLast()), 0);

        Frame frame = Pictures.frame(plain, Pictures.playhead(plain, Stage.AMPLIFY, 0.3), 640, 480, Theme.LIGHT);

        Document alone = plain.lanes().getLast();
        Viewport viewport = frame.lanes().getLast().frame().viewport();
        Frame expected = computer.compute(
                alone.withLayers(frameless(alone)), new Playhead(SCENE.toldStep(), Stage.PREDICT, 1), viewport,
                Theme.LIGHT);
        assertEquals(expected.marks(), frame.lanes().getLast().frame().marks());
    }

    @Test
    void aRunOfFewerStepsIsShownAtTheSameShareOfIt() {
        Lane few = new Lane(OWN.guidance(), OWN.schedule(), OWN.grid(), OWN.sampler(), 5, OWN.model());
        Document compared = SCENE.withPlacement(null).comparedIn(List.of(OWN, few), 0);

        Frame frame = Pictures.frame(compared, new Playhead(12, Stage.START, 1), 640, 480, Theme.LIGHT);

        Document alone = compared.lanes().getLast();
        Step step = computer.trajectory(alone).steps().get(2);
        Vec2 pixel = frame.lanes().getLast().frame().viewport().toPixel(step.from().rescaled(step.x()));
        assertTrue(frame.lanes().getLast().frame().marks().stream()
                .anyMatch(mark -> mark instanceof Mark.Dot dot && dot.at().distance(pixel) < 1e-9));
    }

    @Test
    void whatIsPointedAtInALaneIsKnownAndStandsOut() {
        Frame frame = Pictures.frame(TWO, Pictures.playhead(TWO, Stage.AMPLIFY, 1), 640, 480, Theme.LIGHT);
        Frame.Lane lane = frame.lanes().getLast();
        Vec2 denoised = computer.trajectory(TWO.lanes().getLast()).steps().get(SCENE.toldStep()).unconditional()
                .denoised();

        Vec2 pixel = lane.frame().viewport().toPixel(denoised).plus(new Vec2(lane.left(), lane.top()));

        assertEquals(Role.UNCONDITIONAL, frame.roleAt(pixel, 1));
        assertEquals(frame.lanes().getLast().frame().lit(Role.NOISE).marks(),
                frame.lit(Role.NOISE).lanes().getLast().frame().marks());
    }

    @ParameterizedTest
    @CsvSource({"2, 640, 480, 2", "2, 300, 480, 1", "3, 640, 480, 3", "4, 640, 480, 2", "4, 300, 480, 2"})
    void cellsAreOfOneSizeAndDoNotOverlap(int lanes, int width, int height, int columns) {
        List<Bounds> cells = LanesPicture.cells(lanes, width, height);

        assertEquals(lanes, cells.size());
        assertEquals(columns, cells.stream().map(Bounds::minX).distinct().count());
        for (Bounds cell : cells) {
            assertEquals(cells.getFirst().width(), cell.width());
            assertEquals(cells.getFirst().height(), cell.height());
            assertTrue(cell.maxX() <= width && cell.maxY() <= height);
        }
        assertEquals(lanes, cells.stream().distinct().count());
    }

    private static scorescape.document.Layers frameless(Document document) {
        return document.layers().withShown(Layer.LEGEND, false).withShown(Layer.EQUATION, false)
                .withShown(Layer.CAPTION, false).withShown(Layer.STATUS, false);
    }
}
