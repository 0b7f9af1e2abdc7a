package scorescape.export;

import java.util.Locale;

/// JSON and CSV, piece by piece: what is written is known, so no tree of values is needed.
public final class JsonText {

    private JsonText() {}

    /// A string with its quotation marks.
    public static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < 0x20) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /// A number with the digits that give the same double again. JSON knows no infinity: that and NaN are `null`.
    public static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }
}
