package scorescape.lesson;

import java.util.Arrays;
import java.util.stream.Collectors;
import scorescape.text.Texts;

/// A stage in the telling of one sampling step, in the order of telling.
public enum Stage {

    /// `x_t` stands alone, with the end of this run faint.
    START("start", 1.25),
    /// Some samplers add noise before they ask the model.
    CHURN("churn", 1.75),
    PREDICT("predict", 1.25),
    PREDICT_GIVEN_CLASS("predict-given-class", 1.25),
    /// The prediction that a rule compares with where it is none of the two.
    PREDICT_REFERENCE("predict-reference", 1.25),
    DIFFERENCE("difference", 1.25),
    AMPLIFY("amplify", 1.25),
    GRADIENT("gradient", 1.75),
    SCALE("scale", 1.25),
    COMBINE("combine", 1.75),
    /// What a rule around another one does to its prediction.
    CORRECT("correct", 1.25),
    STEP("step", 1.25),
    NOISE("noise", 1.75),

    PREDICT_AGAIN("predict-again", 1.25),

    /// The step after the told one.
    NEXT("next", 1.75),

    /// A whole step at once, when it is not told in stages.
    MOVE("move", 0.12),

    /// The run has arrived at `x₀`.
    END("end", 1.5);

    private final String id;
    private final double seconds;

    Stage(String id, double seconds) {
        this.id = id;
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
        return Texts.of(this, "caption");
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
