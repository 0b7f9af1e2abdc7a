package scorescape.diffusion.guidance;

import java.util.List;
import java.util.function.IntUnaryOperator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// A rule whose scale follows a curve over the noise.
///
/// Scales that rise towards the data are a safe gain in the published comparisons. Look for the modes that survive when
/// the scale is low while the noise is high.
///
/// Source: Wang et al. 2024, arXiv:2404.13040.
///
/// @param rule the rule; its own scale does not count
public record ScheduledGuidance(ScaledGuidance rule, ScaleCurve curve) implements WrappingGuidance {

    @Override
    public ScaledGuidance atLevel(NoiseLevel level) {
        return rule.withScale(curve.at(level.logSnr()));
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        return atLevel(at.level()).guide(at);
    }

    @Override
    public List<GuidanceArrow> arrows(GuidanceInput at) {
        return atLevel(at.level()).arrows(at);
    }

    @Override
    public ScheduledGuidance relabelled(IntUnaryOperator labels) {
        return new ScheduledGuidance(rule.relabelled(labels), curve);
    }
}
