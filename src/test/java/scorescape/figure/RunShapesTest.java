package scorescape.figure;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.sampler.ChurnSampler;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.Sampler;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.lesson.RunShape;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;
import scorescape.lesson.Story.Beat;
import scorescape.lesson.Telling;
import scorescape.math.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunShapesTest {

    private static final Document SCENE = Presets.defaultScene();

    @Test
    void ancestralRunDrawsNoiseInAllStepsButTheLast() {
        assertEquals(RunShape.ancestral(SCENE.steps(), Telling.CLASSIFIER_FREE), new RunShapes().of(SCENE));
    }

    @Test
    void runWithoutAClassHasThePlainStory() {
        RunShape run = new RunShapes().of(SCENE.withGuidance(new NoGuidance()));

        assertEquals(RunShape.ancestral(SCENE.steps(), Telling.PLAIN), run);
        assertEquals(List.of(Stage.START, Stage.PREDICT, Stage.STEP, Stage.NOISE, Stage.PREDICT_AGAIN, Stage.NEXT),
                run.stages(0));
        assertEquals(List.of(Stage.START, Stage.PREDICT, Stage.STEP), run.stages(SCENE.steps() - 1));
    }

    @Test
    void filmOfThePlainStoryPassesTheStepsAfterTheRepeatedOne() {
        Story story = Story.of(new RunShapes().of(SCENE.withGuidance(new NoGuidance())), 8);

        assertEquals(List.of(new Beat(8, Stage.NEXT), new Beat(10, Stage.MOVE)), story.beats().subList(5, 7));
    }

    @Test
    void classifierHasAStoryOfItsOwn() {
        assertEquals(List.of(Stage.START, Stage.PREDICT, Stage.GRADIENT, Stage.SCALE, Stage.COMBINE, Stage.NOISE),
                stages(new ClassifierGuidance(new Classifier.Exact(), 1, 3)));
        assertEquals(stages(new ClassifierGuidance(new Classifier.Exact(), 1, 3)),
                stages(new UniversalGuidance(1, 3, 0.1)));
    }

    @Test
    void rulesThatStartFromAnotherPredictionTellIt() {
        List<Stage> autoguided = stages(new Autoguidance(OptionalInt.empty(), 0.3, 2));

        assertEquals(List.of(Stage.START, Stage.PREDICT, Stage.PREDICT_REFERENCE, Stage.DIFFERENCE, Stage.AMPLIFY,
                Stage.STEP, Stage.NOISE), autoguided);
    }

    @Test
    void rulesAroundRulesTellWhatTheyDo() {
        var box = new Bounds(-1, -1, 1, 1);

        assertEquals(List.of(Stage.START, Stage.PREDICT, Stage.GRADIENT, Stage.SCALE, Stage.COMBINE, Stage.CORRECT,
                Stage.STEP, Stage.NOISE),
                stages(new ThresholdedGuidance(new ClassifierGuidance(new Classifier.Exact(), 1, 3), box)));
        assertEquals(List.of(Stage.START, Stage.PREDICT, Stage.CORRECT, Stage.STEP, Stage.NOISE, Stage.PREDICT_AGAIN,
                Stage.NEXT), stages(new ThresholdedGuidance(new NoGuidance(), box)));
    }

    @Test
    void noiseThatComesFirstIsToldFirst() {
        List<Stage> stages = new RunShapes().of(with(new ChurnSampler(10, 0, 100, 1))).stages(8);

        assertEquals(List.of(Stage.START, Stage.CHURN, Stage.PREDICT), stages.subList(0, 3));
        assertFalse(stages.contains(Stage.NOISE));
    }

    @Test
    void deterministicSamplerTellsNoNoise() {
        RunShape run = new RunShapes().of(with(new DdimSampler(0)));

        assertTrue(run.steps().stream().noneMatch(stages -> stages.contains(Stage.NOISE)));
        assertFalse(Story.of(run, 8).beats().contains(new Story.Beat(8, Stage.NOISE)));
    }

    @Test
    void samplerWithSomeNoiseTellsIt() {
        assertTrue(new RunShapes().of(with(new DdimSampler(0.5))).stages(8).contains(Stage.NOISE));
    }

    private static List<Stage> stages(Guidance rule) {
        return new RunShapes().of(SCENE.withGuidance(rule)).stages(8);
    }

    private static Document with(Sampler sampler) {
        return SCENE.withSampling(SCENE.sampling().withSampler(sampler));
    }
}
