package scorescape.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scorescape.lesson.RunShape;
import scorescape.lesson.Story.Beat;

/// The file format of lessons.
///
/// A slide has a `scene` of its own, whole or by the name of one that comes with the program, or a `change` to the scene
/// of the slide before, merged as JSON Merge Patch (RFC 7396) says: member by member, where `null` takes a member away;
/// other values are replaced. One thing is added to it: an object of another `kind` replaces the old one whole, since its
/// members mean something else.
final class LessonCodec {

    static final int FORMAT = 1;

    private LessonCodec() {}

    static String encode(Lesson lesson) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("lessonFormat", FORMAT);
        object.put("title", lesson.title());
        putText(object, "source", lesson.source());
        putText(object, "notes", lesson.notes());
        List<Object> slides = new ArrayList<>();
        Map<String, Object> before = null;
        for (Slide slide : lesson.slides()) {
            Map<String, Object> scene = SceneCodec.toJson(slide.scene());
            slides.add(encode(slide, scene, before));
            before = scene;
        }
        object.put("slides", slides);
        return Json.format(object);
    }

    private static Map<String, Object> encode(Slide slide, Map<String, Object> scene,
            @Nullable Map<String, Object> before) {
        Map<String, Object> object = new LinkedHashMap<>();
        putText(object, "title", slide.title());
        if (before == null) {
            object.put("scene", scene);
        } else if (!scene.equals(before)) {
            object.put("change", change(before, scene));
        }
        object.put("show",
                slide.standsStill()
                        ? slide.to().toString()
                        : List.of(slide.from().toString(), slide.to().toString()));
        putText(object, "caption", slide.caption());
        putText(object, "question", slide.question());
        putText(object, "notes", slide.notes());
        return object;
    }

    private static void putText(Map<String, Object> object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    /// What must be merged into `before` to make it `after`.
    private static Map<String, Object> change(Map<?, ?> before, Map<?, ?> after) {
        Map<String, Object> change = new LinkedHashMap<>();
        after.forEach((name, value) -> {
            Object old = before.get(name);
            if (!value.equals(old)) {
                change.put(String.valueOf(name),
                        old instanceof Map<?, ?> o && value instanceof Map<?, ?> v && sameKind(o, v)
                                ? change(o, v)
                                : value);
            }
        });
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(
                name -> change.put(String.valueOf(name), Json.NULL));
        return change;
    }

    /// @throws IllegalArgumentException with slide and field, what was expected there and what stands there
    static Lesson decode(String text) {
        Place lesson = new Place("", Json.parse(text));
        Place format = lesson.member("lessonFormat");
        if (format.integer() > FORMAT) {
            throw new IllegalArgumentException("lessonFormat: was written by a newer Scorescape (format "
                    + format.integer() + "; this one reads " + FORMAT + ")");
        }
        if (format.integer() < FORMAT) {
            throw format.expected("the number of a format, " + FORMAT);
        }
        lesson.only("lessonFormat", "title", "source", "notes", "slides");
        List<Slide> slides = new ArrayList<>();
        Map<?, ?> before = null;
        for (Place slide : lesson.member("slides").items(place -> place)) {
            Place named = new Place("slide " + (slides.size() + 1), slide.value());
            Map<?, ?> scene = scene(named, before);
            slides.add(slide(named, scene));
            before = scene;
        }
        return new Lesson(lesson.member("title").text(), text(lesson, "source"), text(lesson, "notes"), slides);
    }

    private static Slide slide(Place slide, Map<?, ?> sceneJson) {
        slide.only("title", "scene", "change", "show", "caption", "question", "notes");
        String where = Json.member(slide.path(), slide.has("change") ? "change" : "scene");
        Document scene = within(where, () -> SceneCodec.decode(new Place(where, sceneJson)));
        RunShape run = Slide.runOf(scene);
        Place show = slide.member("show");
        List<Beat> film = show.value() instanceof List
                ? show.pair("a stage such as 9/amplify, or two in [ ]", place -> beat(place, run))
                : List.of(beat(show, run));
        return within(slide.path(), () -> new Slide(text(slide, "title"), scene, film.getFirst(), film.getLast(),
                text(slide, "caption"), text(slide, "question"), text(slide, "notes")));
    }

    /// Adds the place to a sentence that does not begin with it.
    private static <T> T within(String path, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(sentence.startsWith(path) ? sentence : Json.member(path, sentence), e);
        }
    }

    private static Beat beat(Place place, RunShape run) {
        String text = place.text();
        Beat beat = place.valid(() -> Beat.of(text));
        if (beat.step() >= run.size()) {
            throw place.expected("a step from 1 to " + run.size() + " of its scene");
        }
        if (!run.has(beat)) {
            throw place.expected("a stage that this step has, "
                    + String.join(", ", run.stages(beat.step()).stream().map(stage -> stage.id()).toList())
                    + ", or move");
        }
        return beat;
    }

    /// A text that may be missing, which means empty.
    private static String text(Place place, String name) {
        return place.has(name) ? place.member(name).text() : "";
    }

    /// The scene of a slide as plain values.
    private static Map<?, ?> scene(Place slide, @Nullable Map<?, ?> before) {
        Map<?, ?> scene = slide.has("scene") ? whole(slide.member("scene")) : before;
        if (scene == null) {
            throw new IllegalArgumentException(slide.path() + ".scene: is missing, and no slide is before this one");
        }
        if (!slide.has("change")) {
            return scene;
        }
        Place change = slide.member("change");
        if (!(change.value() instanceof Map<?, ?> members)) {
            throw change.expected("an object in { }");
        }
        return merged(scene, members);
    }

    private static Map<?, ?> whole(Place scene) {
        return switch (scene.value()) {
            case Map<?, ?> members -> members;
            case String name -> Presets.named(name).map(
                    preset -> (Map<?, ?>) Json.parse(SceneCodec.encode(preset))).orElseThrow(
                            () -> scene.expected("an object in { }, or one of " + String.join(", ", Presets.NAMES)));
            default -> throw scene.expected("an object in { }, or the name of a scene that comes with the program");
        };
    }

    private static Map<?, ?> merged(Map<?, ?> into, Map<?, ?> change) {
        Map<Object, Object> merged = new LinkedHashMap<>(sameKind(into, change) ? into : Map.of());
        change.forEach((name, value) -> {
            if (value.equals(Json.NULL)) {
                merged.remove(name);
            } else if (value instanceof Map<?, ?> members) {
                merged.put(name, merged(merged.get(name) instanceof Map<?, ?> old ? old : Map.of(), members));
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }

    /// Whether a change is one of an object, and not another object in its place.
    private static boolean sameKind(Map<?, ?> into, Map<?, ?> change) {
        return !change.containsKey("kind") || Objects.equals(change.get("kind"), into.get("kind"));
    }
}
