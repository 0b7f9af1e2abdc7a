package scorescape.document;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.lesson.Stage;
import scorescape.lesson.Story.Beat;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LessonCodecTest {

    private static final Document SCENE = Presets.defaultScene();

    private static final String TEXT = """
            {
              "lessonFormat": 1,
              "title": "Guidance",
              "source": "Ho & Salimans 2022, arXiv:2207.12598",
              "slides": [
                {"scene": "default", "show": ["9/start", "9/step"], "caption": "One step with $\\\\gamma = 3$"},
                {
                  "title": "More",
                  "change": {"guidance": {"scale": 6}},
                  "show": "9/amplify",
                  "question": "Where does $\\\\gamma\\\\delta$ end now?",
                  "caption": "Twice as far."
                },
                {"change": {"guidance": {"kind": "none"}, "placement": {"step": 9, "at": [2, 1]}}, "show": "9/step"},
                {"change": {"placement": null}, "show": ["1/move", "25/end"], "notes": "Let it run."}
              ]
            }
            """;

    @Test
    void aChangeIsMergedIntoTheSceneOfTheSlideBefore() {
        List<Slide> slides = LessonCodec.decode(TEXT).slides();

        assertEquals(SCENE, slides.get(0).scene());
        assertEquals(new Beat(8, Stage.START), slides.get(0).from());
        assertEquals(new Beat(8, Stage.STEP), slides.get(0).to());
        assertEquals(SCENE.withGuidance(new ClassifierFreeGuidance(1, 6)), slides.get(1).scene());
        assertTrue(slides.get(1).standsStill() && slides.get(1).asks());
        assertEquals(SCENE.withGuidance(new NoGuidance()).withPlacement(new Placement(8, new Vec2(2, 1))),
                slides.get(2).scene());
        assertEquals(SCENE.withGuidance(new NoGuidance()), slides.get(3).scene());
        assertFalse(slides.get(3).standsStill() || slides.get(3).asks());
    }

    @Test
    void decodingWhatWasEncodedGivesAnEqualLesson() {
        Lesson lesson = LessonCodec.decode(TEXT);
        String text = LessonCodec.encode(lesson);

        assertEquals(lesson, LessonCodec.decode(text));
        assertEquals(text, LessonCodec.encode(LessonCodec.decode(text)));
    }

    @Test
    void lessonsOfRandomScenesComeBackAsTheyWere() {
        for (int seed = 0; seed < 100; seed++) {
            Document first = Documents.random(Documents.random(seed));
            Document second = Documents.random(Documents.random(seed + 1000));
            Beat end = new Beat(0, Stage.MOVE);
            Lesson lesson = new Lesson("random", "", "", List.of(Slide.of(first, end), Slide.of(second, end),
                    Slide.of(second.withSeed(7), end), Slide.of(first, end)));

            assertEquals(lesson, LessonCodec.decode(LessonCodec.encode(lesson)), "seed " + seed);
        }
    }

    @Test
    void aSlideIsWrittenAsWhatItChanges() {
        String text = LessonCodec.encode(LessonCodec.decode(TEXT));

        assertTrue(text.contains("\"change\": {\"guidance\": {\"scale\": 6}}"), text);
        assertTrue(text.contains("\"change\": {\"placement\": null}"), text);
    }

    @Test
    void aFilmStaysAtTheSameShareOfALongerRun() {
        Slide slide = LessonCodec.decode(TEXT).slides().getFirst();

        assertEquals(new Beat(16, Stage.START), slide.withScene(SCENE.withSteps(50)).from());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "lessonFormat": 1 | "lessonFormat": 2 | lessonFormat: was written by a newer Scorescape (format 2; this one reads 1)
            "scale": 6 | "scale": 600 | slide 2.change.guidance.scale: must be a number from -20 to 100, but is 600
            "scale": 6 | "scale": 6}, "view": {"a": 1 | slide 2.change.view: is not known here
            "scale": 6 | "scale": 6}, "noise": {"a": 1 | slide 2.change.noise: must be a list in [ ], but is {"a": 1}
            "scale": 6 | "scale": 6}, "camera": {"width": 9}, "steps": 5, "study": {"shown": "samples" | slide 2.change.toldStep: must be a whole number from 1 to 5, but is 9
            "show": "9/amplify" | "show": "26/amplify" | slide 2.show: must be a step from 1 to 25 of its scene, but is "26/amplify"
            "show": "9/amplify" | "show": "9/amplyfi" | slide 2.show: names no stage 'amplyfi'
            "show": "9/amplify" | "show": "9/gradient" | slide 2.show: must be a stage that this step has, start, predict,
            "show": "9/amplify" | "show": "amplify" | slide 2.show: must be a step and a stage such as 9/amplify, but is 'amplify'
            ["9/start", "9/step"] | ["9/step", "9/start"] | slide 1.show: must be two stages of which the second is not before the first
            "scene": "default" | "scene": "defualt" | slide 1.scene: must be an object in { }, or one of default
            "scene": "default", | `` | slide 1.scene: is missing, and no slide is before this one
            "notes" | "nots" | slide 4.nots: is not known here
            "show": ["1/move", "25/end"], | `` | slide 4.show: is missing
            "notes": "Let it run." | "notes": null | slide 4.notes: must have a value, but is null
            "title": "Guidance" | "title": " " | title: must be a line of 1 to 200 characters, but is " "
            """)
    void aMistakeIsToldWithSlideAndField(String piece, String wrong, String sentence) {
        String text = TEXT.replace(piece, wrong);
        assertNotEquals(TEXT, text, piece);

        var thrown = assertThrows(IllegalArgumentException.class, () -> LessonCodec.decode(text));

        assertTrue(String.valueOf(thrown.getMessage()).startsWith(sentence), thrown.getMessage());
    }
}
