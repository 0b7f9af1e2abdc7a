package scorescape.diffusion.population;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.math.Bounds;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// When and where it is settled in which class a run ends.
public final class Commitment {

    private Commitment() {}

    /// Which class or component is reached from each start of a grid.
    ///
    /// Samplers that draw noise draw that of one particle for all starts, so that the map says what would have become of
    /// that particle, had it started elsewhere.
    ///
    /// @param starts the box of starts, in units of the noise at the start
    /// @param side how many starts in a row and in a column
    /// @param ends where they end
    /// @param attribution of the ends; those of particles that diverged say nothing
    public record Map(Bounds starts, int side, TrajectoryBundle ends, Attribution attribution) {

        /// Follows `side × side` starts at the centres of cells.
        public static Map of(Request request, Bounds starts, int side, BooleanSupplier cancelled) {
            var noise = new OneNoise(request.noise(), starts, side);
            TrajectoryBundle bundle = TrajectoryBundle.run(new Request(request.process(), request.guidance(),
                    request.sampler(), noise, side * side), cancelled);
            double[] x = new double[side * side];
            double[] y = new double[side * side];
            for (int i = 0; i < x.length; i++) {
                x[i] = bundle.x(bundle.steps(), i);
                y[i] = bundle.y(bundle.steps(), i);
            }
            return new Map(starts, side, bundle, Attribution.of(request.process().data(), x, y));
        }

        /// The start with a number, in units of the noise; row by row from the bottom.
        public Vec2 start(int index) {
            return startOf(starts, side, index);
        }
    }

    private static Vec2 startOf(Bounds starts, int side, int index) {
        return new Vec2(starts.minX() + (index % side + 0.5) * starts.width() / side,
                starts.minY() + (Math.floorDiv(index, side) + 0.5) * starts.height() / side);
    }

    private record OneNoise(NoiseSource noise, Bounds starts, int side) implements NoiseSource {

        @Override
        public Vec2 at(int particle, int step, int draw) {
            return step == START ? startOf(starts, side, particle) : noise.at(0, step, draw);
        }

        @Override
        public void fill(int first, int count, int step, int draw, double[] x, double[] y) {
            Vec2 same = step == START ? Vec2.ZERO : noise.at(0, step, draw);
            for (int i = 0; i < count; i++) {
                Vec2 value = step == START ? startOf(starts, side, first + i) : same;
                x[i] = value.x();
                y[i] = value.y();
            }
        }
    }

    /// The posterior `p(y|x_t)` of a class on the way of the first particles of a bundle, and the step from which on the
    /// likeliest class of a state is that of the end.
    public static final class Decisions {

        private final double[][] posteriors;
        private final int[] decided;

        private Decisions(double[][] posteriors, int[] decided) {
            this.posteriors = posteriors;
            this.decided = decided;
        }

        /// @param particles how many to follow; no more than there are
        public static Decisions of(TrajectoryBundle bundle, int label, int particles) {
            int count = Math.min(particles, bundle.particles());
            int steps = bundle.steps();
            double[][] posteriors = new double[steps + 1][count];
            int[][] likeliest = new int[steps + 1][count];
            IntStream.rangeClosed(0, steps).parallel().forEach(step -> {
                NoisedDistribution law = bundle.request().process().noised(bundle.level(step));
                int wanted = law.labels().indexOf(label);
                for (int i = 0; i < count; i++) {
                    double[] all = law.posteriors(bundle.at(step, i));
                    posteriors[step][i] = all[wanted];
                    likeliest[step][i] = Numerics.indexOfLargest(all);
                }
            });
            int[] decided = new int[count];
            for (int i = 0; i < count; i++) {
                int step = steps;
                while (step > 0 && likeliest[step - 1][i] == likeliest[steps][i]) {
                    step--;
                }
                decided[i] = step;
            }
            return new Decisions(posteriors, decided);
        }

        /// How many particles are followed.
        public int particles() {
            return decided.length;
        }

        /// `p(y|x_t)` of a particle.
        public double posterior(int step, int particle) {
            return posteriors[step][particle];
        }

        /// The step from which on a particle is decided: 0 if it was so from the start.
        public int decided(int particle) {
            return decided[particle];
        }

        /// The share of the particles that are decided at a step.
        public double decidedShare(int step) {
            return IntStream.of(decided).filter(d -> d <= step).count() / (double) decided.length;
        }
    }
}
