package scorescape.text;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NumeralsTest {

    @Test
    void numbersAreEnglishWithATrueMinusInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertEquals("(−1.50, 2.00)", Numerals.format("(%.2f, %.2f)", -1.5, 2.0));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"-0.004, 0.00", "-0.0, 0.00", "-0.006, −0.01", "-10, −10.00"})
    void whatIsRoundedToZeroHasNoSign(double number, String expected) {
        assertEquals(expected, Numerals.format("%.2f", number));
    }

    @Test
    void smallNumbersInScientificFormKeepTheirSign() {
        assertEquals("−2.0e−07", Numerals.format("%.1e", -2e-7));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ' 2.5 ', 2.5
            '−3,25', -3.25
            -1e-3,   -0.001
            """)
    void typedNumbersMayHaveACommaAndEitherMinus(String typed, double expected) {
        assertEquals(expected, Numerals.parse(typed));
    }

    @Test
    void wordsAreNoNumbers() {
        assertEquals(Double.NaN, Numerals.parse("two"));
    }
}
