package scorescape.studio;

import java.util.List;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.DynamicThresholdGuidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.ScaleCurve;
import scorescape.diffusion.guidance.ScaleCurve.Knot;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.document.Parameters;
import scorescape.math.Bounds;
import scorescape.text.Texts;

/// What can be laid around a rule, as people choose it.
enum WrapperKind {

    INTERVAL {
        @Override
        WrappingGuidance make(Start start) {
            return new GuidanceInterval(new ClassifierFreeGuidance(start.label(), start.scale()),
                    Parameters.INTERVAL_LOWEST.defaultValue(), Parameters.INTERVAL_HIGHEST.defaultValue());
        }
    },

    SCHEDULE {
        @Override
        WrappingGuidance make(Start start) {
            return new ScheduledGuidance(new ClassifierFreeGuidance(start.label(), start.scale()),
                    new ScaleCurve(List.of(new Knot(-6, 1), new Knot(-2, 1), new Knot(4, start.scale()))));
        }
    },

    RESCALE {
        @Override
        WrappingGuidance make(Start start) {
            return new RescaledGuidance(new NoGuidance(), Parameters.RESCALE_SHARE.defaultValue());
        }
    },

    BACKWARD {
        @Override
        WrappingGuidance make(Start start) {
            return new BackwardUniversalGuidance(new NoGuidance(), start.label(),
                    Parameters.BACKWARD_RATE.defaultValue(), (int) Parameters.BACKWARD_ITERATIONS.defaultValue(),
                    Parameters.CLASSIFIER_BLUR.defaultValue());
        }
    },

    STATIC_THRESHOLD {
        @Override
        WrappingGuidance make(Start start) {
            return new ThresholdedGuidance(new NoGuidance(), start.box());
        }
    },

    DYNAMIC_THRESHOLD {
        @Override
        WrappingGuidance make(Start start) {
            return new DynamicThresholdGuidance(new NoGuidance(), start.box());
        }
    },

    TEMPERATURE {
        @Override
        WrappingGuidance make(Start start) {
            return new TemperedGuidance(new NoGuidance(), Parameters.SCORE_FACTOR.defaultValue());
        }
    };

    /// What a new wrapper begins with.
    ///
    /// @param label the class of the rule inside
    /// @param scale γ of the rule inside
    /// @param box around the data
    record Start(int label, double scale, Bounds box) {}

    String title() {
        return Texts.of(this);
    }

    /// What it does, what to look for, and where two dimensions mislead.
    String help() {
        return Texts.of(this, "help");
    }

    /// @return a wrapper to be laid around a rule; the one that it holds is a placeholder
    abstract WrappingGuidance make(Start start);

    static WrapperKind of(WrappingGuidance wrapper) {
        return switch (wrapper) {
            case GuidanceInterval _ -> INTERVAL;
            case ScheduledGuidance _ -> SCHEDULE;
            case RescaledGuidance _ -> RESCALE;
            case BackwardUniversalGuidance _ -> BACKWARD;
            case ThresholdedGuidance _ -> STATIC_THRESHOLD;
            case DynamicThresholdGuidance _ -> DYNAMIC_THRESHOLD;
            case TemperedGuidance _ -> TEMPERATURE;
        };
    }

    /// Whether it sets γ, so that it needs a rule that has one, and no other that sets it.
    boolean setsScale() {
        return this == INTERVAL || this == SCHEDULE;
    }
}
