package scorescape.diffusion.guidance;

import java.util.List;
import java.util.function.IntUnaryOperator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// A rule that is at work in an interval of noise only; elsewhere its scale is 1.
///
/// Look for the early steps, at high noise: guidance there is what empties modes. Late guidance has nothing left to act
/// on.
///
/// Source: Kynkäänniemi et al. 2024, arXiv:2404.07724, equation 5.
///
/// @param rule the rule with its scale inside the interval
/// @param lowest the rule works where `lowest < σ/α`; not negative
/// @param highest and where `σ/α ≤ highest`
public record GuidanceInterval(ScaledGuidance rule, double lowest, double highest) implements WrappingGuidance {

    public GuidanceInterval {
        if (!(lowest >= 0 && highest >= lowest && highest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("need finite 0 <= lowest <= highest: " + lowest + ", " + highest);
        }
    }

    @Override
    public ScaledGuidance atLevel(NoiseLevel level) {
        double ratio = level.ratio();
        return ratio > lowest && ratio <= highest ? rule : rule.withScale(1);
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
    public GuidanceInterval relabelled(IntUnaryOperator labels) {
        return new GuidanceInterval(rule.relabelled(labels), lowest, highest);
    }
}
