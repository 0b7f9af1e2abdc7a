package scorescape.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scorescape.document.Document;
import scorescape.figure.RunShapes;
import scorescape.lesson.RunShape;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;
import scorescape.lesson.Story.Beat;

/// Which part of a run a film shows.
public sealed interface FilmSpan {

    /// Up to the end of the run.
    enum Whole implements FilmSpan {
        /// The told step stage by stage, then the steps after it.
        STORY,
        /// All steps from noise to data, each at once.
        RUN
    }

    /// One step stage by stage.
    ///
    /// @param step 0 for the noisiest
    record OneStep(int step) implements FilmSpan {}

    /// From the beginning of one stage to the end of another one.
    record Range(Beat from, Beat to) implements FilmSpan {

        public Range {
            if (to.step() < from.step()) {
                throw new IllegalArgumentException(
                        "must not end before it begins, but is from " + from + " to " + to);
            }
        }
    }

    /// Reads `story`, `run`, a step such as `18`, or a range such as `3..9` or `9/predict..9/noise`. People count steps
    /// from 1; a step in a range passes at once.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    static FilmSpan parse(String text) {
        if ("story".equals(text)) {
            return Whole.STORY;
        }
        if ("run".equals(text)) {
            return Whole.RUN;
        }
        Matcher range = Pattern.compile("(\\d{1,5}(?:/[a-z-]+)?)(?:\\.\\.(\\d{1,5}(?:/[a-z-]+)?))?").matcher(text);
        if (!range.matches()) {
            throw new IllegalArgumentException("must be story, run, a step such as 18, or a range such as 3..9 or "
                    + "9/predict..9/noise, but is '" + text + "'");
        }
        if (range.group(2) == null) {
            Beat beat = beat(range.group(1));
            return range.group(1).contains("/") ? new Range(beat, beat) : new OneStep(beat.step());
        }
        return new Range(beat(range.group(1)), beat(range.group(2)));
    }

    private static Beat beat(String text) {
        return Beat.of(text.contains("/") ? text : text + "/" + Stage.MOVE.id());
    }

    /// What a film of a document tells.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if its run has no such step
    default Story in(Document document) {
        RunShape run = new RunShapes().of(document);
        Beat end = new Beat(run.size() - 1, Stage.END);
        return switch (this) {
            case Whole.STORY -> Story.of(run, document.toldStep());
            case Whole.RUN -> Story.between(run, new Beat(0, Stage.MOVE), end);
            case OneStep(int step) -> {
                requireStep(step, run);
                yield Story.between(run, new Beat(step, run.stages(step).getFirst()),
                        new Beat(step, run.stages(step).getLast()));
            }
            case Range(Beat from, Beat to) -> {
                requireStep(to.step(), run);
                yield Story.between(run, from, to);
            }
        };
    }

    private static void requireStep(int step, RunShape run) {
        if (step >= run.size()) {
            throw new IllegalArgumentException(
                    "must be in the " + run.size() + " steps of this scene, but reaches step " + (step + 1));
        }
    }
}
