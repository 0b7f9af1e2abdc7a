package scorescape.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import scorescape.document.Document;
import scorescape.export.FilmSpan;
import scorescape.export.PictureExport;
import scorescape.figure.RunShapes;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;

/// A moment as people write it: `4.5s` of the film, step `18` told to its end, or `18/amplify`, the end of a stage.
/// People count steps from 1, the records here from 0.
sealed interface MomentArgument {

    /// Seconds of the film.
    record Time(double seconds) implements MomentArgument {}

    /// The end of the telling of a step.
    record WholeStep(int step) implements MomentArgument {}

    /// The end of a stage of a step.
    record EndOf(int step, Stage stage) implements MomentArgument {}

    /// Where in `document` the moment is.
    ///
    /// @throws BadInput if the document has no such moment
    default Playhead in(Document document) throws BadInput {
        return switch (this) {
            case Time(double seconds) -> at(seconds, FilmSpan.Whole.STORY.in(document));
            case WholeStep(int step) -> {
                requireStep(step, document);
                yield PictureExport.toldToItsEnd(document, step);
            }
            case EndOf(int step, Stage stage) -> {
                requireStep(step, document);
                requireStage(step, stage, document);
                yield new Playhead(step, stage, 1);
            }
        };
    }

    private static Playhead at(double seconds, Story story) throws BadInput {
        if (seconds > story.seconds()) {
            throw new BadInput("--at must be in the film, which lasts %.2f s, but is %s s".formatted(story.seconds(),
                    seconds));
        }
        return story.at(seconds);
    }

    private static void requireStep(int step, Document document) throws BadInput {
        if (step < 0 || step >= document.steps()) {
            throw new BadInput(
                    "--at must name a step from 1 to " + document.steps() + " of this scene, but is " + (step + 1));
        }
    }

    private static void requireStage(int step, Stage stage, Document document) throws BadInput {
        boolean told = stages(step, document).contains(stage);
        boolean ends = stage == Stage.END && step == document.steps() - 1;
        if (!told && !ends && stage != Stage.MOVE) {
            throw new BadInput("--at: step " + (step + 1) + " of this scene has no stage '" + stage.id() + "', but "
                    + ids(stages(step, document)));
        }
    }

    private static List<Stage> stages(int step, Document document) {
        return new RunShapes().of(document).stages(step);
    }

    private static String ids(List<Stage> stages) {
        return stages.stream().map(Stage::id).collect(Collectors.joining(", "));
    }

    /// Reads the three forms.
    final class Converter implements ITypeConverter<MomentArgument> {

        private static final Pattern TIME = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)s");
        private static final Pattern STEP = Pattern.compile("(\\d{1,6})(?:/([a-z-]+))?");

        @Override
        public MomentArgument convert(String text) {
            Matcher time = TIME.matcher(text);
            if (time.matches()) {
                return new Time(Double.parseDouble(time.group(1)));
            }
            Matcher step = STEP.matcher(text);
            if (step.matches()) {
                int index = Integer.parseInt(step.group(1)) - 1;
                String id = step.group(2);
                return id == null ? new WholeStep(index) : new EndOf(index, stage(id));
            }
            throw new TypeConversionException("must be seconds of the film such as 4.5s, a step such as 18, or the end "
                    + "of a stage such as 18/amplify, but is '" + text + "'");
        }

        private static Stage stage(String id) {
            try {
                return Stage.named(id);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
