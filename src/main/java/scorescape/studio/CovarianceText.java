package scorescape.studio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import scorescape.document.Document;
import scorescape.math.SymMat2;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// Covariances as people type and paste them: `Σ₁₁ Σ₁₂ Σ₂₂`, or a matrix such as `[[0.2, 0.1], [0.1, 0.3]]`.
final class CovarianceText {

    private static final MathContext SHOWN = new MathContext(4);

    private CovarianceText() {}

    /// @throws IllegalArgumentException with a sentence for people
    static SymMat2 parse(String text) {
        List<Double> numbers = numbers(text);
        String complaint = complaint(numbers, text.strip());
        if (!complaint.isEmpty()) {
            throw new IllegalArgumentException(complaint);
        }
        return covariance(numbers);
    }

    private static SymMat2 covariance(List<Double> numbers) {
        return new SymMat2(numbers.getFirst(), numbers.get(1), numbers.getLast());
    }

    /// Why some numbers are no covariance; empty if they are one.
    private static String complaint(List<Double> numbers, String text) {
        if (numbers.size() != 3 && numbers.size() != 4) {
            return Texts.text("covariance.notThree", text);
        }
        if (numbers.size() == 4 && !numbers.get(1).equals(numbers.get(2))) {
            return Texts.text("covariance.notSymmetric", shown(numbers.get(1)), shown(numbers.get(2)));
        }
        SymMat2 typed = covariance(numbers);
        if (!(typed.xx() > 0 && typed.yy() > 0)) {
            return Texts.text("covariance.notPositive", shown(typed.xx()), shown(typed.yy()));
        }
        return typed.isPositiveDefinite()
                ? ""
                : Texts.text("covariance.tooLarge", shown(Math.sqrt(typed.xx() * typed.yy())), shown(typed.xy()));
    }

    /// A comma is a decimal one only where it parts nothing: where spaces or semicolons part the numbers and none has a point.
    private static List<Double> numbers(String text) {
        String plain = Numerals.withHyphen(text).replaceAll("[\\[\\](){}]", " ").strip();
        boolean parts = plain.contains(".") || List.of(plain.split("[\\s;]+", -1)).size() < 3 || plain.contains(", ");
        List<Double> numbers = new ArrayList<>();
        for (String part : (parts ? plain.replace(',', ' ') : plain.replace(',', '.')).split("[\\s;]+", -1)) {
            try {
                double number = Double.parseDouble(part);
                if (!(Math.abs(number) <= Document.MAX_NUMBER)) {
                    return List.of();
                }
                numbers.add(number);
            } catch (NumberFormatException e) {
                return List.of();
            }
        }
        return numbers;
    }

    /// Four digits of each number.
    static String text(SymMat2 covariance) {
        return shown(covariance.xx()) + "  " + shown(covariance.xy()) + "  " + shown(covariance.yy());
    }

    private static String shown(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros();
        boolean plain = rounded.signum() == 0 || Math.abs(rounded.precision() - rounded.scale()) < 7;
        return Numerals.withMinus(plain ? rounded.toPlainString() : rounded.toString());
    }
}
