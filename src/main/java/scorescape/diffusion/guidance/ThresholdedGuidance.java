package scorescape.diffusion.guidance;

import java.util.function.IntUnaryOperator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Static thresholding: a prediction outside the box of the data is moved to its wall, axis by axis.
///
/// Pixels have a box of their own, from −1 to 1; here it is drawn. Look for predictions that pile up in the corners.
///
/// Source: Saharia et al. 2022, arXiv:2205.11487, section 2.3.
///
/// @param box in data units
public record ThresholdedGuidance(Guidance rule, Bounds box) implements CorrectingGuidance {

    @Override
    public Vec2 correct(GuidanceInput at, Vec2 guided) {
        return new Vec2(Math.clamp(guided.x(), box.minX(), box.maxX()),
                Math.clamp(guided.y(), box.minY(), box.maxY()));
    }

    @Override
    public ThresholdedGuidance atLevel(NoiseLevel level) {
        return new ThresholdedGuidance(rule.atLevel(level), box);
    }

    @Override
    public ThresholdedGuidance relabelled(IntUnaryOperator labels) {
        return new ThresholdedGuidance(rule.relabelled(labels), box);
    }
}
