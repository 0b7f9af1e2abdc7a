package scorescape.document;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PresetsTest {

    @Test
    void theDefaultSceneIsGuidedTowardsOneOfThreeClasses() {
        Document scene = Presets.defaultScene();

        assertEquals(List.of("A", "B", "C"), scene.classes().stream().map(Document.DataClass::name).toList());
        var guidance = assertInstanceOf(ClassifierFreeGuidance.class, scene.guidance());
        assertEquals("B", scene.className(guidance.label()));
        assertEquals(Parameters.GUIDANCE_SCALE.defaultValue(), guidance.scale());
        assertTrue(scene.toldStep() > 0);
    }
}
