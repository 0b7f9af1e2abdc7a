package scorescape.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import scorescape.document.Document.DataClass;
import scorescape.math.Vec2;

/// Points from a table `x,y` or `x,y,label`, with or without a first line of titles, or from a JSON array of such.
///
/// Columns are parted by commas, semicolons or tabs, whichever the first line has. A label is the name of a class.
/// Without labels all points are one class, named after the file.
///
/// @param groups the points by class, in the order in which the classes first appear; at least one
public record PointTable(List<Group> groups) {

    /// The points of one class, at least one.
    public record Group(String className, List<Vec2> points) {

        public Group {
            points = List.copyOf(points);
        }
    }

    private static final List<String> COLUMNS = List.of("x", "y", "label");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

    /// Numbers to a program that writes tables, though not to us: a line that has one is no line of titles.
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    public PointTable {
        groups = List.copyOf(groups);
    }

    public int size() {
        return groups.stream().mapToInt(group -> group.points().size()).sum();
    }

    /// Takes for JSON what begins with a bracket.
    ///
    /// @throws UnreadableFile if the file is not such a table, or has more than [Document#MAX_POINTS] points
    public static PointTable read(Path file) throws UnreadableFile {
        String text = TextFiles.read(file);
        if (isJson(text)) {
            return ofJson(text, file);
        }
        CSVFormat format = CSVFormat.DEFAULT.builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return new Reader(file, parser).read();
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFile(file, "must be a table of points, but has a quotation mark out of place");
        }
    }

    /// An array of `[x, y]` or `[x, y, "label"]`.
    private static PointTable ofJson(String text, Path file) throws UnreadableFile {
        Map<String, List<Vec2>> groups = new LinkedHashMap<>();
        try {
            List<Place> rows = new Place("points", Json.parse(text)).items(row -> row);
            if (rows.isEmpty() || rows.size() > Document.MAX_POINTS) {
                throw new IllegalArgumentException(
                        "points: must be from 1 to " + Document.MAX_POINTS + ", but are " + rows.size());
            }
            for (Place row : rows) {
                List<Place> columns = row.items(column -> column);
                boolean isLabelled = columns.size() == COLUMNS.size();
                String name = isLabelled ? columns.getLast().text() : nameOf(file);
                if (!DataClass.isName(name)) {
                    throw columns.getLast().expected(DataClass.NAME);
                }
                Place pair =
                        isLabelled ? new Place(row.path(), columns.stream().limit(2).map(Place::value).toList()) : row;
                groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(pair.point());
                if (groups.size() > Document.MAX_CLASSES) {
                    throw columns.getLast().expected("one of the " + Document.MAX_CLASSES
                            + " labels before it, which are the most");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile(file, String.valueOf(e.getMessage()));
        }
        return of(groups);
    }

    private static PointTable of(Map<String, List<Vec2>> groups) {
        return new PointTable(groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList());
    }

    /// The file's name up to the first dot, as far as it makes a name of a class.
    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\..*", "");
        return DataClass.isName(name) ? name : "points";
    }

    /// Whether a file with JSON holds points rather than a scene.
    public static boolean isJson(Path file) throws UnreadableFile {
        return isJson(TextFiles.read(file));
    }

    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("[");
    }

    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (first.contains("\t")) {
            return '\t';
        }
        return first.contains(";") ? ';' : ',';
    }

    /// One reading of one file.
    private static final class Reader {

        private final Path file;
        private final CSVParser parser;
        private final Map<String, List<Vec2>> groups = new LinkedHashMap<>();
        private int count;

        Reader(Path file, CSVParser parser) {
            this.file = file;
            this.parser = parser;
        }

        PointTable read() throws UnreadableFile {
            int columns = 0;
            for (CSVRecord line : parser) {
                if (columns == 0) {
                    columns = columns(line);
                    if (isTitles(line)) {
                        continue;
                    }
                }
                if (line.size() != columns) {
                    throw new UnreadableFile(file, line() + ": must have the columns " + titles(columns)
                            + ", but has " + line.size() + " columns");
                }
                add(line);
            }
            if (count == 0) {
                throw new UnreadableFile(file, "must be a table of points x,y or x,y,label, but has none");
            }
            return of(groups);
        }

        private int columns(CSVRecord line) throws UnreadableFile {
            if (line.size() < 2 || line.size() > COLUMNS.size()) {
                throw new UnreadableFile(file, line() + ": must have the columns x,y or x,y,label, but has "
                        + line.size() + (line.size() == 1 ? " column" : " columns"));
            }
            return line.size();
        }

        private void add(CSVRecord line) throws UnreadableFile {
            if (++count > Document.MAX_POINTS) {
                throw new UnreadableFile(file,
                        line() + ": must end here, after " + Document.MAX_POINTS + " points, but goes on");
            }
            Vec2 point = new Vec2(coordinate(line, 0), coordinate(line, 1));
            String name = line.size() > 2 ? name(line) : nameOf(file);
            groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(point);
        }

        private double coordinate(CSVRecord line, int column) throws UnreadableFile {
            String text = line.get(column);
            double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (!Double.isFinite(value)) {
                throw wrong(line, column, "a finite number");
            }
            if (Math.abs(value) > Document.MAX_COORDINATE) {
                throw wrong(line, column, "a number within " + Check.number(Document.MAX_COORDINATE) + " of 0");
            }
            return value;
        }

        private String name(CSVRecord line) throws UnreadableFile {
            String name = line.get(2);
            if (!DataClass.isName(name)) {
                throw wrong(line, 2, DataClass.NAME);
            }
            if (groups.size() == Document.MAX_CLASSES && !groups.containsKey(name)) {
                throw wrong(line, 2, "one of the " + Document.MAX_CLASSES + " labels before it, which are the most");
            }
            return name;
        }

        private UnreadableFile wrong(CSVRecord line, int column, String expected) {
            String place = line() + ", column " + (column + 1) + " (" + COLUMNS.get(column) + ")";
            return new UnreadableFile(file, Check.sentence(place, expected, Json.inline(line.get(column))));
        }

        private String line() {
            return "line " + parser.getCurrentLineNumber();
        }

        private static boolean isTitles(CSVRecord line) {
            return !isNumber(line.get(0)) && !isNumber(line.get(1));
        }

        private static boolean isNumber(String text) {
            String word = text.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", "");
            return NUMBER.matcher(text).matches() || NOT_FINITE.contains(word);
        }

        private static String titles(int columns) {
            return String.join(",", COLUMNS.subList(0, columns));
        }
    }
}
