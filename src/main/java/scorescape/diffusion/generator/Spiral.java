package scorescape.diffusion.generator;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.math.Vec2;

/// Arms that wind outwards, one class each; points are even along the radius.
///
/// @param arms how many: from 1 to 12
/// @param turns how often an arm goes round: positive
/// @param points how many are drawn for each arm
/// @param radius where the arms end, in data units
/// @param thickness standard deviation across the arm, in data units
public record Spiral(int arms, double turns, int points, double radius, double thickness) implements Generator {

    private static final int MAX_ARMS = 12;

    /// The arms begin here, as a share of the radius, so that they do not meet.
    private static final double INNER = 0.1;

    public Spiral {
        if (!(arms >= 1 && arms <= MAX_ARMS)) {
            throw new IllegalArgumentException("arms must be from 1 to " + MAX_ARMS + ": " + arms);
        }
        Generator.requirePositive("turns", turns);
        Generator.requirePoints(points);
        Generator.requirePositive("radius", radius);
        Generator.requirePositive("thickness", thickness);
    }

    @Override
    public DataDistribution generate(long seed) {
        RandomGenerator random = Generator.random(seed);
        return new DataDistribution(IntStream.range(0, arms)
                .<Component>mapToObj(arm -> Blur.around(arm, points, thickness, () -> {
                    double way = INNER + (1 - INNER) * random.nextDouble();
                    return Vec2.ofAngle(2 * Math.PI * (turns * way + (double) arm / arms)).times(radius * way);
                }))
                .toList());
    }
}
