package scorescape.export;

import scorescape.document.Document;
import scorescape.document.Lesson;

/// What a file holds that can be opened.
public sealed interface FileContent {

    /// Whether it was inside of an exported file: saving must not write over that.
    boolean exported();

    /// One scene.
    record OfScene(Document document, boolean exported) implements FileContent {}

    /// A lesson.
    record OfLesson(Lesson lesson, boolean exported) implements FileContent {}
}
