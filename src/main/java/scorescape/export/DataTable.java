package scorescape.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
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

    /// What stands before each quantity in an object, and after the last.
    private final List<String> openings = new ArrayList<>();
    private final String closing;

    private final StringBuilder line = new StringBuilder();
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
        List<String> open = List.of();
        for (Quantity quantity : quantities) {
            List<String> path = List.of(quantity.path().split("/"));
            List<String> groups = path.subList(0, path.size() - 1);
            int common = common(open, groups);
            openings.add("}".repeat(open.size() - common) + (openings.isEmpty() ? "{" : ", ")
                    + groups.subList(common, groups.size()).stream()
                            .map(group -> JsonText.quoted(group) + ": {")
                            .collect(Collectors.joining())
                    + JsonText.quoted(path.getLast()) + ": ");
            open = groups;
        }
        closing = "}".repeat(open.size() + 1);
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
        line.setLength(0);
        switch (format) {
            case JSON -> {
                line.append(first ? "\n    " : ",\n    ");
                object(values);
            }
            case JSONL -> {
                object(values);
                line.append('\n');
            }
            case CSV -> {
                for (int i = 0; i < values.length; i++) {
                    line.append(i == 0 ? "" : ",");
                    number(values[i], "");
                }
                line.append('\n');
            }
        }
        out.write(line.toString());
        first = false;
    }

    /// Writes what stands after the rows.
    void end() throws IOException {
        if (format == DataFormat.JSON) {
            out.write("\n  ]\n}\n");
        }
    }

    private void object(double[] values) {
        int at = 0;
        for (int i = 0; i < openings.size(); i++) {
            line.append(openings.get(i));
            List<String> columns = quantities.get(i).columns();
            int end = at + columns.size();
            if (columns.equals(ONE)) {
                number(values[at], "null");
            } else if (absent(values, at, end)) {
                line.append("null");
            } else {
                for (int column = at; column < end; column++) {
                    line.append(column == at ? "[" : ", ");
                    number(values[column], "null");
                }
                line.append(']');
            }
            at = end;
        }
        line.append(closing);
    }

    /// How many names two paths have in common at their beginnings.
    private static int common(List<String> a, List<String> b) {
        int common = 0;
        while (common < Math.min(a.size(), b.size()) && a.get(common).equals(b.get(common))) {
            common++;
        }
        return common;
    }

    private static boolean absent(double[] values, int from, int end) {
        for (int i = from; i < end; i++) {
            if (Double.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    private void comment(String text) throws IOException {
        out.write("# " + text.replaceAll("\\R", " ") + "\n");
    }

    /// JSON and most readers of CSV know no infinity. A zero keeps its sign.
    private void number(double value, String otherwise) {
        if (!Double.isFinite(value)) {
            line.append(otherwise);
        } else if (value == Math.rint(value) && Math.abs(value) < MOST_WHOLE && !(value == 0 && 1 / value < 0)) {
            line.append((long) value);
        } else {
            line.append(value);
        }
    }
}
