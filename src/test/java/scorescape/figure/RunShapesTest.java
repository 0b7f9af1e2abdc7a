package scorescape.figure;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.lesson.RunShape;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunShapesTest {

    private static final Document SCENE = Presets.defaultScene();

    @Test
    void ancestralRunDrawsNoiseInAllStepsButTheLast() {
        assertEquals(RunShape.ancestral(SCENE.steps(), true), new RunShapes().of(SCENE));
    }

    @Test
    void runWithoutAClassHasNoStagesOfGuidance() {
        RunShape run = new RunShapes().of(SCENE.withGuidance(new NoGuidance()));

        assertEquals(List.of(Stage.START, Stage.PREDICT, Stage.STEP, Stage.NOISE), run.stages(0));
    }

    @Test
    void deterministicSamplerTellsNoNoise() {
        RunShape run = new RunShapes().of(with(new DdimSampler(0)));

        assertFalse(run.noisy().contains(true));
        assertFalse(Story.of(run, 8).beats().contains(new Story.Beat(8, Stage.NOISE)));
    }

    @Test
    void samplerWithSomeNoiseTellsIt() {
        assertTrue(new RunShapes().of(with(new DdimSampler(0.5))).stages(8).contains(Stage.NOISE));
    }

    private static Document with(DdimSampler sampler) {
        return SCENE.withSampling(SCENE.sampling().withSampler(sampler));
    }
}
