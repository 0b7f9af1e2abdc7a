package scorescape.diffusion.guidance;

import java.util.function.IntUnaryOperator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Dynamic thresholding: a prediction outside the box of the data is drawn in towards its centre, all axes alike.
///
///     u = (x̂₀ − c)/h about the centre c in half sizes h,   m = max(1, |u₁|, |u₂|),   c + h u/m
///
/// Published with a high percentile of the pixels as `m`, beyond which the few largest are cut. Of two coordinates every
/// high percentile is the larger one, so nothing is cut here and the prediction moves straight towards the centre.
/// Compare with [ThresholdedGuidance], which changes its direction.
///
/// Source: Saharia et al. 2022, arXiv:2205.11487, section 2.3.
///
/// @param box in data units, with a positive width and height
public record DynamicThresholdGuidance(Guidance rule, Bounds box) implements CorrectingGuidance {

    public DynamicThresholdGuidance {
        if (!(box.width() > 0 && box.height() > 0)) {
            throw new IllegalArgumentException("the box must have a positive width and height: " + box);
        }
    }

    @Override
    public Vec2 correct(GuidanceInput at, Vec2 guided) {
        Vec2 centre = box.centre();
        double excess = Math.max(Math.abs(guided.x() - centre.x()) / (0.5 * box.width()),
                Math.abs(guided.y() - centre.y()) / (0.5 * box.height()));
        return excess > 1 ? centre.lerp(guided, 1 / excess) : guided;
    }

    @Override
    public DynamicThresholdGuidance atLevel(NoiseLevel level) {
        return new DynamicThresholdGuidance(rule.atLevel(level), box);
    }

    @Override
    public DynamicThresholdGuidance relabelled(IntUnaryOperator labels) {
        return new DynamicThresholdGuidance(rule.relabelled(labels), box);
    }
}
