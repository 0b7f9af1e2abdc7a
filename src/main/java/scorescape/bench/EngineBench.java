package scorescape.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;

/// Measures the engine and lays out the results.
public final class EngineBench {

    /// Shorter runs are repeated until they are this long, in seconds: clocks are no finer.
    private static final double SHORTEST = 5e-4;

    private EngineBench() {}

    /// What was measured of a case.
    ///
    /// @param benchCase which
    /// @param threads that shared the work
    /// @param seconds least time of a run: CPU time of one thread, wall time of several
    /// @param median of the same
    /// @param runs how many
    /// @param check the check value
    public record Result(BenchCase benchCase, int threads, double seconds, double median, int runs, double check) {

        /// Points times terms per second.
        public double throughput() {
            return benchCase.points() * benchCase.terms() / seconds;
        }
    }

    /// Measures a case again and again, for a quarter of the time to warm up and then in earnest.
    ///
    /// @param threads how many may share the work, at least 1
    /// @param seconds how long to measure: positive
    public static Result measure(BenchCase benchCase, int threads, double seconds) {
        if (threads < 1 || !(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("need at least one thread and some time: " + threads + ", " + seconds);
        }
        // Parallel streams share the work among the threads of the pool that they are called in.
        try (var pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> measureHere(benchCase, threads, seconds)).join();
        }
    }

    private static Result measureHere(BenchCase benchCase, int threads, double seconds) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        BenchCase.Run run = benchCase.prepare();
        int repeats = warmUp(run, seconds / 4);
        List<Double> times = new ArrayList<>();
        double check = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (times.isEmpty() || System.nanoTime() < end) {
            long before = threads == 1 ? clock.getCurrentThreadCpuTime() : System.nanoTime();
            for (int i = 0; i < repeats; i++) {
                check = run.run();
            }
            long after = threads == 1 ? clock.getCurrentThreadCpuTime() : System.nanoTime();
            times.add((after - before) * 1e-9 / repeats);
        }
        Collections.sort(times);
        return new Result(benchCase, threads, times.getFirst(), times.get(times.size() / 2), times.size(), check);
    }

    /// Runs for some time and says how many runs are long enough to be measured together.
    private static int warmUp(BenchCase.Run run, double seconds) {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        int runs = 0;
        while (runs == 0 || System.nanoTime() < end) {
            run.run();
            runs++;
        }
        double each = (System.nanoTime() - start) * 1e-9 / runs;
        return Math.max(1, (int) Math.ceil(SHORTEST / each));
    }

    /// A table with one line for each result, and the machine and the Java it was measured on.
    public static String table(List<Result> results) {
        var table = new StringBuilder();
        table.append("%s, %d processors, Java %s%n".formatted(System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(), Runtime.version()));
        table.append("%-16s %-40s %7s %12s %12s %16s  %s%n".formatted("case", "what", "threads", "least", "median",
                "points×terms/s", "check"));
        for (Result result : results) {
            double scale = 1.0 / (result.benchCase() instanceof BenchCase.Single ? result.benchCase().points() : 1);
            table.append(String.format(Locale.ROOT, "%-16s %-40s %7d %12s %12s %16.3g  %.9g%n",
                    result.benchCase().name(), result.benchCase().description(), result.threads(),
                    time(result.seconds() * scale), time(result.median() * scale), result.throughput(),
                    result.check()));
        }
        return table.toString();
    }

    private static String time(double seconds) {
        return seconds < 1e-5
                ? String.format(Locale.ROOT, "%.1f ns", seconds * 1e9)
                : String.format(Locale.ROOT, "%.3f ms", seconds * 1e3);
    }
}
