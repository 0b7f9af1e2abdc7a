package scorescape.diffusion.sampler;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// Many particles' ways from noise to data, with all positions on the way.
///
/// Particle `i` of a bundle goes the way of [Trajectory#run] for the same particle, up to rounding; the result does not
/// depend on the number of threads. A particle that diverges stays at the edge of what can be counted in, see
/// [Trajectory#DIVERGED].
public final class TrajectoryBundle {

    /// Particles in a chunk: whole blocks of the engine's loops, two, so that all processors have work in small bundles too;
    /// of a distribution with many terms eight, since the engine then sorts the particles by place.
    private static final int BLOCK = 256;
    private static final int CHUNK = 2 * BLOCK;
    private static final int LARGE_CHUNK = 8 * BLOCK;
    private static final int MANY_TERMS = 128;

    /// Fewest, however long a step takes them.
    private static final int FEWEST_IN_CHUNK = 16;

    /// Particles times terms of the distribution in one step of a chunk: some 30 ms where terms are slowest, so that a
    /// run can be cancelled soon.
    private static final int LARGEST_STEP = LARGE_CHUNK * 2048;

    /// Of larger clouds only what is near is evaluated, or a lattice: a particle takes less than 0.1 ms.
    private static final int MOST_TERMS_OF_A_CLOUD = 16_000;

    private static final Vec2 UNIT = new Vec2(1, 0);

    /// What is run. A bundle keeps all positions: 16 bytes for each particle and step.
    ///
    /// @param noise where starts and draws come from; one that is compared by its value lets parts of a run be kept
    /// @param particles how many, at least 1
    public record Request(DiffusionProcess process, Guidance guidance, Sampler sampler, NoiseSource noise,
            int particles) {

        public Request {
            if (particles < 1) {
                throw new IllegalArgumentException("a bundle needs at least one particle: " + particles);
            }
        }
    }

    private final Request request;

    /// Coordinates by step and particle: `steps + 1` rows. Rows may be shared with other bundles and never change.
    private final double[][] x;
    private final double[][] y;
    private final BitSet diverged;

    /// Those of the states.
    private final List<NoiseLevel> levels;

    private TrajectoryBundle(Request request, double[][] x, double[][] y, BitSet diverged) {
        this.request = request;
        this.x = x;
        this.y = y;
        this.diverged = diverged;
        levels = request.sampler().levels(request.process().levels());
    }

    /// The noise level of the states after so many steps.
    public NoiseLevel level(int step) {
        return levels.get(step);
    }

    /// @param cancelled asked often, by several threads; the run stops soon after it says yes
    /// @throws CancellationException if the run was cancelled
    public static TrajectoryBundle run(Request request, BooleanSupplier cancelled) {
        return run(request, new double[request.process().steps() + 1][], new double[request.process().steps() + 1][],
                0, cancelled);
    }

    /// The bundle of another request. Steps at the start that are the same in both are not computed again.
    ///
    /// @param cancelled see [#run]
    /// @throws CancellationException if the run was cancelled
    public TrajectoryBundle rerun(Request changed, BooleanSupplier cancelled) {
        int kept = BundleChange.firstChangedStep(request, changed);
        if (kept == 0) {
            return run(changed, cancelled);
        }
        return run(changed, Arrays.copyOf(Arrays.copyOf(x, kept + 1), x.length),
                Arrays.copyOf(Arrays.copyOf(y, kept + 1), y.length), kept, cancelled);
    }

    /// @param from the step to begin with; rows up to its start are there, unless it is the first
    private static TrajectoryBundle run(Request request, double[][] x, double[][] y, int from,
            BooleanSupplier cancelled) {
        int particles = request.particles();
        for (int step = from == 0 ? 0 : from + 1; step < x.length; step++) {
            x[step] = new double[particles];
            y[step] = new double[particles];
        }
        int chunk = chunk(request.process().data().terms(MOST_TERMS_OF_A_CLOUD));
        int chunks = Math.ceilDiv(particles, chunk);
        var diverged = new BitSet(particles);
        IntStream.range(0, chunks).parallel()
                .mapToObj(i -> new ChunkRun(request, x, y, i * chunk, Math.min(chunk, particles - i * chunk))
                        .run(from, cancelled))
                .toList()
                .forEach(diverged::or);
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the run was cancelled");
        }
        return new TrajectoryBundle(request, x, y, diverged);
    }

    private static int chunk(int terms) {
        int chunk = Math.clamp(LARGEST_STEP / terms, FEWEST_IN_CHUNK, terms < MANY_TERMS ? CHUNK : LARGE_CHUNK);
        return chunk < BLOCK ? chunk : chunk / BLOCK * BLOCK;
    }

    public Request request() {
        return request;
    }

    public int particles() {
        return request.particles();
    }

    /// How many steps the run has; there are positions before the first, between two, and after the last.
    public int steps() {
        return x.length - 1;
    }

    /// @param step 0 for the start of the run, [#steps] for its end
    public double x(int step, int particle) {
        return x[step][particle];
    }

    public double y(int step, int particle) {
        return y[step][particle];
    }

    public Vec2 at(int step, int particle) {
        return new Vec2(x[step][particle], y[step][particle]);
    }

    /// Fills `outX` and `outY` with the places of all particles on the straight lines between their states.
    ///
    /// @param position from 0, the start, to the number of steps, the end; beyond it they stay there
    /// @param outX at least [#particles] long
    /// @param outY the same
    public void positions(double position, double[] outX, double[] outY) {
        fill(position, 1, 1, outX, outY);
    }

    /// The same in coordinates of the data, `x_t/α_t`, see [NoiseLevel#rescaled].
    public void rescaledPositions(double position, double[] outX, double[] outY) {
        int step = stepAt(position);
        double factor = levels.get(step).rescaled(UNIT).x();
        fill(position, factor, levels.get(step + 1).rescaled(UNIT).x(), outX, outY);
    }

    private int stepAt(double position) {
        return (int) Math.floor(Math.clamp(position, 0, Math.nextDown((double) steps())));
    }

    private void fill(double position, double startFactor, double endFactor, double[] outX, double[] outY) {
        int step = stepAt(position);
        double within = Math.clamp(position - step, 0, 1);
        double a = (1 - within) * startFactor;
        double b = within * endFactor;
        combine(a, x[step], b, x[step + 1], outX);
        combine(a, y[step], b, y[step + 1], outY);
    }

    private static void combine(double a, double[] from, double b, double[] to, double[] out) {
        for (int i = 0; i < from.length; i++) {
            out[i] = a * from[i] + b * to[i];
        }
    }

    /// Where a particle ends, `x₀`, or where it stopped when it diverged.
    public Vec2 end(int particle) {
        return at(steps(), particle);
    }

    /// Whether a particle has left the plane that can be counted in, see [Trajectory#DIVERGED].
    public boolean diverged(int particle) {
        return diverged.get(particle);
    }

    /// How many particles have diverged.
    public int divergedCount() {
        return diverged.cardinality();
    }
}
