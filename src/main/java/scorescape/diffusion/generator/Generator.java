package scorescape.diffusion.generator;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import scorescape.diffusion.mixture.DataDistribution;

/// A recipe for a data distribution.
public sealed interface Generator
        permits TwoMoons, Spiral, SwissRoll, Checkerboard, Pinwheel, Tree, Letters, Sketch {

    /// Most points that a generator draws for a class.
    int MAX_POINTS = 20_000;

    /// The data; the same for the same seed, on every machine.
    DataDistribution generate(long seed);

    /// The generator of random numbers for a seed.
    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// @throws IllegalArgumentException if `points` is not from 1 to [#MAX_POINTS]
    static void requirePoints(int points) {
        if (!(points >= 1 && points <= MAX_POINTS)) {
            throw new IllegalArgumentException("points must be from 1 to " + MAX_POINTS + ": " + points);
        }
    }

    /// @throws IllegalArgumentException if `value` is not positive and finite
    static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite: " + value);
        }
    }
}
