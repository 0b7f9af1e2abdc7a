package scorescape.lesson;

import java.util.List;

/// One of the three stories of a sampling step.
public enum Telling {

    /// A prediction, a step towards it, and the same again.
    PLAIN,

    /// Classifier guidance: a gradient is added to the step, at `x_t`.
    CLASSIFIER,

    /// Classifier-free guidance: the difference of two predictions is amplified, and the step goes to where it leads.
    CLASSIFIER_FREE;

    /// The stages of a step that draws noise and has a step after it.
    List<Stage> stages() {
        return switch (this) {
            case PLAIN -> List.of(Stage.START, Stage.PREDICT, Stage.STEP, Stage.NOISE, Stage.PREDICT_AGAIN, Stage.NEXT);
            case CLASSIFIER ->
                List.of(Stage.START, Stage.PREDICT, Stage.GRADIENT, Stage.SCALE, Stage.COMBINE, Stage.NOISE);
            case CLASSIFIER_FREE -> List.of(Stage.START, Stage.PREDICT, Stage.PREDICT_GIVEN_CLASS, Stage.DIFFERENCE,
                    Stage.AMPLIFY, Stage.STEP, Stage.NOISE);
        };
    }
}
