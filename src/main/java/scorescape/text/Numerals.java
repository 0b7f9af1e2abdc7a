package scorescape.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers as people read them: in their English form in every language, with a true minus sign.
public final class Numerals {

    private static final char HYPHEN = '-';
    private static final char MINUS = '−';

    /// The sign of a number that is rounded to zero.
    private static final Pattern SIGN_OF_ZERO = Pattern.compile("-(?=0(?:\\.0*)?(?![\\d.]))");

    private Numerals() {}

    /// As `String.format`, but a number that is rounded to zero has no sign.
    ///
    /// @param form without hyphens of its own
    // The annotation that the warning asks for would be one more library.
    @SuppressWarnings("AnnotateFormatMethod")
    public static String format(String form, Object... numbers) {
        return withMinus(SIGN_OF_ZERO.matcher(String.format(Locale.ROOT, form, numbers)).replaceAll(""));
    }

    /// Digits of a program, for people.
    public static String withMinus(String digits) {
        return digits.replace(HYPHEN, MINUS);
    }

    /// A number that a person has typed, with a point or a comma, a minus sign or a hyphen; NaN for what is none.
    public static double parse(String typed) {
        try {
            return Double.parseDouble(withHyphen(typed.strip().replace(',', '.')));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Digits for people, for a program.
    public static String withHyphen(String digits) {
        return digits.replace(MINUS, HYPHEN);
    }
}
