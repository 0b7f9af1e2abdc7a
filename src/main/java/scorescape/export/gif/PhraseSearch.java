package scorescape.export.gif;

import java.util.Arrays;
import java.util.stream.IntStream;
import scorescape.export.gif.Picture.Freedom;

/// Finds, from a pixel on, the phrase of the dictionary that is worth most.
///
/// A phrase is worth the bits that its pixels would cost otherwise, less the price of the error that it makes:
/// `Σ (bits − price · excess)`. The whole tree of the dictionary is walked as far as the picture allows it.
final class PhraseSearch {

    /// A first guess at the bits of a pixel that is on the screen already, and of one that is not.
    private static final double SETTLED_BITS = 0.1;

    private static final double OTHER_BITS = 4;

    /// Over how many pixels of a kind the bits are averaged.
    private static final double SETTLED_MEMORY = 2048;

    private static final double OTHER_MEMORY = 128;

    /// No phrase is as long as the dictionary is large.
    private static final int LENGTHS = 1 << 12;

    /// How much a code says of the bits of a pixel, by how many of its kind it covers.
    private static final double[] SETTLED_SHARES = shares(SETTLED_MEMORY);

    private static final double[] OTHER_SHARES = shares(OTHER_MEMORY);

    /// Of phrases that are worth the same, the one with more transparent pixels, or with fewer, is of more use later.
    private static final double TRANSPARENT_BONUS = 1e-6;

    /// An error that costs more than a pixel's bits twice over is not looked at: the phrase that begins so well may soon
    /// end.
    private static final double WORTH_LOOKING_AT = 2;

    private final Dictionary dictionary;
    private final Picture picture;
    private final int limit;

    // Of the picture at hand, set when it begins.
    @SuppressWarnings("NullAway.Init")
    private Palette palette;
    private int transparent;
    private double price;
    private double bonus;
    private double settledBits;
    private double otherBits;

    private int best;
    private double bestWorth;

    /// The best phrase of each length found by a search, up to `longest`.
    private final int[] bestOfLength = new int[LENGTHS];

    private final double[] worthOfLength = new double[LENGTHS];
    private int longest;

    /// @param limit by how much a squared error may ever exceed the least
    PhraseSearch(Dictionary dictionary, Picture picture, int limit) {
        this.dictionary = dictionary;
        this.picture = picture;
        this.limit = limit;
    }

    private static double[] shares(double memory) {
        return IntStream.range(0, LENGTHS).mapToDouble(pixels -> -Math.expm1(-pixels / memory)).toArray();
    }

    /// Begins a picture.
    ///
    /// @param bitsPerSquaredLevel the price of errors
    /// @param transparentFirst whether a pixel that stays is rather written as transparent than as the index that it shows
    void begin(double bitsPerSquaredLevel, boolean transparentFirst) {
        palette = picture.palette();
        transparent = palette.transparent();
        price = bitsPerSquaredLevel;
        bonus = transparentFirst ? TRANSPARENT_BONUS : -TRANSPARENT_BONUS;
        settledBits = SETTLED_BITS;
        otherBits = OTHER_BITS;
    }

    /// Learns from a code what pixels cost: its bits are shared out among them by what they cost so far.
    void learn(int from, int to, int bits) {
        int settled = 0;
        for (int pixel = from; pixel < to; pixel++) {
            if (picture.settled(pixel)) {
                settled++;
            }
        }
        int others = to - from - settled;
        double factor = bits / (settled * settledBits + others * otherBits);
        settledBits *= 1 + (factor - 1) * SETTLED_SHARES[settled];
        otherBits *= 1 + (factor - 1) * OTHER_SHARES[others];
    }

    /// Searches from a pixel on.
    ///
    /// @return the phrase that is worth most; there is one always
    int search(int from) {
        best = Dictionary.NONE;
        bestWorth = Double.NEGATIVE_INFINITY;
        longest = 0;
        tryFirst(transparent, from);
        int plain = picture.plain(from);
        if (plain == Picture.NOTHING) {
            return best;
        }
        tryFirst(plain, from);
        if (picture.freedom(from) == Freedom.FREE || picture.freedom(from) == Freedom.CLOSER) {
            // By the triangle inequality no colour farther than this from the nearest is near enough to the wanted.
            double least = picture.least(from);
            double maxExcess = Math.min(limit, WORTH_LOOKING_AT * otherBits / (price * picture.weight(from)));
            double reach = Math.sqrt(least) + Math.sqrt(least + maxExcess);
            int colour = palette.colour(plain);
            for (int index : palette.neighbours(plain)) {
                if (palette.squaredDistance(colour, index) > reach * reach) {
                    break;
                }
                tryFirst(index, from);
            }
        }
        return best;
    }

