package scorescape.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The cases of the `bench` command as a JMH benchmark, in a JVM of their own and with error bounds. Runs use one thread,
/// as `bench` does by default.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1")
public class EngineBenchmark {

    /// As [BenchCase#parse] reads it.
    @Param({"one:8", "kern:8:20000", "kern:64:20000", "kern:512:20000", "dens:8", "dens:64", "cfg:5000:50:8",
        "ddpm:5000:50:8"})
    public String name = "";

    private BenchCase.Run run = () -> Double.NaN;

    @Setup
    public void prepare() {
        run = BenchCase.parse(name).prepare();
    }

    /// @return the check value of the case, so that nothing is optimised away
    @Benchmark
    public double run() {
        return run.run();
    }
}
