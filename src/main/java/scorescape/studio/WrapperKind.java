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

/// What can be laid around a rule, as people choose it.
enum WrapperKind {

    INTERVAL("Interval", "Guides in an interval of noise only. Look at the early steps: guidance there is what empties "
            + "modes, and late guidance has nothing left to act on.") {
        @Override
        WrappingGuidance make(Start start) {
            return new GuidanceInterval(new ClassifierFreeGuidance(start.label(), start.scale()),
                    Parameters.INTERVAL_LOWEST.defaultValue(), Parameters.INTERVAL_HIGHEST.defaultValue());
        }
    },

    SCHEDULE("Schedule of γ",
            "Lets γ follow a curve over the noise. Look for the modes that survive when γ is low while the "
                    + "noise is high.") {
        @Override
        WrappingGuidance make(Start start) {
            return new ScheduledGuidance(new ClassifierFreeGuidance(start.label(), start.scale()),
                    new ScaleCurve(List.of(new Knot(-6, 1), new Knot(-2, 1), new Knot(4, start.scale()))));
        }
    },

    RESCALE("Rescale",
            "Brings the guided prediction back to the size of the conditional one. Over two coordinates a standard "
                    + "deviation says nothing, so the size is the distance from the mean of the data.") {
        @Override
        WrappingGuidance make(Start start) {
            return new RescaledGuidance(new NoGuidance(), Parameters.RESCALE_SHARE.defaultValue());
        }
    },

    BACKWARD("Universal guidance, backward",
            "Improves the prediction itself by some steps uphill in ln p(y) at it. Look for "
                    + "predictions that leave the data: it heeds no posterior.") {
        @Override
        WrappingGuidance make(Start start) {
            return new BackwardUniversalGuidance(new NoGuidance(), start.label(),
                    Parameters.BACKWARD_RATE.defaultValue(), (int) Parameters.BACKWARD_ITERATIONS.defaultValue(),
                    Parameters.CLASSIFIER_BLUR.defaultValue());
        }
    },

    STATIC_THRESHOLD("Static threshold",
            "Moves a prediction outside the box of the data to its wall, axis by axis. Look for "
                    + "predictions that pile up in the corners.") {
        @Override
        WrappingGuidance make(Start start) {
            return new ThresholdedGuidance(new NoGuidance(), start.box());
        }
    },

    DYNAMIC_THRESHOLD("Dynamic threshold",
            "Draws a prediction outside the box of the data straight towards its centre. Of two "
                    + "coordinates every high percentile is the larger one, so nothing is cut.") {
        @Override
        WrappingGuidance make(Start start) {
            return new DynamicThresholdGuidance(new NoGuidance(), start.box());
        }
    },

    TEMPERATURE("Temperature of the score",
            "Scales the whole score by k. One would wish for the density to the power k; look "
                    + "at a deterministic run with k = 4, where all starts end at one point.") {
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

    private final String title;
    private final String help;

    WrapperKind(String title, String help) {
        this.title = title;
        this.help = help;
    }

    String title() {
        return title;
    }

    /// What it does, what to look for, and where two dimensions mislead.
    String help() {
        return help;
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
