package scorescape.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PresetsTest {

    /// Noise so small that the data shows as it is, yet every point has a density.
    private static final NoiseLevel ALMOST_CLEAN = new NoiseLevel(1, 0.05);

    private static final Path FOLDER = Path.of("assets/scenes");

    private static final Document SCENE = Presets.defaultScene();

    @Test
    void theDefaultSceneIsGuidedTowardsOneOfThreeClasses() {
        var guidance = assertInstanceOf(ClassifierFreeGuidance.class, SCENE.guidance());

        assertEquals(List.of("A", "B", "C"), SCENE.classes().stream().map(Document.DataClass::name).toList());
        assertEquals("B", SCENE.className(guidance.label()));
        assertEquals(Parameters.GUIDANCE_SCALE.defaultValue(), guidance.scale());
        assertEquals(Parameters.STEPS.defaultValue(), SCENE.steps());
        assertEquals(Parameters.TOLD_STEP.defaultValue(), SCENE.toldStep() + 1);
    }

    @Test
    void everySceneInTheFolderHasAName() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(Set.copyOf(Presets.NAMES),
                    files.map(f -> f.getFileName().toString().replace(SceneFiles.EXTENSION, ""))
                            .collect(Collectors.toSet()));
        }
    }

    /// So that saving one again changes nothing but what was edited.
    @ParameterizedTest
    @FieldSource("scorescape.document.Presets#NAMES")
    void everySceneStandsAsTheProgramWritesIt(String name) throws IOException {
        Document scene = Presets.named(name).orElseThrow();

        assertEquals(SceneCodec.encode(scene), Files.readString(FOLDER.resolve(name + SceneFiles.EXTENSION)));
    }

    @Test
    void anotherNameIsNoPreset() {
        assertEquals(Optional.empty(), Presets.named("three-boxes"));
    }

    /// Lengths in data units; the picture is 10 wide. In rescaled coordinates a state is drawn as x/α.
    @Test
    void everyArrowOfTheToldStepCanBeSeen() {
        Step step = run(SCENE).steps().get(SCENE.toldStep());
        Vec2 state = step.x().times(1 / step.from().alpha());
        Vec2 mean = step.mean().times(1 / step.to().alpha());
        Vec2 next = step.next().times(1 / step.to().alpha());
        Vec2 prediction = step.unconditional().denoised();
        Vec2 conditional = Objects.requireNonNull(step.conditional()).denoised();

        assertTrue(prediction.distance(conditional) >= 0.7, "δ");
        assertTrue(state.distance(prediction) >= 1.5, "x_t to its prediction");
        assertTrue(state.distance(mean) >= 0.3, "step");
        assertTrue(mean.distance(next) >= 0.3, "noise");
        Bounds view = SCENE.camera().bounds();
        for (Vec2 point : List.of(state, mean, next, prediction, conditional, step.guided(), run(SCENE).end())) {
            assertTrue(view.contains(point), point::toString);
        }
    }

    @Test
    void guidanceDecidesWhereTheRunEnds() {
        assertEquals("B", classAt(run(SCENE).end()));
        assertNotEquals("B", classAt(run(SCENE.withGuidance(new NoGuidance())).end()));
    }

    private static Trajectory run(Document scene) {
        var process = new DiffusionProcess(scene.data(), TimeGrid.LEADING.levels(scene.schedule(), scene.steps()));
        return Trajectory.run(process, scene.guidance(), scene.sampler(), new SeededNoise(scene.seed()), 0,
                scene.placement());
    }

    /// The class with the highest density.
    private static String classAt(Vec2 point) {
        int best = SCENE.data().labels().getFirst();
        for (int label : SCENE.data().labels()) {
            if (density(label, point) > density(best, point)) {
                best = label;
            }
        }
        return SCENE.className(best);
    }

    private static double density(int label, Vec2 point) {
        return SCENE.data().given(label).noised(ALMOST_CLEAN).logDensity(point);
    }
}
