package scorescape.diffusion.generator;

import java.util.List;
import java.util.random.RandomGenerator;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.math.Vec2;

/// One rolled-up sheet seen from its end, its inner half one class and its outer half another: near in the plane, far
/// along the sheet.
///
/// @param points how many are drawn for each half
/// @param radius where the sheet ends, in data units
/// @param thickness standard deviation across the sheet, in data units
public record SwissRoll(int points, double radius, double thickness) implements Generator {

    private static final double FIRST_ANGLE = 1.5 * Math.PI;
    private static final double LAST_ANGLE = 4.5 * Math.PI;

    public SwissRoll {
        Generator.requirePoints(points);
        Generator.requirePositive("radius", radius);
        Generator.requirePositive("thickness", thickness);
    }

    @Override
    public DataDistribution generate(long seed) {
        RandomGenerator random = Generator.random(seed);
        double middle = 0.5 * (FIRST_ANGLE + LAST_ANGLE);
        return new DataDistribution(List.of(
                Blur.around(0, points, thickness, () -> at(random.nextDouble(FIRST_ANGLE, middle))),
                Blur.around(1, points, thickness, () -> at(random.nextDouble(middle, LAST_ANGLE)))));
    }

    private Vec2 at(double angle) {
        return Vec2.ofAngle(angle).times(radius * angle / LAST_ANGLE);
    }
}
