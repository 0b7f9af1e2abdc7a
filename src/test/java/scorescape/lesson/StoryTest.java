package scorescape.lesson;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.lesson.Story.Beat;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StoryTest {

    private static final RunShape RUN = RunShape.ancestral(5, Telling.CLASSIFIER_FREE);

    @ParameterizedTest
    @CsvSource({"2/start,        2/difference, 2/start 2/predict 2/predict-given-class 2/difference",
        "2/amplify,          2/amplify,    2/amplify",
        "3/step,             5/move,       3/step 3/noise 4/move 5/move",
        "3/noise,            5/end,        3/noise 4/move 5/move 5/end",
        "1/move,             3/move,       1/move 2/move 3/move",
        "2/move,             4/predict,    2/move 3/move 4/start 4/predict",
        "2/noise,            3/predict,    2/noise 3/start 3/predict",
        "2/gradient,         2/gradient,   2/noise",
        "5/end,              5/end,        5/end"})
    void aPartOfARunIsToldInItsOrder(String from, String to, String beats) {
        Story story = Story.between(RUN, Beat.of(from), Beat.of(to));

        assertEquals(beats, story.beats().stream().map(Beat::toString).collect(Collectors.joining(" ")));
    }

    @Test
    void aPartOfAShorterRunIsItsEnd() {
        Story story = Story.between(RUN, Beat.of("9/move"), Beat.of("9/move"));

        assertEquals(new Beat(4, Stage.MOVE), story.beats().getLast());
    }
}
