package scorescape.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a scene is about, in a few lines for people.
public final class SceneSummary {

    private SceneSummary() {}

    /// Names and what is to be said of them, in the words of the scene's file.
    public static Map<String, String> of(Document document) {
        Map<String, Object> scene = SceneCodec.toJson(document);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("title", document.title());
        lines.put("classes",
                document.classes().stream().map(Document.DataClass::name).collect(Collectors.joining(", ")));
        lines.put("components", components(scene));
        for (String name : List.of("schedule", "grid", "sampler", "steps", "guidance", "model", "seed", "toldStep")) {
            if (scene.containsKey(name)) {
                lines.put(name, text(scene.get(name)));
            }
        }
        return lines;
    }

    /// How many there are of each kind.
    private static String components(Map<String, Object> scene) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (scene.get("data") instanceof Map<?, ?> data && data.get("components") instanceof List<?> all) {
            for (Object component : all) {
                if (component instanceof Map<?, ?> members) {
                    counts.merge(String.valueOf(members.get("kind")), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    /// `classifier-free (label 1, scale 3)`; what stands in it in parentheses again.
    private static String text(Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            return value instanceof List<?> list ? list.size() + " values" : String.valueOf(value);
        }
        String rest = members.entrySet()
                .stream()
                .filter(member -> !"kind".equals(member.getKey()))
                .map(member -> member.getKey() + " " + text(member.getValue()))
                .collect(Collectors.joining(", "));
        Object kind = members.get("kind");
        return kind == null ? "(" + rest + ")" : kind + (rest.isEmpty() ? "" : " (" + rest + ")");
    }
}
