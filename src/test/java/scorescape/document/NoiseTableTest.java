package scorescape.document;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class NoiseTableTest {

    private static final Use START = new Use(0, NoiseSource.START, NoiseSource.CHOSEN);
    private static final Use FIRST = new Use(0, 0, NoiseSource.CHOSEN);
    private static final Use FIRST_AGAIN = new Use(0, 0, -1);
    private static final Use THIRD = new Use(0, 2, NoiseSource.CHOSEN);

    @Test
    void aTableIsReadAsItWasWritten() {
        var few = Map.of(THIRD, new Vec2(-0.0, 1e-17), START, new Vec2(0.1, -2), FIRST, new Vec2(1.0 / 3, 1e6));
        var many = Map.of(FIRST_AGAIN, new Vec2(1, 2), START, new Vec2(3, 4), FIRST, new Vec2(5, 6));

        assertEquals("step,x,y\nstart,0.1,-2.0\n1,0.3333333333333333,1000000.0\n3,-0.0,1.0E-17\n",
                NoiseTable.format(few));
        assertEquals(few, NoiseTable.parse(NoiseTable.format(few)));
        assertEquals(many, NoiseTable.parse(NoiseTable.format(many)));
    }

    @Test
    void linesOfTwoNumbersAreTheStartAndTheStepsInTheirOrder() {
        assertEquals(Map.of(START, new Vec2(1, 2), FIRST, new Vec2(3, -4)), NoiseTable.parse("1 2\n3\t−4\n\n"));
        assertEquals(Map.of(THIRD, new Vec2(1, 2), new Use(0, 3, 0), new Vec2(3, 4)),
                NoiseTable.parse("# comment\n3; 1; 2\n3; 4\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2~x,3 | line 2: must be step,x,y or step,draw,x,y with numbers within 1000000 of 0, but is "x,3"
            1,NaN | line 1: must be step,x,y or step,draw,x,y with numbers within 1000000 of 0, but is "1,NaN"
            1,2e6 | line 1: must be step,x,y or step,draw,x,y with numbers within 1000000 of 0, but is "1,2e6"
            0,1,2 | line 1: must be step,x,y or step,draw,x,y with numbers within 1000000 of 0, but is "0,1,2"
            1,1,2,3 | line 1: must be step,x,y or step,draw,x,y with numbers within 1000000 of 0, but is "1,1,2,3"
            hello | line 1: must be step,x,y or step,draw,x,y with numbers within 1000000 of 0, but is "hello"
            """)
    void aMistakeIsToldWithItsLine(String text, String sentence) {
        var thrown = assertThrows(IllegalArgumentException.class, () -> NoiseTable.parse(text.replace('~', '\n')));

        assertEquals(sentence, thrown.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "step,x,y", "\n\n"})
    void aTableWithoutADrawIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> NoiseTable.parse(text));
    }
}
