package scorescape.lesson;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.DynamicThresholdGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.diffusion.sampler.StepPlan;
import scorescape.math.Bounds;

import static scorescape.text.Texts.text;

/// How the step of a guidance rule is told: in which story, with which stages, in which words.
///
/// @param rule the rule of the scene, with whatever stands around it
public record RuleStory(Guidance rule) {

    /// A prediction that a rule starts from and that is neither `x̂₀` nor `x̂₀|y`.
    ///
    /// @param latex its symbol
    /// @param legend what it is
    /// @param caption of the stage that brings it
    public record Reference(String latex, String legend, String caption) {}

    public Telling telling() {
        return telling(rule);
    }

    private static Telling telling(Guidance rule) {
        return switch (rule) {
            case NoGuidance() -> Telling.PLAIN;
            case ClassifierGuidance _,UniversalGuidance _ -> Telling.CLASSIFIER;
            case AdaptiveProjectedGuidance _,Autoguidance _,CfgPlusPlus _,CfgZeroStar _,ClassifierFreeGuidance _,NegativeClassGuidance _,PowerLawGuidance _ ->
                Telling.CLASSIFIER_FREE;
            case WrappingGuidance wrapping -> telling(wrapping.rule());
        };
    }

    public @Nullable Reference reference() {
        return reference(rule);
    }

    private static @Nullable Reference reference(Guidance rule) {
        return switch (rule) {
            case Autoguidance _ -> new Reference("\\tilde x_0", text("story.autoguidance.legend"),
                    text("story.autoguidance.stage"));
            case NegativeClassGuidance _ -> new Reference("\\hat x_0|n", text("story.negativeClass.legend"),
                    text("story.negativeClass.stage"));
            case CfgZeroStar _ -> new Reference("\\hat x_0^{\\ast}", text("story.cfgZeroStar.legend"),
                    text("story.cfgZeroStar.stage"));
            case ScaledGuidance _,NoGuidance() -> null;
            case WrappingGuidance wrapping -> reference(wrapping.rule());
        };
    }

    /// The symbol of what a rule adds to the prediction that it starts from: `γδ`, unless the rule scales `δ` in another way.
    public String amplified() {
        return amplified(rule);
    }

    private static String amplified(Guidance rule) {
        return switch (rule) {
            case CfgPlusPlus _ -> "\\gamma_t\\delta";
            case PowerLawGuidance _ -> "\\gamma_x\\delta";
            case AdaptiveProjectedGuidance projected -> projected.parallelShare() == 0
                    ? "(\\gamma-1)\\delta_\\perp"
                    : "(\\gamma-1)\\delta_\\eta";
            case ClassifierGuidance _,UniversalGuidance _ -> "\\gamma\\nabla\\log p(y|x_t)";
            case ScaledGuidance _,NoGuidance() -> "\\gamma\\delta";
            case WrappingGuidance wrapping -> amplified(wrapping.rule());
        };
    }

    /// What the outermost rule that corrects a prediction does, in the words of the caption; null if none does.
    private static @Nullable String correction(Guidance rule) {
        return switch (rule) {
            case ThresholdedGuidance _ -> text("story.keepInsideBox");
            case DynamicThresholdGuidance _ -> text("story.drawIntoBox");
            case RescaledGuidance _ -> text("story.restoreTheSize");
            case TemperedGuidance _ -> text("story.scaleScore");
            case BackwardUniversalGuidance _ -> text("story.climb");
            case GuidanceInterval _,ScheduledGuidance _ -> correction(((WrappingGuidance) rule).rule());
            case ScaledGuidance _,NoGuidance() -> null;
        };
    }

    /// The box that a rule keeps predictions in, null if it has none.
    public @Nullable Bounds box() {
        return box(rule);
    }

    private static @Nullable Bounds box(Guidance rule) {
        return switch (rule) {
            case ThresholdedGuidance(var _, Bounds box) -> box;
            case DynamicThresholdGuidance(var _, Bounds box) -> box;
            case WrappingGuidance wrapping -> box(wrapping.rule());
            case ScaledGuidance _,NoGuidance() -> null;
        };
    }

    /// The caption of a stage: text with formulas between dollar signs.
    public String caption(Stage stage) {
        Reference reference = reference();
        String correction = correction(rule);
        return switch (stage) {
            case PREDICT_REFERENCE -> reference == null ? stage.caption() : reference.caption();
            case CORRECT -> correction == null ? stage.caption() : correction;
            default -> stage.caption();
        };
    }

    /// The stages of a step.
    ///
    /// @param last whether no step comes after it
    public List<Stage> stages(StepPlan plan, boolean last) {
        boolean noisy = plan.moves().stream().anyMatch(move -> move.noise() > 0);
        List<Stage> stages = new ArrayList<>(telling().stages());
        if (plan.churn() > 0) {
            stages.add(1, Stage.CHURN);
        }
        if (rule.guidingClass().isEmpty()) {
            stages.remove(Stage.PREDICT_GIVEN_CLASS);
        }
        if (reference() != null) {
            stages.add(stages.indexOf(Stage.DIFFERENCE), Stage.PREDICT_REFERENCE);
        }
        if (correction(rule) != null) {
            if (!stages.contains(Stage.STEP)) {
                stages.add(stages.indexOf(Stage.NOISE), Stage.STEP);
            }
            stages.add(stages.indexOf(Stage.STEP), Stage.CORRECT);
        }
        if (!noisy) {
            stages.remove(Stage.NOISE);
        }
        if (last) {
            stages.removeAll(List.of(Stage.PREDICT_AGAIN, Stage.NEXT));
        }
        return List.copyOf(stages);
    }
}
