package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.math.Vec2;

/// Plain sampling: the step goes towards the unconditional prediction `x̂₀`.
public record NoGuidance() implements Guidance {

    @Override
    public Vec2 guide(GuidanceInput at) {
        return at.prediction();
    }

    @Override
    public List<GuidanceArrow> arrows(GuidanceInput at) {
        return List.of();
    }

    @Override
    public OptionalInt guidingClass() {
        return OptionalInt.empty();
    }

    @Override
    public NoGuidance relabelled(IntUnaryOperator labels) {
        return this;
    }
}
