package scorescape.document;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document.Camera;
import scorescape.document.Document.DataClass;
import scorescape.document.PointTable.Group;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DocumentTest {

    private static final Document SCENE = Documents.twoGaussians();

    @Test
    void classesHaveANameAndTheirPlaceAsColour() {
        assertEquals("right", SCENE.className(1));
        assertEquals(1, SCENE.classIndex(1));
        assertRefused("no class has the label 5", () -> SCENE.classIndex(5));
    }

    @Test
    void eachEditChangesOneThing() {
        assertEquals("new", SCENE.withTitle("new").title());
        assertEquals(new NoGuidance(), SCENE.withGuidance(new NoGuidance()).guidance());
        assertEquals(9, SCENE.withSeed(9).seed());
        assertEquals(3, SCENE.withToldStep(3).toldStep());
        Camera camera = new Camera(new Vec2(1, 2), 5);
        assertEquals(camera, SCENE.withCamera(camera).camera());
        assertEquals(Document.Coordinates.STATE, SCENE.withCoordinates(Document.Coordinates.STATE).coordinates());
        Placement placement = new Placement(2, new Vec2(1, 1));
        assertEquals(placement, SCENE.withPlacement(placement).placement());
        assertEquals(SCENE, SCENE.withPlacement(placement).withPlacement(null));
    }

    @Test
    void anotherNumberOfStepsKeepsTheShareOfTheRun() {
        Document scene = SCENE.withPlacement(new Placement(20, Vec2.ZERO)).withToldStep(39);

        Document coarse = scene.withSteps(10);

        assertEquals(new Placement(5, Vec2.ZERO), coarse.placement());
        assertEquals(9, coarse.toldStep());
        assertEquals(975, scene.withSteps(1000).toldStep());
        assertEquals(0, scene.withSteps(1).toldStep());
    }

    @Test
    void newDataBringsNamesForItsClassesAndAClassToGuideTowards() {
        Document scene = SCENE.withData(points(0, 4));

        assertEquals("class 4", scene.className(4));
        assertEquals(List.of(0, 1, 4), scene.classes().stream().map(DataClass::label).toList());
        assertEquals(new ClassifierFreeGuidance(0, 3), scene.guidance());
    }

    @Test
    void aNameThatIsTakenIsNotGivenAgain() {
        Document scene = scene(List.of(new DataClass(0, "class 4"), new DataClass(1, "b")), SCENE.data());

        assertEquals("class 4 (2)", scene.withData(points(4)).className(4));
    }

    @Test
    void addedPointsJoinTheClassOfTheirNameOrFoundOne() {
        Document scene = SCENE.withPoints(new PointTable(
                List.of(new Group("right", List.of(Vec2.ZERO)), new Group("new", List.of(Vec2.ZERO, Vec2.ZERO)))));

        assertEquals(List.of(0, 1, 1, 2), scene.data().components().stream().map(Component::label).toList());
        assertEquals("new", scene.className(2));
        assertEquals(SCENE.guidance(), scene.guidance());
    }

    @Test
    void addedPointsHaveHalfOfTheWeightSharedEvenly() {
        Document scene = SCENE.withPoints(new PointTable(
                List.of(new Group("a", List.of(Vec2.ZERO)), new Group("b", Collections.nCopies(3, Vec2.ZERO)))));

        assertEquals(List.of(1.0, 1.0, 0.5, 1.5), scene.data().components().stream().map(Component::weight).toList());
    }

    @Test
    void theCameraStepsBackOnlyForPointsItDoesNotSee() {
        Document near = SCENE.withPoints(new PointTable(List.of(new Group("a", List.of(new Vec2(5, -3.125))))));
        Document far = SCENE.withPoints(new PointTable(List.of(new Group("a", List.of(new Vec2(15, 0))))));
        Document farthest = SCENE.withPoints(new PointTable(
                List.of(new Group("a", List.of(new Vec2(-1e6, -1e6), new Vec2(1e6, 1e6))))));

        assertEquals(SCENE.camera(), near.camera());
        assertEquals(new Camera(new Vec2(5, 0), 22), far.camera());
        assertTrue(farthest.camera().bounds().contains(new Vec2(-1e6, 1e6)));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertRefused("steps: must be a whole number from 1 to 5000, but is 0", () -> SCENE.withSteps(0));
        assertRefused("steps: must be a whole number from 1 to 5000, but is 5001", () -> SCENE.withSteps(5001));
        assertRefused("toldStep: must be a whole number from 1 to 40, but is 41", () -> SCENE.withToldStep(40));
        assertRefused("toldStep: must be a whole number from 1 to 40, but is 0", () -> SCENE.withToldStep(-1));
        assertRefused("seed: must be a whole number from 0 to 9007199254740991, but is -1", () -> SCENE.withSeed(-1));
        assertRefused("placement.step: must be a whole number from 1 to 40, but is 41",
                () -> SCENE.withPlacement(new Placement(40, Vec2.ZERO)));
        assertRefused("placement.at: must be within 1000000 of the origin, but is [0, -2000000]",
                () -> SCENE.withPlacement(new Placement(4, new Vec2(0, -2e6))));
    }

    @Test
    void aCameraSeesAFinitePieceOfThePlane() {
        for (double width : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused("camera.width: must be from 1.0E-6 to 4000000, but is " + Check.number(width),
                    () -> new Camera(Vec2.ZERO, width));
        }
        assertRefused("camera.centre: must be within 1000000 of the origin, but is [NaN, 0]",
                () -> new Camera(new Vec2(Double.NaN, 0), 1));
    }

    @Test
    void titlesAndNamesAreShortLines() {
        assertRefused("title: must be a line of at most 200 characters, but is \"two\\nlines\"",
                () -> SCENE.withTitle("two\nlines"));
        assertRefused("title: must be a line of at most 200 characters, but is \"" + "a".repeat(59) + "…",
                () -> SCENE.withTitle("a".repeat(201)));
        assertRefused("name: must be a line of 1 to 60 characters, but is \" \"", () -> new DataClass(0, " "));
        assertRefused("name: must be a line of 1 to 60 characters, but is \"" + "a".repeat(59) + "…",
                () -> new DataClass(0, "a".repeat(61)));
    }

    @Test
    void classesAreDistinctAndCoverTheData() {
        assertRefused("classes[1].label: must be a label of its own, but is 0",
                () -> scene(List.of(new DataClass(0, "a"), new DataClass(0, "b")), SCENE.data()));
        assertRefused("classes[1].name: must be a name of its own, but is a",
                () -> scene(List.of(new DataClass(0, "a"), new DataClass(1, "a")), SCENE.data()));
        assertRefused("data.components[1].label: must be the label of a class, but is 1",
                () -> scene(List.of(new DataClass(0, "a")), SCENE.data()));
        assertRefused("classes: must be at most 100 classes, but is 101", () -> scene(
                IntStream.range(0, 101).mapToObj(i -> new DataClass(i, "c" + i)).toList(), SCENE.data()));
    }

    @Test
    void guidanceGoesTowardsAClassThatHasData() {
        assertRefused("guidance.label: must be the label of a component, but is 5",
                () -> SCENE.withGuidance(new ClassifierFreeGuidance(5, 1)));
    }

    @Test
    void dataIsBoundedInSizeAndReach() {
        assertRefused("data.components: must be at most 2500 components, but is 2501", () -> SCENE.withData(
                points(new int[2501])));
        PointCloud cloud = PointCloud.of(1, 0, Collections.nCopies(60_000, Vec2.ZERO));
        assertRefused("data: must be at most 100000 points in all clouds together, but is 120000",
                () -> SCENE.withData(new DataDistribution(List.of(cloud, cloud))));
        assertRefused("data.components[0].weight: must be at most 1000000000000, but is 2000000000000", () -> SCENE
                .withData(new DataDistribution(List.of(new PointComponent(2e12, 0, Vec2.ZERO)))));
        assertRefused("data.components[0]: must be within 1000000 of the origin, but is [1000000000000000, 0]",
                () -> SCENE
                        .withData(new DataDistribution(List.of(new PointComponent(1, 0, new Vec2(1e15, 0))))));
    }

    private static DataDistribution points(int... labels) {
        return new DataDistribution(
                IntStream.of(labels).<Component>mapToObj(label -> new PointComponent(1, label, Vec2.ZERO)).toList());
    }

    private static Document scene(List<DataClass> classes, DataDistribution data) {
        return new Document(SCENE.title(), classes, data.components().stream().map(DataItem::of).toList(),
                SCENE.sampling(), SCENE.guidance(), SCENE.placement(), SCENE.toldStep(), SCENE.view());
    }

    private static void assertRefused(String sentence, Executable action) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
