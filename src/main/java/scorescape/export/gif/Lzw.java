package scorescape.export.gif;

import java.io.ByteArrayOutputStream;

/// Compresses pictures by GIF's variant of LZW, in a picture that leaves a choice of indices.
///
/// A decoder adds a phrase after every code: the last phrase with the first index of this one. So the phrase that it is
/// about to add, the last one with its own first index, can be named already. A full dictionary is kept while it
/// serves; then a phrase may also be cut short where that lets the next one reach farther.
///
/// Source: T. Welch, "A technique for high-performance data compression", IEEE Computer 17 (1984); GIF 89a, appendix F.
final class Lzw {

    /// A full dictionary is judged after this many codes: it is forgotten when they covered fewer pixels per bit than
    /// its whole life did, times a factor for the head start that a new one gets from the picture at hand.
    private static final int JUDGED_CODES = 128;

    private static final double HEAD_START = 1.1;

    /// By how many indices a phrase may be cut short.
    private static final int MAX_CUT = 2;

    private final Dictionary dictionary = new Dictionary();
    private final PhraseSearch search;
    private final Picture picture;
    private final byte[] chosen;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int bitCount;
    private long written;

    /// The phrase chosen last, and how many pixels it covers.
    private int phrase;
    private int covered;

    /// @param picture read again at every call of [#compress]
    /// @param capacity most pixels of a picture
    /// @param limit by how much a squared error may ever exceed the least
    Lzw(Picture picture, int capacity, int limit) {
        this.picture = picture;
        search = new PhraseSearch(dictionary, picture, limit);
        chosen = new byte[capacity];
    }

    /// Indices into a palette are below two to the power of this.
    static int minimumCodeSize(Palette palette) {
        return Math.max(2, palette.tableBits());
    }

    /// The indices that the last picture was written with.
    byte[] chosen() {
        return chosen;
    }

    /// @param bitsPerSquaredLevel the price of errors
    /// @param transparentFirst whether a pixel that stays is rather written as transparent than as the index that it shows
    /// @return the packed codes
    byte[] compress(double bitsPerSquaredLevel, boolean transparentFirst) {
        out.reset();
        bits = 0;
        bitCount = 0;
        written = 0;
        int minimumCodeSize = minimumCodeSize(picture.palette());
        int clear = 1 << minimumCodeSize;
        dictionary.begin(minimumCodeSize);
        write(clear);
        search.begin(bitsPerSquaredLevel, transparentFirst);
        int previous = Dictionary.NONE;
        int born = 0;
        long writtenAtBirth = written;
        int judgedFrom = 0;
        int judged = 0;
        for (int at = 0; at < picture.size(); at += covered) {
            if (dictionary.isFull() && judged++ == JUDGED_CODES) {
                double lately = (at - judgedFrom) / ((double) JUDGED_CODES * dictionary.codeSize());
                double always = (at - born) / (double) (written - writtenAtBirth);
                if (lately < HEAD_START * always) {
                    write(clear);
                    dictionary.forget();
                    previous = Dictionary.NONE;
                    born = at;
                    writtenAtBirth = written;
                }
                judged = 0;
            }
            if (judged == 0) {
                judgedFrom = at;
            }
            choose(at, previous);
            write(phrase);
            search.learn(at, at + covered, dictionary.codeSize());
            if (previous != Dictionary.NONE) {
                int first = phrase == dictionary.next() ? dictionary.first(previous) : dictionary.first(phrase);
                dictionary.add(previous, first);
            }
            note(at);
            previous = phrase;
        }
        write(clear + 1);
        if (bitCount > 0) {
            out.write(bits);
        }
        return out.toByteArray();
    }

    private void choose(int at, int previous) {
        phrase = search.search(at);
        covered = dictionary.length(phrase);
        if (dictionary.isFull()) {
            chooseCut(at);
        } else if (previous != Dictionary.NONE && dictionary.length(previous) >= covered && repeats(previous, at)) {
            phrase = dictionary.next();
            covered = dictionary.length(previous) + 1;
        }
    }

    /// Looks one phrase ahead for each place where this one may end.
    private void chooseCut(int at) {
        int longest = search.longest();
        int shortest = Math.max(1, longest - MAX_CUT);
        int[] phrases = new int[MAX_CUT + 1];
        double[] worths = new double[MAX_CUT + 1];
        for (int length = longest; length >= shortest; length--) {
            phrases[longest - length] = search.phrase(length);
            worths[longest - length] = search.worth(length);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int length = longest; length >= shortest; length--) {
            double worth = worths[longest - length];
            if (worth > Double.NEGATIVE_INFINITY && at + length < picture.size()) {
                search.search(at + length);
                worth += search.worth();
            }
            if (worth > best) {
                best = worth;
                phrase = phrases[longest - length];
                covered = length;
            }
        }
    }

    /// Whether the pixels from `at` may be written as the last phrase and then its first index, without any excess.
    private boolean repeats(int previous, int at) {
        int end = at + dictionary.length(previous);
        if (end >= picture.size() || !search.isBest(end, dictionary.first(previous))) {
            return false;
        }
        int pixel = end - 1;
        for (int node = previous; node != Dictionary.NONE; node = dictionary.parent(node)) {
            if (!search.isBest(pixel--, dictionary.last(node))) {
                return false;
            }
        }
        return true;
    }

    private void note(int at) {
        int pixel = at + covered - 1;
        for (int node = phrase; node != Dictionary.NONE; node = dictionary.parent(node)) {
            chosen[pixel--] = (byte) dictionary.last(node);
        }
    }

    private void write(int code) {
        bits |= code << bitCount;
        bitCount += dictionary.codeSize();
        written += dictionary.codeSize();
        while (bitCount >= 8) {
            out.write(bits);
            bits >>>= 8;
            bitCount -= 8;
        }
    }
}
