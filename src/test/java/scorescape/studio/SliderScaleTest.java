package scorescape.studio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.document.Parameter;
import scorescape.document.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SliderScaleTest {

    private static final SliderScale GAMMA = new SliderScale(Parameters.GUIDANCE_SCALE);
    private static final SliderScale STEPS = new SliderScale(Parameters.STEPS);
    private static final SliderScale RADIUS = new SliderScale(Parameters.RADIUS);

    /// Of 8 units on a slider, a hundredth is 0.08: the stops are at the next simple number below, 0.05.
    @ParameterizedTest
    @CsvSource({"2.97, 2.95", "2.98, 3", "0.02, 0", "1.01, 1", "7.99, 8"})
    void aLinearSliderStopsAtSimpleNumbers(double position, double value) {
        assertEquals(value, GAMMA.value(position, false));
    }

    @Test
    void withShiftTheStopsAreTenTimesAsClose() {
        assertEquals(2.975, GAMMA.value(2.9741, true));
        assertEquals(26, STEPS.value(26.3, true));
    }

    @Test
    void arrowKeysGoTwoStops() {
        assertEquals(3.1, GAMMA.next(3, 1, false));
        assertEquals(2.9, GAMMA.next(3, -1, false));
        assertEquals(3.01, GAMMA.next(3, 1, true));
        assertEquals(26, STEPS.next(25, 1, false));
        assertEquals(100, GAMMA.next(100, 1, false));
    }

    @Test
    void onALogarithmicSliderEqualWaysAreEqualFactors() {
        double middle = 0.5 * (RADIUS.min() + RADIUS.max());

        // The geometric mean of 0.1 and 20 is √2 = 1.414; the stops there are a hundredth apart.
        assertEquals(1.41, RADIUS.value(middle, false));
        assertEquals(0.11, RADIUS.next(0.1, 1, false));
        assertEquals(0.1, RADIUS.value(RADIUS.min(), false));
        assertEquals(20, RADIUS.value(RADIUS.max(), false));
    }

    /// 0 is a valid blur, and has no logarithm.
    @Test
    void fromZeroAnArrowKeyLeadsUp() {
        assertTrue(new SliderScale(Parameters.CLASSIFIER_BLUR).next(0, 1, false) > 0);
    }

    @Test
    void everyUsualValueComesBackFromItsPosition() {
        for (Parameter parameter : Parameters.ALL) {
            SliderScale scale = new SliderScale(parameter);
            assertEquals(parameter.defaultValue(), scale.value(scale.position(parameter.defaultValue()), true),
                    1e-2 * Math.abs(parameter.defaultValue()), parameter.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3.00", "1.003, 1.003", "0.00001, 0.00001", "12.5, 12.50", "-0.5, -0.50", "1.41421356, 1.414",
        "1e-12, 1.00e-12"})
    void aNumberIsShownWithTheDecimalsThatItTakes(double number, String text) {
        assertEquals(text, GAMMA.text(number));
    }

    /// w = γ − 1 is another way to tell the same number.
    @Test
    void aShiftedParameterHasItsRangeAndMarksShifted() {
        Parameter weight = Parameters.GUIDANCE_SCALE.shifted(-1, "w");

        assertEquals("w", weight.symbol());
        assertEquals(2, weight.defaultValue());
        assertEquals("a number from -21 to 99", weight.expectation());
        assertEquals(List.of(-1.0, 0.0), weight.marks());
    }
}
