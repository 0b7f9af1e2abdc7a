package scorescape.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.document.Parameter.Numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ParametersTest {

    @Test
    void namesAreDistinctAndEveryParameterExplainsItself() {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : Parameters.ALL) {
            assertTrue(names.add(parameter.name()), parameter.name());
            assertTrue(parameter.help().endsWith("."), parameter.name());
            assertTrue(parameter.accepts(parameter.defaultValue()), parameter.name());
            assertTrue(parameter.marks().stream().allMatch(parameter::accepts), parameter.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "5000, true", "0, false", "5001, false", "2.5, false", "NaN, false", "Infinity, false"})
    void stepsAreWholeNumbersFromOneToFiveThousand(double value, boolean accepted) {
        assertEquals(accepted, Parameters.STEPS.accepts(value));
    }

    @Test
    void aRefusalNamesTheParameterAndItsRange() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> Parameters.GUIDANCE_SCALE.require(100.5));

        assertEquals("guidance.scale: must be a number from -20 to 100, but is 100.5", thrown.getMessage());
    }

    @Test
    void everySeedInTheRangeIsExactAsADouble() {
        long largest = (long) Parameters.SEED.max();

        assertEquals(9007199254740991L, largest);
        assertFalse(Parameters.SEED.accepts((double) (largest + 1)));
    }

    @Test
    void aRangeThatIsUpsideDownIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> new Parameter("p", "P", "", "", Numbers.REAL, 0, 1, 0, 2, 0, List.of(), "Help."));
        assertThrows(IllegalArgumentException.class,
                () -> new Parameter("p", "P", "", "", Numbers.REAL, 0, 5, 0, 2, 3, List.of(), "Help."));
    }
}
