package scorescape.export.gif;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The colours of a colour table, with distances between colours: squared, in levels of RGB.
///
/// The nearest index is remembered per colour (32 MB), since a film asks for the same few thousand colours again and
/// again.
final class Palette {

    private final int[] colours;
    private final NearestColour nearest;

    /// Index + 1 by colour, 0 where not asked yet.
    private final short[] known = new short[1 << 24];

    /// For each index the others, the nearest first.
    private final int[][] neighbours;

    /// @param colours `0xRRGGBB`, from 1 to 255 of them
    Palette(int[] colours) {
        if (colours.length < 1 || colours.length > 255) {
            throw new IllegalArgumentException("a palette has from 1 to 255 colours, not " + colours.length);
        }
        this.colours = colours.clone();
        nearest = new NearestColour(Arrays.stream(colours).mapToDouble(c -> c >> 16 & 255).toArray(),
                Arrays.stream(colours).mapToDouble(c -> c >> 8 & 255).toArray(),
                Arrays.stream(colours).mapToDouble(c -> c & 255).toArray());
        neighbours = new int[colours.length][];
        Arrays.setAll(neighbours, this::sortedByDistance);
    }

    private int[] sortedByDistance(int index) {
        return IntStream.range(0, colours.length)
                .filter(other -> other != index)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(other -> squaredDistance(colours[index], other)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int size() {
        return colours.length;
    }

    /// The colour at an index, as `0xRRGGBB`.
    int colour(int index) {
        return colours[index];
    }

    /// The index of the colour nearest to `argb`, whose alpha is ignored.
    int indexOf(int argb) {
        int colour = argb & 0xffffff;
        int index = known[colour];
        if (index == 0) {
            index = 1 + nearest.find(colour >> 16, colour >> 8 & 255, colour & 255, 0);
            known[colour] = (short) index;
        }
        return index - 1;
    }

    /// The other indices, those with the nearest colours first.
    int[] neighbours(int index) {
        return neighbours[index];
    }

    /// From `argb`, whose alpha is ignored, to the colour at `index`.
    int squaredDistance(int argb, int index) {
        int colour = colours[index];
        int red = (argb >> 16 & 255) - (colour >> 16);
        int green = (argb >> 8 & 255) - (colour >> 8 & 255);
        int blue = (argb & 255) - (colour & 255);
        return red * red + green * green + blue * blue;
    }
}
