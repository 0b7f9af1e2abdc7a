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

    @Test
    void forgetsAsMuchAsThereIsNoRoomForButTheLast() {
        var lengths = new Memo<String, String>(9, 5, String::length);

        lengths.get("a", key -> key);
        lengths.get("bcd", key -> key);
        lengths.get("ef", key -> key);
        assertEquals("bcd", lengths.get("bcd", _ -> "lost"));
        assertEquals("lost", lengths.get("a", _ -> "lost"));
        assertEquals("longer than there is room", lengths.get("g", _ -> "longer than there is room"));
        assertEquals("longer than there is room", lengths.get("g", _ -> "lost"));
    }

    private int square(int x) {
        return squares.get(x, key -> {
            computed.add(key);
            return key * key;
        });
    }
}
