package scorescape.lesson;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A stage in the telling of one sampling step, in the order of telling.
public enum Stage {

    /// `x_t` stands alone, with the end of this run faint.
    START("start", "start from $x_t$", 1.25),
    /// Some samplers add noise before they ask the model.
    CHURN("churn", "add some noise first", 1.75),
    PREDICT("predict", "predict $\\hat x_0$", 1.25),
    PREDICT_GIVEN_CLASS("predict-given-class", "predict $\\hat x_0$ given $y$", 1.25),
    /// The prediction that a rule compares with where it is none of the two.
    PREDICT_REFERENCE("predict-reference", "predict once more", 1.25),
    DIFFERENCE("difference", "calculate difference", 1.25),
    AMPLIFY("amplify", "amplify difference", 1.25),
    GRADIENT("gradient", "calculate $\\nabla\\log p(y|x_t)$", 1.75),
    SCALE("scale", "scale by $\\gamma$", 1.25),
    COMBINE("combine", "combine directions", 1.75),
    /// What a rule around another one does to its prediction.
    CORRECT("correct", "correct the prediction", 1.25),
    STEP("step", "take a small step", 1.25),
    NOISE("noise", "add some noise", 1.75),

    PREDICT_AGAIN("predict-again", "predict $\\hat x_0$ again", 1.25),

    /// The step after the told one.
    NEXT("next", "repeat", 1.75),

    /// A whole step at once, when it is not told in stages.
    MOVE("move", "repeat", 0.12),

    /// The run has arrived at `x₀`.
    END("end", "done", 1.5);

    private final String id;
    private final String caption;
    private final double seconds;

    Stage(String id, String caption, double seconds) {
        this.id = id;
        this.caption = caption;
        this.seconds = seconds;
    }

    /// The stage with the name `id`.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if there is none
    public static Stage named(String id) {
        return Arrays.stream(values())
                .filter(stage -> stage.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("names no stage '" + id + "': they are "
                        + Arrays.stream(values()).map(Stage::id).collect(Collectors.joining(", "))));
    }

    /// The name in files and commands.
    public String id() {
        return id;
    }

    /// Text with formulas between dollar signs, in LaTeX.
    public String caption() {
        return caption;
    }

    /// Whether the stage belongs to the telling of one step.
    public boolean isTold() {
        return this != MOVE && this != END;
    }

    /// How long the stage lasts at normal speed.
    public double seconds() {
        return seconds;
    }
}
