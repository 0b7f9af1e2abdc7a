package scorescape.studio;

import scorescape.figure.Role;
import scorescape.lesson.Stage;

/// What the window calls a stage: shorter than the caption in the picture.
///
/// @param name for the pill
/// @param help one sentence for the tooltip
/// @param role whose colour the pill takes
record StageText(String name, String help, Role role) {

    static StageText of(Stage stage) {
        return switch (stage) {
            case START -> new StageText("start", "The state xₜ, and faintly where this run ends.", Role.STATE);
            case PREDICT -> new StageText("predict x̂₀", "The prediction x̂₀ = E[x₀ | xₜ], which knows no class.",
                    Role.UNCONDITIONAL);
            case PREDICT_GIVEN_CLASS ->
                new StageText("predict x̂₀|y", "The prediction x̂₀|y = E[x₀ | xₜ, y] for the chosen class y.",
                        Role.CONDITIONAL);
            case CHURN -> new StageText("churn", "Noise ε is added before the model is asked.", Role.NOISE);
            case PREDICT_REFERENCE -> new StageText("other prediction",
                    "The prediction that the rule compares with: of a worse model, or of another class.", Role.STATE);
            case GRADIENT -> new StageText("gradient ∇", "What the classifier wants: ∇ log p(y|xₜ). It moves x̂₀ by "
                    + "(σ²/α) ∇ log p(y|xₜ); for the exact classifier that is δ = x̂₀|y − x̂₀.",
                    Role.SCALED_DIFFERENCE);
            case SCALE -> new StageText("scale γ∇", "The gradient times the guidance scale γ.",
                    Role.SCALED_DIFFERENCE);
            case COMBINE -> new StageText("combine", "Step and scaled gradient are added: the sum leads towards "
                    + "x̂₀ + γ (σ²/α) ∇ log p(y|xₜ).", Role.COMBINED);
            case CORRECT -> new StageText("correct", "What stands around the rule changes its prediction.",
                    Role.COMBINED);
            case PREDICT_AGAIN -> new StageText("predict again", "From xₜ₋₁ the prediction is another one.",
                    Role.UNCONDITIONAL);
            case NEXT -> new StageText("repeat", "The next step and its noise; then on, down to x₀.", Role.STATE);
            case DIFFERENCE -> new StageText("difference δ", "What the class changes: δ = x̂₀|y − x̂₀.",
                    Role.SCALED_DIFFERENCE);
            case AMPLIFY -> new StageText("amplify γδ", "The difference times the guidance scale, from x̂₀: x̂₀ + γδ.",
                    Role.SCALED_DIFFERENCE);
            case STEP -> new StageText("small step", "A small step from xₜ towards the prediction.", Role.COMBINED);
            case NOISE -> new StageText("add noise", "Noise ε brings the mean of the step to xₜ₋₁.", Role.NOISE);
            case MOVE -> new StageText("repeat", "A whole step at once.", Role.STATE);
            case END -> new StageText("done", "The run has arrived at x₀.", Role.STATE);
        };
    }
}
