package scorescape.diffusion.population;

import java.util.Arrays;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.math.Vec2;

/// Points of the plane as two arrays of coordinates, which never change.
final class PlaneSample {

    private final double[] x;
    private final double[] y;

    /// @param x not copied
    /// @param y as long as `x`, not copied
    PlaneSample(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /// The ends of the particles that have not diverged.
    ///
    /// @param most how many of them at most, the first ones
    static PlaneSample ofEnds(TrajectoryBundle bundle, int most) {
        int size = Math.min(most, bundle.particles() - bundle.divergedCount());
        double[] x = new double[size];
        double[] y = new double[size];
        int count = 0;
        for (int i = 0; i < bundle.particles() && count < size; i++) {
            if (!bundle.diverged(i)) {
                x[count] = bundle.x(bundle.steps(), i);
                y[count] = bundle.y(bundle.steps(), i);
                count++;
            }
        }
        return new PlaneSample(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    int count() {
        return x.length;
    }

    Vec2 at(int i) {
        return new Vec2(x[i], y[i]);
    }
}
