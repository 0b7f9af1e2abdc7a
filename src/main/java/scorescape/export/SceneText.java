package scorescape.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.LessonFiles;
import scorescape.document.SceneFiles;
import scorescape.document.Slide;
import scorescape.export.png.PngText;

/// A scene or a lesson as text that goes inside an exported file, so that the file can be opened as what it shows.
///
/// @param json as a scene file or a lesson file holds it
public record SceneText(Kind kind, String json) {

    /// What the text is, by its name inside of files.
    enum Kind {

        SCENE("Scorescape scene", SceneFiles.EXTENSION), LESSON("Scorescape lesson", LessonFiles.EXTENSION);

        private final String id;
        private final String extension;

        Kind(String id, String extension) {
            this.id = id;
            this.extension = extension;
        }

        String id() {
            return id;
        }

        /// How the name of a file ends that holds nothing else.
        String extension() {
            return extension;
        }

        static Optional<Kind> named(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }

    public static SceneText of(Document document) {
        return scene(SceneFiles.text(document));
    }

    /// Of slides of a lesson: of one its scene, of several a lesson of these.
    ///
    /// @param first of them, from 0
    /// @param end the one after the last
    public static SceneText of(Lesson lesson, int first, int end) {
        List<Slide> slides = lesson.slides().subList(first, end);
        return slides.size() == 1
                ? of(slides.getFirst().shown())
                : new SceneText(Kind.LESSON, LessonFiles.text(lesson.withSlides(slides)));
    }

    /// For formats that only scenes are in.
    static SceneText scene(String json) {
        return new SceneText(Kind.SCENE, json);
    }

    /// For formats that know comments without names.
    String comment() {
        return kind.id + "\n" + json;
    }

    /// What [#comment] says, if it is one.
    static Optional<SceneText> ofComment(String comment) {
        int end = comment.indexOf('\n');
        return end < 0
                ? Optional.empty()
                : Kind.named(comment.substring(0, end)).map(kind -> new SceneText(kind, comment.substring(end + 1)));
    }

    PngText pngText() {
        return new PngText(kind.id, json);
    }
}
