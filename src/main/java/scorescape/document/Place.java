package scorescape.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import scorescape.math.Vec2;

import static java.util.stream.Collectors.joining;

/// A value read from JSON and the place where it stands. Each method takes the value as one kind of thing, or throws an
/// [IllegalArgumentException] whose sentence names the place and what was expected there.
record Place(String path, Object value) {

    Place {
        if (value.equals(Json.NULL)) {
            throw new IllegalArgumentException((path.isEmpty() ? "" : path + ": ") + "must have a value, but is null");
        }
    }

    /// The member `name` of an object.
    Place member(String name) {
        Object member = members().get(name);
        if (member == null) {
            throw new IllegalArgumentException(Json.member(path, name) + ": is missing");
        }
        return new Place(Json.member(path, name), member);
    }

    boolean has(String name) {
        return members().containsKey(name);
    }

    /// The names of the members of an object.
    List<String> names() {
        return members().keySet().stream().map(String::valueOf).toList();
    }

    /// Refuses members that nobody reads: a misspelt name must not pass unseen.
    Place only(String... names) {
        for (Object name : members().keySet()) {
            if (!Set.of(names).contains(name)) {
                throw new IllegalArgumentException(Json.member(path, Check.abbreviated(String.valueOf(name)))
                        + ": is not known here; known are " + String.join(", ", names));
            }
        }
        return this;
    }

    /// The same object without some of its members, for a reader that knows only the others.
    Place without(String... names) {
        Map<Object, Object> rest = new LinkedHashMap<>(members());
        rest.keySet().removeAll(Set.of(names));
        return new Place(path, rest);
    }

    boolean truth() {
        if (!(value instanceof Boolean truth)) {
            throw expected("true or false");
        }
        return truth;
    }

    <T> List<T> items(Function<Place, T> read) {
        if (!(value instanceof List<?> list)) {
            throw expected("a list in [ ]");
        }
        List<T> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(read.apply(new Place(Json.item(path, i), list.get(i))));
        }
        return items;
    }

    /// Exactly two items.
    <T> List<T> pair(String meaning, Function<Place, T> read) {
        if (!(value instanceof List<?> list && list.size() == 2)) {
            throw expected(meaning);
        }
        return items(read);
    }

    String text() {
        if (!(value instanceof String text)) {
            throw expected("a text in quotation marks");
        }
        return text;
    }

    /// A number of any size.
    double finite() {
        double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw expected("a finite number");
        }
        return number;
    }

    /// A number whose products stay finite.
    double number() {
        double number = finite();
        if (Math.abs(number) > Document.MAX_NUMBER) {
            throw expected("a number within " + Check.number(Document.MAX_NUMBER) + " of 0");
        }
        return number;
    }

    double positive() {
        double number = number();
        if (!(number > 0)) {
            throw expected("a positive number");
        }
        return number;
    }

    /// A number that `parameter` accepts.
    double number(Parameter parameter) {
        if (!(value instanceof Number number && parameter.accepts(number.doubleValue()))) {
            throw expected(parameter.expectation());
        }
        return number.doubleValue();
    }

    /// A whole number, also one that is written as 25.0.
    int integer() {
        double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
        if (number != (int) number) {
            throw expected("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    /// `[x, y]`
    Vec2 point() {
        List<Double> pair = pair("a pair of numbers [x, y]", Place::coordinate);
        return new Vec2(pair.get(0), pair.get(1));
    }

    private double coordinate() {
        double number = number();
        if (!(Math.abs(number) <= Document.MAX_COORDINATE)) {
            throw expected("a number within " + Check.number(Document.MAX_COORDINATE) + " of 0");
        }
        return number;
    }

    /// One of a few texts.
    String choice(String... choices) {
        if (!(value instanceof String text && List.of(choices).contains(text))) {
            throw expected("one of " + Stream.of(choices).map(Json::inline).collect(joining(", ")));
        }
        return text;
    }

    /// The constant that has this text as its name, in lower case.
    <E extends Enum<E>> E choice(E[] constants) {
        String name = choice(Stream.of(constants).map(Place::name).toArray(String[]::new));
        return Stream.of(constants).filter(c -> name(c).equals(name)).findFirst().orElseThrow();
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What `make` makes of this value; if it refuses, the place is added to its reason.
    <T> T valid(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    IllegalArgumentException expected(String expectation) {
        return new IllegalArgumentException(Check.sentence(path, expectation, Json.beginning(value, Check.MAX_SHOWN)));
    }

    private Map<?, ?> members() {
        if (!(value instanceof Map<?, ?> members)) {
            throw expected("an object in { }");
        }
        return members;
    }
}
