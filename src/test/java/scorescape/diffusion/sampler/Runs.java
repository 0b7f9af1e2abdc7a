package scorescape.diffusion.sampler;

import java.util.List;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Small scenes that several tests run.
public final class Runs {

    private Runs() {}

    /// Two round classes, 0 on the left and 1 on the right.
    public static final DataDistribution TWO_CLASSES = new DataDistribution(
            List.of(new GaussianComponent(0.5, 0, new Vec2(-2, 0), SymMat2.scalar(0.25)),
                    new GaussianComponent(0.5, 1, new Vec2(2, 0.5), SymMat2.scalar(0.25))));

    /// [#TWO_CLASSES] on the cosine schedule.
    public static DiffusionProcess cosine(int steps) {
        return new DiffusionProcess(TWO_CLASSES, TimeGrid.LEADING.levels(new CosineSchedule(), steps));
    }
}
