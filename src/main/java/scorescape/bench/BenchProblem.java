package scorescape.bench;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The data and the points of the measurements: Gaussians with full covariances in three classes, points over all of them.
///
/// Everything comes from the generator `sₙ₊₁ = 48271 sₙ mod (2³¹ − 1)` of Park and Miller, so that the same problem can be
/// set to a program in any language.
final class BenchProblem {

    /// The noise level of all single measurements.
    static final NoiseLevel LEVEL = new NoiseLevel(0.8, 0.6);

    /// The class whose score is asked for beside that of all.
    static final int LABEL = 1;

    private static final int CLASSES = 3;
    private static final int MEANS_WIDTH = 8;

    /// The window of points and grids: 10 wide and 8 high.
    static final double WIDTH = 10;
    static final double HEIGHT = 8;

    private static final int DATA_SEED = 12_345;
    private static final int POINTS_SEED = 777;
    private static final int NOISE_SEED = 4_242;

    private BenchProblem() {}

    /// The generator, as numbers in (0, 1).
    private static final class Uniform {

        private static final long MODULUS = (1L << 31) - 1;

        private long state;

        Uniform(long seed) {
            state = seed;
        }

        double next() {
            state = state * 48_271 % MODULUS;
            return state / (double) MODULUS;
        }
    }

    static DataDistribution data(int terms) {
        var uniform = new Uniform(DATA_SEED + terms);
        List<Component> components = new ArrayList<>(terms);
        for (int k = 0; k < terms; k++) {
            double weight = 0.5 + uniform.next();
            double x = MEANS_WIDTH * (uniform.next() - 0.5);
            double y = MEANS_WIDTH * (uniform.next() - 0.5);
            double angle = Math.PI * uniform.next();
            double major = 0.05 + 0.4 * uniform.next();
            double minor = major * (0.2 + 0.8 * uniform.next());
            components.add(new GaussianComponent(weight, CLASSES * k / terms, new Vec2(x, y),
                    SymMat2.rotated(major * major, minor * minor, angle)));
        }
        return new DataDistribution(components);
    }

    static PointBatch points(int count) {
        var uniform = new Uniform(POINTS_SEED + count);
        var batch = new PointBatch(count);
        for (int i = 0; i < count; i++) {
            batch.x()[i] = WIDTH * (uniform.next() - 0.5);
            batch.y()[i] = HEIGHT * (uniform.next() - 0.5);
        }
        return batch;
    }

    /// Standard normal states.
    static PointBatch noise(int count) {
        var uniform = new Uniform(NOISE_SEED);
        var batch = new PointBatch(count);
        for (int i = 0; i < count; i++) {
            double radius = Math.sqrt(-2 * Math.log(uniform.next()));
            double angle = 2 * Math.PI * uniform.next();
            batch.x()[i] = radius * Math.cos(angle);
            batch.y()[i] = radius * Math.sin(angle);
        }
        return batch;
    }
}
