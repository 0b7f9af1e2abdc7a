package scorescape.export.gif;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How often every 24-bit colour occurs. Memory grows with the different shades that are met, up to some 64 MB.
final class ColourCounts {

    private static final int PAGE_BITS = 8;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    /// By red and green; those that were met have their blues.
    private final int[] @Nullable [] pages = new int[1 << (24 - PAGE_BITS)][];

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
        int[] page = pages[colour >> PAGE_BITS];
        if (page == null) {
            page = new int[1 << PAGE_BITS];
            pages[colour >> PAGE_BITS] = page;
        }
        int before = page[colour & PAGE_MASK];
        if (before == 0) {
            if (distinct == colours.length) {
                colours = Arrays.copyOf(colours, 2 * distinct);
            }
            colours[distinct++] = colour;
        }
        // Saturates: a colour seen two thousand million times is common enough.
        page[colour & PAGE_MASK] = (int) Math.min(Integer.MAX_VALUE, (long) before + times);
    }

    /// Forgets everything.
    void clear() {
        for (int i = 0; i < distinct; i++) {
            Objects.requireNonNull(pages[colours[i] >> PAGE_BITS])[colours[i] & PAGE_MASK] = 0;
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
        int[] page = pages[colour >> PAGE_BITS];
        return page == null ? 0 : page[colour & PAGE_MASK];
    }
}
