package scorescape.bench;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.bench.EngineBench.Result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EngineBenchTest {

    /// Values that programs in C, Python and JavaScript give for the same problem, to their nine digits.
    @ParameterizedTest
    @CsvSource({"kern:8:20000, -10.5179126", "kern:64:20000, -5.24427219", "dens:8, -8.88044576",
        "cfg:5000:50:8, 4.05728247"})
    void checkValuesAreThoseOfOtherPrograms(String name, double expected) {
        assertEquals(expected, BenchCase.parse(name).prepare().run(), 1.1e-8 * Math.abs(expected));
    }

    @Test
    void aMeasurementNamesItsCaseAndTakesTime() {
        Result result = EngineBench.measure(BenchCase.parse("kern:8:500"), 1, 0.01);

        assertTrue(result.seconds() > 0 && result.seconds() <= result.median());
        assertTrue(EngineBench.table(List.of(result)).contains("kern:8:500"));
    }

    @Test
    void everyCaseIsReadBackFromItsName() {
        for (BenchCase benchCase : BenchCase.ALL) {
            assertEquals(benchCase, BenchCase.parse(benchCase.name()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kern", "kern:8", "one:8:8", "dens:0", "cfg:5:5", "kern:8:20000000000"})
    void anUnknownCaseIsRejected(String name) {
        assertThrows(IllegalArgumentException.class, () -> BenchCase.parse(name));
    }
}
