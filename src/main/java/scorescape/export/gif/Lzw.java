package scorescape.export.gif;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// GIF's variant of LZW, with a choice: a pixel that is on the screen already may be said as its index or as
/// transparent.
///
/// At every pixel the whole dictionary is searched for the longest phrase that says something allowed. Its dictionary
/// is kept as a decoder builds it, an entry after every code; so the code of the entry that the decoder is about to
/// make, the last phrase and its first index once more, can be used as well.
///
/// Source: T. Welch, "A technique for high-performance data compression", IEEE Computer 17 (1984); GIF 89a, appendix F.
final class Lzw {

    private static final int MAX_CODES = 1 << 12;
    private static final int MAX_CODE_SIZE = 12;
    private static final int NONE = -1;

    /// A full dictionary is kept while it serves: this many codes are judged together, and a block that covers less
    /// than this share of the pixels of the best block so far ends it.
    private static final int JUDGED_CODES = 256;
    private static final double WORTH_KEEPING = 0.9;

    private final int minimumCodeSize;
    private final int transparent;
    private final int clear;

    /// The phrases as a tree: the children of a phrase are the phrases longer by one index.
    private final int[] firstChild = new int[MAX_CODES];
    private final int[] nextSibling = new int[MAX_CODES];
    private final int[] parent = new int[MAX_CODES];
    private final int[] last = new int[MAX_CODES];
    private final int[] first = new int[MAX_CODES];
    private final int[] length = new int[MAX_CODES];
    private int next;
    private int codeSize;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int bitCount;

    private byte[] indices = {};
    private boolean[] held = {};
    private int pixels;

    /// The longest phrase found by a search, and its length.
    private int found;
    private int foundLength;

    /// @param tableBits the colour table has two to the power of this many entries
    /// @param transparent the index that leaves what is shown
    Lzw(int tableBits, int transparent) {
        minimumCodeSize = Math.max(2, tableBits);
        this.transparent = transparent;
        clear = 1 << minimumCodeSize;
        for (int index = 0; index < clear; index++) {
            last[index] = index;
            first[index] = index;
            length[index] = 1;
        }
    }

    int minimumCodeSize() {
        return minimumCodeSize;
    }

    /// Compresses a picture.
    ///
    /// @param picture indices of its pixels
    /// @param shownAlready which pixels are on the screen
    /// @param size how many pixels, at least one
    /// @return the packed codes
    byte[] compress(byte[] picture, boolean[] shownAlready, int size) {
        indices = picture;
        held = shownAlready;
        pixels = size;
        out.reset();
        bits = 0;
        bitCount = 0;
        codeSize = minimumCodeSize + 1;
        forget();
        int previous = NONE;
        int judgedFrom = 0;
        int judged = 0;
        int best = 0;
        int at = 0;
        while (at < pixels) {
            if (next == MAX_CODES) {
                if (judged == JUDGED_CODES) {
                    int covered = at - judgedFrom;
                    if (covered < WORTH_KEEPING * best) {
                        forget();
                        previous = NONE;
                    }
                    best = Math.max(best, covered);
                    judged = 0;
                    judgedFrom = at;
                }
                judged++;
            } else {
                judged = 0;
                judgedFrom = at;
                best = 0;
            }
            found = NONE;
            foundLength = 0;
            search(at);
            int code = found;
            int covered = foundLength;
            if (previous != NONE && next < MAX_CODES && length[previous] + 1 > covered && says(previous, at)
                    && at + length[previous] < pixels && allows(at + length[previous], first[previous])) {
                code = next;
                covered = length[previous] + 1;
            }
            write(code);
            at += covered;
            if (previous != NONE && next < MAX_CODES) {
                add(previous, code == next ? first[previous] : first[code]);
            }
            previous = code;
        }
        write(clear + 1);
        if (bitCount > 0) {
            out.write(bits);
        }
        return out.toByteArray();
    }

    private boolean allows(int pixel, int index) {
        return index == (indices[pixel] & 255) || (index == transparent && held[pixel]);
    }

    /// Whether a phrase may be said from a pixel on.
    private boolean says(int phrase, int at) {
        if (at + length[phrase] > pixels) {
            return false;
        }
        int node = phrase;
        for (int pixel = at + length[phrase] - 1; pixel >= at; pixel--) {
            if (!allows(pixel, last[node])) {
                return false;
            }
            node = parent[node];
        }
        return true;
    }

    private void search(int at) {
        if (held[at]) {
            descend(transparent, at + 1);
        }
        descend(indices[at] & 255, at + 1);
    }

    /// Visits a phrase that may be said, and every longer one.
    private void descend(int phrase, int end) {
        if (length[phrase] > foundLength) {
            found = phrase;
            foundLength = length[phrase];
        }
        if (end == pixels) {
            return;
        }
        if (held[end]) {
            descendTo(transparent, phrase, end);
        }
        descendTo(indices[end] & 255, phrase, end);
    }

    private void descendTo(int index, int phrase, int end) {
        for (int child = firstChild[phrase]; child != NONE; child = nextSibling[child]) {
            if (last[child] == index) {
                descend(child, end + 1);
                return;
            }
        }
    }

    private void forget() {
        write(clear);
        next = clear + 2;
        codeSize = minimumCodeSize + 1;
        Arrays.fill(firstChild, 0, clear, NONE);
    }

    private void add(int phrase, int index) {
        firstChild[next] = NONE;
        nextSibling[next] = firstChild[phrase];
        firstChild[phrase] = next;
        parent[next] = phrase;
        last[next] = index;
        first[next] = first[phrase];
        length[next] = length[phrase] + 1;
        next++;
        if (next == 1 << codeSize && codeSize < MAX_CODE_SIZE) {
            codeSize++;
        }
    }

    private void write(int code) {
        bits |= code << bitCount;
        bitCount += codeSize;
        while (bitCount >= 8) {
            out.write(bits);
            bits >>>= 8;
            bitCount -= 8;
        }
    }
}
