package scorescape.export.gif;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The colours of a colour table, with distances between colours.
///
/// The nearest indices that were asked for are remembered as far as a table of 256 KB holds them, since a film asks
/// for the same few thousand colours again and again.
final class Palette {

    /// One of the 256 indices is needed to say "as before".
    static final int MAX_COLOURS = 255;

    private static final int KNOWN_BITS = 16;

    /// In the low byte of an entry that holds nothing: no colour has this index.
    private static final int UNKNOWN = 0xff;

    private final int[] colours;
    private final Metric metric;
    private final NearestColour nearest;

    /// `colour << 8 | index`, in order.
    private final long[] sorted;

    /// The same of any colours, in places given by the colour.
    private final int[] known = new int[1 << KNOWN_BITS];

    /// For each index the others, the nearest first; made when first asked for.
    private final int[] @Nullable [] neighbours;

    /// @param colours `0xRRGGBB`, from 1 to 255 of them
    Palette(int[] colours, Metric metric) {
        if (colours.length < 1 || colours.length > MAX_COLOURS) {
            throw new IllegalArgumentException("a palette has from 1 to 255 colours, not " + colours.length);
        }
        this.colours = colours.clone();
        this.metric = metric;
        nearest = new NearestColour(Arrays.stream(colours).mapToDouble(c -> c >> 16 & 255).toArray(),
                Arrays.stream(colours).mapToDouble(c -> c >> 8 & 255).toArray(),
                Arrays.stream(colours).mapToDouble(c -> c & 255).toArray(), metric);
        sorted = IntStream.range(0, colours.length).mapToLong(i -> (long) colours[i] << 8 | i).sorted().toArray();
        neighbours = new int[colours.length][];
        Arrays.fill(known, UNKNOWN);
    }

    int size() {
        return colours.length;
    }

    Metric metric() {
        return metric;
    }

    /// The index that leaves what is shown: the first without a colour.
    int transparent() {
        return colours.length;
    }

    /// The colour table in a file has two to the power of this many entries.
    int tableBits() {
        return 32 - Integer.numberOfLeadingZeros(transparent());
    }

    /// The colour at an index, as `0xRRGGBB`.
    int colour(int index) {
        return colours[index];
    }

    /// The index of the colour nearest to `argb`, whose alpha is ignored.
    int indexOf(int argb) {
        int colour = argb & 0xffffff;
        int place = (colour * 0x9E3779B1) >>> (32 - KNOWN_BITS);
        int entry = known[place];
        if (entry >>> 8 != colour || (entry & UNKNOWN) == UNKNOWN) {
            entry = colour << 8 | nearest.find(colour >> 16, colour >> 8 & 255, colour & 255);
            known[place] = entry;
        }
        return entry & 255;
    }

    /// The index of a colour, or [Picture#NOTHING] if the palette lacks it.
    ///
    /// @param colour `0xRRGGBB`
    int exactIndexOf(int colour) {
        int place = Arrays.binarySearch(sorted, (long) colour << 8);
        int next = place < 0 ? -place - 1 : place;
        return next < sorted.length && sorted[next] >> 8 == colour ? (int) sorted[next] & 255 : Picture.NOTHING;
    }

    /// The other indices, those with the nearest colours first.
    int[] neighbours(int index) {
        int[] sorted = neighbours[index];
        if (sorted == null) {
            sorted = sortedByDistance(index);
            neighbours[index] = sorted;
        }
        return sorted;
    }

    private int[] sortedByDistance(int index) {
        long[] keys = new long[colours.length - 1];
        int n = 0;
        for (int other = 0; other < colours.length; other++) {
            if (other != index) {
                keys[n++] = (long) squaredDistance(colours[index], other) << 8 | other;
            }
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key & 255).toArray();
    }

    /// From `argb`, whose alpha is ignored, to the colour at `index`.
    int squaredDistance(int argb, int index) {
        return metric.squared(argb, colours[index]);
    }
}
