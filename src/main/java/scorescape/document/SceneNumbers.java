package scorescape.document;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers of a scene by their places in its file, such as `sampler.eta` or `data.components[0].weight`.
public final class SceneNumbers {

    private static final Pattern STEP = Pattern.compile("\\.?([A-Za-z]\\w*)|\\[(\\d{1,6})]");

    private SceneNumbers() {}

    /// The scene with another number at a place.
    ///
    /// @param place of a number, or of an optional one that the file does not say
    /// @throws IllegalArgumentException with a sentence for people, if the scene has no such number or `value` is none of its
    ///     values
    public static Document with(Document document, String place, double value) {
        Object scene = Json.parse(SceneFiles.text(document));
        Matcher step = STEP.matcher(place);
        Object within = scene;
        int from = 0;
        while (step.find(from) && step.start() == from) {
            boolean last = step.end() == place.length();
            within = last ? put(within, step, value, place) : get(within, step, place);
            from = step.end();
        }
        if (from != place.length() || place.isEmpty()) {
            throw none(place);
        }
        return SceneCodec.decode(new Place("", scene));
    }

    private static Object get(Object within, Matcher step, String place) {
        Object inner = null;
        if (step.group(1) != null && within instanceof Map<?, ?> object) {
            inner = object.get(step.group(1));
        } else if (step.group(2) != null && within instanceof List<?> list) {
            int index = Integer.parseInt(step.group(2));
            inner = index < list.size() ? list.get(index) : null;
        }
        if (inner == null) {
            throw none(place);
        }
        return inner;
    }

    @SuppressWarnings("unchecked") // objects and lists of Json hold anything
    private static Object put(Object within, Matcher step, double value, String place) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= Long.MAX_VALUE;
        Object number = whole ? (Object) (long) value : (Object) value;
        if (step.group(1) != null && within instanceof Map<?, ?> object) {
            Object before = object.get(step.group(1));
            if (before == null || before instanceof Number) {
                ((Map<String, Object>) object).put(step.group(1), number);
                return number;
            }
        } else if (step.group(2) != null && within instanceof List<?> list) {
            int index = Integer.parseInt(step.group(2));
            if (index < list.size() && list.get(index) instanceof Number) {
                ((List<Object>) list).set(index, number);
                return number;
            }
        }
        throw none(place);
    }

    private static IllegalArgumentException none(String place) {
        return new IllegalArgumentException("this scene has no number '" + place + "'");
    }
}
