package scorescape.studio;

import java.util.List;
import java.util.OptionalInt;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.document.Parameters;

/// The rules that pull by themselves, as people choose them.
enum RuleKind {

    NONE("No guidance", "The prediction knows no class: plain sampling. Look for runs that end in any class.") {
        @Override
        Guidance make(Start start) {
            return new NoGuidance();
        }
    },

    CLASSIFIER_FREE("Classifier-free guidance",
            "Amplifies what the class changes in the prediction: the unconditional one plus γδ. Look for δ shrinking as the noise falls: once "
                    + "the class is decided, there is nothing left to amplify.") {
        @Override
        Guidance make(Start start) {
            return new ClassifierFreeGuidance(start.label(), start.scale());
        }
    },

    CLASSIFIER("Classifier guidance",
            "Follows the gradient of a classifier. With the exact one it is classifier-free guidance, arrow for arrow; look "
                    + "for what a classifier of clean data does among the noise.") {
        @Override
        Guidance make(Start start) {
            return new ClassifierGuidance(new Classifier.Exact(), start.label(), start.scale());
        }
    },

    NEGATIVE_CLASS("Negative class",
            "Pushes from one class to another, as a negative prompt does. Look for the push along the line between the two, "
                    + "also where neither is likely.") {
        @Override
        Guidance make(Start start) {
            return new NegativeClassGuidance(start.label(), start.other(), start.scale());
        }
    },

    ADAPTIVE_PROJECTED("Adaptive projected guidance",
            "Weighs down the part of the difference along the prediction, and keeps the whole short. In two dimensions "
                    + "“across” is a single direction, and “along” depends on where the origin is.") {
        @Override
        Guidance make(Start start) {
            return new AdaptiveProjectedGuidance(start.label(), start.scale(),
                    Parameters.PARALLEL_SHARE.defaultValue(), Parameters.RADIUS.defaultValue(),
                    Parameters.MOMENTUM.defaultValue());
        }
    },

    CFG_PLUS_PLUS("CFG++",
            "Guides with a small λ and puts the unguided noise back: a γ of its own for every step, near λ in the long first "
                    + "steps. Halve the steps, and that γ doubles.") {
        @Override
        Guidance make(Start start) {
            return new CfgPlusPlus(start.label(), Parameters.CFG_PLUS_PLUS_SCALE.defaultValue());
        }
    },

    AUTOGUIDANCE("Autoguidance",
            "Pushes away from a worse model, which has seen the data blurred. Look for outliers between the modes that are "
                    + "pulled in, while classes keep their share.") {
        @Override
        Guidance make(Start start) {
            return new Autoguidance(OptionalInt.of(start.label()), Parameters.AUTOGUIDANCE_BLUR.defaultValue(),
                    start.scale());
        }
    },

    UNIVERSAL("Universal guidance, forward",
            "Asks a classifier of clean data about the prediction and takes its gradient back through the denoiser. Look "
                    + "where it lies between the classes: it is a mean of many images, and none of them.") {
        @Override
        Guidance make(Start start) {
            return new UniversalGuidance(start.label(), start.scale(), Parameters.CLASSIFIER_BLUR.defaultValue());
        }
    },

    POWER_LAW("Power-law guidance",
            "The pull grows with a power of its own length and fades by itself where the two scores agree. A length of scores "
                    + "has a unit: γ means something else on other scales of data.") {
        @Override
        Guidance make(Start start) {
            return new PowerLawGuidance(start.label(), start.scale(), Parameters.EXPONENT.defaultValue());
        }
    },

    CFG_ZERO_STAR("CFG-Zero*",
            "Scales the unconditional velocity to be near the conditional one, and lets the first steps stand still. In two "
                    + "dimensions the amplified part has a single direction left, and the scaling can be large.") {
        @Override
        Guidance make(Start start) {
            return new CfgZeroStar(start.label(), start.scale(), (int) Parameters.STILL_STEPS.defaultValue());
        }
    };

    /// What a new rule takes over from the one before.
    ///
    /// @param label the class to guide towards
    /// @param other another class, or the same if there is none
    /// @param scale γ
    record Start(int label, int other, double scale) {

        /// The class and γ of `before`, as far as it has them.
        static Start of(Guidance before, List<Integer> labels) {
            int label = before.guidingClass().orElse(labels.getFirst());
            int other = labels.stream().filter(y -> y != label).findFirst().orElse(label);
            return new Start(label, other, RuleStack.of(before).base() instanceof ScaledGuidance scaled
                    && !(scaled instanceof CfgPlusPlus)
                            ? scaled.scale()
                            : Parameters.GUIDANCE_SCALE.defaultValue());
        }
    }

    private final String title;
    private final String help;

    RuleKind(String title, String help) {
        this.title = title;
        this.help = help;
    }

    String title() {
        return title;
    }

    /// What the rule does, what to look for, and where two dimensions mislead.
    String help() {
        return help;
    }

    abstract Guidance make(Start start);

    /// The kind of the innermost rule.
    static RuleKind of(Guidance guidance) {
        return switch (guidance) {
            case NoGuidance() -> NONE;
            case ClassifierFreeGuidance _ -> CLASSIFIER_FREE;
            case ClassifierGuidance _ -> CLASSIFIER;
            case NegativeClassGuidance _ -> NEGATIVE_CLASS;
            case AdaptiveProjectedGuidance _ -> ADAPTIVE_PROJECTED;
            case CfgPlusPlus _ -> CFG_PLUS_PLUS;
            case Autoguidance _ -> AUTOGUIDANCE;
            case UniversalGuidance _ -> UNIVERSAL;
            case PowerLawGuidance _ -> POWER_LAW;
            case CfgZeroStar _ -> CFG_ZERO_STAR;
            case WrappingGuidance wrapper -> of(wrapper.rule());
        };
    }
}
