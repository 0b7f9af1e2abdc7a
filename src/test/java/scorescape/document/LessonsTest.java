package scorescape.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LessonsTest {

    static final List<String> NAMES = Lessons.NAMES;

    /// Two lines of large type: what one slide says at once.
    private static final int MOST_CHARACTERS = 220;

    @Test
    void everyLessonInTheFolderHasANameThatNoSceneHas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/lessons"))) {
            assertEquals(Set.copyOf(NAMES),
                    files.map(f -> f.getFileName().toString().replace(LessonFiles.EXTENSION, ""))
                            .collect(Collectors.toSet()));
        }
        Set<String> scenes = new HashSet<>(Presets.NAMES);
        scenes.retainAll(NAMES);
        assertEquals(Set.of(), scenes);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everySlideSaysOneThingAndDiffersFromTheOneBefore(String name) {
        Lesson lesson = Lessons.named(name).orElseThrow();
        Slide before = null;

        assertFalse(lesson.source().isBlank());
        assertTrue(lesson.slides().size() >= 4 && lesson.slides().size() <= 8, "slides");
        for (Slide slide : lesson.slides()) {
            assertFalse(slide.caption().isBlank() || slide.title().isBlank(), slide.title());
            assertTrue(slide.caption().length() <= MOST_CHARACTERS, slide.caption());
            if (before != null) {
                assertNotEquals(List.of(before.shown(), before.to()), List.of(slide.shown(), slide.to()),
                        slide.title());
            }
            before = slide;
        }
        assertTrue(lesson.slides().stream().anyMatch(Slide::asks), "a question");
    }
}