    /// What the result of the last search is worth, in bits.
    double worth() {
        return bestWorth;
    }

    /// The length of the longest phrase that the last search met.
    int longest() {
        return longest;
    }

    /// The best phrase of a length that the last search met, or [Dictionary#NONE].
    int phrase(int length) {
        return bestOfLength[length];
    }

    double worth(int length) {
        return worthOfLength[length];
    }

    /// Whether a pixel may be written as `index` without any excess.
    boolean isBest(int pixel, int index) {
        if (index == transparent) {
            return picture.settled(pixel);
        }
        return index == picture.plain(pixel);
    }

    private void tryFirst(int index, int pixel) {
        double worth = index == transparent
                ? worthOfTransparent(pixel)
                : index == picture.plain(pixel) ? bits(pixel) : worthOfOther(pixel, picture.freedom(pixel), index);
        if (worth > Double.NEGATIVE_INFINITY) {
            descend(index, pixel + 1, worth);
        }
    }

    /// Visits a phrase that may be written, and every longer one.
    ///
    /// @param end the pixel after the phrase
    private void descend(int start, int end, double worthOfStart) {
        int phrase = start;
        double worth = worthOfStart;
        for (int pixel = end;; pixel++) {
            offer(phrase, worth);
            int child = dictionary.child(phrase);
            if (child == Dictionary.NONE || pixel == picture.size()) {
                return;
            }
            int plain = picture.plain(pixel);
            Freedom freedom = picture.freedom(pixel);
            // The last child is visited by this loop, not by a call: runs of one index may be thousands long.
            int pending = Dictionary.NONE;
            double worthOfPending = 0;
            for (; child != Dictionary.NONE; child = dictionary.sibling(child)) {
                int index = dictionary.last(child);
                double here = index == plain
                        ? bits(pixel)
                        : index == transparent ? worthOfTransparent(pixel) : worthOfOther(pixel, freedom, index);
                if (here > Double.NEGATIVE_INFINITY) {
                    if (pending != Dictionary.NONE) {
                        descend(pending, pixel + 1, worthOfPending);
                    }
                    pending = child;
                    worthOfPending = worth + here;
                }
            }
            if (pending == Dictionary.NONE) {
                return;
            }
            phrase = pending;
            worth = worthOfPending;
        }
    }

    private void offer(int phrase, double worth) {
        int length = dictionary.length(phrase);
        if (length > longest) {
            Arrays.fill(bestOfLength, longest + 1, length, Dictionary.NONE);
            Arrays.fill(worthOfLength, longest + 1, length + 1, Double.NEGATIVE_INFINITY);
            longest = length;
        }
        if (worth > worthOfLength[length]) {
            bestOfLength[length] = phrase;
            worthOfLength[length] = worth;
        }
        if (worth > bestWorth) {
            best = phrase;
            bestWorth = worth;
        }
    }

    /// What it is worth to leave a pixel as it is; minus infinity where that is not allowed, here and below.
    private double worthOfTransparent(int pixel) {
        if (picture.settled(pixel)) {
            return settledBits + bonus;
        }
        return switch (picture.freedom(pixel)) {
            case HELD, EXACT -> Double.NEGATIVE_INFINITY;
            case CLOSER -> otherBits - price * picture.weight(pixel) * picture.shownExcess(pixel);
            case FREE -> worthWithError(pixel, picture.shownExcess(pixel));
        };
    }

    /// What it is worth to write a pixel as neither transparent nor the index that makes no excess.
    private double worthOfOther(int pixel, Freedom freedom, int index) {
        // Asked more often than all else: comparing with one constant after the other is quicker here than a switch.
        if (freedom == Freedom.HELD || freedom == Freedom.EXACT) {
            return Double.NEGATIVE_INFINITY;
        }
        int excess = picture.excess(pixel, index);
        if (freedom == Freedom.FREE) {
            return worthWithError(pixel, excess);
        }
        return excess < picture.shownExcess(pixel)
                ? otherBits - price * picture.weight(pixel) * excess
                : Double.NEGATIVE_INFINITY;
    }

    private double worthWithError(int pixel, int excess) {
        double cost = price * picture.weight(pixel) * excess;
        return excess <= limit && cost <= WORTH_LOOKING_AT * otherBits ? bits(pixel) - cost : Double.NEGATIVE_INFINITY;
    }

    private double bits(int pixel) {
        return picture.settled(pixel) ? settledBits : otherBits;
    }
}
