package scorescape.document;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.document.Document.DataClass;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClippingTest {

    private static final Document SCENE = Documents.twoGaussians();

    @Test
    void whatIsReadEqualsWhatWasWritten() {
        RandomGenerator random = Documents.random(41);
        for (int i = 0; i < 50; i++) {
            Document document = Documents.random(random);
            var clipping = Clipping.of(document, document.items());

            assertEquals(clipping, Clipping.read(clipping.text()));
        }
    }

    @Test
    void onlyTheClassesOfTheItemsComeAlong() {
        assertEquals(List.of(SCENE.classes().get(1)), Clipping.of(SCENE, List.of(SCENE.items().get(1))).classes());
    }

    @Test
    void aWholeSceneIsReadAsItsData() {
        assertEquals(Clipping.of(SCENE, SCENE.items()), Clipping.read(SceneCodec.encode(SCENE)));
    }

    @Test
    void componentsJoinTheClassOfTheirName() {
        DataItem point = DataItem.of(new PointComponent(1, 7, Vec2.ZERO));
        var known = new Clipping(List.of(new DataClass(7, "right")), List.of(point));
        var other = new Clipping(List.of(new DataClass(7, "other")), List.of(point));

        assertEquals(1, SCENE.withAdded(known).items().getLast().component().label());
        Document added = SCENE.withAdded(other);
        assertEquals("other", added.className(added.items().getLast().component().label()));
    }

    @Test
    void groupsStayGroupsOfTheirOwn() {
        Document grouped = SCENE.withItems(SCENE.items().stream().map(item -> item.withGroup(5)).toList());

        List<DataItem> items = grouped.withAdded(Clipping.of(grouped, grouped.items())).items();

        assertEquals(5, items.get(0).group());
        assertTrue(items.get(2).group() > 0 && items.get(2).group() != 5);
        assertEquals(items.get(2).group(), items.get(3).group());
    }

    @Test
    void otherTextIsRefusedWithItsPlace() {
        assertRefused("format: is missing", "{}");
        assertRefused("data.components: must be at least one component, but is none",
                "{\"format\": 2, \"classes\": [], \"data\": {\"components\": []}}");
        assertRefused("data.components[0].label: must be the label of a class, but is 3",
                "{\"format\": 2, \"classes\": [], \"data\": {\"components\": "
                        + "[{\"kind\": \"point\", \"weight\": 1, \"label\": 3, \"at\": [0, 0]}]}}");
        assertThrows(IllegalArgumentException.class, () -> Clipping.read("some words"));
    }

    private static void assertRefused(String sentence, String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Clipping.read(text));
        assertEquals(sentence, Objects.requireNonNull(refusal.getMessage()));
    }
}
