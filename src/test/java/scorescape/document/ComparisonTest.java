package scorescape.document;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.TimeGrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ComparisonTest {

    private static final Document SCENE = Presets.defaultScene().withGuidance(new ClassifierFreeGuidance(1, 3));
    private static final Lane OWN = Lane.of(SCENE);
    private static final Lane LARGE = OWN.withGuidance(new ClassifierFreeGuidance(1, 8));
    private static final Lane DDIM = OWN.withSampler(new DdimSampler(0));
    private static final Lane OTHER =
            new Lane(new NoGuidance(), new FlowSchedule(), TimeGrid.LOG_SNR, new DdimSampler(0.5), 7,
                    new ScoreModel.Blurred(0.2));

    @Test
    void aComparisonIsSavedAndReadAsItWas() {
        Document compared = SCENE.comparedIn(List.of(LARGE, OWN, OTHER), 1);
        Document joined = compared.withComparison(compared.view().comparison().withJoined(true));

        assertEquals(joined, SceneCodec.decode(SceneCodec.encode(joined)));
        assertEquals(SCENE, SceneCodec.decode(SceneCodec.encode(SCENE)));
        assertFalse(SceneCodec.encode(SCENE).contains("compare"));
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        String text = SceneCodec.encode(SCENE.comparedIn(List.of(OWN, DDIM), 0));

        String compare = text.substring(text.indexOf("\"compare\""));
        assertTrue(compare.contains("ddim"));
        assertFalse(compare.contains("guidance") || compare.contains("place") || compare.contains("joined"), compare);
    }

    @Test
    void anotherActiveLaneIsTheSceneAndBackAgain() {
        Document compared = SCENE.comparedIn(List.of(OWN, LARGE, OTHER), 0);

        Document other = compared.withActiveLane(2);

        assertEquals(OTHER, Lane.of(other));
        assertEquals(SCENE.seed(), other.seed());
        assertEquals(List.of(OWN, LARGE, OTHER), other.view().comparison().lanes(Lane.of(other)));
        assertEquals(SCENE.toldStep() * 7 / SCENE.steps(), other.toldStep());
        assertEquals(List.of(OWN, LARGE, OTHER), other.lanes().stream().map(Lane::of).toList());
        assertFalse(other.lanes().getFirst().view().comparison().isOn());
    }

    @Test
    void allLanesHaveTheDataAndTheNoiseOfTheScene() {
        Document compared = SCENE.comparedIn(List.of(OWN, LARGE), 0).withSeed(99);

        for (Document lane : compared.lanes()) {
            assertEquals(99, lane.seed());
            assertEquals(compared.data(), lane.data());
            assertEquals(compared.camera(), lane.camera());
        }
    }

    @Test
    void aClassThatGoesIsReplacedInEveryLane() {
        Document less = SCENE.comparedIn(List.of(OWN, LARGE), 0).withoutClass(1);

        assertEquals(less.guidance().guidingClass(), less.lanes().getLast().guidance().guidingClass());
    }

    @Test
    void titlesSayInWhatLanesDiffer() {
        assertEquals(List.of("γ = 3", "γ = 8"), LaneTitles.of(SCENE.comparedIn(List.of(OWN, LARGE), 0)));
        assertEquals(List.of("DDIM", "DDPM"), LaneTitles.of(SCENE.comparedIn(List.of(DDIM, OWN), 1)));
        assertEquals(List.of("η = 0", "η = 0.5"), LaneTitles.of(
                SCENE.comparedIn(List.of(DDIM, OWN.withSampler(new DdimSampler(0.5))), 1)));
        assertEquals(List.of("DDPM · classifier-free · γ = 3", "DDPM · no guidance", "DDIM · classifier-free · γ = 3"),
                LaneTitles.of(SCENE.comparedIn(List.of(OWN, OWN.withGuidance(new NoGuidance()), DDIM), 0)));
        assertEquals(List.of("y = A", "y = B"), LaneTitles.of(
                SCENE.comparedIn(List.of(OWN.withGuidance(new ClassifierFreeGuidance(0, 3)), OWN), 0)));
        assertEquals(List.of("DDPM", "DDPM"), LaneTitles.of(SCENE.comparedIn(List.of(OWN, OWN), 0)));
    }

    @Test
    void aLaneTooManyIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> SCENE.comparedIn(List.of(OWN, OWN, OWN, OWN, OWN), 0));
        assertThrows(IllegalArgumentException.class, () -> new Comparison(List.of(OWN), 2, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{} | compare.lanes: is missing",
        "{\"lanes\": []} | compare.lanes: must be from 1 to 3 lanes beside the scene's own, but is []",
        "{\"lanes\": [{}], \"place\": 3} | compare.place: must be a whole number from 1 to 2, but is 3",
        "{\"lanes\": [{\"seed\": 3}]} | compare.lanes[0].seed: is not known here; known are guidance, schedule, grid, sampler, steps, model",
        "{\"lanes\": [{\"steps\": 0}]} | compare.lanes[0].steps: must be a whole number from 1 to 5000, but is 0",
        "{\"lanes\": [{}], \"joined\": 1} | compare.joined: must be true or false, but is 1"})
    void whatIsWrongInAFileIsToldWithItsPlace(String compare, String sentence) {
        String text =
                SceneCodec.encode(SCENE).replaceFirst("\"toldStep\"", "\"compare\": " + compare + ", \"toldStep\"");

        var refused = assertThrows(IllegalArgumentException.class, () -> SceneCodec.decode(text));

        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void aClassThatTheDataLackIsRefusedInALane() {
        var refused = assertThrows(IllegalArgumentException.class,
                () -> SCENE.comparedIn(List.of(OWN, OWN.withGuidance(new ClassifierFreeGuidance(9, 1))), 0));

        assertEquals("compare.lanes[0].guidance.label: must be the label of a component, but is 9",
                refused.getMessage());
    }
}
