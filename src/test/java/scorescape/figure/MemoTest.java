package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MemoTest {

    private final List<Integer> computed = new ArrayList<>();
    private final Memo<Integer, Integer> squares = new Memo<>(2);

    @Test
    void forgetsWhatWasUsedLongestAgo() {
        square(1);
        square(2);
        square(1);
        square(3);

        assertEquals(1, square(1));
        assertEquals(4, square(2));
        assertEquals(List.of(1, 2, 3, 2), computed);
    }

    private int square(int x) {
        return squares.get(x, key -> {
            computed.add(key);
            return key * key;
        });
    }
}
