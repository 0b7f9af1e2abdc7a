package scorescape.diffusion.generator;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.math.Vec2;

/// Gaussian blades, twisted the more the further out they reach; one class each.
///
/// Source: Johnson et al. 2016, arXiv:1603.06277, for the shape.
///
/// @param blades how many: from 2 to 12
/// @param points how many are drawn for each blade
/// @param radius of the middle of a blade, in data units
/// @param twist turn of a point at that radius, in radians
/// @param thickness standard deviation of the kernel around each point, in data units
public record Pinwheel(int blades, int points, double radius, double twist, double thickness) implements Generator {

    private static final int MAX_BLADES = 12;

    /// Standard deviations of a blade along and across, as shares of the radius.
    private static final double ALONG = 0.3;
    private static final double ACROSS = 0.07;

    public Pinwheel {
        if (!(blades >= 2 && blades <= MAX_BLADES)) {
            throw new IllegalArgumentException("blades must be from 2 to " + MAX_BLADES + ": " + blades);
        }
        Generator.requirePoints(points);
        Generator.requirePositive("radius", radius);
        if (!Double.isFinite(twist)) {
            throw new IllegalArgumentException("twist must be finite: " + twist);
        }
        Generator.requirePositive("thickness", thickness);
    }

    @Override
    public DataDistribution generate(long seed) {
        RandomGenerator random = Generator.random(seed);
        return new DataDistribution(IntStream.range(0, blades)
                .<Component>mapToObj(blade -> Blur.around(blade, points, thickness, () -> {
                    double along = 1 + ALONG * random.nextGaussian();
                    double across = ACROSS * random.nextGaussian();
                    Vec2 axis = Vec2.ofAngle(2 * Math.PI * blade / blades + twist * along);
                    return axis.times(along).plus(axis.perpendicular().times(across)).times(radius);
                }))
                .toList());
    }
}
