package scorescape.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import scorescape.document.Document;
import scorescape.figure.ModelText;

/// Rows of numbers with names and units, written one by one: a table of any length takes no memory.
///
/// Numbers have the digits that a reader needs to get the same double again. A name of several parts, such as
/// `given/1/score`, is an object in an object in JSON and has dots in CSV.
final class DataTable {

    static final String NONE = "1";
    static final String DATA = "data units";
    static final String PER_DATA = "1 / data units";
    static final String LOG_DENSITY = "ln (1 / data units²)";

    private static final List<String> ONE = List.of("");
    private static final List<String> VECTOR = List.of(".x", ".y");
    private static final List<String> MATRIX = List.of(".xx", ".xy", ".yy");

    /// Whole numbers up to here are written without a point.
    private static final double MOST_WHOLE = 1e15;

    /// One or more numbers that belong together.
    ///
    /// @param path its name, with slashes between the parts
    /// @param columns ends of the names of its columns
    record Quantity(String path, String unit, List<String> columns) {

        String name() {
            return path.replace('/', '.');
        }

        static Quantity number(String path, String unit) {
            return new Quantity(path, unit, ONE);
        }

        static Quantity vector(String path, String unit) {
            return new Quantity(path, unit, VECTOR);
        }

        static Quantity matrix(String path, String unit) {
            return new Quantity(path, unit, MATRIX);
        }

        static Quantity list(String path, String unit, int length) {
            return new Quantity(path, unit, IntStream.range(0, length).mapToObj(i -> "." + i).toList());
        }
    }

    private final Writer out;
    private final DataFormat format;
    private final List<Quantity> quantities;
    private boolean first = true;

    /// Writes what stands before the rows.
    ///
    /// @param document where the numbers come from
    /// @param rows what the list of rows is called in JSON
    /// @param out left open
    DataTable(Document document, String rows, List<Quantity> quantities, DataFormat format, Writer out)
            throws IOException {
        this.out = out;
        this.format = format;
        this.quantities = List.copyOf(quantities);
        String model = ModelText.of(document.sampling().model());
        switch (format) {
            case JSON -> {
                out.write("{\n  \"program\": " + JsonText.quoted(ProgramName.withVersion()) + ",\n  \"scene\": "
                        + JsonText.quoted(document.title()) + ",\n  \"seed\": " + document.seed() + ",\n");
                if (!model.isEmpty()) {
                    out.write("  \"remark\": " + JsonText.quoted(model) + ",\n");
                }
                out.write("  \"units\": {" + quantities.stream()
                        .map(q -> JsonText.quoted(q.name()) + ": " + JsonText.quoted(q.unit()))
                        .collect(Collectors.joining(", ")) + "},\n  \"" + rows + "\": [");
            }
            case JSONL -> {
                // Rows alone.
            }
            case CSV -> {
                comment(ProgramName.withVersion());
                comment("scene " + document.title());
                comment("seed " + document.seed());
                if (!model.isEmpty()) {
                    comment(model);
                }
                for (Quantity quantity : quantities) {
                    comment(quantity.name() + " in " + quantity.unit());
                }
                out.write(quantities.stream()
                        .flatMap(q -> q.columns().stream().map(part -> q.name() + part))
                        .collect(Collectors.joining(",")) + "\n");
            }
        }
    }

    /// @param values of the quantities, one after the other; what is not finite counts as absent
    void row(double... values) throws IOException {
        switch (format) {
            case JSON -> {
                out.write(first ? "\n    " : ",\n    ");
                object(values);
            }
            case JSONL -> {
                object(values);
                out.write("\n");
            }
            case CSV -> {
                for (int i = 0; i < values.length; i++) {
                    out.write((i == 0 ? "" : ",") + number(values[i], ""));
                }
                out.write("\n");
            }
        }
        first = false;
    }

    /// Writes what stands after the rows.
    void end() throws IOException {
        if (format == DataFormat.JSON) {
            out.write("\n  ]\n}\n");
        }
    }

    private void object(double[] values) throws IOException {
        List<String> open = List.of();
        var text = new StringBuilder("{");
        int at = 0;
        for (Quantity quantity : quantities) {
            List<String> path = List.of(quantity.path().split("/"));
            List<String> groups = path.subList(0, path.size() - 1);
            int common = common(open, groups);
            text.append("}".repeat(open.size() - common)).append(at == 0 ? "" : ", ");
            groups.subList(common, groups.size()).forEach(group -> text.append(JsonText.quoted(group)).append(": {"));
            open = groups;
            text.append(JsonText.quoted(path.getLast())).append(": ");
            int count = quantity.columns().size();
            if (quantity.columns().equals(ONE)) {
                text.append(number(values[at], "null"));
            } else if (absent(values, at, count)) {
                text.append("null");
            } else {
                text.append(IntStream.range(at, at + count)
                        .mapToObj(i -> number(values[i], "null"))
                        .collect(Collectors.joining(", ", "[", "]")));
            }
            at += count;
        }
        out.write(text.append("}".repeat(open.size() + 1)).toString());
    }

    /// How many names two paths have in common at their beginnings.
    private static int common(List<String> a, List<String> b) {
        int common = 0;
        while (common < Math.min(a.size(), b.size()) && a.get(common).equals(b.get(common))) {
            common++;
        }
        return common;
    }

    private static boolean absent(double[] values, int from, int count) {
        return IntStream.range(from, from + count).noneMatch(i -> Double.isFinite(values[i]));
    }

    private void comment(String text) throws IOException {
        out.write("# " + text.replaceAll("\\R", " ") + "\n");
    }

    /// JSON and most readers of CSV know no infinity. A zero keeps its sign.
    private static String number(double value, String otherwise) {
        if (!Double.isFinite(value)) {
            return otherwise;
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_WHOLE
                && !(value == 0 && 1 / value < 0);
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
