package scorescape.export.gif;

import java.util.Arrays;

/// The colours of a colour table, and the search for the nearest of them by squared distance in RGB.
///
/// Answers are remembered per colour (32 MB), since a film asks for the same few thousand colours again and again.
final class Palette {

    private final int[] colours;
    private final NearestColour nearest;

    /// Index + 1 by colour, 0 where not asked yet.
    private final short[] known = new short[1 << 24];

    /// @param colours `0xRRGGBB`, from 1 to 255 of them
    Palette(int[] colours) {
        if (colours.length < 1 || colours.length > 255) {
            throw new IllegalArgumentException("a palette has from 1 to 255 colours, not " + colours.length);
        }
        this.colours = colours.clone();
        nearest = new NearestColour(Arrays.stream(colours).mapToDouble(c -> c >> 16 & 255).toArray(),
                Arrays.stream(colours).mapToDouble(c -> c >> 8 & 255).toArray(),
                Arrays.stream(colours).mapToDouble(c -> c & 255).toArray());
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
}
