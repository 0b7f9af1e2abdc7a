package scorescape.document;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// JSON text to and from plain values: maps in the order of the text, lists, strings, booleans, and numbers as [Long],
/// [BigInteger] or [Double].
///
/// Strict where a mistake would pass unseen: a name that comes twice is an error, and whoever makes a [Place] of [#NULL].
/// `NaN` and `Infinity` are read, so that whoever wants a finite number can say so and where.
final class Json {

    /// What `null` is read as.
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final int MAX_NESTING = 16;
    private static final int MAX_VALUES = 1_000_000;
    /// Room for a thumbnail in Base64.
    private static final int MAX_TEXT = 20_000;
    private static final int LINE = 120;
    private static final String INDENT = "  ";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxTokenCount(MAX_VALUES)
                    .maxNumberLength(1000)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_TEXT)
                    .build())
            .build();

    private Json() {}

    /// @throws IllegalArgumentException with the place and what is wrong there
    static Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            try {
                JsonToken first = parser.nextToken();
                if (first == null) {
                    throw new IllegalArgumentException(
                            position(parser.currentLocation()) + ": must be JSON, but is empty");
                }
                Object value = parse(parser, first, "");
                if (parser.nextToken() != null) {
                    throw new IllegalArgumentException(
                            position(parser.currentTokenLocation()) + ": must end here, but goes on");
                }
                return value;
            } catch (StreamConstraintsException e) {
                throw new IllegalArgumentException(
                        position(Objects.requireNonNullElse(e.getLocation(), parser.currentLocation()))
                                + ": is more than a scene may hold (" + MAX_VALUES
                                + " values, nested at most " + MAX_NESTING + " deep, texts of at most " + MAX_TEXT
                                + " characters)",
                        e);
            } catch (JacksonException e) {
                throw new IllegalArgumentException(
                        position(Objects.requireNonNullElse(e.getLocation(), parser.currentLocation()))
                                + ": must be JSON, but is not",
                        e);
            }
        }
    }

    private static Object parse(JsonParser parser, JsonToken token, String path) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    String place = member(path, name);
                    if (members.containsKey(name)) {
                        throw new IllegalArgumentException(place + ": must appear once, but appears again");
                    }
                    members.put(name, parse(parser, parser.nextToken(), place));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(parse(parser, next, item(path, items.size())));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> whole(parser.getString());
            case VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            default -> throw new IllegalArgumentException(
                    position(parser.currentTokenLocation()) + ": must be JSON, but is not");
        };
    }

    private static Number whole(String digits) {
        BigInteger value = new BigInteger(digits);
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private static String position(TokenStreamLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /// The place of a member of the object at `path`.
    static String member(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// The place of an item of the list at `path`.
    static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    /// Text for people and for version control: the same for equal values, what fits on a line on one line, lists of
    /// points filled up line by line.
    static String format(Map<String, Object> value) {
        StringBuilder text = new StringBuilder();
        broken(value, "", text);
        return text.append('\n').toString();
    }

    private static void append(Object value, String indent, int column, StringBuilder text) {
        String inline = beginning(value, LINE);
        if (column + inline.length() <= LINE) {
            text.append(inline);
        } else {
            broken(value, indent, text);
        }
    }

    private static void broken(Object value, String indent, StringBuilder text) {
        String inner = indent + INDENT;
        switch (value) {
            case Map<?, ?> map -> {
                text.append('{');
                String separator = "\n";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    String name = quoted(String.valueOf(entry.getKey())) + ": ";
                    text.append(separator).append(inner).append(name);
                    append(entry.getValue(), inner, inner.length() + name.length(), text);
                    separator = ",\n";
                }
                text.append('\n').append(indent).append('}');
            }
            case List<?> list when list.stream().allMatch(List.class::isInstance) -> filled(list, indent, text);
            case List<?> list -> {
                text.append('[');
                String separator = "\n";
                for (Object item : list) {
                    text.append(separator).append(inner);
                    append(item, inner, inner.length(), text);
                    separator = ",\n";
                }
                text.append('\n').append(indent).append(']');
            }
            default -> text.append(inline(value));
        }
    }

    private static void filled(List<?> list, String indent, StringBuilder text) {
        String inner = indent + INDENT;
        text.append("[\n").append(inner);
        int column = inner.length();
        for (int i = 0; i < list.size(); i++) {
            String item = inline(list.get(i)) + (i < list.size() - 1 ? "," : "");
            if (column > inner.length()) {
                if (column + 1 + item.length() > LINE) {
                    text.append('\n').append(inner);
                    column = inner.length();
                } else {
                    text.append(' ');
                    column++;
                }
            }
            text.append(item);
            column += item.length();
        }
        text.append('\n').append(indent).append(']');
    }

    /// A value on one line.
    static String inline(Object value) {
        return beginning(value, Integer.MAX_VALUE);
    }

    /// A value on one line if that has at most `limit` characters; else the beginning of it, which is longer.
    static String beginning(Object value, int limit) {
        StringBuilder text = new StringBuilder();
        inline(value, limit, text);
        return text.toString();
    }

    private static void inline(Object value, int limit, StringBuilder text) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append('{');
                String separator = "";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    if (text.length() > limit) {
                        return;
                    }
                    text.append(separator).append(quoted(String.valueOf(entry.getKey()))).append(": ");
                    inline(entry.getValue(), limit, text);
                    separator = ", ";
                }
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                String separator = "";
                for (Object item : list) {
                    if (text.length() > limit) {
                        return;
                    }
                    text.append(separator);
                    inline(item, limit, text);
                    separator = ", ";
                }
                text.append(']');
            }
            case String string -> text.append(quoted(string));
            case Double number -> text.append(Check.number(number));
            default -> text.append(value);
        }
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
