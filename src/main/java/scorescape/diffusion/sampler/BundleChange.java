package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;

/// How far two runs are the same.
final class BundleChange {

    private BundleChange() {}

    /// The first step that is not the same in both, or the number of steps.
    static int firstChangedStep(Request old, Request changed) {
        if (old.process().steps() != changed.process().steps() || old.particles() != changed.particles()
                || !old.noise().equals(changed.noise()) || old.process().startScale() != changed.process().startScale()
                || !old.process().scores().equals(changed.process().scores())
                || !old.process().data().equals(changed.process().data())) {
            return 0;
        }
        List<NoiseLevel> oldLevels = old.sampler().levels(old.process().levels());
        List<NoiseLevel> levels = changed.sampler().levels(changed.process().levels());
        int same = 0;
        while (same < changed.process().steps() && isSame(old, oldLevels, changed, levels, same)) {
            same++;
        }
        boolean remembers = old.guidance().remembers() || changed.guidance().remembers();
        return remembers && same < changed.process().steps() ? 0 : same;
    }

    private static boolean isSame(Request old, List<NoiseLevel> oldLevels, Request changed, List<NoiseLevel> levels,
            int step) {
        StepPlan plan = changed.sampler().plan(levels, step);
        return oldLevels.get(step).equals(levels.get(step)) && oldLevels.get(step + 1).equals(levels.get(step + 1))
                && old.sampler().plan(oldLevels, step).equals(plan)
                && plan.moves().stream().allMatch(
                        move -> old.guidance().atLevel(move.at()).equals(changed.guidance().atLevel(move.at())));
    }
}
