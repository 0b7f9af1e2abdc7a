package scorescape.reference;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// How far the engine's numbers are from a file's, each as a fraction of its tolerance.
final class Deviations {

    /// The worst comparison of a field.
    private record Worst(double fraction, String place) {}

    private final Map<String, Worst> worstByField = new TreeMap<>();
    private int comparisons;

    /// Compares in the maximum norm. A number that is not finite where the file has a finite one is infinitely far off.
    void compare(String place, String field, double tolerance, double[] expected, double... actual) {
        if (expected.length != actual.length) {
            throw new IllegalArgumentException(place + " " + field + ": the file has " + expected.length
                    + " numbers, the engine " + actual.length);
        }
        double deviation = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(actual[i] - expected[i]);
            deviation = Math.max(deviation, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
        }
        double fraction = deviation == 0 ? 0 : deviation / tolerance;
        comparisons++;
        worstByField.merge(field, new Worst(fraction, place), (a, b) -> a.fraction() >= b.fraction() ? a : b);
    }

    void compare(String place, String field, double tolerance, double[] expected, Vec2 actual) {
        compare(place, field, tolerance, expected, actual.x(), actual.y());
    }

    void compare(String place, String field, double tolerance, double[] expected, SymMat2 actual) {
        compare(place, field, tolerance, expected, actual.xx(), actual.xy(), actual.yy());
    }

    int comparisons() {
        return comparisons;
    }

    /// The worst deviation of all fields, as a fraction of the tolerance: 0 when nothing was compared.
    double worst() {
        return worstByField.values().stream().mapToDouble(Worst::fraction).max().orElse(0);
    }

    String worstPlace() {
        return worstByField.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparingDouble(Worst::fraction)))
                .map(e -> "%.3g of the tolerance in %s at %s".formatted(e.getValue().fraction(), e.getKey(),
                        e.getValue().place()))
                .orElse("nothing");
    }

    /// One line for each field, the worst place first named.
    String report() {
        var report = new StringBuilder();
        worstByField.forEach((field, worst) -> report
                .append("    %-24s %9.3g of the tolerance at %s%n".formatted(field, worst.fraction(), worst.place())));
        return report.toString();
    }
}
