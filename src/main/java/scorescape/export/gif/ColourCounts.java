package scorescape.export.gif;

import java.util.Arrays;

/// How often every 24-bit colour occurs. Some 64 MB, however many pixels are counted.
final class ColourCounts {

    private final int[] counts = new int[1 << 24];

    /// In the order in which they were met first.
    private int[] colours = new int[1 << 10];
    private int distinct;

    /// Counts the pixels of a frame that are not left out.
    void add(int[] argb) {
        int i = 0;
        while (i < argb.length) {
            int pixel = argb[i];
            int start = i++;
            while (i < argb.length && argb[i] == pixel) {
                i++;
            }
            if (!Screen.isLeftOut(pixel)) {
                add(pixel & 0xffffff, i - start);
            }
        }
    }

    /// @param colour `0xRRGGBB`
    void add(int colour, int times) {
        int before = counts[colour];
        if (before == 0) {
            if (distinct == colours.length) {
                colours = Arrays.copyOf(colours, 2 * distinct);
            }
            colours[distinct++] = colour;
        }
        // Saturates: a colour seen two thousand million times is common enough.
        counts[colour] = (int) Math.min(Integer.MAX_VALUE, (long) before + times);
    }

    /// Forgets everything.
    void clear() {
        for (int i = 0; i < distinct; i++) {
            counts[colours[i]] = 0;
        }
        distinct = 0;
    }

    /// How many different colours there are.
    int distinct() {
        return distinct;
    }

    /// The different colours, as `0xRRGGBB`.
    int[] colours() {
        return Arrays.copyOf(colours, distinct);
    }

    int count(int colour) {
        return counts[colour];
    }
}
