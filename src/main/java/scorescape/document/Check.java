package scorescape.document;

import scorescape.math.Vec2;

/// Says in one form what is wrong with a value: `place: must be something, but is something else`.
final class Check {

    /// Longest text of a value that is repeated in a sentence.
    static final int MAX_SHOWN = 60;

    /// Below this, whole numbers are shown, and written, without a fraction.
    private static final double MAX_WHOLE = 0x1p53;

    private Check() {}

    /// @param place named as in the file format
    /// @throws IllegalArgumentException unless `condition` holds
    static void that(boolean condition, String place, String expected, Object actual) {
        if (!condition) {
            throw new IllegalArgumentException(sentence(place, expected, actual));
        }
    }

    /// @param place empty for a whole file
    static String sentence(String place, String expected, Object actual) {
        String shown = actual instanceof Double number ? number(number) : abbreviated(String.valueOf(actual));
        return (place.isEmpty() ? "" : place + ": ") + "must be " + expected + ", but is " + shown;
    }

    static String abbreviated(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
    }

    /// A number as short as it can be without loss: `3` rather than `3.0`.
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < MAX_WHOLE;
        // Zero keeps its sign, which a whole number would lose.
        boolean negativeZero = value == 0 && 1 / value < 0;
        return whole && !negativeZero ? Long.toString((long) value) : Double.toString(value);
    }

    static String point(Vec2 point) {
        return "[" + number(point.x()) + ", " + number(point.y()) + "]";
    }
}
