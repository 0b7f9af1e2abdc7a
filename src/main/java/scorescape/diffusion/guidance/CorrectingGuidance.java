package scorescape.diffusion.guidance;

import java.util.List;
import scorescape.math.Vec2;

/// A rule that corrects the prediction of another one.
public sealed interface CorrectingGuidance extends WrappingGuidance
        permits RescaledGuidance, ThresholdedGuidance, DynamicThresholdGuidance, TemperedGuidance,
        BackwardUniversalGuidance {

    /// What becomes of the prediction `guided` of the rule inside.
    Vec2 correct(GuidanceInput at, Vec2 guided);

    @Override
    default Vec2 guide(GuidanceInput at) {
        return correct(at, rule().guide(at));
    }

    @Override
    default List<GuidanceArrow> arrows(GuidanceInput at) {
        Vec2 guided = rule().guide(at);
        return GuidanceArrows.corrected(rule().arrows(at), guided, correct(at, guided));
    }
}
