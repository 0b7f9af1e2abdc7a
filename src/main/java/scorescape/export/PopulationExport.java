package scorescape.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import scorescape.diffusion.population.Attribution;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.document.Document;
import scorescape.export.DataTable.Quantity;
import scorescape.math.Vec2;

/// Says where the particles of a population are: where their runs end and in which class, or all states on their way.
///
/// Particle 0 is the one that the window shows, unless the user has moved it.
public final class PopulationExport {

    /// Particle numbers are whole numbers of 32 bits.
    public static final int MAX_PARTICLES = 1_000_000_000;

    /// Places that are kept at once: 16 bytes each.
    private static final int MOST_PLACES = 2_000_000;

    private static final List<Quantity> ENDS = List.of(Quantity.number("particle", DataTable.NONE),
            Quantity.vector("x", DataTable.DATA), Quantity.number("label", "the class that is most probable at x"),
            Quantity.number("diverged", "1 if the run left what can be counted in"));
    private static final List<Quantity> WAYS = List.of(Quantity.number("particle", DataTable.NONE),
            Quantity.number("step", "steps that have been made"), Quantity.number("alpha", DataTable.NONE),
            Quantity.number("sigma", DataTable.DATA), Quantity.vector("x", DataTable.DATA),
            Quantity.number("diverged", "1 if the run left what can be counted in"));

    /// The noise of later particles as if they were the first ones.
    private record Later(NoiseSource noise, int skipped) implements NoiseSource {

        @Override
        public Vec2 at(int particle, int step, int draw) {
            return noise.at(skipped + particle, step, draw);
        }

        @Override
        public void fill(int first, int count, int step, int draw, double[] x, double[] y) {
            noise.fill(skipped + first, count, step, draw, x, y);
        }
    }

    private PopulationExport() {}

    /// Runs particles and writes them, some thousands at a time.
    ///
    /// @param particles how many, from 1 to [#MAX_PARTICLES]
    /// @param onTheWay whether to say all states, and not only the last
    /// @param out left open
    /// @param progress hears of particles
    /// @throws CancellationException if `progress` cancelled
    public static void write(Document document, int particles, boolean onTheWay, DataFormat format, Writer out,
            Progress progress) throws IOException {
        var process = new DiffusionProcess(document.data(), document.sampling().gridLevels(),
                document.sampling().model());
        var table = new DataTable(document, onTheWay ? "states" : "particles", onTheWay ? WAYS : ENDS, format, out);
        int chunk = Math.max(1, MOST_PLACES / (process.steps() + 1));
        BooleanSupplier cancelled = progress::cancelled;
        for (int first = 0; first < particles; first += chunk) {
            int count = Math.min(chunk, particles - first);
            NoiseSource noise = document.sampling().noise();
            var request = new Request(process, document.guidance(), document.sampler(),
                    first == 0 ? noise : new Later(noise, first), count);
            TrajectoryBundle bundle = TrajectoryBundle.run(request, cancelled);
            if (onTheWay) {
                ways(bundle, document, first, table);
            } else {
                ends(bundle, document, first, table);
            }
            progress.report(first + count, particles);
        }
        table.end();
    }

    private static void ends(TrajectoryBundle bundle, Document document, int first, DataTable table)
            throws IOException {
        int last = bundle.steps();
        double[] x = IntStream.range(0, bundle.particles()).mapToDouble(i -> bundle.x(last, i)).toArray();
        double[] y = IntStream.range(0, bundle.particles()).mapToDouble(i -> bundle.y(last, i)).toArray();
        Attribution classes = Attribution.of(document.data(), x, y);
        for (int i = 0; i < x.length; i++) {
            boolean diverged = bundle.diverged(i);
            table.row(first + i, x[i], y[i], diverged ? Double.NaN : classes.label(i), diverged ? 1 : 0);
        }
    }

    private static void ways(TrajectoryBundle bundle, Document document, int first, DataTable table)
            throws IOException {
        var levels = document.sampling().levels();
        for (int i = 0; i < bundle.particles(); i++) {
            for (int step = 0; step <= bundle.steps(); step++) {
                table.row(first + i, step, levels.get(step).alpha(), levels.get(step).sigma(), bundle.x(step, i),
                        bundle.y(step, i), bundle.diverged(i) ? 1 : 0);
            }
        }
    }
}
