package scorescape.export.gif;

import java.util.Arrays;

/// The phrases that a decoder of LZW knows, as a tree: the children of a phrase are the phrases longer by one index.
///
/// A phrase is named by its code. The phrases of one index are known from the start; two codes after them have other
/// meanings.
final class Dictionary {

    static final int NONE = -1;

    private static final int MAX_CODES = 1 << 12;
    private static final int MAX_CODE_SIZE = 12;

    private int minimumCodeSize;
    private final int[] firstChild = new int[MAX_CODES];
    private final int[] nextSibling = new int[MAX_CODES];
    private final int[] parent = new int[MAX_CODES];
    private final int[] last = new int[MAX_CODES];
    private final int[] first = new int[MAX_CODES];
    private final int[] length = new int[MAX_CODES];
    private int next;
    private int codeSize;

    /// Leaves only the phrases of one index.
    ///
    /// @param minimumBits indices are below two to the power of this, from 2 to 8
    void begin(int minimumBits) {
        minimumCodeSize = minimumBits;
        for (int index = 0; index < 1 << minimumCodeSize; index++) {
            parent[index] = NONE;
            last[index] = index;
            first[index] = index;
            length[index] = 1;
        }
        forget();
    }

    /// Leaves only the phrases of one index.
    void forget() {
        next = (1 << minimumCodeSize) + 2;
        codeSize = minimumCodeSize + 1;
        Arrays.fill(firstChild, 0, 1 << minimumCodeSize, NONE);
    }

    /// How many bits a code has now.
    int codeSize() {
        return codeSize;
    }

    /// The code of the next phrase that is added.
    int next() {
        return next;
    }

    boolean isFull() {
        return next == MAX_CODES;
    }

    /// A phrase that is longer by one index, or [#NONE]; the others follow by [#sibling].
    int child(int phrase) {
        return firstChild[phrase];
    }

    int sibling(int phrase) {
        return nextSibling[phrase];
    }

    /// The phrase without its last index, or [#NONE].
    int parent(int phrase) {
        return parent[phrase];
    }

    int last(int phrase) {
        return last[phrase];
    }

    int first(int phrase) {
        return first[phrase];
    }

    int length(int phrase) {
        return length[phrase];
    }

    /// Adds the phrase `phrase` and `index`, unless it is full.
    void add(int phrase, int index) {
        if (isFull()) {
            return;
        }
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
}
