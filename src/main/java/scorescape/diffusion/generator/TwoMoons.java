package scorescape.diffusion.generator;

import java.util.List;
import java.util.random.RandomGenerator;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.math.Vec2;

/// Two interlocking half circles, one class each.
///
/// @param points how many are drawn for each moon
/// @param radius of the half circles, in data units
/// @param thickness standard deviation across the curve, in data units
public record TwoMoons(int points, double radius, double thickness) implements Generator {

    public TwoMoons {
        Generator.requirePoints(points);
        Generator.requirePositive("radius", radius);
        Generator.requirePositive("thickness", thickness);
    }

    @Override
    public DataDistribution generate(long seed) {
        RandomGenerator random = Generator.random(seed);
        Vec2 offset = new Vec2(0.5 * radius, 0.25 * radius);
        return new DataDistribution(List.of(
                Blur.around(0, points, thickness,
                        () -> Vec2.ofAngle(random.nextDouble(Math.PI)).times(radius).minus(offset)),
                Blur.around(1, points, thickness,
                        () -> Vec2.ofAngle(-random.nextDouble(Math.PI)).times(radius).plus(offset))));
    }
}
