package scorescape.diffusion.guidance;

import java.util.OptionalInt;
import scorescape.math.Vec2;

/// A rule around another one.
public sealed interface WrappingGuidance extends Guidance
        permits GuidanceInterval, ScheduledGuidance, CorrectingGuidance {

    /// The rule inside.
    Guidance rule();

    @Override
    default OptionalInt guidingClass() {
        return rule().guidingClass();
    }

    @Override
    default Vec2 remember(GuidanceInput at) {
        return rule().remember(at);
    }

    @Override
    default boolean remembers() {
        return rule().remembers();
    }
}
