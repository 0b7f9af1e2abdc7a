package scorescape.studio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.math.SymMat2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class CovarianceTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"2 -0.5 1.25", " 2;-0.5 ; 1.25 ", "2, -0.5, 1.25", "2,-0.5,1.25", "2 −0,5 1,25",
        "[[2, -0.5], [-0.5, 1.25]]", "[2,-0.5;-0.5,1.25]", "2 -0.5\n-0.5 1.25", "2\t-0,5\n-0,5\t1,25",
        "2e0 -5e-1 1.25"})
    void threeNumbersAndMatricesAreTakenAsTheyAreWrittenElsewhere(String text) {
        assertEquals(new SymMat2(2, -0.5, 1.25), CovarianceText.parse(text));
    }

    @Test
    void wholeNumbersPartedByCommasAreThreeNumbers() {
        assertEquals(new SymMat2(2, 1, 3), CovarianceText.parse("2,1,3"));
        assertEquals(new SymMat2(2, 1, 3), CovarianceText.parse("[[2, 1], [1, 3]]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 2 | A covariance is three numbers Σ₁₁ Σ₁₂ Σ₂₂, or a matrix with four, but “1 2” was typed.
            much | A covariance is three numbers Σ₁₁ Σ₁₂ Σ₂₂, or a matrix with four, but “much” was typed.
            1 0 NaN | A covariance is three numbers Σ₁₁ Σ₁₂ Σ₂₂, or a matrix with four, but “1 0 NaN” was typed.
            1 0.1 0.2 1 | A covariance is symmetric, but beside its diagonal stand 0.1 and 0.2.
            1 0 -2 | The variances Σ₁₁ and Σ₂₂ must be positive, but are 1 and −2.
            4 -3 1 | Σ₁₂ must be less than √(Σ₁₁ Σ₂₂) = 2 in size, but is −3.
            """)
    void whatIsNoCovarianceIsRefusedWithASentence(String text, String sentence) {
        var refused = assertThrows(IllegalArgumentException.class, () -> CovarianceText.parse(text));

        assertEquals(sentence, refused.getMessage());
    }
}
