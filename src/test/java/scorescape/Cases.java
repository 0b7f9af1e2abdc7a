package scorescape;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/// Random cases for property tests, each named by its seed so that a failure can be run again alone.
public final class Cases {

    private Cases() {}

    /// `count` values from `generator`, with seeds 0, 1, 2, …; the same on every machine.
    public static <T> Stream<Named<T>> of(int count, Function<RandomGenerator, T> generator) {
        return LongStream.range(0, count).mapToObj(seed -> Named.of("seed " + seed, generator.apply(random(seed))));
    }

    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
