package scorescape.figure;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.population.Axis;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.diffusion.population.Target;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.EulerSampler;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.document.Document.DataClass;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Presets;
import scorescape.document.Thumbnail;
import scorescape.document.Thumbnails;
import scorescape.figure.Mark.Arrow;
import scorescape.figure.Mark.Text;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FrameComputerTest {

    private static final Document SCENE = Scenes.THREE_CLASSES;
    private static final Viewport VIEWPORT = Viewport.of(SCENE.camera(), 480, 270);

    /// Room for the rounding of positions that are computed at two sizes.
    private static final double ROUNDING = 1e-9;

    private final FrameComputer computer = new FrameComputer();

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatTheComputerDidBeforeDoesNotShow(Stage stage) {
        Playhead playhead = Pictures.playhead(SCENE, stage, 0.6);
        for (Stage other : Stage.values()) {
            computer.compute(SCENE, Pictures.playhead(SCENE, other, 0.3), VIEWPORT, Theme.DARK);
        }

        Frame used = computer.compute(SCENE, playhead, VIEWPORT, Theme.LIGHT);
        Frame fresh = new FrameComputer().compute(SCENE, playhead, VIEWPORT, Theme.LIGHT);

        assertArrayEquals(pixels(fresh), pixels(used));
    }

    /// The two runs agree up to the rounding of the recorded start, which is divided by the scale of the first noise.
    @Test
    void recordedNoiseIsReplayedWhateverTheSeed() {
        Document recorded = SCENE.withSampling(
                SCENE.sampling().withRecorded(FrameComputer.recordedNoise(SCENE, computer.trajectory(SCENE))));

        Vec2 end = computer.trajectory(SCENE).end();
        Vec2 replayed = computer.trajectory(recorded.withSeed(SCENE.seed() + 1)).end();

        assertEquals(0, end.distance(replayed), ROUNDING);
        assertFalse(end.distance(computer.trajectory(SCENE.withSeed(SCENE.seed() + 1)).end()) < 0.01);
    }

    /// A hundredfold score overshoots at each step, and more each time.
    @Test
    void divergedParticlesAreCountedInTheStatusLine() {
        Document wild = SCENE.withPlacement(null)
                .withSampling(SCENE.sampling().withSampler(new EulerSampler(FlowForm.EXPLODING)))
                .withGuidance(new TemperedGuidance(new ClassifierFreeGuidance(1, 100), 100));

        Frame frame = computer.compute(wild, Pictures.playhead(wild, Stage.START, 1), VIEWPORT, Theme.LIGHT);

        assertTrue(computer.trajectory(wild).diverged());
        assertTrue(texts(frame.furniture()).stream().anyMatch(text -> text.line().equals(Typeset.line(
                "shown: $x_t/\\alpha_t$   ·   step 11 of 25   ·   the run diverged", Fonts.INTER))));
    }

    /// At time 1 of the flow schedule nothing is left of the data; where they are not shrunk, the noise covers all evenly.
    @Test
    void pureNoiseIsEvenInTheCoordinatesOfTheData() {
        Layers layers = SCENE.layers();
        for (Layer layer : Layer.values()) {
            layers = layers.withShown(layer, layer == Layer.DENSITY || layer == Layer.REGIONS);
        }
        Document pure = SCENE
                .withSampling(SCENE.sampling().withSchedule(new FlowSchedule()).withGrid(TimeGrid.UNIFORM))
                .withPlacement(null)
                .withToldStep(0)
                .withLayers(layers);
        assertEquals(0, computer.trajectory(pure).steps().getFirst().from().alpha());

        Frame frame = computer.compute(pure, new Playhead(0, Stage.START, 1), VIEWPORT, Theme.LIGHT);

        BufferedImage image = Pictures.image(frame);
        assertEquals(image.getRGB(240, 135), image.getRGB(20, 20));
        assertEquals(image.getRGB(240, 135), image.getRGB(460, 40));
    }

    /// A score that is off by `b/σ` moves both predictions by `b σ/α`, so δ stays; rings stand at the exact ones.
    @Test
    void exactPredictionsAreShownBesideThoseOfAModelThatErrs() {
        double bias = 0.3;
        Document biased = SCENE.withSampling(SCENE.sampling()
                .withModel(new ScoreModel.Biased(ScoreModel.EXACT, new Vec2(bias, 0))));
        Playhead playhead = Pictures.playhead(SCENE, Stage.STEP, 1);

        Frame frame = computer.compute(biased, playhead, VIEWPORT, Theme.LIGHT);

        Step exact = computer.trajectory(SCENE).steps().get(Scenes.TOLD);
        Step erring = computer.trajectory(biased).steps().get(Scenes.TOLD);
        assertEquals(bias * exact.from().ratio(),
                erring.unconditional().denoised().x() - exact.unconditional().denoised().x(), ROUNDING);
        assertEquals(0, erring.difference().distance(exact.difference()), ROUNDING);
        List<Vec2> rings = rings(frame);
        assertEquals(2, rings.size());
        assertEquals(0, rings.getFirst().distance(VIEWPORT.toPixel(exact.unconditional().denoised())), ROUNDING);
        assertTrue(texts(frame.furniture()).stream()
                .anyMatch(text -> text.line().equals(Typeset.line("the model is off by (0.3, 0)", Fonts.INTER))));
        assertEquals(List.of(), rings(computer.compute(SCENE, playhead, VIEWPORT, Theme.LIGHT)));
    }

    /// As above, and half way between two steps by the mean of their errors.
    @Test
    void exactPredictionsGoAlongWithARunInMotion() {
        double bias = 0.3;
        Document biased = SCENE.withSampling(SCENE.sampling()
                .withModel(new ScoreModel.Biased(ScoreModel.EXACT, new Vec2(bias, 0))));
        Playhead playhead = new Playhead(Scenes.TOLD + 8, Stage.MOVE, 0.5);

        Frame frame = computer.compute(biased, playhead, VIEWPORT, Theme.LIGHT);

        List<Step> steps = computer.trajectory(biased).steps();
        double error = bias * 0.5 * (steps.get(playhead.step()).from().ratio()
                + steps.get(playhead.step() + 1).from().ratio());
        Vec2 predicted = frame.marks().stream()
                .filter(mark -> mark instanceof Mark.Dot dot && dot.ink() == Role.UNCONDITIONAL)
                .map(mark -> ((Mark.Dot) mark).at())
                .findFirst()
                .orElseThrow();
        List<Vec2> rings = rings(frame);
        assertEquals(2, rings.size());
        assertEquals(0, rings.getFirst().distance(predicted.minus(new Vec2(error / VIEWPORT.unitsPerPixel(), 0))),
                ROUNDING);
        assertEquals(List.of(), rings(computer.compute(SCENE, playhead, VIEWPORT, Theme.LIGHT)));
    }

    /// At γ = 100 the vectors leave the picture, and so does the run: each says so at the edge.
    @Test
    void whatLeavesThePictureIsKnownByASignAtItsEdge() {
        Document far = Scenes.withGamma(100);
        Frame told = computer.compute(far, Pictures.playhead(far, Stage.AMPLIFY, 1), VIEWPORT, Theme.LIGHT);

        assertEquals(2, told.marks().stream()
                .filter(mark -> mark instanceof Mark.Polyline line && line.ink() == Role.SCALED_DIFFERENCE)
                .count());

        Document outside = Scenes.withState(30, 20);
        Frame moving = computer.compute(outside, new Playhead(Scenes.TOLD + 1, Stage.MOVE, 0), VIEWPORT, Theme.LIGHT);
        Mark.Text label = texts(moving.labels()).getFirst();
        assertTrue(label.box().minX() > 0 && label.box().minY() > 0 && label.box().maxX() < VIEWPORT.width()
                && label.box().maxY() < VIEWPORT.height(), label::toString);
    }

    private static List<Vec2> rings(Frame frame) {
        return frame.marks().stream()
                .filter(mark -> mark instanceof Mark.Specks specks && specks.shape() == Mark.Specks.Shape.RING
                        && specks.opacity() > 0)
                .map(mark -> ((Mark.Specks) mark).at(0))
                .toList();
    }

    /// Rings and crosses are as many as the statistics count, and the legend says the shares.
    @Test
    void goodAndBadEndsAreThoseOfTheStatistics() {
        int particles = 900;
        Document document = Scenes.withGamma(1).withPlacement(null).withSteps(3).withLayers(SCENE.layers()
                .withShown(Layer.ENDS, true)
                .withPopulation(SCENE.layers().population().withParticles(particles)));
        DiffusionProcess process = new DiffusionProcess(document.data(), document.levels());
        var bundle = TrajectoryBundle.run(new TrajectoryBundle.Request(process, document.guidance(),
                document.sampler(), document.sampling().noise(), particles), () -> false);
        var target = new Target(document.data(), 1, Axis.X, document.study().tolerance());
        double good = PopulationStatistics.of(bundle, target, null).goodShare();

        Frame frame = computer.compute(document, Pictures.playhead(document, Stage.START, 1), VIEWPORT, Theme.LIGHT);

        List<Mark.Specks> ends = frame.strata().stream()
                .filter(stratum -> stratum.layer() == Layer.ENDS)
                .flatMap(stratum -> stratum.marks().stream())
                .map(Mark.Specks.class::cast)
                .toList();
        assertEquals(List.of(Mark.Specks.Shape.RING, Mark.Specks.Shape.CROSS),
                ends.stream().map(Mark.Specks::shape).toList());
        assertEquals(good, (double) ends.getFirst().count() / particles, ROUNDING);
        assertEquals(particles, ends.getFirst().count() + ends.getLast().count());
        assertTrue(good > 0.5 && good < 1, () -> "both kinds are there: " + good);
        Typeset row = Typeset.line(String.format(Locale.ROOT, "ends in the class: %.1f %%", 100 * good), Fonts.INTER);
        assertTrue(texts(frame.furniture()).stream().anyMatch(text -> text.line().equals(row)));
    }

    @Test
    void aDragOfGammaKeepsTheDensity() {
        Playhead playhead = Pictures.playhead(SCENE, Stage.AMPLIFY, 1);
        Frame before = computer.compute(SCENE, playhead, VIEWPORT, Theme.LIGHT);

        Document dragged = Scenes.withGamma(4);
        Frame after = computer.compute(dragged, playhead, VIEWPORT, Theme.LIGHT);

        assertSame(before.ground(), after.ground());
        assertFalse(before.marks().equals(after.marks()));
    }

    @Test
    void numbersOfTheAxesStandClearOfLegendStatusAndCaption() {
        Document scene = SCENE.withLayers(SCENE.layers().withShown(Layer.AXES, true));
        for (int width : new int[]{400, 960}) {
            Viewport viewport = Viewport.of(scene.camera(), width, 540);
            Frame frame = computer.compute(scene, Pictures.playhead(scene, Stage.START, 1), viewport, Theme.LIGHT);
            // The axes are painted first, each number after its tick.
            long numbers = new CoordinateLines(viewport).axes(1, List.of()).stream().filter(Text.class::isInstance)
                    .count();
            List<Text> texts = frame.furniture().stream().filter(Text.class::isInstance)
                    .map(Text.class::cast).toList();
            for (Text number : texts.subList(0, (int) numbers)) {
                for (Text other : texts.subList((int) numbers, texts.size())) {
                    assertFalse(LabelPlacerTest.overlap(number.box(), other.box()),
                            () -> number + " lies under " + other);
                }
            }
        }
    }

    @Test
    void theRunOfAnEqualDocumentIsTheSameObject() {
        assertSame(computer.trajectory(SCENE), computer.trajectory(Scenes.withGamma(3).withTitle("another title")));
    }

    /// In the coordinates x_t / α_t the DDPM step is a part of the way to the prediction, exactly.
    @Test
    void theStepLiesOnTheLineToTheGuidedPrediction() {
        Frame frame = computer.compute(SCENE, Pictures.playhead(SCENE, Stage.STEP, 1), VIEWPORT, Theme.LIGHT);
        Arrow step = arrows(frame, Role.STATE).getFirst();
        Arrow scaled = arrows(frame, Role.SCALED_DIFFERENCE).getFirst();

        Vec2 whole = scaled.to().minus(step.from());
        Vec2 part = step.to().minus(step.from());

        assertEquals(0, whole.dot(part.perpendicular()) / whole.norm(), ROUNDING);
        assertTrue(part.norm() > 10 && part.norm() < 0.5 * whole.norm());
    }

    @Test
    void gammaStretchesTheDifferenceFromTheSameFoot() {
        Document doubled = Scenes.withGamma(2);
        Frame frame = computer.compute(doubled, Pictures.playhead(doubled, Stage.AMPLIFY, 1), VIEWPORT, Theme.LIGHT);
        Arrow difference = arrows(frame, Role.DIFFERENCE).getFirst();
        Arrow scaled = arrows(frame, Role.SCALED_DIFFERENCE).getFirst();

        assertEquals(difference.from(), scaled.from());
        assertEquals(0, scaled.to().distance(difference.from().lerp(difference.to(), 2)), ROUNDING);
    }

    /// The gradient of the exact classifier, as a displacement of x̂₀, is the difference of the two predictions.
    @Test
    void theExactClassifierDrawsTheArrowsOfClassifierFreeGuidance() {
        Document classifier = SCENE.withGuidance(new ClassifierGuidance(new Classifier.Exact(), 1, 3));
        Playhead playhead = Pictures.playhead(SCENE, Stage.NOISE, 1);
        Frame expected = computer.compute(SCENE, playhead, VIEWPORT, Theme.LIGHT);

        Frame frame = computer.compute(classifier, playhead, VIEWPORT, Theme.LIGHT);

        for (Role role : List.of(Role.DIFFERENCE, Role.SCALED_DIFFERENCE)) {
            Arrow arrow = arrows(frame, role).getFirst();
            assertEquals(0, arrow.to().distance(arrows(expected, role).getFirst().to()), ROUNDING, role::name);
        }
        Arrow sum = arrows(frame, Role.COMBINED).getFirst();
        assertEquals(0, sum.to().distance(arrows(expected, Role.STATE).getFirst().to()), ROUNDING);
    }

    /// At x_t stands what the gradient adds to the step: the sum of the two ends where the guided step does.
    @Test
    void stepAndScaledGradientAddUpToTheGuidedStep() {
        Document classifier = SCENE.withGuidance(new ClassifierGuidance(new Classifier.Exact(), 1, 3));

        for (Coordinates coordinates : Coordinates.values()) {
            Frame frame = computer.compute(classifier.withCoordinates(coordinates),
                    Pictures.playhead(SCENE, Stage.COMBINE, 1), VIEWPORT, Theme.LIGHT);
            Arrow step = arrows(frame, Role.STATE).getFirst();
            Arrow scaled = arrows(frame, Role.SCALED_DIFFERENCE).getLast();
            Arrow sum = arrows(frame, Role.COMBINED).getFirst();

            assertEquals(step.from(), scaled.from());
            Vec2 added = step.to().plus(scaled.to().minus(scaled.from()));
            assertEquals(0, sum.to().distance(added), ROUNDING, coordinates::name);
        }
    }

    /// In the plain story the second step begins where the first one ended.
    @Test
    void plainStoryGoesOnFromWhereTheStepEnds() {
        Document plain = SCENE.withGuidance(new NoGuidance());
        Frame frame = computer.compute(plain, Pictures.playhead(SCENE, Stage.NEXT, 1), VIEWPORT, Theme.LIGHT);

        List<Arrow> steps = arrows(frame, Role.STATE);
        List<Arrow> noises = arrows(frame, Role.NOISE);
        assertEquals(2, steps.size());
        assertEquals(noises.get(0).to(), steps.get(1).from());
        assertEquals(steps.get(1).to(), noises.get(1).from());
    }

    /// Every rule tells its vectors in its own way; the picture shows each of them.
    @Test
    void aRuleAroundARuleShowsItsCorrection() {
        Document thresholded =
                SCENE.withGuidance(new ThresholdedGuidance(new ClassifierFreeGuidance(1, 8), new Bounds(-3, -2, 3, 2)));
        Frame frame = computer.compute(thresholded, Pictures.playhead(SCENE, Stage.CORRECT, 1), VIEWPORT, Theme.LIGHT);

        assertEquals(1, arrows(frame, Role.COMBINED).size());
        assertEquals(1, arrows(frame, Role.SCALED_DIFFERENCE).size());
    }

    /// With names as long as a document allows, and as odd.
    @Test
    void theLegendOfManyClassesStaysInThePicture() {
        List<DataClass> classes = IntStream.range(0, 100)
                .mapToObj(label -> new DataClass(label, "$" + label + "\\frac" + "W".repeat(50)))
                .toList();
        List<DataItem> points = IntStream.range(0, 100)
                .mapToObj(label -> DataItem.of(new PointComponent(1, label, new Vec2(0.01 * label, 0))))
                .toList();
        Document many = new Document("", classes, points, SCENE.sampling().withSeed(1), SCENE.guidance(),
                SCENE.placement(), Scenes.TOLD, SCENE.view());

        Frame frame = computer.compute(many, Pictures.playhead(many, Stage.NOISE, 1), VIEWPORT, Theme.LIGHT);

        Bounds picture = new Bounds(0, 0, 480, 270);
        for (Text text : texts(frame.furniture())) {
            assertTrue(picture.contains(new Vec2(text.box().maxX(), text.box().maxY())), text.box()::toString);
        }
    }

    @Test
    void theFanShowsSixOtherDrawsFromTheSamePoint() {
        Frame frame = computer.compute(SCENE, Pictures.playhead(SCENE, Stage.NOISE, 1), VIEWPORT, Theme.LIGHT);
        Arrow chosen = arrows(frame, Role.NOISE).getFirst();

        List<Arrow> others = arrows(frame, Role.OTHER_NOISE);

        assertEquals(6, others.size());
        assertTrue(others.stream().allMatch(other -> other.from().equals(chosen.from())));
    }

    /// Marks come and stay: nothing that a stage shows is gone in a later stage of the step.
    @Test
    void marksStayOnceShown() {
        int shown = 0;
        for (Stage stage : Stage.values()) {
            if (stage != Stage.MOVE && stage != Stage.END) {
                Frame frame = computer.compute(SCENE, Pictures.playhead(SCENE, stage, 1), VIEWPORT, Theme.LIGHT);
                assertTrue(frame.marks().size() >= shown, stage::toString);
                shown = frame.marks().size();
            }
        }
    }

    @Test
    void labelsDoNotMoveWhileAStepIsTold() {
        Frame complete = computer.compute(SCENE, Pictures.playhead(SCENE, Stage.NOISE, 1), VIEWPORT, Theme.LIGHT);
        List<Vec2> places = texts(complete.labels()).stream().map(Text::baseline).toList();
        for (Stage stage : Stage.values()) {
            if (stage == Stage.MOVE || stage == Stage.END) {
                continue;
            }
            for (double progress : new double[]{0, 0.2, 0.4, 0.6, 1}) {
                Frame frame =
                        computer.compute(SCENE, Pictures.playhead(SCENE, stage, progress), VIEWPORT, Theme.LIGHT);
                for (Text label : texts(frame.labels())) {
                    assertTrue(places.contains(label.baseline()), () -> stage + " at " + progress);
                }
            }
        }
    }

    static Stream<Named<Document>> scenes() {
        return Cases.of(40, FrameComputerTest::scene);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void labelsKeepClearOfEachOtherAndOfTheEdge(Document document) {
        Frame frame = computer.compute(document, Pictures.playhead(document, Stage.NOISE, 0.74), VIEWPORT, Theme.LIGHT);
        Bounds picture = new Bounds(0, 0, 480, 270);
        List<Bounds> boxes = new ArrayList<>();
        texts(frame.labels()).forEach(label -> boxes.add(label.box()));
        texts(frame.furniture()).forEach(text -> boxes.add(text.box()));
        for (int i = 0; i < boxes.size(); i++) {
            Bounds box = boxes.get(i);
            assertTrue(picture.contains(new Vec2(box.minX(), box.minY())), box::toString);
            assertTrue(picture.contains(new Vec2(box.maxX(), box.maxY())), box::toString);
            for (int j = 0; j < Math.min(i, texts(frame.labels()).size()); j++) {
                assertFalse(LabelPlacerTest.overlap(box, boxes.get(j)), box + " and " + boxes.get(j));
            }
        }
    }

    /// x_t anywhere in the picture or a little outside, γ from −3 to 9, any noise.
    private static Document scene(RandomGenerator random) {
        return SCENE.withSeed(random.nextInt(1000))
                .withGuidance(new ClassifierFreeGuidance(random.nextInt(3), random.nextDouble(-3, 9)))
                .withPlacement(
                        new Placement(Scenes.TOLD, new Vec2(random.nextDouble(-3.5, 3.5), random.nextDouble(-2, 2))));
    }

    @Test
    void aLargePictureIsTheSmallOneEnlarged() {
        Playhead playhead = Pictures.playhead(SCENE, Stage.NOISE, 0.74);
        Frame small = Pictures.frame(SCENE, playhead, 480, 270, Theme.LIGHT);
        Frame large = Pictures.frame(SCENE, playhead, 1920, 1080, Theme.LIGHT);

        List<Text> labels = texts(small.labels());
        for (int i = 0; i < labels.size(); i++) {
            Text enlarged = texts(large.labels()).get(i);
            assertEquals(4 * labels.get(i).size(), enlarged.size(), ROUNDING);
            assertEquals(0, enlarged.baseline().distance(labels.get(i).baseline().times(4)), ROUNDING);
        }
    }

    @Test
    void aStepThatTheDocumentDoesNotHaveIsRefused() {
        var thrown = assertThrows(IllegalArgumentException.class,
                () -> computer.compute(SCENE, new Playhead(25, Stage.MOVE, 0), VIEWPORT, Theme.LIGHT));

        assertEquals("the document has only 25 steps: Playhead[step=25, stage=MOVE, progress=0.0]",
                thrown.getMessage());
    }

    private static List<Arrow> arrows(Frame frame, Role role) {
        return frame.marks().stream()
                .filter(mark -> mark instanceof Arrow arrow && arrow.ink() == role)
                .map(Arrow.class::cast)
                .toList();
    }

    private static List<Text> texts(List<Mark> marks) {
        return marks.stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
    }

    private static int[] pixels(Frame frame) {
        BufferedImage image = Pictures.image(frame);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// At x̂₀ hangs an average of images, at x₀ the image itself; both are seen in the stage that brings their point.
    @Test
    void picturesHangAtThePointsOfTheStep() {
        Document scene = Presets.named("step-classifier-free").orElseThrow();

        assertEquals(2, pictures(scene, Stage.START).size());
        assertEquals(3, pictures(scene, Stage.PREDICT).size());
        assertEquals(4, pictures(scene, Stage.STEP).size());
        assertEquals(5, pictures(scene, Stage.NOISE).size());
        assertEquals(1, pictures(scene, Stage.MOVE).size());
        assertEquals(0, pictures(scene.withLayers(scene.layers().withShown(Layer.THUMBNAILS, false)), Stage.NOISE)
                .size());
        Thumbnail cat = Thumbnails.shipped("cat");
        Mark.Picture end = pictures(scene, Stage.END).getFirst();
        assertEquals(cat.pixel(30, 30), end.raster().pixels()[30 * Thumbnail.SIZE + 30]);
    }

    @Test
    void picturesCoverNoneOfTheOthers() {
        for (String name : List.of("step-plain", "step-classifier", "step-classifier-free")) {
            List<Mark.Picture> all = pictures(Presets.named(name).orElseThrow(), name.equals("step-plain")
                    ? Stage.NEXT
                    : Stage.NOISE);
            for (Mark.Picture a : all) {
                for (Mark.Picture b : all) {
                    assertTrue(a.equals(b) || LabelPlacer.distance(a.box(), b.box().centre()) > 0.4 * b.box().width(),
                            name);
                }
            }
        }
    }

    private List<Mark.Picture> pictures(Document scene, Stage stage) {
        Frame frame = computer.compute(scene, Pictures.playhead(scene, stage, 1), VIEWPORT, Theme.LIGHT);
        return frame.labels().stream()
                .filter(Mark.Picture.class::isInstance)
                .map(Mark.Picture.class::cast)
                .toList();
    }

    @Test
    void whatIsPointedAtIsKnownAndStandsOut() {
        Frame frame = computer.compute(SCENE, Pictures.playhead(SCENE, Stage.STEP, 1), VIEWPORT, Theme.LIGHT);
        Arrow scaled = arrows(frame, Role.SCALED_DIFFERENCE).getFirst();
        Arrow step = arrows(frame, Role.STATE).getFirst();

        assertEquals(Role.SCALED_DIFFERENCE, frame.roleAt(scaled.from().lerp(scaled.to(), 0.7), 3));
        assertEquals(Role.STATE, frame.roleAt(step.from().lerp(step.to(), 0.5), 3));
        assertNull(frame.roleAt(new Vec2(-50, -50), 3));
        Frame lit = frame.lit(Role.SCALED_DIFFERENCE);
        assertEquals(scaled, arrows(lit, Role.SCALED_DIFFERENCE).getFirst());
        assertEquals(0.15 * step.opacity(), arrows(lit, Role.STATE).getFirst().opacity(), 1e-12);
    }
}
