package scorescape.document;

import java.util.List;
import scorescape.document.Document.DataClass;

/// Components on their way from one scene to another, with the names of their classes. As text they are a scene file of
/// which only `format`, `classes` and `data` are there.
///
/// @param classes at least those of the items
/// @param items at least one
public record Clipping(List<DataClass> classes, List<DataItem> items) {

    public Clipping {
        classes = List.copyOf(classes);
        items = List.copyOf(items);
        Check.that(!items.isEmpty(), "data.components", "at least one component", "none");
        for (int i = 0; i < items.size(); i++) {
            int label = items.get(i).component().label();
            Check.that(classes.stream().anyMatch(c -> c.label() == label), "data.components[" + i + "].label",
                    "the label of a class", label);
        }
    }

    /// Items of a document with the classes that they belong to.
    public static Clipping of(Document document, List<DataItem> items) {
        return new Clipping(document.classes()
                .stream()
                .filter(c -> items.stream().anyMatch(item -> item.component().label() == c.label()))
                .toList(), items);
    }

    /// Reads what [#text] writes, or the data of a whole scene.
    ///
    /// @throws IllegalArgumentException with the place in the text, what was expected there and what stands there
    public static Clipping read(String text) {
        return SceneCodec.decodeClipping(text);
    }

    /// The components as JSON.
    public String text() {
        return SceneCodec.encode(this);
    }

    String className(int label) {
        return classes.stream().filter(c -> c.label() == label).findFirst().orElseThrow().name();
    }
}
