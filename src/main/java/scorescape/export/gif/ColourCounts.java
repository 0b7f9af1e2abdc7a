package scorescape.export.gif;

/// How often every 24-bit colour occurs in a film. Fixed memory, 64 MB, however long the film is.
final class ColourCounts {

    private static final int COLOURS = 1 << 24;

    private final int[] counts = new int[COLOURS];
    private int distinct;

    /// Counts the pixels of a frame.
    void add(int[] argb) {
        int i = 0;
        while (i < argb.length) {
            int colour = argb[i] & 0xffffff;
            int start = i++;
            while (i < argb.length && (argb[i] & 0xffffff) == colour) {
                i++;
            }
            int before = counts[colour];
            if (before == 0) {
                distinct++;
            }
            // Saturates: a colour seen two thousand million times is common enough.
            counts[colour] = (int) Math.min(Integer.MAX_VALUE, (long) before + (i - start));
        }
    }

    /// How many different colours there are.
    int distinct() {
        return distinct;
    }

    /// The different colours, as `0xRRGGBB`, ascending.
    int[] colours() {
        int[] colours = new int[distinct];
        int n = 0;
        for (int colour = 0; colour < COLOURS; colour++) {
            if (counts[colour] != 0) {
                colours[n++] = colour;
            }
        }
        return colours;
    }

    int count(int colour) {
        return counts[colour];
    }
}
