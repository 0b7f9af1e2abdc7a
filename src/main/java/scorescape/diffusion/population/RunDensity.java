package scorescape.diffusion.population;

import java.util.function.BooleanSupplier;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// How dense the law of a sampler without noise is where each of its particles is, at all steps.
///
/// With the start `x_T = s z`, `z ~ N(0, I)`, the change of variables gives
///
///     ln q_k(x_k) = ln φ(z) − ln |det ∂x_k/∂z|
///
/// It is the law of the sampler with its steps, its guidance and its model, not of an ideal flow. The derivative is taken
/// from four neighbours of each start, [#SHIFT] standard deviations to its sides: an error of the order of its square, in
/// units of the curvature of the map. Where the map folds onto a line, the density is infinite.
///
/// Samplers that draw noise are given none here, see [GuidedMap#drawsNoise].
public final class RunDensity {

    /// Large beside the rounding of states, small beside what bends the map.
    private static final double SHIFT = 1e-4;

    private static final int NEIGHBOURS = 4;
    private static final double LN_TWO_PI = Math.log(2 * Math.PI);

    private final TrajectoryBundle neighbours;
    private final NoiseSource noise;
    private final int particles;

    private RunDensity(TrajectoryBundle neighbours, NoiseSource noise, int particles) {
        this.neighbours = neighbours;
        this.noise = noise;
        this.particles = particles;
    }

    /// The starts beside those of another source: of each, two along each axis.
    private record Beside(NoiseSource starts) implements NoiseSource {

        @Override
        public Vec2 at(int particle, int step, int draw) {
            if (step != START) {
                return Vec2.ZERO;
            }
            double shift = particle % 2 == 0 ? SHIFT : -SHIFT;
            Vec2 by = particle % NEIGHBOURS < 2 ? new Vec2(shift, 0) : new Vec2(0, shift);
            return starts.at(Math.floorDiv(particle, NEIGHBOURS), START, CHOSEN).plus(by);
        }
    }

    /// Follows the neighbours of the first particles of a request.
    ///
    /// @param particles how many, at least 1
    public static RunDensity of(Request request, int particles, BooleanSupplier cancelled) {
        var beside = new Request(request.process(), request.guidance(), request.sampler(),
                new Beside(request.noise()), NEIGHBOURS * particles);
        return new RunDensity(TrajectoryBundle.run(beside, cancelled), request.noise(), particles);
    }

    public int particles() {
        return particles;
    }

    /// Whether a particle, or one beside it, has diverged: its density says nothing.
    public boolean diverged(int particle) {
        for (int i = 0; i < NEIGHBOURS; i++) {
            if (neighbours.diverged(NEIGHBOURS * particle + i)) {
                return true;
            }
        }
        return false;
    }

    /// `ln q_k`, where `q_k` is in 1 / data units squared.
    ///
    /// @param step 0 for the start of the run
    public double logDensity(int step, int particle) {
        int first = NEIGHBOURS * particle;
        Vec2 u = neighbours.at(step, first).minus(neighbours.at(step, first + 1)).times(0.5 / SHIFT);
        Vec2 v = neighbours.at(step, first + 2).minus(neighbours.at(step, first + 3)).times(0.5 / SHIFT);
        Vec2 z = noise.at(particle, NoiseSource.START, NoiseSource.CHOSEN);
        double determinant = Numerics.differenceOfProducts(u.x(), v.y(), u.y(), v.x());
        return -LN_TWO_PI - 0.5 * z.dot(z) - Math.log(Math.abs(determinant));
    }
}
