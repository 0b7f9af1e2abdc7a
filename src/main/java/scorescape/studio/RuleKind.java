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
import scorescape.text.Texts;

/// The rules that pull by themselves, as people choose them.
enum RuleKind {

    NONE {
        @Override
        Guidance make(Start start) {
            return new NoGuidance();
        }
    },

    CLASSIFIER_FREE {
        @Override
        Guidance make(Start start) {
            return new ClassifierFreeGuidance(start.label(), start.scale());
        }
    },

    CLASSIFIER {
        @Override
        Guidance make(Start start) {
            return new ClassifierGuidance(new Classifier.Exact(), start.label(), start.scale());
        }
    },

    NEGATIVE_CLASS {
        @Override
        Guidance make(Start start) {
            return new NegativeClassGuidance(start.label(), start.other(), start.scale());
        }
    },

    ADAPTIVE_PROJECTED {
        @Override
        Guidance make(Start start) {
            return new AdaptiveProjectedGuidance(start.label(), start.scale(),
                    Parameters.PARALLEL_SHARE.defaultValue(), Parameters.RADIUS.defaultValue(),
                    Parameters.MOMENTUM.defaultValue());
        }
    },

    CFG_PLUS_PLUS {
        @Override
        Guidance make(Start start) {
            return new CfgPlusPlus(start.label(), Parameters.CFG_PLUS_PLUS_SCALE.defaultValue());
        }
    },

    AUTOGUIDANCE {
        @Override
        Guidance make(Start start) {
            return new Autoguidance(OptionalInt.of(start.label()), Parameters.AUTOGUIDANCE_BLUR.defaultValue(),
                    start.scale());
        }
    },

    UNIVERSAL {
        @Override
        Guidance make(Start start) {
            return new UniversalGuidance(start.label(), start.scale(), Parameters.CLASSIFIER_BLUR.defaultValue());
        }
    },

    POWER_LAW {
        @Override
        Guidance make(Start start) {
            return new PowerLawGuidance(start.label(), start.scale(), Parameters.EXPONENT.defaultValue());
        }
    },

    CFG_ZERO_STAR {
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

    String title() {
        return Texts.of(this);
    }

    /// What the rule does, what to look for, and where two dimensions mislead.
    String help() {
        return Texts.of(this, "help");
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
