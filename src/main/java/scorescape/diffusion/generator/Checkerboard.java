package scorescape.diffusion.generator;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.math.Vec2;

/// The dark squares of a board, exactly uniform; rows belong to two classes in turn.
///
/// @param squares along a side: from 2 to 16
/// @param width of the board, in data units
public record Checkerboard(int squares, double width) implements Generator {

    private static final int MAX_SQUARES = 16;

    public Checkerboard {
        if (!(squares >= 2 && squares <= MAX_SQUARES)) {
            throw new IllegalArgumentException("squares must be from 2 to " + MAX_SQUARES + ": " + squares);
        }
        Generator.requirePositive("width", width);
    }

    /// The board has nothing random: it is the same for all seeds.
    @Override
    public DataDistribution generate(long seed) {
        double side = width / squares;
        List<Component> components = new ArrayList<>();
        for (int row = 0; row < squares; row++) {
            for (int column = row % 2; column < squares; column += 2) {
                Vec2 centre = new Vec2((column + 0.5) * side - 0.5 * width, (row + 0.5) * side - 0.5 * width);
                components.add(new RectangleComponent(1, row % 2, centre, new Vec2(0.5 * side, 0.5 * side), 0));
            }
        }
        return new DataDistribution(components);
    }
}
