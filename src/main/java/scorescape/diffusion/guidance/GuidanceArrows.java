package scorescape.diffusion.guidance;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.guidance.GuidanceArrow.Role;
import scorescape.math.Vec2;

/// The arrows that several rules have in common.
final class GuidanceArrows {

    private GuidanceArrows() {}

    /// The difference of two predictions, and the same stretched until it ends at `guided`.
    static List<GuidanceArrow> amplified(Vec2 from, Vec2 to, Vec2 guided) {
        return List.of(new GuidanceArrow(Role.DIFFERENCE, from, to),
                new GuidanceArrow(Role.AMPLIFIED, from, guided));
    }

    /// A classifier's gradient as a displacement of the prediction, and the same stretched until it ends at `guided`.
    static List<GuidanceArrow> climbing(Vec2 from, Vec2 gradient, Vec2 guided) {
        return List.of(new GuidanceArrow(Role.GRADIENT, from, from.plus(gradient)),
                new GuidanceArrow(Role.AMPLIFIED, from, guided));
    }

    /// `arrows` and a correction from where they end.
    static List<GuidanceArrow> corrected(List<GuidanceArrow> arrows, Vec2 from, Vec2 guided) {
        List<GuidanceArrow> all = new ArrayList<>(arrows);
        all.add(new GuidanceArrow(Role.CORRECTION, from, guided));
        return List.copyOf(all);
    }
}
